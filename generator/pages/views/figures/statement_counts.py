"""How much is stated, counted by group: the form of the map of statements that fits a phone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.entities.intervention import State
from generator.entities.words import inside, opening
from generator.library.library import Library
from generator.pages.views.figures.drawing import PHONE, Drawing, Label, Look, Shape, lines, wrapped
from generator.pages.views.figures.figure import CountedValue, counts_in_words
from generator.pages.views.figures.statement_marks import CELL, mark, with_states
from generator.pages.views.rows import state_label
from generator.pages.views.states import STATES, StatesTable

STEP = CELL + 2.0
PER_LINE = int(PHONE // STEP)


def counts_by_group(
    groups: Sequence[CountedValue], library: Library
) -> list[tuple[str, Counter[State]]]:
    """Each group, in words, with how many of its entries are in each state."""
    attributes = library.attributes.attributes
    every = library.review.words.intervention
    return [
        (
            f"{value.label or opening(every.many)} ({every.counted(len(value.members))})",
            Counter(item.state_of(one.id) for item in value.members for one in attributes),
        )
        for value in groups
    ]


def states_in_words(counts: Counter[State], library: Library) -> str:
    """“Of 84 entries: reported 22, not stated 62”."""
    labels = ((state_label(state, library), counts[state]) for state in STATES if counts[state])
    found = ((inside(label), number) for label, number in labels)
    return f"of {counts.total()} entries: {counts_in_words(found)}"


def counts_drawing(groups: Sequence[CountedValue], table: StatesTable, library: Library) -> Drawing:
    """For each group a heading, its counts, and a mark for each entry, state by state."""
    shapes: list[Shape] = []
    labels: list[Label] = []
    y = 12.0
    for heading, counts in counts_by_group(groups, library):
        said = lines(0, y, wrapped(heading, PHONE, 13, "700"), weight="700")
        below = wrapped(f"{opening(states_in_words(counts, library))}.", PHONE)
        told = lines(0, said[-1].y + 17, below)
        labels += (*said, *told)
        shapes += _marks(counts, told[-1].y + 8)
        y = told[-1].y + 8 + -(-counts.total() // PER_LINE) * STEP + 22
    return with_states(Drawing(PHONE, y - 14, tuple(shapes), tuple(labels)), table)


def _marks(counts: Counter[State], top: float) -> list[Shape]:
    """The marks of a group, in lines; those that look alike are one path."""
    paths: dict[Look, str] = {}
    states = [state for state in STATES for _ in range(counts[state])]
    for n, state in enumerate(states):
        line, column = divmod(n, PER_LINE)
        for shape in mark(state, column * STEP, top + line * STEP):
            paths[shape.look] = paths.get(shape.look, "") + shape.path
    return [Shape(path, look) for look, path in paths.items()]
