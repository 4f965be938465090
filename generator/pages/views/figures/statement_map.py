"""What is stated of each intervention and what is not: every attribute by every intervention."""

from __future__ import annotations

from collections.abc import Sequence

from generator.entities import Attribute, Intervention
from generator.entities.order import lettered
from generator.library.library import Library
from generator.pages.views.figures.drawing import (
    FAINT,
    Drawing,
    Label,
    Shape,
    lines,
    wrapped,
)
from generator.pages.views.figures.figure import (
    CountedValue,
    Figure,
    counted_values,
    numbered,
    with_signs,
)
from generator.pages.views.figures.statement_counts import (
    counts_by_group,
    counts_drawing,
    states_in_words,
)
from generator.pages.views.figures.statement_marks import CELL, mark, whole, with_states
from generator.pages.views.names import Names
from generator.pages.views.rows import attribute_row
from generator.pages.views.states import states_table

STEP, SIDE, GAP = 15.0, 232.0, 9.0
"""From one mark to the next, the room for labels, and between groups."""


def states_figure(library: Library, names: Names) -> Figure:
    """The map of all entries, the interventions grouped by their format."""
    table = states_table(library)
    unstated = sum(column.total for column in table.columns if column.state == "not-stated")
    groups = _groups(library)
    members = [value for _, value in groups]
    drawing = with_states(_map(groups, library, names), table)
    return Figure(
        f"Of {table.total} entries, {unstated} are not stated",
        f"{'; '.join(f'{column.label}: {column.total}' for column in table.columns)}.",
        _with_groups(drawing, groups, names),
        "intervention title attribute state",
        tuple(
            (numbered(item), item.title, attribute.id, item.state_of(attribute.id))
            for item in library.interventions.values()
            for attribute in library.attributes.attributes
        ),
        words_by_group=tuple(
            f"{heading}: {states_in_words(counts, library)}."
            for heading, counts in counts_by_group(members, library)
            if len(members) > 1
        ),
        narrow=counts_drawing(members, table, library),
    )


def _groups(library: Library) -> list[tuple[str, CountedValue]]:
    """The interventions by format, each with its letter; those of several formats stand apart."""
    items = tuple(library.interventions.values())
    if not library.format.choices:
        return [("", CountedValue("", items))]
    several = [item for item in items if len(item.values_of(library.format.id)) > 1]
    single = [
        CountedValue(value.label, tuple(item for item in value.members if item not in several))
        for value in counted_values(library.format, library)
    ]
    many = CountedValue(f"More than one {library.review.words.format.one}", tuple(several))
    letters = map(str.upper, lettered())
    return list(zip(letters, [e for e in (*single, many) if e.members], strict=False))


def _map(groups: Sequence[tuple[str, CountedValue]], library: Library, names: Names) -> Drawing:
    shapes: list[Shape] = []
    labels: list[Label] = []
    lefts: dict[str, float] = {}
    x = SIDE
    for letter, value in groups:
        labels.append(Label(x, 12, letter, 12, "700"))
        for item in value.members:
            labels.append(Label(x + CELL / 2, 28, names.sign(item).strip("#"), 9, anchor="middle"))
            lefts[item.id] = x
            x += STEP
        x += GAP
    y = 36.0
    for group in library.attributes.groups:
        labels.append(Label(0, y + 15, group.title, 11.5, "700"))
        y += 21
        for attribute in library.attributes.attributes:
            if attribute.group == group.id:
                labels.append(Label(8, y + 9, attribute.label, 11))
                shapes += _row(attribute, lefts, y, library, names)
                y += STEP
    return Drawing(x, y, tuple(shapes), tuple(labels))


def _row(
    attribute: Attribute, lefts: dict[str, float], y: float, library: Library, names: Names
) -> list[Shape]:
    """The marks of an attribute: those of what is not stated as one path, all others told."""
    shapes: list[Shape] = []
    empty = ""
    for id, x in lefts.items():
        item = library.interventions[id]
        state = item.state_of(attribute.id)
        if state == "not-stated":
            empty += whole(x, y)
        else:
            shapes += mark(state, x, y, _told(item, attribute, library, names))
    return [*([Shape(empty, FAINT)] if empty else []), *shapes]


def _told(item: Intervention, attribute: Attribute, library: Library, names: Names) -> str:
    told = attribute_row(item, attribute, library, names).told
    return f"{names.intervention(item)}, {attribute.label}: {told}"


def _with_groups(
    drawing: Drawing, groups: Sequence[tuple[str, CountedValue]], names: Names
) -> Drawing:
    """The drawing with what the letters of its groups and columns stand for below it."""
    for letter, value in groups:
        if value.label:
            members = ", ".join(map(names.sign, value.members))
            y = drawing.height + 16
            said = lines(26, y, wrapped(f"{value.label}: {members}", drawing.width - 30, 11), 11)
            drawing = drawing.with_below((Label(8, y, letter, 12, "700"), *said))
    return with_signs(drawing, names)
