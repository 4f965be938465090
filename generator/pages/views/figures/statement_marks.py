"""The marks that stand for what is known of an entry, and what they mean."""

from __future__ import annotations

from dataclasses import replace

from generator.entities.intervention import State
from generator.pages.views.figures.drawing import (
    DASHED,
    FAINT,
    OUTLINE,
    SOLID,
    THICK,
    Drawing,
    Label,
    Shape,
    box,
    closed,
    cross,
    stroke,
)
from generator.pages.views.states import StatesTable

CELL = 11.0
"""The size of a mark."""


def whole(x: float, y: float) -> str:
    """The path of a mark that is a whole square."""
    return box(x + 0.5, y + 0.5, CELL - 1, CELL - 1)


def mark(state: State, x: float, y: float, title: str = "") -> list[Shape]:
    """What stands for a state: each has a form of its own."""
    near, far, middle = x + 0.5, x + CELL - 0.5, y + CELL / 2
    match state:
        case "reported":
            return [Shape(whole(x, y), SOLID, title)]
        case "inferred":
            half = closed((near, y + 0.5), (near, y + CELL - 0.5), (far, y + CELL - 0.5))
            return [Shape(whole(x, y), OUTLINE), Shape(half, SOLID, title)]
        case "conflict":
            crossed = cross(x + 1, y + 1, CELL - 2)
            return [Shape(whole(x, y), OUTLINE), Shape(crossed, THICK, title)]
        case "not-applicable":
            return [Shape(stroke((near, middle), (far, middle)), THICK, title)]
        case "not-stated":
            return [Shape(whole(x, y), FAINT, title)]
    return [Shape(whole(x, y), DASHED, title)]


def with_states(drawing: Drawing, table: StatesTable) -> Drawing:
    """The drawing with what its marks mean below it, and how many there are of each."""
    y = drawing.height + 16
    shapes: list[Shape] = []
    labels: list[Label] = []
    for column in table.columns:
        shapes += mark(column.state, 8, y - 9)
        labels.append(Label(26, y, f"{column.label}: {column.total} of {table.total}", 11))
        y += CELL + 6
    return replace(drawing, shapes=(*drawing.shapes, *shapes)).with_below(labels)
