"""The one table of a CSV file."""

from __future__ import annotations

import csv
import io
from itertools import islice

from generator.edit.importing.opening.tables import (
    MOST_ROWS,
    Cell,
    Content,
    Row,
    Run,
    Table,
    UnreadableError,
    hold_size,
    lines,
)


def read_csv(data: bytes, name: str) -> Content:
    """The one table of a CSV file in UTF-8, with commas, semicolons or tabs.

    Raises UnreadableError.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError(
            f"{name} is not in UTF-8. In Excel, save it as “CSV UTF-8”, or as .xlsx."
        ) from None
    if "\0" in text:
        raise UnreadableError(f"{name} is not a text file in UTF-8.")
    try:
        found = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        records = list(islice(found, MOST_ROWS + 1))
    except csv.Error as error:
        raise UnreadableError(f"{name} cannot be read as CSV: {error}.") from None
    hold_size(name, len(records), sum(map(len, records)))
    rows = [
        Row(number, number, tuple(_csv_cell(n, value) for n, value in enumerate(record, 1)))
        for number, record in enumerate(records, 1)
    ]
    return Content((Table(1, tuple(rows)),), has_looks=False)


def _csv_cell(column: int, value: str) -> Cell:
    return Cell(column, tuple(lines([Run(value)])))


def _delimiter(text: str) -> str:
    """The one that cuts the first lines into most cells."""

    def cells(delimiter: str) -> int:
        try:
            records = csv.reader(io.StringIO(text[:100_000], newline=""), delimiter=delimiter)
            return max(
                (len(record) for _, record in zip(range(5), records, strict=False)), default=0
            )
        except csv.Error:
            return 0

    return max(",;\t", key=cells)
