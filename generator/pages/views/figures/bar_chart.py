"""Printed percentages as bars from 0 to 100: one attribute a chart, never two on one axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.entities import Attribute, AttributeValue, Intervention
from generator.library.library import Library
from generator.pages.views.basis import BASIS_LABELS
from generator.pages.views.figures.drawing import (
    BAR,
    FAINT,
    PHONE,
    Drawing,
    Label,
    Shape,
    box,
    lines,
    wrapped,
)
from generator.pages.views.figures.figure import Figure, numbered
from generator.pages.views.names import Names

THICK, RIGHT = 14.0, 44.0
"""The height of a bar, and the room for its figure beside it."""
TICKS = (0, 50, 100)


@dataclass(frozen=True)
class Bar:
    """A percentage of an intervention, as the source prints it."""

    item: Intervention
    value: float
    known: AttributeValue

    @property
    def printed(self) -> str:
        """“37%”."""
        return f"{self.value:g}%"

    @property
    def told(self) -> str:
        """Its figure, with what must not be lost of it."""
        return self.printed + self._remarks

    def name(self, names: Names) -> str:
        """The intervention, with what must not be lost of its figure."""
        return names.intervention_title(self.item) + self._remarks

    @property
    def _remarks(self) -> str:
        remarks = [self.known.text or ""]
        if self.known.basis != "reported":
            remarks.append(BASIS_LABELS[self.known.basis])
        said = "; ".join(remark for remark in remarks if remark)
        return f" ({said})" if said else ""


def bars(attribute: Attribute, library: Library) -> list[Bar]:
    """Every percentage of an attribute; of one that the source contradicts, each reading."""
    return [
        Bar(item, float(value), item.attributes[attribute.id])
        for item in library.interventions.values()
        for value in item.values_of(attribute.id)
    ]


def percentages_figure(attribute: Attribute, library: Library, names: Names) -> Figure | None:
    """The interventions that have a figure; None where there are none."""
    found = bars(attribute, library)
    if not found:
        return None
    with_one = len({bar.item.id for bar in found})
    total = library.review.words.intervention.counted(len(library.interventions))
    printed = ", ".join(bar.printed for bar in found)
    return Figure(
        f"Known of {with_one} of {total}: {printed}",
        f"{'; '.join(f'{bar.name(names)}: {bar.printed}' for bar in found)}.",
        _drawn(found, names),
        "intervention title percentage state source",
        tuple(
            (
                numbered(bar.item),
                bar.item.title,
                f"{bar.value:g}",
                bar.known.basis,
                "; ".join(place.text for place in names.places(bar.known.at)),
            )
            for bar in found
        ),
    )


def _drawn(found: Sequence[Bar], names: Names) -> Drawing:
    shapes: list[Shape] = []
    labels: list[Label] = []
    unit = (PHONE - RIGHT) / 100
    y = 12.0
    for bar in found:
        heading = lines(0, y, wrapped(bar.name(names), PHONE))
        top = heading[-1].y + 6
        shapes += [
            Shape(box(0, top, 100 * unit, THICK), FAINT),
            Shape(box(0, top, round(bar.value * unit, 2), THICK), BAR, bar.printed),
        ]
        labels += (*heading, Label(PHONE - RIGHT + 6, top + 11, bar.printed, weight="700"))
        y = top + THICK + 20
    bottom = y - 14
    for tick in TICKS:
        shapes.append(Shape(box(tick * unit, bottom - 4, 0.5, 4), FAINT))
        text = f"{tick}%"
        labels.append(
            Label(tick * unit, bottom + 11, text, 11, anchor="middle" if tick else "start")
        )
    return Drawing(PHONE, bottom + 16, tuple(shapes), tuple(labels))
