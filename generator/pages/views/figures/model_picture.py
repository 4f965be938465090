"""The model as a picture to take along: a lane for each group, a tile for each theory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.entities.words import Words
from generator.pages.views.figures.drawing import (
    DASHED,
    FAINT,
    OUTLINE,
    SOLID,
    Drawing,
    Label,
    Shape,
    box,
    lines,
    wrapped,
)
from generator.pages.views.figures.figure import MOST
from generator.pages.views.model import GroupView, ModelView, TheoryRow
from generator.pages.views.statements import ConfigurationPart

LANE, GAP, TILES = 270.0, 14.0, 16
"""The width of a lane, the room between two, and how many tiles stand below one another."""
SEGMENT, SIZE = 15.0, 11.0
KNOWN_AS = {"reported": SOLID, "inferred": OUTLINE}
"""The look of a context, a mechanism or an outcome; one of which nothing is stated is faint."""


def model_picture(view: ModelView, words: Words) -> Drawing | None:
    """The whole model; None where there is nothing to draw, or too much."""
    columns = [column for group in view.groups for column in _columns(group)]
    if not 0 < sum(len(rows) for _, rows in columns) <= MOST:
        return None
    parts = [_column(title, rows, n * (LANE + GAP)) for n, (title, rows) in enumerate(columns)]
    drawing = Drawing(
        len(parts) * (LANE + GAP) - GAP,
        max(part.bottom for part in parts),
        tuple(shape for part in parts for shape in part.shapes),
        tuple(label for part in parts for label in part.labels),
        view.how_many,
    )
    for line in _key(view, words):
        said = wrapped(line, drawing.width, SIZE)
        drawing = drawing.with_below(lines(0, drawing.height + 14, said, SIZE))
    return drawing


def _columns(group: GroupView) -> Iterator[tuple[str, Sequence[TheoryRow]]]:
    """A lane as columns of a height that can be seen at once; one of none has nothing to show."""
    for start in range(0, len(group.theories), TILES):
        yield ("" if start else group.title), group.theories[start : start + TILES]


@dataclass(frozen=True)
class _Part:
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    bottom: float


def _column(title: str, rows: Sequence[TheoryRow], x: float) -> _Part:
    shapes: list[Shape] = []
    labels = [Label(x, 14, title, 14, "700")]
    y = 24.0
    for row in rows:
        tile = _tile(row, x, y)
        shapes += tile.shapes
        labels += tile.labels
        y = tile.bottom + 5
    return _Part(tuple(shapes), tuple(labels), y)


def _tile(row: TheoryRow, x: float, y: float) -> _Part:
    room = LANE - 3 * SEGMENT - 24
    title = f"{row.label} {row.theory.title}".strip()
    said = lines(x + 8, y + 15, wrapped(_in_font(title, row.change), room, SIZE), SIZE)
    if row.change == "removed":
        said = tuple(replace(line, decoration="line-through") for line in said)
    bottom = said[-1].y + 8
    frame = DASHED if row.is_reading else FAINT
    shapes = [Shape(box(x + 1, y, LANE - 2, bottom - y), frame)]
    labels = list(said)
    for n, part in enumerate(row.parts):
        left, top = x + LANE - 8 - (3 - n) * SEGMENT, (y + bottom) / 2 - 7
        shapes.append(Shape(box(left, top, SEGMENT - 2, 14), KNOWN_AS.get(part.known_as, FAINT)))
        labels.append(_letter(part, left + 6.5, top + 10.5))
    return _Part(tuple(shapes), tuple(labels), bottom)


def _letter(part: ConfigurationPart, x: float, y: float) -> Label:
    match part.known_as:
        case "reported":
            return Label(x, y, part.letter, 10, "700", "middle", name="rl-on-ink", fill="#ffffff")
        case "inferred":
            return Label(x, y, part.letter, 10, anchor="middle")
        case _:
            return Label(x, y, "–", 10, anchor="middle")


def _in_font(title: str, change: str) -> str:
    """Capitals by letter, since a file by itself has no style sheet that makes them."""
    return title.upper() if change == "added" else title


def _key(view: ModelView, words: Words) -> Iterator[str]:
    """What the marks mean, of those that there are."""
    yield (
        "C, M, O: a context, a mechanism, an outcome is reported; in outline: this site infers all "
        "that is said of it; –: nothing is stated. None of them says how strong the evidence is."
    )
    shown = {row.change for group in view.groups for row in group.theories}
    if view.has_two:
        fonts = {"retained": "Normal letters", "removed": "Struck through", "added": "Capitals"}
        marks = [f"{f}: {words.change_labels[c]}" for c, f in fonts.items() if c in shown]
        if "not-stated" in shown:
            marks.append(f"All others: {words.change_labels['not-stated']}")
        yield f"{'. '.join(marks)}."
    if view.reading_count:
        yield "Dashed frame: its place in the model is this site’s reading."
