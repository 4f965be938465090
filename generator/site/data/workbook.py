"""All tables in one Excel file: a sheet for each, and a sheet that explains every column.

Texts are written as texts: none becomes a formula or a link, whatever it begins with. Nothing in
the file tells when or where it was made. Source of the limits:
https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from generator.site.data.column import Cell
from generator.site.data.tables import DataTable

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
_FIRST_DAY = datetime(1980, 1, 1)
_LONGEST = 32_767
"""Characters in a cell."""
_CUT = " […] The rest did not fit into a cell."
_NARROW, _WIDE = 14, 48
"""Widths of columns, in characters."""
_LONG = 24
"""A column with a longer text is a wide one."""
DICTIONARY = ("Sheet", "Column", "What its cells mean")


def workbook(about: Sequence[tuple[str, str]], tables: tuple[DataTable, ...]) -> bytes:
    """The file: a first sheet of what it is, the tables, and the dictionary of their columns.

    `about` tells what the data are, line by line, each with its name; the title stands first.
    """
    from xlsxwriter import Workbook  # by the process that makes the file, beside other work

    out = io.BytesIO()
    with Workbook(out, _AS_TEXT) as book:
        book.set_properties({"title": about[0][1], "created": _FIRST_DAY})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        first = book.add_worksheet("About")
        first.set_column(0, 0, 2 * _WIDE)
        for line, (_, note) in enumerate(about):
            first.write_string(line, 0, note, plain if line else bold)
        for table in tables:
            labels = tuple(column.label for column in table.columns)
            _sheet(book.add_worksheet(_name(table)), labels, table.rows, bold, plain)
        rows = tuple((_name(t), c.label, c.meaning) for t in tables for c in t.columns)
        _sheet(book.add_worksheet("Dictionary"), DICTIONARY, rows, bold, plain)
    return out.getvalue()


def _sheet(
    sheet: Worksheet,
    labels: tuple[str, ...],
    rows: tuple[tuple[Cell, ...], ...],
    bold: Format,
    plain: Format,
) -> None:
    """One table, whose header and first column stay in sight, and whose rows can be filtered."""
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows), len(labels) - 1)
    for column, label in enumerate(labels):
        is_long = any(len(str(row[column])) > _LONG for row in rows)
        sheet.set_column(column, column, _WIDE if is_long else _NARROW)
        sheet.write_string(0, column, label, bold)
    for line, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(line, column, cell, plain)
            else:
                sheet.write_string(line, column, _fitting(cell), plain)


def _fitting(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - len(_CUT)] + _CUT


def _name(table: DataTable) -> str:
    """What the sheet is called: a word of ours, since Excel takes not every title."""
    return table.name.capitalize()
