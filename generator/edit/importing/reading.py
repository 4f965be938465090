"""A file to its tables: which kind it is, and whether it is safe to open."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

from generator.edit.importing.csv_text import read_csv
from generator.edit.importing.tables import Content, UnreadableError

LARGEST_FILE = 50_000_000
LARGEST_UNPACKED = 300_000_000
"""Bytes. Real tables are far smaller; what is larger was made to exhaust memory."""
_EXTRA = f"""\
Word and Excel files take two packages that are not installed. To get them:
  {sys.executable} -m pip install "realist-site[import]"
A table that is saved as CSV is read without them."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")


def read(path: Path) -> Content:
    """The tables of a file. Raises UnreadableError."""
    kind = path.suffix.lower()
    if kind not in (".docx", ".xlsx", ".csv", ".tsv", ".txt"):
        raise UnreadableError(f"{path.name} is none of .docx, .xlsx, .csv and .tsv.{_old(kind)}")
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableError(f"{path.name} is larger than {LARGEST_FILE // 10**6} MB.")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"{path.name} cannot be opened: {error.strerror}.") from None
    if kind in (".docx", ".xlsx"):
        _hold_package(path, data)
        content = _office(path, kind)
    else:
        content = read_csv(data, path.name)
    if not any(row.filled for table in content.tables for row in table.rows):
        raise UnreadableError(f"There is no table with any text in {path.name}.")
    return content


def _old(kind: str) -> str:
    if kind in (".doc", ".xls", ".rtf", ".odt", ".ods", ".docm", ".xlsm"):
        return " Open it in Word, Excel or LibreOffice and save it as .docx or .xlsx."
    return " Save its table as one of them."


def _office(path: Path, kind: str) -> Content:
    """The tables of a Word or Excel file; whatever the libraries stumble over becomes a message."""
    try:
        if kind == ".docx":
            from generator.edit.importing.word import read_docx as read_tables
        else:
            from generator.edit.importing.excel import read_xlsx as read_tables
    except ModuleNotFoundError:
        raise UnreadableError(_EXTRA) from None
    try:
        return read_tables(path)
    except UnreadableError:
        raise
    except Exception as error:  # damaged files make the libraries raise errors of every kind
        raise UnreadableError(
            f"{path.name} cannot be read as {kind}: {type(error).__name__}. Open it in Word or "
            "Excel and save it again."
        ) from None


def _hold_package(path: Path, data: bytes) -> None:
    """Refuse what is no package of Word or Excel, and what would be dangerous to unpack."""
    if data.startswith(_OLE):
        if _PROTECTED in data:
            raise UnreadableError(f"{path.name} is protected by a password. Save it without one.")
        raise UnreadableError(
            f"{path.name} is a file of the old kind, whatever its name says. Open it and save it "
            f"as {path.suffix}."
        )
    try:
        with zipfile.ZipFile(path) as package:
            _hold_parts(path, package)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, ValueError) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError(
            f"{path.name} is not a {path.suffix} file, or it is damaged. Open it and save it again."
        ) from None


def _hold_parts(path: Path, package: zipfile.ZipFile) -> None:
    """No part may unpack without bounds, or define entities, which unpack without bounds, too."""
    parts = package.infolist()
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED or len(parts) > 20_000:
        raise UnreadableError(f"{path.name} unpacks to more than any table needs; it is not read.")
    for part in parts:
        if part.filename.endswith((".xml", ".rels")) and b"<!ENTITY" in package.read(part):
            raise UnreadableError(f"{path.name} defines entities of its own; it is not read.")
