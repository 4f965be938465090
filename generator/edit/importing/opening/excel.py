"""Tables of Excel files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

from generator.edit.importing.opening.tables import (
    Cell,
    Content,
    Line,
    Row,
    Run,
    Table,
    hold_size,
    lines,
)


def read_xlsx(path: Path) -> Content:
    """Every visible sheet as a table; its name is its caption. A line of a cell is a line."""
    book = load_workbook(path, rich_text=True, data_only=True)
    tables: list[Table] = []
    remarks = []
    before = reach = 0
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            remarks.append(f"The sheet “{sheet.title}” is hidden, and was not read.")
            continue
        reach += sheet.max_row * sheet.max_column
        hold_size(f"The sheet “{sheet.title}”", sheet.max_row, reach)
        rows = tuple(_sheet_rows(sheet, before))
        tables.append(Table(len(tables) + 1, rows, (sheet.title,)))
        before += len(rows)
    return Content(tuple(tables), tuple(remarks))


def _sheet_rows(sheet: Any, before: int) -> Iterator[Row]:
    merged = {
        (row, area.min_col): (area.max_col - area.min_col + 1, row > area.min_row)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
    }
    for number, cells in enumerate(sheet.iter_rows(), 1):
        found: list[Cell] = []
        for cell in cells:
            if found and cell.column < found[-1].columns.stop:
                continue  # covered by the cell before, with which it is merged
            width, goes_on = merged.get((number, cell.column), (1, False))
            misread = "" if goes_on else _misread(cell)
            lines = () if goes_on or misread else tuple(_cell_lines(cell))
            found.append(Cell(cell.column, lines, width, goes_on, misread))
        yield Row(before + number, number, tuple(found))


def _misread(cell: Any) -> str:
    """What is wrong with a cell that Excel keeps as something else than was typed.

    “5-11” (years) is kept as a day in November, and the letters that were typed are lost.
    """
    if cell.data_type == "e":
        return f"Excel shows an error here ({cell.value}). Write what was meant."
    if not isinstance(cell.value, date | time | timedelta):
        return ""
    kind = "date" if isinstance(cell.value, date) else "time"
    seen = str(cell.value).removesuffix(" 00:00:00")
    return (
        f"Excel keeps this cell as a {kind} ({seen}), and not as it was "
        "typed. Write what was meant as text, with ' before it."
    )


def _cell_lines(cell: Any) -> Iterator[Line]:
    struck = bool(cell.font and cell.font.strike)
    runs = []
    for part in cell.value if isinstance(cell.value, CellRichText) else [cell.value]:
        if isinstance(part, TextBlock):
            runs.append(Run(part.text, bool(part.font and part.font.strike)))
        else:
            runs.append(Run(_plain(part, cell.number_format), struck))
    yield from lines(runs)


def _plain(value: Any, number_format: str) -> str:
    """A value of a cell as it is seen: a share as a percentage, a whole number without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value * 100:.6g}%" if "%" in (number_format or "") else f"{value:.12g}"
    return str(value)
