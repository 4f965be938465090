"""Programme theories as a table to explore: what each says in short, its place and its basis."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import get_args

from generator.entities import Theory
from generator.entities.base import Basis
from generator.entities.intervention import State
from generator.entities.theory import TheoryFormat
from generator.entities.words import opening
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.views.basis import BASIS_LABELS
from generator.pages.views.explorer import (
    Explorer,
    ExplorerCell,
    ExplorerColumn,
    ExplorerGroup,
    ExplorerRow,
    FilterValue,
    explorer,
    gap,
)
from generator.pages.views.model import CHANGES, GroupView, ModelView
from generator.pages.views.names import Names
from generator.pages.views.rows import AttributeRow

_ARRANGED, _IN_GROUPS = "in their usual order", "in their groups"
Show = Callable[[Theory, Names], ExplorerCell]


def theory_explorer(library: Library, names: Names, model: ModelView) -> Explorer:
    """Every theory that counts, in the groups of the model; columns of what the review has."""
    shown = _columns(library, names)
    rows = (
        ExplorerRow(id, names.full(id), tuple(_shown(theory, names, shown)), n)
        for n, (id, theory) in enumerate(library.theories.items())
    )
    groups = (
        (
            ExplorerGroup(g.title, (), g.id, _about(g, model, names), g.id),
            {row.theory.id for row in g.theories},
        )
        for g in model.groups
    )
    arranged = _IN_GROUPS if library.review.groups else _ARRANGED
    columns = [column for column, _ in shown]
    return explorer(names.words.theory, arranged, columns, rows, groups, whole=addresses.THEORIES)


def _shown(
    theory: Theory, names: Names, columns: list[tuple[ExplorerColumn, Show]]
) -> Iterator[ExplorerCell]:
    for column, show in columns:
        cell = show(theory, names)
        yield replace(cell, shown=replace(cell.shown, id=column.id, label=column.label))


def _about(group: GroupView, model: ModelView, names: Names) -> str:
    """What the group is about, and how many of it stand in the final model where there are two."""
    count = (
        f"{group.present} in the {names.words.final} model{group.read_here}."
        if model.has_two
        else ""
    )
    return f"{group.subject} {count}".strip()


def _columns(library: Library, names: Names) -> list[tuple[ExplorerColumn, Show]]:
    """What is told of theories, where the review has it at all."""
    words, scale = names.words, library.review.confidence
    every: list[tuple[bool, ExplorerColumn, Show]] = [
        (True, ExplorerColumn("summary", "In short"), _summary),
        (True, ExplorerColumn("basis", "What its statements rest on"), _basis),
        (library.has_two_models, ExplorerColumn("model", "Place in the model"), _model),
        (
            library.rates_theories,
            ExplorerColumn("confidence", scale.title if scale else ""),
            _confidence,
        ),
        (
            bool(library.format.choices),
            ExplorerColumn("format", opening(words.format.many)),
            _formats,
        ),
        (bool(library.review.groups), ExplorerColumn("group", "Group"), _group),
    ]
    return [(column, show) for is_there, column, show in every if is_there]


def _cell(
    values: list[FilterValue], state: State = "reported", text: str | None = None
) -> ExplorerCell:
    labels = tuple(value.label for value in values)
    row = AttributeRow("", "", "", state, "", labels, text, None, None)
    return ExplorerCell(row, tuple(values)) if values else ExplorerCell(row, (gap(row),))


def _summary(theory: Theory, names: Names) -> ExplorerCell:
    """In words alone, and nothing to filter by."""
    said = names.plain(theory.summary)
    return ExplorerCell(AttributeRow("", "", "", "reported", "", (said,), None, None, None))


def _group(theory: Theory, names: Names) -> ExplorerCell:
    own = [
        FilterValue(group.id, group.title, n)
        for n, group in enumerate(names.library.review.groups)
        if group.id == theory.group
    ]
    return _cell(own, "reported" if own else "not-stated")


def _model(theory: Theory, names: Names) -> ExplorerCell:
    """What became of it between the models; marked where its place is this site’s reading."""
    change = theory.change
    value = FilterValue(change, names.words.change_labels[change], CHANGES.index(change))
    if theory.reading_of:
        return _cell([value], "inferred", "its place is this site’s reading")
    return _cell([value])


def _basis(theory: Theory, _: Names) -> ExplorerCell:
    """Whether its statements are reported, inferred by this site or contradictory."""
    bases = {statement.basis for _, statement in theory.statements}
    own = [
        FilterValue(basis, BASIS_LABELS[basis].lower(), n)
        for n, basis in enumerate(get_args(Basis))
        if basis in bases
    ]
    return _cell(own, "reported" if own else "not-stated")


def _confidence(theory: Theory, names: Names) -> ExplorerCell:
    scale, own = names.library.review.confidence, theory.confidence
    if scale is None or own is None:
        return _cell([], "not-extracted")
    levels = [level.id for level in scale.levels]
    level = scale.level(own.level)
    return _cell([FilterValue(level.id, level.label, levels.index(level.id))], own.basis)


def _formats(theory: Theory, names: Names) -> ExplorerCell:
    """The formats that it bears on, “any” before those that are named."""
    own = dict.fromkeys(
        value
        for item in sorted(theory.formats, key=lambda item: item.covers != "any")
        for value in _of_format(item, names)
    )
    if not own:
        return _cell([], "not-stated")
    inferred = any(
        item.basis == "inferred" for item in theory.formats if item.covers != "not-stated"
    )
    return _cell(list(own), "inferred" if inferred else "reported")


def _choices(names: Names) -> list[FilterValue]:
    choices = enumerate(names.library.format.choices)
    return [FilterValue(choice.id, choice.label, n) for n, choice in choices]


def _of_format(item: TheoryFormat, names: Names) -> list[FilterValue]:
    if item.covers == "any":
        return [FilterValue("_any", f"may bear on any {names.words.format.one}", -1)]
    return [value for value in _choices(names) if value.token in item.formats]
