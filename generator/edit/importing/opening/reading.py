"""Opens a file for its tables: which kind it is, and whether it is safe to open."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.edit.importing.opening.csv_text import read_csv
from generator.edit.importing.opening.package import hold_package
from generator.edit.importing.opening.tables import Content, UnreadableError, hold_size

LARGEST_FILE = 30_000_000
LARGEST_CSV = 5_000_000
"""Bytes. Real tables are far smaller; what is larger was made to exhaust memory."""
_EXTRA = f"""\
Word and Excel files take two packages that are not installed. To get them:
  {sys.executable} -m pip install "realist-site[import]"
A table that is saved as CSV is read without them."""


def open_tables(path: Path) -> Content:
    """The tables of a file. Raises UnreadableError."""
    kind = path.suffix.lower()
    if kind not in (".docx", ".xlsx", ".csv", ".tsv", ".txt"):
        raise UnreadableError(f"{path.name} is none of .docx, .xlsx, .csv and .tsv.{_old(kind)}")
    most = LARGEST_FILE if kind in (".docx", ".xlsx") else LARGEST_CSV
    try:
        if path.stat().st_size > most:
            raise UnreadableError(f"{path.name} is larger than {most // 10**6} MB.")
        if kind in (".docx", ".xlsx"):
            hold_package(path)
            content = _office(path, kind)
        else:
            content = read_csv(path.read_bytes(), path.name)
    except OSError as error:
        raise UnreadableError(f"{path.name} cannot be opened: {error.strerror}.") from None
    rows = [row for table in content.tables for row in table.rows]
    hold_size(path.name, len(rows), sum(len(row.cells) for row in rows))
    if not any(row.filled for row in rows):
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
            from generator.edit.importing.opening.word import read_docx as read_tables
        else:
            from generator.edit.importing.opening.excel import read_xlsx as read_tables
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
