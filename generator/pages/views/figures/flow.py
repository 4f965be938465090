"""The numbers that the source prints on the way from its search to what it rests on.

Nothing is computed between them: what was left out from one step to the next, and why, is the
source’s to say. Parts that do not add up to their number are told of in words and not mended.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.entities import EvidenceTable
from generator.entities.claim_check import SumCheck
from generator.entities.evidence import FlowStep
from generator.entities.words import opening
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
from generator.pages.views.names import Names


@dataclass(frozen=True)
class FlowStepView:
    """One of the numbers, with what it is made of and what is not given before it."""

    number: int
    label: str
    parts: tuple[str, ...]
    """What it is made of, in words; what does not add up is said last."""
    gap: str | None
    provenance: Provenance

    @property
    def printed(self) -> str:
        """“5,126”."""
        return f"{self.number:,}"

    @property
    def words(self) -> str:
        """The step as a sentence, after what is not given before it."""
        made_of = f": {', '.join(self.parts)}" if self.parts else ""
        return " ".join(filter(None, (self.gap, f"{self.printed} {self.label}{made_of}.")))


@dataclass(frozen=True)
class FlowTable:
    """The steps of the search, from the first to the last."""

    steps: tuple[FlowStepView, ...]


def flow_table(table: EvidenceTable, library: Library, names: Names) -> FlowTable:
    """The steps of a table of the kind `flow`."""
    return FlowTable(
        tuple(
            FlowStepView(
                step.count,
                step.label,
                _parts(step, library),
                names.plain(step.gap) if step.gap else None,
                provenance(step, names),
            )
            for step in table.steps
        )
    )


def _parts(step: FlowStep, library: Library) -> tuple[str, ...]:
    check = library.claims[step.parts].check if step.parts else None
    if not isinstance(check, SumCheck):
        return ()
    parts = tuple(f"{part.value:,} {part.label}" for part in check.parts)
    total = sum(part.value for part in check.parts)
    if total == step.count:
        return parts
    noun = library.review.source.noun
    return (*parts, f"which add up to {total:,}; the {noun} prints {step.count:,}")


def flow_figure(table: EvidenceTable, library: Library, names: Names) -> Figure:
    """A frame for each step, below one another, with what is not given beside the arrow."""
    steps = flow_table(table, library, names).steps
    return Figure(
        opening(", ".join(f"{step.printed} {step.label}" for step in steps)),
        " ".join(step.words for step in steps),
        _drawn(steps),
        "number of made-of not-given-before state source",
        tuple(
            (
                step.number,
                step.label,
                "; ".join(step.parts),
                step.gap or "",
                step.provenance.basis,
                "; ".join(place.text for place in step.provenance.places),
            )
            for step in steps
        ),
    )


LEFT, TIP = 20.0, 8.0
"""Where the arrow stands, and how long its tip is."""


def _drawn(steps: Sequence[FlowStepView]) -> Drawing:
    shapes: list[Shape] = []
    labels: list[Label] = []
    y = 4.0
    for n, step in enumerate(steps):
        if n:
            said = lines(LEFT + 16, y + 18, wrapped(step.gap or "", PHONE - LEFT - 20, 11), 11)
            end = said[-1].y + 14
            tip = closed((LEFT - 4, end - TIP), (LEFT, end), (LEFT + 4, end - TIP))
            shapes += [Shape(stroke((LEFT, y), (LEFT, end - TIP)), OUTLINE), Shape(tip, THICK)]
            labels += said
            y = end + 1
        inside = [
            Label(8, y + 24, step.printed, 20, "700"),
            *lines(8, y + 42, wrapped(step.label, PHONE - 16, 13, "700"), weight="700"),
        ]
        for part in step.parts:
            inside += lines(8, inside[-1].y + 17, wrapped(part, PHONE - 16))
        bottom = inside[-1].y + 10
        shapes.append(Shape(box(1, y, PHONE - 2, bottom - y), OUTLINE))
        labels += inside
        y = bottom
    return Drawing(PHONE, y + 4, tuple(shapes), tuple(labels))
