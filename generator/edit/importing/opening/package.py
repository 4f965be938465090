"""Whether a Word or Excel file is one that can be opened safely, before anything opens it.

Such a file is a ZIP archive of XML. A few bytes of it may unfold to gigabytes, its XML may define
entities that do so once more, and a merged cell may reach over millions. So its parts are counted
first, in bounded memory; and what is no table that a person made is refused, with what to do.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import IO
from xml.parsers import expat

from generator.edit.importing.opening.tables import MOST_CELLS, UnreadableError

MOST_UNPACKED = 60_000_000
"""Bytes of all parts, pictures too."""
MOST_XML = 20_000_000
"""Bytes of the parts that are XML."""
MOST_NODES = 600_000
"""Elements and attributes: a hundred pages of tables have a fifth of that."""
MOST_PARTS = 2_000
MOST_DIRECTORY = 1_000_000
"""Bytes of the archive's list of parts, which is read as a whole."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x07"
_TAIL = 65_557
"""Bytes: as far from the end of an archive its list may begin to be announced."""
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")
_HARMLESS = ("/hyperlink", "/attachedTemplate")
"""What a file may name outside of itself: links, and the template that it was made with."""


def hold_package(path: Path) -> None:
    """Nothing where a file is safe to open. Raises UnreadableError."""
    with path.open("rb") as file:
        _hold_kind(path, file)
        _hold_directory(path, file)
    try:
        with zipfile.ZipFile(path) as package:
            _hold_parts(path, package)
    except UnreadableError:
        raise
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, ValueError) as error:
        if "password" in str(error):
            raise UnreadableError(_password(path)) from None
        raise UnreadableError(_damaged(path)) from None


def _hold_kind(path: Path, file: IO[bytes]) -> None:
    start = file.read(len(_OLE))
    if start.startswith(_OLE):
        file.seek(0)
        if _PROTECTED in file.read():
            raise UnreadableError(_password(path))
        raise UnreadableError(
            f"{path.name} is a file of the old kind, whatever its name says. Open it and save it "
            f"as {path.suffix}."
        )
    if not start.startswith(b"PK"):
        raise UnreadableError(_damaged(path))


def _hold_directory(path: Path, file: IO[bytes]) -> None:
    """The list of parts is of a size that may be read."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _TAIL))
    tail = file.read()
    ends = [match.start() for match in re.finditer(re.escape(_END), tail)]
    sizes = [int.from_bytes(tail[end + 12 : end + 16], "little") for end in ends]
    if not ends:
        raise UnreadableError(_damaged(path))
    if max(sizes) > MOST_DIRECTORY or _END_64 in tail:
        raise UnreadableError(_too_much(path))


def _hold_parts(path: Path, package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise UnreadableError(_too_much(path))
    survey = _Survey(path)
    for part in parts:
        if part.filename.lower().rpartition("/")[2] == "vbaproject.bin":
            raise UnreadableError(_macros(path))
        if not part.is_dir():
            with package.open(part) as opened:
                survey.part(opened)


class _Survey:
    """What the parts of a package hold together."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.bytes = self.nodes = self.merged = 0

    def part(self, opened: IO[bytes]) -> None:
        """Count a part in; one that is no XML is passed over, since nothing will read it.

        Raises UnreadableError.
        """
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self.element
        parser.StartDoctypeDeclHandler = self.doctype
        chunk = opened.read(65_536)
        if b"<" not in chunk[:8]:
            return
        try:
            while chunk:
                self.bytes += len(chunk)
                if self.bytes > MOST_XML:
                    raise UnreadableError(_too_much(self.path))
                parser.Parse(chunk, False)
                chunk = opened.read(65_536)
            parser.Parse(b"", True)
        except expat.ExpatError:
            raise UnreadableError(_damaged(self.path)) from None

    def doctype(self, *_: object) -> None:
        """Raise UnreadableError: a document type may define what unfolds without bounds."""
        raise UnreadableError(
            f"{self.path.name} defines entities of its own, or may do so; it is not read."
        )

    def element(self, name: str, attributes: dict[str, str]) -> None:
        """Count an element in.

        Raises UnreadableError for what leads out of the file or runs on its own, and for too much.
        """
        self.nodes += 1 + len(attributes)
        if self.nodes > MOST_NODES:
            raise UnreadableError(_too_much(self.path))
        local = name.rpartition(" ")[2]
        if local == "mergeCell":
            self.merged += _cells_of(attributes.get("ref", ""))
            if self.merged > MOST_CELLS:
                raise UnreadableError(
                    f"{self.path.name} merges more cells than any table has. Copy the table into a "
                    "new file."
                )
        is_elsewhere = attributes.get("TargetMode") == "External"
        if is_elsewhere and not attributes.get("Type", "").endswith(_HARMLESS):
            raise UnreadableError(
                f"{self.path.name} takes parts of itself from elsewhere. In Word or Excel, break "
                "its links to other files, and save it again."
            )
        if (
            local in ("Default", "Override")
            and "macro" in attributes.get("ContentType", "").lower()
        ):
            raise UnreadableError(_macros(self.path))


def _cells_of(area: str) -> int:
    """How many cells an area such as A1:B7 has."""
    match = _AREA.fullmatch(area)
    if not match:
        return 1
    first, top, last, bottom = match.groups()
    return (_column(last) - _column(first) + 1) * (int(bottom) - int(top) + 1)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _password(path: Path) -> str:
    return f"{path.name} is protected by a password. Save it without one."


def _macros(path: Path) -> str:
    return f"{path.name} holds macros. Save it as {path.suffix} without them."


def _damaged(path: Path) -> str:
    return f"{path.name} is not a {path.suffix} file, or it is damaged. Open it and save it again."


def _too_much(path: Path) -> str:
    return (
        f"{path.name} unpacks to more than any table needs; it is not read. Copy the table into a "
        "new file."
    )
