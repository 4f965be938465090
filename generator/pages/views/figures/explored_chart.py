"""A chart to explore: every entry of the chart above a table, by where it stands and what it says.

A browser draws it from the rows of its own page, so that chart and rows cannot differ. No entry is
found here that the chart drawn at build time does not have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.entities import Attribute, EvidencePage, EvidenceTable, Intervention
from generator.entities.intervention import State
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.views.figures.bar_chart import Bar, bars
from generator.pages.views.figures.drawing import OUTLINE, SOLID, Drawing, Shape, closed
from generator.pages.views.figures.figure import MOST, Figure, counted_values
from generator.pages.views.figures.statement_marks import CELL, mark
from generator.pages.views.names import Link, Names
from generator.pages.views.rows import attribute_row, state_label
from generator.pages.views.states import STATES

_LINE, _SCALE_LINE, _AROUND = 22, 44, 60
"""The height of a line of the chart, of one on a scale, and of what stands around them."""
_TELLING: tuple[State, ...] = (
    "conflict", "inferred", "not-extracted", "not-stated", "not-applicable",
)  # fmt: skip
"""Of an entry of two attributes, what is told of it: the first of these that either of them has."""


@dataclass(frozen=True)
class Bundle:
    """A program that a page loads: which, how large it is, and what of it a host sends."""

    version: str
    size: str
    sent: str


PLOTLY = Bundle("4.1.1", "1.2 MB", "0.4 MB")
"""As it lies in `site/assets/plotly/`."""


@dataclass(frozen=True)
class Point:
    """An entry: an intervention, where it stands across, and what is known of it."""

    link: Link
    x: str
    column: str
    """What stands there on the axis: “#12”; a value on a scale has nothing."""
    state: State
    told: str


@dataclass(frozen=True)
class PointLine:
    """A line of the chart, and the group of lines that it belongs to, if it does."""

    group: str
    label: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class StateKey:
    """A state: what stands for it, and how many entries have it."""

    state: State
    label: str
    count: int
    mark: Drawing


@dataclass(frozen=True)
class ExploredChart:
    """A chart, point by point."""

    caption: str
    figure: Figure
    """The chart drawn at build time, whose title and words these are."""
    back: Link
    """Where that stands, with its table."""
    keys: tuple[StateKey, ...]
    lines: tuple[PointLine, ...]
    contested: tuple[Link, ...]
    """What stands in several places, since the source contradicts itself."""
    is_scale: bool
    """Whether points stand on a scale from 0 to 100, instead of in columns."""

    @property
    def groups(self) -> tuple[str, ...]:
        """What the lines are grouped by; empty where they are not."""
        return tuple(dict.fromkeys(line.group for line in self.lines if line.group))

    @property
    def total(self) -> int:
        """How many entries there are."""
        return sum(key.count for key in self.keys)

    @property
    def height(self) -> int:
        """What the chart needs, which is kept free for it from the start."""
        one = _SCALE_LINE if self.is_scale else _LINE
        return _AROUND + one * (len(self.lines) + len(self.groups))


def explored_charts(library: Library) -> Iterator[tuple[EvidencePage, EvidenceTable]]:
    """The tables whose charts can be explored, with their pages."""
    for page in library.evidence.values():
        yield from ((page, table) for table in page.tables if has_explored_chart(table, library))


def has_explored_chart(table: EvidenceTable, library: Library) -> bool:
    """Whether the chart of a table has an entry for each intervention, of which more can be told.

    What a search came to and what followed what stand in their charts in full.
    """
    if not 0 < len(library.interventions) <= MOST:
        return False
    columns = [library.attribute(column) for column in table.columns]
    match table.kind, [column.kind for column in columns]:
        case "choices" | "interventions", ["choice"]:
            return True
        case "interventions", ["percentage"]:
            return bool(bars(columns[0], library))
    return table.kind in ("cross", "states")


def explored_chart(
    page: EvidencePage, table: EvidenceTable, figure: Figure, library: Library, names: Names
) -> ExploredChart:
    """The chart of a table, point by point; `figure` is the one drawn at build time."""
    lines = tuple(_lines(table, library, names))
    counts = Counter(point.state for line in lines for point in line.points)
    back = Link(page.title, addresses.evidence(page.id), table.id)
    keys = tuple(
        StateKey(state, state_label(state, library), counts[state], _key(state))
        for state in STATES
        if counts[state]
    )
    kinds = [library.attribute(column).kind for column in table.columns]
    contested = names.all(
        item.id
        for item in library.interventions.values()
        if any(item.state_of(column) == "conflict" for column in table.columns)
    )
    is_scale = kinds == ["percentage"]
    return ExploredChart(table.caption, figure, back, keys, lines, contested, is_scale)


def _lines(table: EvidenceTable, library: Library, names: Names) -> Iterator[PointLine]:
    found = _Points(library, names)
    columns = tuple(library.attribute(column) for column in table.columns)
    if table.kind == "states":
        yield from _of_every_attribute(library, found)
    elif table.kind == "cross":
        yield from _crossed(columns[0], columns[1], library, found)
    elif columns[0].kind == "percentage":
        for bar in bars(columns[0], library):
            yield PointLine("", names.intervention_title(bar.item), (found.on_scale(bar),))
    else:
        for value in counted_values(columns[0], library):
            yield PointLine("", value.label, found.of(value.members, columns))


def _of_every_attribute(library: Library, found: _Points) -> Iterator[PointLine]:
    for group in library.attributes.groups:
        for one in library.attributes.attributes:
            if one.group == group.id:
                points = found.of(library.interventions.values(), (one,))
                yield PointLine(group.title, one.label, points)


def _crossed(
    down: Attribute, across: Attribute, library: Library, found: _Points
) -> Iterator[PointLine]:
    for outer in counted_values(down, library):
        for inner in counted_values(across, library):
            both = [item for item in outer.members if item in inner.members]
            if both:
                yield PointLine(outer.label, inner.label, found.of(both, (down, across)))


class _Points:
    """Interventions as points, each in a column of its own or on a scale."""

    def __init__(self, library: Library, names: Names) -> None:
        self._library, self._names = library, names
        self._across = {id: n for n, id in enumerate(library.interventions)}

    def of(
        self, items: Iterable[Intervention], attributes: tuple[Attribute, ...]
    ) -> tuple[Point, ...]:
        """Each of them in its column, with what is known of these attributes."""
        return tuple(self._point(item, attributes) for item in items)

    def _point(self, item: Intervention, attributes: tuple[Attribute, ...]) -> Point:
        rows = [attribute_row(item, one, self._library, self._names) for one in attributes]
        states = {one.state for one in rows}
        state: State = next((one for one in _TELLING if one in states), "reported")
        told = [f"{one.label}: {one.told}" for one in rows] if len(rows) > 1 else [rows[0].told]
        x, link = self._across[item.id], self._names.full(item.id)
        return Point(link, f"{x}", self._names.sign(item), state, "; ".join(told))

    def on_scale(self, bar: Bar) -> Point:
        """A percentage where it stands on the scale."""
        link = self._names.full(bar.item.id)
        return Point(link, f"{bar.value:g}", "", bar.known.basis, bar.told)


def _key(state: State) -> Drawing:
    """The mark of a state as Plotly has it, which cannot halve a square or dash its line."""
    near, far, middle = 0.5, CELL - 0.5, CELL / 2
    shapes = mark(state, 0, 0)
    if state == "inferred":
        shapes = [Shape(closed((near, near), (near, far), (far, far)), SOLID)]
    elif state == "not-extracted":
        corners = (middle, near), (far, middle), (middle, far), (near, middle)
        shapes = [Shape(closed(*corners), OUTLINE)]
    return Drawing(CELL, CELL, tuple(shapes), ())
