"""Which intervention follows an earlier one, and how the source calls that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.entities import Attribute, AttributeValue, Intervention
from generator.library.library import Library
from generator.pages.views.common import Provenance, provenance
from generator.pages.views.figures.drawing import (
    OUTLINE,
    PHONE,
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
from generator.pages.views.figures.figure import Figure
from generator.pages.views.names import Link, Names


@dataclass(frozen=True)
class LineageStep:
    """A later intervention, how it follows an earlier one, and where the source says so."""

    earlier: Link
    later: Link
    how: str
    provenance: Provenance


@dataclass(frozen=True)
class LineageTable:
    """Every such step, by the earlier intervention."""

    steps: tuple[LineageStep, ...]
    followers: int
    total: int


def lineage_table(attributes: Sequence[Attribute], library: Library, names: Names) -> LineageTable:
    """The steps that these attributes of the kind `intervention` tell of."""
    found = _steps(attributes, library)
    return LineageTable(
        tuple(
            LineageStep(
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
    return sorted(found, key=lambda step: (_place(step[0]), _place(step[1])))


def _place(item: Intervention) -> tuple[bool, int]:
    return item.number is None, item.number or 0


def lineage_figure(
    attributes: Sequence[Attribute], library: Library, names: Names
) -> Figure | None:
    """Each earlier intervention with arrows to those that follow it; None where there are none."""
    found = _steps(attributes, library)
    if not found:
        return None
    followers = len({later.id for _, later, _, _ in found})
    total = library.review.words.intervention.counted(len(library.interventions))
    return Figure(
        f"Said of {followers} of {total}",
        "; ".join(
            f"{names.intervention(b)} {a.label.lower()} {names.intervention(e)}"
            for e, b, a, _ in found
        )
        + ".",
        _drawn(found, names),
        "earlier how later state source",
        tuple(
            (
                names.intervention_title(earlier),
                attribute.label,
                names.intervention_title(later),
                known.basis,
                "; ".join(place.text for place in names.places(known.at)),
            )
            for earlier, later, attribute, known in found
        ),
    )


INDENT, ROOM = 46.0, 15.0
"""How far what follows stands to the right, and the room above it for what it is called."""


def _drawn(
    found: Sequence[tuple[Intervention, Intervention, Attribute, AttributeValue]],
    names: Names,
) -> Drawing:
    """Each earlier one with those that follow it below, as narrow as a phone."""
    shapes: list[Shape] = []
    labels: list[Label] = []
    y = 4.0
    for earlier in dict.fromkeys(step[0].id for step in found):
        steps = [step for step in found if step[0].id == earlier]
        first, _ = _box(names.intervention_title(steps[0][0]), 0, y)
        shapes += first.shapes
        labels += first.labels
        start = y = first.height
        for _, later, attribute, _ in steps:
            labels.append(Label(INDENT, y + ROOM, f"{attribute.label}:", 11))
            second, end = _box(names.intervention_title(later), INDENT, y + ROOM + 6)
            path = stroke((INDENT / 2, start), (INDENT / 2, end), (INDENT - 8, end))
            tip = INDENT - 1
            shapes += (
                *second.shapes,
                Shape(path, OUTLINE),
                Shape(closed((tip - 8, end - 4), (tip, end), (tip - 8, end + 4)), THICK),
            )
            labels += second.labels
            y = second.height + 4
        y += 16
    return Drawing(PHONE, y - 18, tuple(shapes), tuple(labels))


def _box(text: str, x: float, y: float) -> tuple[Drawing, float]:
    """A framed intervention, as wide as there is room, and the height of its middle.

    The height of the drawing is where the frame ends.
    """
    width = PHONE - x
    said = lines(x + 8, y + 17, wrapped(text, width - 16))
    bottom = said[-1].y + 9
    frame = Shape(box(x + 0.5, y, width - 1, bottom - y), OUTLINE)
    return Drawing(width, bottom, (frame,), said), (y + bottom) / 2
