"""The whole model: initial, final, and the changes between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.entities import Change, Theory
from generator.entities.words import opening
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.views.common import RemarkView, remark_view
from generator.pages.views.model_forms import ModelForm, read_here, unplaced
from generator.pages.views.names import Link, Names
from generator.pages.views.revisions import RevisionView
from generator.pages.views.statements import ConfigurationPart
from generator.pages.views.theory import TheoryView

CHANGES: tuple[Change, ...] = ("removed", "added", "reworded", "retained", "not-stated")


@dataclass(frozen=True)
class TheoryRow:
    """A theory with its parts, as a row of the model."""

    theory: Theory
    link: Link
    change: str
    change_label: str
    """Empty where the review has one model."""
    summary: str
    is_reading: bool
    parts: tuple[ConfigurationPart, ...]

    @property
    def label(self) -> str:
        """The number that the source prints, where it prints one."""
        return "" if self.theory.number is None else str(self.theory.number)

    @property
    def told(self) -> str:
        """In words, how context, mechanism and outcome are known; nothing of how strong."""
        known: dict[str, list[str]] = {"reported": [], "inferred": []}
        for part in self.parts:
            known.setdefault(part.known_as, []).append(part.title.lower())
        return "; ".join(f"{', '.join(titles)} {how}" for how, titles in known.items() if titles)

    def only(self, form: ModelForm) -> TheoryRow:
        """The theory with the statements that a form of the model has of it, as it words them."""
        return replace(
            self,
            parts=tuple(
                part.only(lambda it: form.holds(self.theory, it.change), form.wording)
                for part in self.parts
            ),
        )

    @property
    def change_mark(self) -> str:
        """What became of it, where it has to be marked: nothing where it is not stated."""
        return "" if self.change == "not-stated" else self.change_label


@dataclass(frozen=True)
class GroupView:
    """A group of theories, in the order of their ids."""

    id: str
    title: str
    subject: str
    theories: tuple[TheoryRow, ...]
    present: int
    """How many of them stand in the final model."""
    read_here: str
    """How many of those by a reading of this site, to be told after their number."""

    @property
    def name(self) -> str:
        """Its title within a sentence."""
        return self.title.lower()

    @property
    def fragments(self) -> tuple[str, ...]:
        """None: a theory has its address on its own page, and its tile above all sections."""
        return ()


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

    convention: RemarkView | None
    """How the source marks its models, where it does."""
    caveat: str
    has_two: bool
    """Whether the review has an initial and a final model."""
    groups: tuple[GroupView, ...]
    changes: tuple[ChangeGroup, ...]
    revisions: tuple[tuple[Link, RevisionView], ...]
    """What was refined, and why, by theory."""
    how_many: str
    """How many theories there are, and how many of them left the model."""
    final_count: int
    reading_count: int
    """How many theories of the final model stand there by a reading of this site."""
    incomplete_count: int
    """How many theories show no context, no mechanism or no outcome."""
    unknown_count: int
    """How many theories of the final model may or may not stand in the initial one."""

    unplaced_count: int
    """How many statements of its theories may or may not have stood in the initial model."""

    @property
    def has_reading(self) -> bool:
        """Whether a theory that is shown stands in the model by a reading of this site."""
        return any(row.is_reading for group in self.groups for row in group.theories)

    def only(self, form: ModelForm) -> ModelView:
        """The model as a form shows it: its theories and statements alone."""
        groups = tuple(
            replace(
                group,
                theories=tuple(row.only(form) for row in group.theories if form.keep(row.theory)),
            )
            for group in self.groups
        )
        kept = (row.theory for group in groups for row in group.theories)
        return replace(self, groups=groups, unplaced_count=sum(map(unplaced, kept)))


def model_view(library: Library, names: Names, views: Mapping[str, TheoryView]) -> ModelView:
    """All theories that count, by group; `views` are those of their own pages, by id."""
    convention = library.review.convention
    theories = list(library.theories.values())
    return ModelView(
        convention=remark_view(convention, names) if convention else None,
        caveat=convention.caveat if convention else "",
        has_two=library.has_two_models,
        groups=tuple(
            GroupView(
                id,
                title,
                subject,
                tuple(_row(t, views[t.id], names) for t in members),
                sum(t.is_final for t in members),
                read_here(members),
            )
            for id, title, subject, members in _groups(library)
        ),
        changes=tuple(_change(change, library, names) for change in CHANGES),
        revisions=tuple(
            (names.full(t.id), revision) for t in theories for revision in views[t.id].revisions
        ),
        final_count=sum(t.is_final for t in theories),
        how_many=_how_many(library),
        reading_count=sum(t.reading_of is not None and t.is_final for t in theories),
        incomplete_count=sum(not (t.contexts and t.mechanisms and t.outcomes) for t in theories),
        unknown_count=sum(t.initial == "not-stated" and t.is_final for t in theories),
        unplaced_count=sum(map(unplaced, theories)),
    )


def _groups(library: Library) -> Iterator[tuple[str, str, str, list[Theory]]]:
    """The groups, each with its theories; all theories under one heading where there is none."""
    for group in library.review.groups:
        yield group.id, group.title, group.subject, library.theories_of(group.id)
    if not library.review.groups:
        title = opening(library.review.words.theory.many)
        yield "all-theories", title, "", list(library.theories.values())


def sizes(library: Library) -> tuple[tuple[str, str, int], ...]:
    """The id and the title of each group, and how many theories it has."""
    return tuple((id, title, len(members)) for id, title, _, members in _groups(library))


def headings(library: Library) -> tuple[tuple[str, str], ...]:
    """The id and the title of each group, as the pages of the model have them."""
    return tuple((id, title) for id, title, _, _ in _groups(library))


def _how_many(library: Library) -> str:
    words, theories = library.review.words, library.theories.values()
    final = words.programme_theory.counted(sum(t.is_final for t in theories))
    removed = sum(t.change == "removed" for t in theories)
    if not library.has_two_models:
        return f"{final}{read_here(theories)}."
    more = f", and {removed} in the {words.initial} model only" if removed else ""
    why = f" ({words.removed})" if removed and words.removed else ""
    return f"{final} in the {words.final} model{read_here(theories)}{more}{why}."


def _row(theory: Theory, view: TheoryView, names: Names) -> TheoryRow:
    return TheoryRow(
        theory,
        names.full(theory.id),
        view.change,
        view.change_label,
        theory.summary,
        theory.reading_of is not None,
        view.parts,
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
        names.words.change_labels[change],
        tuple(names.full(t.id) for t in library.theories.values() if t.change == change),
        () if change == "not-stated" else tuple(statements),
        len(statements),
    )
