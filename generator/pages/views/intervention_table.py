"""Interventions with some of their attributes, a row each, and those of which nothing is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.entities import Attribute, EvidenceTable, Intervention
from generator.entities.intervention import State
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.views.listed import Listed, list_of, listed
from generator.pages.views.names import Link, Names
from generator.pages.views.rows import AttributeRow, attribute_row, state_label


@dataclass(frozen=True)
class WithoutRow:
    """The interventions without a value, and what is known instead."""

    state: State
    label: str
    interventions: tuple[Link, ...]
    count: int
    every: Link
    """Where all interventions stand."""

    @property
    def named(self) -> Listed[Link]:
        """As many of them as are named below a table."""
        return listed(self.interventions, lambda link: link, self.every)


@dataclass(frozen=True)
class InterventionRow:
    """An intervention with a cell for each column, and where the source says what they say."""

    link: Link
    cells: tuple[AttributeRow, ...]
    places: tuple[Link, ...]


@dataclass(frozen=True)
class InterventionsTable:
    """Interventions with their values of some attributes, and those without any."""

    columns: tuple[Attribute, ...]
    rows: tuple[InterventionRow, ...]
    without: tuple[WithoutRow, ...]
    total: int


def interventions_table(table: EvidenceTable, library: Library, names: Names) -> InterventionsTable:
    """The table that an entry of the file asks for."""
    columns, stated = columns_of(table, library), with_rows(table, library)
    there = {item.id for item in stated}
    silent = [
        (item, _least_known(item.state_of(a.id) for a in columns))
        for item in library.interventions.values()
        if item.id not in there
    ]
    return InterventionsTable(
        columns,
        tuple(_row(item, columns, library, names) for item in stated),
        without(silent, names),
        total=len(library.interventions),
    )


def columns_of(table: EvidenceTable, library: Library) -> tuple[Attribute, ...]:
    """The attributes that have a column."""
    return tuple(
        a for a in library.attributes.attributes
        if (a.facet if table.facets else a.id in table.columns)
    )  # fmt: skip


def with_rows(table: EvidenceTable, library: Library) -> list[Intervention]:
    """The interventions that have a row: all of them, or those of which something is stated."""
    columns = columns_of(table, library)
    return [
        item
        for item in library.interventions.values()
        if not table.stated_only or any(item.values_of(a.id) for a in columns)
    ]


WITHOUT: tuple[State, ...] = ("not-extracted", "not-stated", "not-applicable")
"""The states without a value: what is least known first."""


def _least_known(states: Iterable[State]) -> State:
    """What can be said of several attributes together: that which is least known."""
    return min(states, key=WITHOUT.index)


def without(items: list[tuple[Intervention, State]], names: Names) -> tuple[WithoutRow, ...]:
    """Those without a value by what is known instead; each state of which there are any."""
    rows, every = [], list_of(names.words.intervention.many, addresses.INTERVENTIONS)
    for state in reversed(WITHOUT):
        if ids := [item.id for item, known in items if known == state]:
            label = state_label(state, names.library)
            rows.append(WithoutRow(state, label, names.all(ids), len(ids), every))
    return tuple(rows)


def _row(
    item: Intervention, columns: tuple[Attribute, ...], library: Library, names: Names
) -> InterventionRow:
    cells = tuple(attribute_row(item, attribute, library, names) for attribute in columns)
    places = dict.fromkeys(
        place for cell in cells if cell.provenance for place in cell.provenance.places
    )
    return InterventionRow(names.full(item.id), cells, tuple(places))
