"""A figure: a drawing that is said in words as well, and the rows that it was drawn from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.entities import Attribute, Intervention
from generator.entities.intervention import State
from generator.library.library import Library
from generator.pages.address import Address
from generator.pages.views.figures.drawing import Drawing, lines, wrapped
from generator.pages.views.names import Names
from generator.pages.views.rows import state_label

MOST = 120
"""Of more interventions no figure is drawn: nobody could take it in, and the table tells it."""
Rows = tuple[tuple[object, ...], ...]
_UNKNOWN: tuple[State, ...] = ("not-applicable", "not-stated", "not-extracted")


@dataclass(frozen=True)
class Figure:
    """What stands above a table, and can be taken along as a picture and as rows."""

    seen: str
    """What is to be seen, as it stands below the caption of its table."""
    words: str
    """All that the drawing shows, in one or more sentences."""
    drawing: Drawing
    columns: str
    """The names of the columns of its rows, with spaces between them."""
    rows: Rows
    marks: str = ""
    """What some of its shapes are marked for, in words."""
    words_by_group: tuple[str, ...] = ()
    """`words` of each group, a sentence each."""
    narrow: Drawing | None = None
    """What a phone shows instead, where the drawing is wider than a phone."""
    path: str = ""
    """Where its files lie, without their ending."""
    title: str = ""
    """The caption of its table and what is to be seen, for where it stands alone."""
    explored: Address | None = None
    """The page that shows it point by point, where there is more to tell of each."""


@dataclass(frozen=True)
class CountedValue:
    """A value of an attribute, or what is known instead of one, and the interventions with it."""

    label: str
    members: tuple[Intervention, ...]
    is_known: bool = True
    """Whether it is a value, and not what is known instead of one."""

    @property
    def counted(self) -> tuple[str, int]:
        """Its label and how many have it."""
        return self.label, len(self.members)


def numbered(item: Intervention) -> str:
    """“#6” in a row; empty of one without a number, whose title stands beside it."""
    return "" if item.number is None else f"#{item.number}"


def with_signs(drawing: Drawing, names: Names) -> Drawing:
    """The drawing with what its letters stand for below it, where some have no number."""
    if not names.signs:
        return drawing
    told = wrapped(f"Without a number: {names.signs}.", drawing.width, 11)
    return drawing.with_below(lines(0, drawing.height + 14, told, 11))


def counted_values(attribute: Attribute, library: Library) -> tuple[CountedValue, ...]:
    """The interventions by their choice; one that the source contradicts itself of stands in each.

    Those without a value stand last, by what is known instead.
    """
    items = library.interventions.values()
    chosen = [
        CountedValue(
            choice.label, tuple(i for i in items if choice.id in i.values_of(attribute.id))
        )
        for choice in attribute.choices
    ]
    unknown = [
        CountedValue(state_label(state, library), members, is_known=False)
        for state in _UNKNOWN
        if (members := tuple(i for i in items if i.state_of(attribute.id) == state))
    ]
    return (*chosen, *unknown)


def counts_in_words(counts: Iterable[tuple[str, int]]) -> str:
    """“Shared beds 9, single plots 8”."""
    return ", ".join(f"{label} {number}" for label, number in counts)
