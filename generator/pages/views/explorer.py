"""Tables to explore: one row each, to be sorted, filtered and compared by what the data say.

What can be filtered by, in which order values are sorted and under which heading a row stands is
decided here; the script of the page only hides, moves and counts the rows that this makes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.entities.words import Noun
from generator.pages.address import Address
from generator.pages.views.names import Link
from generator.pages.views.rows import SHORT_LABELS, AttributeRow

STATED = "_stated"
"""What stands for any value, where values are too many to choose from; ids begin with no “_”."""

MOST = 200
"""The most rows of a group on one page, where the table is too long to stand on one as a whole."""

MANY = 2
"""How many values of one row fit a column of the usual width."""


@dataclass(frozen=True)
class FilterValue:
    """What a row can be found under in one column, and where that stands among the others."""

    token: str
    """The id of a choice, or `_` and what is known instead."""
    label: str
    order: float | str = 0
    beside: str = ""
    """Words that go with it in this row, such as “given as an example”."""


@dataclass(frozen=True)
class ExplorerCell:
    """What one row says in one column."""

    shown: AttributeRow
    values: tuple[FilterValue, ...] = ()
    """All it is found under: both readings of a contradiction; none where nobody filters."""
    rank: int | None = None
    """What the rows are sorted by in this column; none where nothing is known."""

    @property
    def tokens(self) -> str:
        """What it is found under, for the script."""
        return " ".join(value.token for value in self.values)

    @property
    def is_text(self) -> bool:
        """Whether it holds sentences, which nobody sorts or filters by."""
        return not self.values

    @property
    def is_long(self) -> bool:
        """Whether it has so many values that its column must be wide for its row to stay low."""
        return len(self.values) > MANY

    @property
    def is_inferred(self) -> bool:
        """Whether this site alone says so; of several values it may be but one that it infers."""
        return self.shown.state == "inferred" and len(self.values) == 1

    @property
    def is_known(self) -> bool:
        """Whether rows can be sorted by it."""
        return self.rank is not None


@dataclass(frozen=True)
class Option:
    """Something to filter by, and how many rows have it."""

    token: str
    label: str
    count: int


@dataclass(frozen=True)
class ExplorerColumn:
    """A column, and what rows can be filtered by in it."""

    id: str
    label: str
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class ExplorerRow:
    """A row of the table: what it is about, and its cells."""

    id: str
    link: Link
    cells: tuple[ExplorerCell, ...]
    rank: int
    places: tuple[Link, ...] = ()
    """Where the source says what the cells say."""


@dataclass(frozen=True)
class ExplorerGroup:
    """Rows that stand together under a heading."""

    title: str
    rows: tuple[ExplorerRow, ...]
    id: str = ""
    text: str = ""
    name: str = ""
    """What the pages of its rows are called, where the table is too long for one."""


@dataclass(frozen=True)
class ExplorerSection:
    """Rows of one group that have a page of their own, where the table is too long for one."""

    id: str
    title: str
    view: Explorer
    """The table with these rows alone."""

    @property
    def address(self) -> Address:
        """The page of its own."""
        return self.view.whole.section(self.id)


@dataclass(frozen=True)
class Explorer:
    """A table to explore."""

    whole: Address
    """The page that it stands on, of which the pages of its rows are parts."""
    noun: Noun
    arranged: str
    """How the rows stand before anybody sorts them, in words."""
    columns: tuple[ExplorerColumn, ...]
    groups: tuple[ExplorerGroup, ...]
    total: int
    has_places: bool

    @property
    def filters(self) -> tuple[ExplorerColumn, ...]:
        """The columns that rows can be filtered by."""
        return tuple(column for column in self.columns if column.options)

    @property
    def of_sentences(self) -> tuple[ExplorerColumn, ...]:
        """The columns that nobody filters or sorts by: what each page begins with."""
        return tuple(column for column in self.columns if not column.options)

    @property
    def narrow_width(self) -> int:
        """How many columns a narrow screen has."""
        return self.width - len(self.of_sentences)

    @property
    def told(self) -> str:
        """How many rows are shown, before anybody filters: “3 of 3 theories”, “1 theory”."""
        every = self.noun.counted(self.total)
        return every if self.total == 1 else f"{self.total} of {every}"

    @property
    def most(self) -> int:
        """How many rows are shown at once, of those found in the pages of its sections."""
        return MOST

    @property
    def sections(self) -> tuple[ExplorerSection, ...]:
        """The rows of each group, so many at a time."""
        return tuple(
            ExplorerSection(id, title, replace(self, groups=(_some(group, which),)))
            for group in self.groups
            for id, title, which in cut(group.name, group.title, len(group.rows))
        )

    @property
    def width(self) -> int:
        """How many columns there are, with that of the names and that of the places."""
        return len(self.columns) + 1 + self.has_places


def _some(group: ExplorerGroup, which: slice) -> ExplorerGroup:
    """The rows of a section; the id of the group stays where all groups are."""
    return replace(group, id="", rows=group.rows[which])


def cut(name: str, title: str, rows: int) -> Iterator[tuple[str, str, slice]]:
    """The id and the title of each section of so many rows, and which they are."""
    if rows <= MOST:
        yield name, f"{title} ({rows})", slice(rows)
        return
    for first in range(0, rows, MOST):
        id, end = f"{name}-from-{first + 1}" if first else name, min(first + MOST, rows)
        yield id, f"{title} ({first + 1} to {end} of {rows})", slice(first, end)


def explorer(
    noun: Noun,
    arranged: str,
    columns: Sequence[ExplorerColumn],
    rows: Iterable[ExplorerRow],
    groups: Iterable[tuple[ExplorerGroup, set[str]]],
    *,
    whole: Address,
) -> Explorer:
    """A table of these rows in these groups, each given with the ids of its rows.

    What can be filtered by, and how rows are sorted, follows from the values of their cells.
    """
    rows = list(rows)
    by_column = [[row.cells[n] for row in rows] for n in range(len(columns))]
    ranks = [_ranks(cells) for cells in by_column]
    ranked = {row.id: replace(row, cells=tuple(map(_ranked, row.cells, ranks))) for row in rows}
    offering = tuple(
        replace(column, options=_options(cells))
        for column, cells in zip(columns, by_column, strict=True)
    )
    filled = tuple(
        replace(group, rows=tuple(ranked[row.id] for row in rows if row.id in ids))
        for group, ids in groups
        if ids
    )
    has_places = any(row.places for row in rows)
    return Explorer(whole, noun, arranged, offering, filled, len(rows), has_places)


def _options(cells: list[ExplorerCell]) -> tuple[Option, ...]:
    """What occurs in a column: values in their order, then what is known instead of one."""
    found: dict[str, list[tuple[FilterValue, bool]]] = {}
    for cell in cells:
        for value in cell.values:
            found.setdefault(value.token, []).append((value, cell.is_inferred))
    stated = found.pop(STATED, None)
    in_order = sorted(found.values(), key=lambda it: (it[0][0].token[0] == "_", it[0][0].order))
    return tuple(map(_option, [stated, *in_order] if stated else in_order))


def _option(found: list[tuple[FilterValue, bool]]) -> Option:
    """A value with what goes with it in every row that has it."""
    values, inferred = zip(*found, strict=True)
    first, beside = values[0], {value.beside for value in values}
    told = (first.label, *(beside if len(beside) == 1 else ()), "inferred" * all(inferred))
    return Option(first.token, ", ".join(filter(None, told)), len(found))


def _ranks(cells: list[ExplorerCell]) -> dict[float | str, int]:
    orders = {cell.values[0].order for cell in cells if cell.values and cell.shown.values}
    return {order: n for n, order in enumerate(sorted(orders))}


def _ranked(cell: ExplorerCell, ranks: dict[float | str, int]) -> ExplorerCell:
    known = cell.values and cell.shown.values
    return replace(cell, rank=ranks[cell.values[0].order]) if known else cell


def gap(shown: AttributeRow) -> FilterValue:
    """What a cell without a value is found under."""
    order = list(SHORT_LABELS).index(shown.state)
    label = ", ".join(filter(None, (shown.short_label, shown.mark)))
    return FilterValue(f"_{shown.state}", label, order)
