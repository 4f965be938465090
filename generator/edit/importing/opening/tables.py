"""One neutral form for the tables of every kind of file: rows, cells, lines, and runs of text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.edit.words import clean, quoted

MOST_ROWS, MOST_CELLS = 20_000, 200_000
"""Of all tables of a file together: far beyond what a review has."""


class UnreadableError(ValueError):
    """A file of which nothing can be read; its text says why, and what to do."""


@dataclass(frozen=True)
class Run:
    """Letters of one look. Capitals that were typed show in the text itself."""

    text: str
    struck: bool = False
    capitals: bool = False
    """True where the font, not the typing, makes the letters capital."""


@dataclass(frozen=True)
class Line:
    """A paragraph or bullet of a cell, with the footnotes it refers to."""

    runs: tuple[Run, ...]
    notes: tuple[str, ...] = ()
    number: int | None = None
    """The number that Word counts for it; it stands in no text."""

    @property
    def text(self) -> str:
        """The letters without their look."""
        return " ".join("".join(run.text for run in self.runs).split())


@dataclass(frozen=True)
class Cell:
    """A cell, from 1 the column it begins in, and how many columns it covers."""

    column: int
    lines: tuple[Line, ...] = ()
    width: int = 1
    goes_on: bool = False
    """True below a cell with which it is merged; it holds nothing itself."""
    misread: str = ""
    """What is wrong where the file keeps something else than was typed; then it has no lines."""

    @property
    def text(self) -> str:
        """All lines in one."""
        return " ".join(line.text for line in self.lines if line.text)

    @property
    def columns(self) -> range:
        """The columns it covers."""
        return range(self.column, self.column + self.width)


@dataclass(frozen=True)
class Row:
    """A row with its number, counted through the whole file and within its table."""

    number: int
    in_table: int
    cells: tuple[Cell, ...]

    def at(self, column: int) -> Cell | None:
        """The cell that covers a column."""
        return next((cell for cell in self.cells if column in cell.columns), None)

    @property
    def filled(self) -> tuple[Cell, ...]:
        """The cells that hold anything."""
        return tuple(cell for cell in self.cells if cell.text)

    @property
    def name(self) -> str:
        """What a report calls it by: the first of its texts."""
        return quoted(self.filled[0].text) if self.filled else "This row"

    @property
    def misread(self) -> tuple[Cell, ...]:
        """The cells of which nobody can tell what was typed."""
        return tuple(cell for cell in self.cells if cell.misread)


@dataclass(frozen=True)
class Table:
    """A table with the texts that stand before it, the nearest first."""

    number: int
    rows: tuple[Row, ...]
    captions: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """How many columns it has."""
        ends = [cell.columns.stop - 1 for row in self.rows for cell in row.cells]
        return max(ends, default=0)


@dataclass(frozen=True)
class Content:
    """All tables of a file, and what its reader should know of how they were read."""

    tables: tuple[Table, ...]
    remarks: tuple[str, ...] = ()
    has_looks: bool = True
    """False for a CSV file, in which nothing can be struck through."""


def lines(runs: list[Run]) -> Iterator[Line]:
    """Runs cut where the text breaks into lines; empty lines are left out."""
    line: list[Run] = []
    for run in runs:
        first, *rest = clean(run.text.replace("\r\n", "\n")).split("\n")
        line.append(Run(first, run.struck, run.capitals))
        for text in rest:
            yield from _unless_empty(line)
            line = [Run(text, run.struck, run.capitals)]
    yield from _unless_empty(line)


def _unless_empty(runs: list[Run]) -> Iterator[Line]:
    line = Line(tuple(run for run in runs if run.text))
    if line.text:
        yield line


def hold_size(name: str, rows: int, cells: int) -> None:
    """Nothing where a file has no more than that. Raises UnreadableError."""
    if rows > MOST_ROWS or cells > MOST_CELLS:
        raise UnreadableError(
            f"{name} has more rows or cells than any table of a review: {MOST_ROWS:,} rows and "
            f"{MOST_CELLS:,} cells are the most. Copy the table into a new file."
        )
