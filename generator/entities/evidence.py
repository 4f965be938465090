"""Findings, claims, guidance and evidence tables: what is said of the review as a whole."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictFloat, StrictInt

from generator.entities.base import (
    AttributeId,
    Basis,
    ClaimId,
    Entity,
    FindingId,
    FormatId,
    GroupId,
    InterventionId,
    Locator,
    Locators,
    Number,
    Numbers,
    Remark,
    Slug,
    Text,
    TheoryId,
)


class Tie(Entity):
    """The theories that a finding bears on, and who says so."""

    theories: Annotated[tuple[TheoryId, ...], Field(min_length=1)]
    basis: Basis
    why: Text | None = None


class Finding(Remark):
    """Something the source says beside its theories; its hedge travels with it."""

    id: Slug
    topic: Slug
    kind: Literal["benefit", "limit", "risk", "fact"] = "fact"
    formats: tuple[FormatId, ...] = ()
    tie: Tie | None = None
    lists: dict[Slug, tuple[Text, ...]] = Field(default_factory=dict)
    """Lists that the source prints, by name."""


class InterventionCheck(Entity):
    """The interventions with these attributes are these, and so many."""

    kind: Literal["interventions"]
    where: dict[AttributeId, Text | Number] = Field(default_factory=dict)
    are: tuple[InterventionId, ...] = ()
    count: StrictInt | None = None
    unique: bool = False
    """True where none of them may also have another value, as in a conflict."""
    majority: bool = False
    """True where the claim is only that they are most of all interventions."""


class PartitionCheck(Entity):
    """Every intervention has exactly one value of the attribute."""

    kind: Literal["partition"]
    attribute: AttributeId


class ValuesCheck(Entity):
    """These interventions have these values of the attribute."""

    kind: Literal["values"]
    attribute: AttributeId
    values: dict[InterventionId, Text | Number]


class TheoryCheck(Entity):
    """The theories of a group, with or without number, in the final model, are so many."""

    kind: Literal["theories"]
    group: GroupId | None = None
    numbered: bool | None = None
    final: Literal["present", "absent"] = "present"
    number_at: Slug | None = None
    """Only theories whose number is printed in this section of the source."""
    are: tuple[TheoryId, ...] = ()
    count: StrictInt | None = None


class CountCheck(Entity):
    """There are so many groups of theories, or middle-range theories named by the source."""

    kind: Literal["groups", "middle-range"]
    count: StrictInt


class Part(Entity):
    """One addend of a sum that the source prints."""

    label: Text
    value: StrictInt


class SumCheck(Entity):
    """The parts that the source prints add up to the total that it prints."""

    kind: Literal["sum"]
    parts: Annotated[tuple[Part, ...], Field(min_length=2)]
    total: StrictInt


class ReferencesCheck(Entity):
    """The reference numbers are so many, or lie within a range of them."""

    kind: Literal["references"]
    numbers: Numbers
    count: StrictInt | None = None
    within: Numbers | None = None


class ListCheck(Entity):
    """The lists of a finding have so many entries."""

    kind: Literal["list"]
    finding: FindingId
    lists: dict[Slug, StrictInt]


class AgreeCheck(Entity):
    """A figure that is printed in several places is the same in all of them."""

    kind: Literal["agree"]
    figures: Annotated[tuple[tuple[StrictInt | StrictFloat, ...], ...], Field(min_length=2)]


Check = Annotated[
    InterventionCheck
    | PartitionCheck
    | ValuesCheck
    | TheoryCheck
    | CountCheck
    | SumCheck
    | ReferencesCheck
    | ListCheck
    | AgreeCheck,
    Field(discriminator="kind"),
]
Verdict = Literal["consistent", "inconsistent", "cannot-be-checked"]


class ClaimReading(Entity):
    """One way to explain a contradiction of the source."""

    id: Slug
    text: Text
    speaks_for: Text
    speaks_against: Text
    at: Locators


class Claim(Entity):
    """A count or checkable statement of the source, and what became of checking it."""

    id: Slug
    text: Text
    at: Locators
    printed: Text | None = None
    """The value and members that the source prints, in words."""
    check: Check | None = None
    """How it is recomputed from the data; none where it was checked by reading only."""
    found: Text | None = None
    """What checking by reading found."""
    verdict: Verdict
    severity: Literal["plain", "omission", "mild", "conditional", "typographic"] | None = None
    explanation: Text | None = None
    tension: tuple[Locator, ...] = ()
    about_interventions: tuple[InterventionId, ...] = ()
    about_theories: tuple[TheoryId, ...] = ()
    readings: tuple[ClaimReading, ...] = ()
    assessment: Text | None = None


class GuidanceSection(Entity):
    """A heading of a guidance page and the findings under it."""

    title: Text
    findings: Annotated[tuple[FindingId, ...], Field(min_length=1)]


class Decision(Entity):
    """One page of guidance: what the source says that bears on a decision."""

    id: Slug
    title: Text
    summary: Text
    sections: Annotated[tuple[GuidanceSection, ...], Field(min_length=1)]
    theories: tuple[TheoryId, ...] = ()
    silent: tuple[Text, ...] = ()
    """What a reader would look for here and the source does not say."""


class EvidenceTable(Entity):
    """One table: the choices of one attribute, the interventions by columns, or parts of a sum."""

    id: Slug
    caption: Text
    kind: Literal["choices", "interventions", "parts"]
    columns: tuple[AttributeId, ...] = ()
    facets: bool = False
    """True for a table of every attribute that is a facet."""
    stated_only: bool = False
    """True where interventions without a value are named below the table, not in rows."""
    claim: ClaimId | None = None
    """The claim whose parts the table lists."""


class EvidencePage(Entity):
    """One page of evidence tables."""

    id: Slug
    title: Text
    summary: Text
    tables: Annotated[tuple[EvidenceTable, ...], Field(min_length=1)]
    notes: tuple[Remark, ...] = ()
    claims: tuple[ClaimId, ...] = ()
