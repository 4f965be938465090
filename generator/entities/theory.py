"""A programme theory: a context-mechanism-outcome configuration and what is known of it."""

from datetime import date
from typing import Literal

from generator.entities.base import (
    ClaimId,
    Entity,
    FormatId,
    GroupId,
    Locator,
    Mark,
    Remark,
    Retired,
    Slug,
    Sourced,
    Text,
    TheoryId,
)
from generator.entities.confidence import Confidence
from generator.entities.statement import Change, Mechanism, Outcome, Statement
from generator.entities.support import Support
from generator.entities.texts import Doi, Label, Title

Presence = Literal["present", "absent", "not-stated"]


class Topic(Sourced):
    """How far the source gives this theory a subject of its own."""

    text: Text
    """The subject, and how far it is this theory’s own in the source."""
    shared_with: tuple[TheoryId, ...] = ()
    """The theories that share the source's phrase with this one."""


class ModelMembership(Sourced):
    """Whether the theory stands in the initial and in the final model."""

    initial: Presence
    """Whether the initial model had it."""
    final: Presence
    """Whether the final model has it."""

    @property
    def change(self) -> Change:
        """What became of the whole theory between the two models."""
        match self.initial, self.final:
            case "present", "present":
                return "retained"
            case "present", "absent":
                return "removed"
            case "absent", "present":
                return "added"
            case _:
                return "not-stated"


class TheoryFormat(Sourced):
    """The formats that the theory bears on."""

    covers: Literal["any", "named", "not-stated"]
    """any: nothing that names it has a format in it, so that it may bear on each; named: those in
    `formats`; not-stated: a format is meant, and the source does not say which."""
    formats: tuple[FormatId, ...] = ()
    """The formats, where `covers` is named."""
    text: Text | None = None
    """What is said of the formats, where it is more than their names."""


class EvidenceRemark(Remark):
    """How sure the source is, with its hedge."""

    id: Mark
    """Permanent within the file."""
    scope: Text
    """What the remark is about: this theory, several, or a whole group."""


class NamedRemark(Remark):
    """A remark that can be cited."""

    id: Mark
    """Permanent within the file."""


class Relation(Sourced):
    """A tie to another theory; it is shown on both pages."""

    theory: TheoryId
    """The other theory."""
    text: Text
    """The tie in words that read right on both pages."""


class ReadingOf(Entity):
    """Says that the theory's place in the model is one reading of a contradiction."""

    claim: ClaimId
    """The claim that contradicts itself."""
    reading: Text
    """The letter of the reading in the claim."""
    why: Text
    """Why this reading was taken."""


class Refinement(Entity):
    """A later publication that refines the theory."""

    citation: Text
    """The publication."""
    doi: Doi | None = None
    """Its DOI, without https://doi.org/."""
    text: Text
    """What it refines."""


class Revision(Sourced):
    """A change of the theory between the initial and the final model, with its reason."""

    was: Text
    """What it said before."""
    now: Text
    """What it says now."""
    why: Text
    """Why it was changed; where the basis is `inferred`, with the reasoning."""
    note: Text | None = None
    """What an editor wants the reader to know about this change."""


class RetiredTheory(Retired):
    """Says that a theory is withdrawn."""

    successor: TheoryId | None = None
    """The theory to read instead."""


class Theory(Entity):
    """One file in `theories/`."""

    id: Slug
    """The name of the file without its ending; it is the address and never changes."""
    number: Label | None
    """The number or label the source prints: 4, 1a, CMOC 3; null where it prints none."""
    number_at: tuple[Locator, ...] = ()
    """Where the source prints the number."""
    group: GroupId | None = None
    """The group that it belongs to, from seeds/review.yml; none where the review has no groups."""
    title: Title
    """Ours, in plain words."""
    summary: Text
    """Ours, in plain words, no surer than the source."""
    topic: Topic
    """How far the source gives the theory a subject of its own."""
    model: ModelMembership | None = None
    """Whether it stands in the initial and in the final model; none where the review has one."""
    reading_of: ReadingOf | None = None
    """Where its place in the model is this site’s reading of a contradiction."""
    contexts: tuple[Statement, ...] = ()
    """For whom, and in what circumstances."""
    mechanisms: tuple[Mechanism, ...] = ()
    """What makes it happen."""
    outcomes: tuple[Outcome, ...] = ()
    """What follows."""
    formats: tuple[TheoryFormat, ...] = ()
    """The formats that it bears on."""
    confidence: Confidence | None = None
    """How sure the source is of the theory, on its own scale."""
    evidence: tuple[EvidenceRemark, ...] = ()
    """How sure the source is."""
    support: tuple[Support, ...] = ()
    """Which interventions and studies support it, refine it or contradict it."""
    revisions: tuple[Revision, ...] = ()
    """What was refined between the initial and the final model, and why."""
    implications: tuple[NamedRemark, ...] = ()
    """General statements of the source that bear on the theory; never recommendations of ours."""
    nearby: tuple[NamedRemark, ...] = ()
    """Facts on the same subject that are not part of the theory."""
    related: tuple[Relation, ...] = ()
    """Ties to other theories."""
    not_stated: tuple[Text, ...] = ()
    """What the source does not give of this theory, beside what it gives of none."""
    not_at_hand: tuple[Text, ...] = ()
    """What was not in the copy that was read, and that the source may well give."""
    note: Text | None = None
    """What an editor wants the reader to know about the theory."""
    refined_by: tuple[Refinement, ...] = ()
    """Later publications that refine it."""
    checked: date | None = None
    """The day on which somebody last compared all of this file with the source, if recorded."""
    retired: RetiredTheory | None = None
    """Why it is withdrawn, where it is: the page stays, and says so."""

    @property
    def initial(self) -> Presence:
        """Whether the initial model had it; where the review has one model, there is none."""
        return self.model.initial if self.model else "not-stated"

    @property
    def final(self) -> Presence:
        """Whether it stands in the model that the review ended with."""
        return self.model.final if self.model else "present"

    @property
    def is_initial(self) -> bool:
        """Whether it is known to stand in the model that the review began with."""
        return self.initial == "present"

    @property
    def is_final(self) -> bool:
        """Whether it stands in the model that the review ended with."""
        return self.final == "present"

    @property
    def change(self) -> Change:
        """What became of it between the two models."""
        return self.model.change if self.model else "not-stated"

    @property
    def statements(self) -> tuple[tuple[str, Statement], ...]:
        """Every statement with its kind, in the order context, mechanism, outcome."""
        kinds = (
            ("context", self.contexts),
            ("mechanism", self.mechanisms),
            ("outcome", self.outcomes),
        )
        return tuple((kind, statement) for kind, group in kinds for statement in group)
