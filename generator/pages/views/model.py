"""The whole model: initial, final, and the changes between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.entities import Change, Theory
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.views.common import CHANGE_LABELS, Link, Names, RemarkView, remark_view
from generator.pages.views.theory import Part, parts_view

CHANGES: tuple[Change, ...] = ("removed", "added", "reworded", "retained", "not-stated")


@dataclass(frozen=True)
class TheoryRow:
    """A theory with its parts, as a row of the model."""

    link: Link
    change: str
    change_label: str
    summary: str
    is_reading: bool
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class GroupView:
    """A group of theories, in the order of their ids."""

    id: str
    title: str
    subject: str
    theories: tuple[TheoryRow, ...]
    present: int
    """How many of them stand in the final model."""


@dataclass(frozen=True)
class ChangeGroup:
    """Theories and statements that changed in the same way."""

    change: str
    label: str
    theories: tuple[Link, ...]
    statements: tuple[tuple[Link, str], ...]
    """The theory and the text of each statement; left out where nothing is known of them."""
    statement_count: int


@dataclass(frozen=True)
class ModelView:
    """The model, or one view of it."""

    convention: RemarkView
    caveat: str
    groups: tuple[GroupView, ...]
    changes: tuple[ChangeGroup, ...]
    final_count: int
    removed_count: int
    reading_count: int
    """How many theories of the final model stand there by a reading of this site."""
    incomplete_count: int
    """How many theories show no context, no mechanism or no outcome."""
    unknown_count: int
    """How many theories of the final model may or may not stand in the initial one."""


def model_view(library: Library, names: Names, keep: Callable[[Theory], bool]) -> ModelView:
    """The theories that `keep` keeps, by group."""
    convention = library.review.convention
    theories = list(library.theories.values())
    return ModelView(
        convention=remark_view(convention, names),
        caveat=convention.caveat,
        groups=tuple(
            GroupView(
                group.id,
                group.title,
                group.subject,
                tuple(_row(t, names) for t in library.theories_of(group.id) if keep(t)),
                sum(t.model.final == "present" for t in library.theories_of(group.id)),
            )
            for group in library.review.groups
        ),
        changes=tuple(_change(change, library, names) for change in CHANGES),
        final_count=sum(t.model.final == "present" for t in theories),
        removed_count=sum(t.model.change == "removed" for t in theories),
        reading_count=sum(t.reading_of is not None and in_final(t) for t in theories),
        incomplete_count=sum(not (t.contexts and t.mechanisms and t.outcomes) for t in theories),
        unknown_count=sum(
            t.model.initial == "not-stated" and t.model.final == "present" for t in theories
        ),
    )


def in_either(_: Theory) -> bool:
    """Every theory stands in the initial model, in the final one or in both."""
    return True


def in_initial(theory: Theory) -> bool:
    """Whether the theory is known to stand in the initial model."""
    return theory.model.initial == "present"


def in_final(theory: Theory) -> bool:
    """Whether the theory stands in the final model."""
    return theory.model.final == "present"


def _row(theory: Theory, names: Names) -> TheoryRow:
    return TheoryRow(
        names.full(theory.id),
        theory.model.change,
        CHANGE_LABELS[theory.model.change],
        theory.summary,
        theory.reading_of is not None,
        parts_view(theory, names),
    )


def _change(change: Change, library: Library, names: Names) -> ChangeGroup:
    statements = [
        (Link(names.theory(theory), addresses.theory(theory.id), statement.id), statement.text)
        for theory in library.theories.values()
        for _, statement in theory.statements
        if statement.change == change
    ]
    return ChangeGroup(
        change,
        CHANGE_LABELS[change],
        tuple(names.full(t.id) for t in library.theories.values() if t.model.change == change),
        () if change == "not-stated" else tuple(statements),
        len(statements),
    )
