"""How much is known of each attribute, counted over all interventions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.entities.intervention import State
from generator.library.library import Library
from generator.pages.views.rows import state_label

STATES: tuple[State, ...] = (
    "reported", "inferred", "conflict", "not-applicable", "not-stated", "not-extracted",
)  # fmt: skip


@dataclass(frozen=True)
class StateColumn:
    """A state that some attribute of some intervention has, and how many there are."""

    state: State
    label: str
    total: int


@dataclass(frozen=True)
class StatesRow:
    """An attribute, and how many interventions have it in each state."""

    label: str
    cells: tuple[tuple[str, int], ...]
    """The label of each column, and the number in it."""


@dataclass(frozen=True)
class StatesTable:
    """Every attribute by what is known of it."""

    columns: tuple[StateColumn, ...]
    rows: tuple[StatesRow, ...]
    total: int


def states_table(library: Library) -> StatesTable:
    """The states of all attributes of all interventions; a state that none has has no column."""
    items = library.interventions.values()
    counts = {
        attribute.label: Counter(item.state_of(attribute.id) for item in items)
        for attribute in library.attributes.attributes
    }
    total = sum(counts.values(), Counter[State]())
    columns = tuple(
        StateColumn(state, state_label(state, library), total[state])
        for state in STATES
        if total[state]
    )
    return StatesTable(
        columns,
        tuple(
            StatesRow(label, tuple((column.label, count[column.state]) for column in columns))
            for label, count in counts.items()
        ),
        total.total(),
    )
