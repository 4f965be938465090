"""The choices of an attribute, each with the interventions that have it, and those with none."""

from __future__ import annotations

from dataclasses import dataclass

from generator.entities import Attribute
from generator.entities.intervention import Choice
from generator.library.library import Library
from generator.pages.by_format import ByFormat
from generator.pages.views import formats
from generator.pages.views.formats import BearingTheory
from generator.pages.views.intervention_table import WithoutRow, without
from generator.pages.views.names import Link, Names


@dataclass(frozen=True)
class ChoiceRow:
    """A choice of an attribute and the interventions that have it."""

    label: str
    meaning: str | None
    interventions: tuple[Link, ...]
    count: int
    contested: tuple[Link, ...]
    """Those of them for which the source contradicts itself."""
    places: tuple[Link, ...]
    """Where the source says it."""
    theories: tuple[BearingTheory, ...] = ()
    """For the format: theories that name it."""


@dataclass(frozen=True)
class ChoicesTable:
    """An attribute: the interventions that have each choice, and those that have none."""

    attribute: str
    rows: tuple[ChoiceRow, ...]
    without: tuple[WithoutRow, ...]
    distinct: int
    """How many have a value."""
    silent: int
    total: int
    is_format: bool
    span: int
    """The columns beside the first two."""
    not_limited: tuple[BearingTheory, ...] = ()
    """For the format: theories that bear on every format."""
    unstated: tuple[Link, ...] = ()
    """For the format: theories of the final model of which the source states none."""
    theories: int = 0
    """For the format: how many theories the final model has."""


def choices_table(
    attribute: Attribute, library: Library, names: Names, by_format: ByFormat
) -> ChoicesTable:
    """Every choice of the attribute, whether or not an intervention has it."""
    items = library.interventions.values()
    silent = [item for item in items if not item.values_of(attribute.id)]
    is_format = attribute.id == library.format.id
    return ChoicesTable(
        attribute.label,
        tuple(
            _choice(choice, attribute.id, library, names, by_format) for choice in attribute.choices
        ),
        without([(item, item.state_of(attribute.id)) for item in silent], names),
        distinct=len(items) - len(silent),
        silent=len(silent),
        total=len(items),
        is_format=is_format,
        span=3 if is_format else 2,
        not_limited=formats.bearing_theories(by_format.not_limited, names) if is_format else (),
        unstated=names.all(by_format.unstated) if is_format else (),
        theories=sum(theory.is_final for theory in library.theories.values()) if is_format else 0,
    )


def _choice(
    choice: Choice, attribute: str, library: Library, names: Names, by_format: ByFormat
) -> ChoiceRow:
    members = [
        item for item in library.interventions.values() if choice.id in item.values_of(attribute)
    ]
    at = dict.fromkeys(place for item in members for place in item.attributes[attribute].at)
    return ChoiceRow(
        choice.label,
        choice.meaning,
        names.all(item.id for item in members),
        len(members),
        names.all(item.id for item in members if len(item.values_of(attribute)) > 1),
        names.places(tuple(at)),
        formats.bearing_theories(by_format.naming([choice.id]), names)
        if attribute == library.format.id
        else (),
    )
