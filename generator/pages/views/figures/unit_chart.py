"""Interventions as numbered squares, in rows by one attribute or in a grid by two.

A dashed square stands in several places, since the source contradicts itself; one with a filled
corner stands where it does because this site infers it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.entities import Attribute, Intervention
from generator.entities.words import opening
from generator.library.library import Library
from generator.pages.views.figures.drawing import (
    DASHED,
    OUTLINE,
    PHONE,
    SOLID,
    Drawing,
    Label,
    Shape,
    box,
    closed,
    lines,
    wrapped,
)
from generator.pages.views.figures.figure import (
    CountedValue,
    Figure,
    counted_values,
    counts_in_words,
    numbered,
    with_signs,
)
from generator.pages.views.names import Names

WIDTH, HEIGHT, GAP = 32.0, 20.0, 4.0
SIDE, COLUMN, PER_CELL = 170.0, 116.0, 3
"""The widths of the column of labels and of each other one of a grid, and its squares a line."""
MOST_NAMED = 3
"""Groups of one size; of more, or where none holds more than one, none is named."""


def choices_figure(attribute: Attribute, library: Library, names: Names) -> Figure:
    """The interventions by what they have of one attribute."""
    found = counted_values(attribute, library)
    marks = Marks((attribute.id,), library, names)
    return Figure(
        _seen(found, marks),
        f"{'; '.join(f'{label}: {number}' for label, number in (it.counted for it in found))}.",
        _list(found, marks),
        f"{attribute.id} intervention title {attribute.id}-state",
        tuple(
            (marks.said(value.label, attribute.id, item), *marks.row(item))
            for value in found
            for item in value.members
        ),
        marks.told,
    )


def cross_figure(down: Attribute, across: Attribute, library: Library, names: Names) -> Figure:
    """The interventions by two attributes; what none of them has is left out."""
    rows, columns = (
        tuple(value for value in counted_values(attribute, library) if value.members)
        for attribute in (down, across)
    )
    grid = [
        (row, column, tuple(item for item in row.members if item in column.members))
        for row in rows
        for column in columns
    ]
    marks = Marks((down.id, across.id), library, names)
    cells = [
        CountedValue(f"{row.label}, {column.label}", members, row.is_known and column.is_known)
        for row, column, members in grid
    ]
    said = [
        f"{row.label}: {counts_in_words((c.label, len(m)) for r, c, m in grid if r is row and m)}"
        for row in rows
    ]
    return Figure(
        _seen(cells, marks),
        f"{'; '.join(said)}.",
        _grid(rows, columns, marks),
        f"{down.id} {across.id} intervention title {down.id}-state {across.id}-state",
        tuple(
            (
                marks.said(r.label, down.id, item),
                marks.said(c.label, across.id, item),
                *marks.row(item),
            )
            for r, c, members in grid
            for item in members
        ),
        marks.told,
        narrow=_list([cell for cell in cells if cell.members], marks),
    )


def _seen(groups: Sequence[CountedValue], marks: Marks) -> str:
    """What is to be seen: where most of them stand, or of how few anything is known.

    It is no surer than the chart: what the source puts in several places is told here as well.
    """
    library = marks.library
    total = library.review.words.intervention.counted(len(library.interventions))
    number = max(len(group.members) for group in groups)
    largest = [group for group in groups if len(group.members) == number]
    if not all(group.is_known for group in largest):
        known = {item.id for group in groups if group.is_known for item in group.members}
        return f"Known of {len(known)} of {total}"
    contested = any(marks.of(item) == "conflict" for group in largest for item in group.members)
    counted = f"{number} of {total}{' each' * (len(largest) > 1)}"
    counted += ", some listed more than once" * contested
    *others, last = [group.label for group in largest]
    if len(largest) == len(groups) > 1:
        return counted
    if len(largest) > MOST_NAMED or (others and number == 1):
        return f"{len(largest)} groups have {counted}"
    if others:
        return f"Largest groups: {', '.join(others)} and {last} ({counted})"
    return f"Largest group: {last} ({counted})"


@dataclass(frozen=True)
class Marks:
    """What of the attributes that a chart shows is contradictory, inferred or said with words."""

    attributes: tuple[str, ...]
    library: Library
    names: Names

    def of(self, item: Intervention) -> str:
        """The state that has to be marked: conflict before inferred, otherwise reported."""
        states = {item.state_of(attribute) for attribute in self.attributes}
        return next((mark for mark in ("conflict", "inferred") if mark in states), "reported")

    @property
    def told(self) -> str:
        """What the marks mean and which squares have them, and what goes with values in words."""
        said = {
            "conflict": "Dashed, and shown more than once, since the source contradicts itself",
            "inferred": "With a filled corner: inferred by this site",
        }
        found: dict[str, list[str]] = {words: [] for words in said.values()}
        for item in self.library.interventions.values():
            words = [opening(self._beside(item, attribute)) for attribute in self.attributes]
            for one in filter(None, (said.get(self.of(item)), *words)):
                found.setdefault(one, []).append(self.names.link(item.id).text)
        return " ".join(f"{one}: {', '.join(items)}." for one, items in found.items() if items)

    def said(self, label: str, attribute: str, item: Intervention) -> str:
        """What an intervention has of an attribute, with the words that go with it."""
        words = self._beside(item, attribute)
        return f"{label} ({words})" if words else label

    def _beside(self, item: Intervention, attribute: str) -> str:
        known = item.attributes.get(attribute)
        return self.names.plain(known.text or "") if known else ""

    def row(self, item: Intervention) -> tuple[str, ...]:
        """The intervention in a file of rows, with what is known of each attribute."""
        return numbered(item), item.title, *map(item.state_of, self.attributes)


@dataclass(frozen=True)
class Squares:
    """Interventions as squares, in lines from a corner on."""

    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    bottom: float


def _squares(
    members: Sequence[Intervention], marks: Marks, x: float, y: float, per_line: int
) -> Squares:
    shapes: list[Shape] = []
    labels: list[Label] = []
    for n, item in enumerate(members):
        line, column = divmod(n, per_line)
        left, top = x + column * (WIDTH + GAP), y + line * (HEIGHT + GAP)
        mark, name = marks.of(item), marks.names.sign(item)
        look = DASHED if mark == "conflict" else OUTLINE
        shapes.append(
            Shape(box(left + 1, top + 1, WIDTH - 2, HEIGHT - 2), look, f"{name} {item.title}")
        )
        if mark == "inferred":
            corner = closed((left + 1, top + 1), (left + 8, top + 1), (left + 1, top + 8))
            shapes.append(Shape(corner, SOLID))
        labels.append(Label(left + WIDTH / 2, top + 14, name, 11, anchor="middle"))
    count = -(-len(members) // per_line)
    return Squares(tuple(shapes), tuple(labels), y + count * (HEIGHT + GAP))


def _list(found: Iterable[CountedValue], marks: Marks) -> Drawing:
    """A heading with its squares for each entry, below one another."""
    shapes: list[Shape] = []
    labels: list[Label] = []
    y = 12.0
    for value in found:
        heading = lines(
            0, y, wrapped(f"{value.label}: {len(value.members)}", PHONE, weight="700"), weight="700"
        )
        squares = _squares(value.members, marks, 0, heading[-1].y + 6, int(PHONE // (WIDTH + GAP)))
        shapes += squares.shapes
        labels += (*heading, *squares.labels)
        y = squares.bottom + 20
    return _noted(Drawing(PHONE, y - 18, tuple(shapes), tuple(labels)), marks)


def _grid(rows: Sequence[CountedValue], columns: Sequence[CountedValue], marks: Marks) -> Drawing:
    """A table of squares, with the labels of its rows on its left."""
    width = SIDE + len(columns) * COLUMN
    heads = [
        lines(SIDE + n * COLUMN, 12, wrapped(column.label, COLUMN - 8, weight="700"), weight="700")
        for n, column in enumerate(columns)
    ]
    y = max(head[-1].y for head in heads) + 8
    shapes: list[Shape] = []
    labels = [label for head in heads for label in head]
    for row in rows:
        shapes.append(Shape(box(0, y, width, 0.5), SOLID))
        side = lines(0, y + 18, wrapped(row.label, SIDE - 10, weight="700"), weight="700")
        cells = [
            _squares(
                [item for item in row.members if item in column.members],
                marks,
                SIDE + n * COLUMN,
                y + 5,
                PER_CELL,
            )
            for n, column in enumerate(columns)
        ]
        shapes += (shape for cell in cells for shape in cell.shapes)
        labels += (*side, *(label for cell in cells for label in cell.labels))
        y = max(side[-1].y + 8, *(cell.bottom + 4 for cell in cells))
    return _noted(Drawing(width, y, tuple(shapes), tuple(labels)), marks)


def _noted(drawing: Drawing, marks: Marks) -> Drawing:
    """The drawing with what its marks mean below it."""
    if marks.told:
        told = wrapped(marks.told, drawing.width, 11)
        drawing = drawing.with_below(lines(0, drawing.height + 14, told, 11))
    return with_signs(drawing, marks.names)
