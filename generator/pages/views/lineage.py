"""Which intervention follows an earlier one, and how the source calls that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.entities import Attribute, AttributeValue, Intervention
from generator.library.library import Library
from generator.pages.views.common import Link, Names, Provenance, places, provenance
from generator.pages.views.drawing import (
    OUTLINE,
    THICK,
    Drawing,
    Label,
    Shape,
    box,
    closed,
    lines,
    stroke,
    wrapped,
)
from generator.pages.views.figure import Figure


@dataclass(frozen=True)
class Step:
    """A later intervention, what it is called to the earlier one, and where the source says so."""

    earlier: Link
    later: Link
    how: str
    provenance: Provenance


@dataclass(frozen=True)
class LineageTable:
    """Every such step, by the earlier intervention."""

    steps: tuple[Step, ...]
    followers: int
    total: int


def lineage_table(attributes: Sequence[Attribute], library: Library, names: Names) -> LineageTable:
    """The steps that these attributes of the kind `intervention` tell of."""
    found = _steps(attributes, library)
    return LineageTable(
        tuple(
            Step(
                names.full(earlier.id),
                names.full(later.id),
                attribute.label,
                provenance(known, names),
            )
            for earlier, later, attribute, known in found
        ),
        len({later.id for _, later, _, _ in found}),
        len(library.interventions),
    )


def _steps(
    attributes: Sequence[Attribute], library: Library
) -> list[tuple[Intervention, Intervention, Attribute, AttributeValue]]:
    """Each step as the earlier one, the later one and what is said of it, in the order of both."""
    every = library.every_intervention
    found = [
        (every[str(value)], later, attribute, later.attributes[attribute.id])
        for later in library.interventions.values()
        for attribute in attributes
        for value in later.values_of(attribute.id)
    ]
    return sorted(found, key=lambda step: (step[0].number, step[1].number))


def lineage_figure(
    attributes: Sequence[Attribute], caption: str, library: Library, names: Names
) -> Figure | None:
    """Each earlier intervention with arrows to those that follow it; None where there are none."""
    found = _steps(attributes, library)
    if not found:
        return None
    followers = len({later.id for _, later, _, _ in found})
    total = library.review.words.intervention.counted(len(library.interventions))
    title = f"{caption}. Said of {followers} of {total}"
    return Figure(
        title,
        "; ".join(f"#{b.number} {a.label.lower()} #{e.number}" for e, b, a, _ in found) + ".",
        _drawn(title, found, names),
        "earlier how later state source",
        tuple(
            (
                names.intervention_title(earlier),
                attribute.label,
                names.intervention_title(later),
                known.basis,
                "; ".join(place.text for place in places(known.at, names)),
            )
            for earlier, later, attribute, known in found
        ),
    )


BOX, ARROW = 210.0, 130.0
"""The widths of an intervention and of the arrow between two."""


def _drawn(
    title: str,
    found: Sequence[tuple[Intervention, Intervention, Attribute, AttributeValue]],
    names: Names,
) -> Drawing:
    shapes: list[Shape] = []
    labels: list[Label] = []
    y = 4.0
    for earlier in dict.fromkeys(step[0].id for step in found):
        steps = [step for step in found if step[0].id == earlier]
        first, middle = _box(names.intervention_title(steps[0][0]), 0, y)
        shapes += first.shapes
        labels += first.labels
        bottom = first.height
        for _, later, attribute, _ in steps:
            second, end = _box(names.intervention_title(later), BOX + ARROW, y)
            x = BOX + 14
            path = stroke((BOX, middle), (x, middle), (x, end), (BOX + ARROW - 8, end))
            tip = BOX + ARROW - 1
            shapes += (
                *second.shapes,
                Shape(path, OUTLINE),
                Shape(closed((tip - 8, end - 4), (tip, end), (tip - 8, end + 4)), THICK),
            )
            labels += (*second.labels, Label(x + 8, end - 5, attribute.label, 11))
            y = second.height + 10
        y = max(y, bottom + 10) + 8
    return Drawing(title, 2 * BOX + ARROW + 2, y - 12, tuple(shapes), tuple(labels))


def _box(text: str, x: float, y: float) -> tuple[Drawing, float]:
    """An intervention in a frame; its `height` is where the frame ends. And its middle."""
    said = lines(x + 8, y + 17, wrapped(text, BOX - 16))
    bottom = said[-1].y + 9
    frame = Shape(box(x + 0.5, y, BOX - 1, bottom - y), OUTLINE)
    return Drawing("", BOX, bottom, (frame,), said), (y + bottom) / 2
