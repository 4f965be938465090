"""A folder of files as one file: a tar archive under xz, the same bytes for the same files."""

from __future__ import annotations

import hashlib
import io
import lzma
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import IO

ENDING = ".tar.xz"
MOST = 500_000_000
"""The most bytes unpacked from one archive; a version of a large site has a tenth of that."""


_PRESET = 6
"""Of xz: 9 takes more time, and many times the memory, for a version 0.3 % smaller."""


class ArchiveError(OSError):
    """The bytes are no archive as `pack` makes them."""


def pack(files: Mapping[str, bytes]) -> bytes:
    """All files, by their paths, as one archive that knows no owners and no times."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path in sorted(files):
            entry = tarfile.TarInfo(path)
            entry.size = len(files[path])
            archive.addfile(entry, io.BytesIO(files[path]))
    return lzma.compress(out.getvalue(), preset=_PRESET)


class _Limited(io.BufferedIOBase):
    """What is read of an archive, bit by bit, and no more than `MOST` bytes of it."""

    def __init__(self, packed: IO[bytes]) -> None:
        self._packed, self._left = packed, MOST

    def read(self, size: int | None = -1, /) -> bytes:
        """As many bytes as are asked for, or those that are left."""
        content = self._packed.read(-1 if size is None else size)
        self._left -= len(content)
        if self._left < 0:
            raise ArchiveError(f"It holds more than {MOST:,} bytes.")
        return content


def unpack(archive: bytes) -> Iterator[tuple[str, bytes]]:
    """Every file by its path, in the order of the paths; what is not asked for is not unpacked.

    Raises ArchiveError where something else is in it, or too much.
    """
    try:
        with (
            lzma.open(io.BytesIO(archive)) as packed,
            tarfile.open(fileobj=(limited := _Limited(packed)), mode="r|") as entries,
        ):
            for entry in entries:
                file = entries.extractfile(entry) if entry.isreg() else None
                if file is None or not _is_within(entry.name):
                    raise ArchiveError("It holds something else than plain files of its own.")
                yield entry.name, file.read()
            # Read to the end, which fails where the archive was cut off.
            while limited.read(io.DEFAULT_BUFFER_SIZE):
                pass
    except (lzma.LZMAError, EOFError, tarfile.TarError) as error:
        raise ArchiveError(f"It cannot be unpacked: {error}.") from None


def digest(content: bytes) -> str:
    """What tells whether bytes are those that they were: `sha256:` and the digest."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def _is_within(path: str) -> bool:
    """Whether a path stays in the folder that it is unpacked into."""
    parts = PurePosixPath(path).parts
    return bool(parts) and ".." not in parts and not path.startswith("/")
