"""Rows as a CSV file, in which nothing is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

MARK = "\ufeff"
"""The byte-order mark: without it, Excel reads a CSV file in the encoding of the machine."""
FORMULA = frozenset("=+-@\t\r")
"""What begins a formula in a spreadsheet; the data dictionary tells what is done about it."""


def as_csv(header: str, rows: Iterable[tuple[object, ...]]) -> str:
    """A file of rows; `header` names the columns, with spaces between them."""
    return csv_text([tuple(header.split()), *rows])


def csv_text(rows: Iterable[Iterable[object]]) -> str:
    """A file of rows, of which the first names the columns."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def _harmless(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula.

    As https://owasp.org/www-community/attacks/CSV_Injection says.
    """
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in FORMULA else cell
