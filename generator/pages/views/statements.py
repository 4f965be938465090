"""The contexts, mechanisms and outcomes of a theory, each with its label and its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.entities import Change, Statement, Theory
from generator.entities.inline import Wording
from generator.entities.statement import LeadsTo, Mechanism, Outcome
from generator.entities.words import opening
from generator.pages import addresses
from generator.pages.backlinks import Backlinks, ChainStep
from generator.pages.views.common import Provenance, RemarkView, provenance, remark_view
from generator.pages.views.confidence import ConfidenceView, confidence_view
from generator.pages.views.listed import Listed, listed
from generator.pages.views.names import Link, Names

KINDS = {
    "context": ("Context", "For whom, in what circumstances"),
    "mechanism": ("Mechanism", "What makes it happen"),
    "outcome": ("Outcome", "What follows"),
}
_OFFERED = {"resource": "What is offered", "response": "How people react to it"}


@dataclass(frozen=True)
class ChainView:
    """One step from an outcome to what it leads to, seen from one of its ends."""

    link: Link
    """The other end."""
    text: str | None
    provenance: Provenance
    is_retired: bool
    """Whether that end is withdrawn, so that lists leave it out."""


@dataclass(frozen=True)
class StatementView:
    """A context, mechanism or outcome with its label and its place in the source."""

    kind: str
    change: Change
    change_label: str
    part: str
    """Of a mechanism that is split, resource or response; empty for all others."""
    part_label: str
    remark: RemarkView
    confidence: ConfidenceView | None
    leads_to: tuple[ChainView, ...]
    follows_from: Listed[ChainView]
    wording: Wording = "both"
    """Which wording is shown of a text that holds two."""

    @property
    def is_change_known(self) -> bool:
        """Whether anything is known of what became of it."""
        return self.change != "not-stated"

    @property
    def is_marked(self) -> bool:
        """Whether it stands with a mark even where it is told in short."""
        return self.is_change_known or bool(self.remark.provenance.mark)

    @property
    def leads_on(self) -> tuple[ChainView, ...]:
        """What it leads to, where it is told in short: nothing that is withdrawn."""
        return tuple(step for step in self.leads_to if not step.is_retired)


@dataclass(frozen=True)
class StatementGroup:
    """The statements of one part of a mechanism; those of all others stand in one, untitled."""

    title: str
    question: str
    statements: tuple[StatementView, ...]


@dataclass(frozen=True)
class ConfigurationPart:
    """All contexts, all mechanisms or all outcomes of a theory."""

    kind: str
    title: str
    question: str
    statements: tuple[StatementView, ...]
    gap: Literal["not-stated", "not-at-hand", "elsewhere"]
    """Why there are none, where there are none; elsewhere: those that there are left the form."""

    @property
    def letter(self) -> str:
        """C, M or O."""
        return self.title[0]

    def only(self, keep: Callable[[StatementView], bool], wording: Wording) -> ConfigurationPart:
        """The part as one model has it: these statements alone, each in one wording."""
        kept = tuple(replace(s, wording=wording) for s in self.statements if keep(s))
        return replace(self, statements=kept, gap="elsewhere" if self.statements else self.gap)

    @property
    def is_elsewhere(self) -> bool:
        """Whether there are statements, and none of them is known to stand where it is shown."""
        return self.gap == "elsewhere"

    @property
    def known_as(self) -> str:
        """In words, how it is known: from the source, by inference of this site alone, or not."""
        if not self.statements:
            if self.is_elsewhere:
                return "not known to stand here"
            return "not stated" if self.is_at_hand else "not at hand"
        bases = {statement.remark.provenance.basis for statement in self.statements}
        return "inferred" if bases == {"inferred"} else "reported"

    @property
    def is_at_hand(self) -> bool:
        """Whether what the source says of it could be read."""
        return self.gap == "not-stated"

    @property
    def groups(self) -> tuple[StatementGroup, ...]:
        """The statements as they stand together: whole ones, then resources, then responses."""
        found: dict[str, list[StatementView]] = {"": [], "resource": [], "response": []}
        for statement in self.statements:
            found[statement.part].append(statement)
        return tuple(
            StatementGroup(members[0].part_label, _OFFERED.get(part, ""), tuple(members))
            for part, members in found.items()
            if members
        )


def configuration_parts(
    theory: Theory, names: Names, back: Backlinks
) -> tuple[ConfigurationPart, ...]:
    """The contexts, mechanisms and outcomes of a theory, each under its heading."""
    return tuple(
        ConfigurationPart(
            kind,
            title,
            question,
            tuple(_statement(k, s, theory, names, back) for k, s in theory.statements if k == kind),
            "not-at-hand" if theory.not_at_hand else "not-stated",
        )
        for kind, (title, question) in KINDS.items()
    )


def _statement(
    kind: str, statement: Statement, theory: Theory, names: Names, back: Backlinks
) -> StatementView:
    part = (statement.part or "") if isinstance(statement, Mechanism) else ""
    # What is not stated of the whole theory need not be said of each of its statements.
    is_said = names.library.has_two_models and {statement.change, theory.change} != {"not-stated"}
    labels = {"resource": names.words.resource, "response": names.words.response}
    steps = statement.leads_to if isinstance(statement, Outcome) else ()
    return StatementView(
        kind,
        statement.change,
        names.words.change_labels[statement.change] if is_said else "",
        part,
        opening(labels.get(part, "")),
        remark_view(statement, names),
        confidence_view(statement.confidence, names),
        tuple(_chain(_target(step, theory, names), step, names) for step in steps),
        follows_from(back.steps.get(f"{theory.id} {statement.id}", ()), names),
    )


def follows_from(steps: Sequence[ChainStep], names: Names) -> Listed[ChainView]:
    """The outcomes from which something follows; in the model each stands with what follows."""

    def show(step: ChainStep) -> ChainView:
        return _chain(_place(step.theory, step.outcome, names), step.to, names)

    return listed(steps, show, Link("the model", addresses.MODEL))


def _target(step: LeadsTo, theory: Theory, names: Names) -> Link:
    other, _, statement = step.target(theory.id).partition(" ")
    return _place(other, statement, names) if statement else names.full(other)


def _place(theory: str, statement: str, names: Names) -> Link:
    """A statement by the name of its theory and its own id."""
    link = names.full(theory)
    name = names.beside_part(theory, link.text)
    return Link(f"{name}, {statement}", addresses.theory(theory), statement, link.change)


def _chain(link: Link, step: LeadsTo, names: Names) -> ChainView:
    is_retired = addresses.id_of(link.address) in names.library.retired
    return ChainView(link, step.text, provenance(step, names), is_retired)
