"""Findings and evidence tables: what is said of the review as a whole."""

from typing import Annotated, Literal

from pydantic import Field

from generator.entities.base import (
    AttributeId,
    Basis,
    ClaimId,
    Entity,
    FormatId,
    Remark,
    Slug,
    Sourced,
    Text,
    TheoryId,
)
from generator.entities.numbers import Whole
from generator.entities.texts import OneLine, Title


class Tie(Entity):
    """The theories that a finding bears on, and who says so."""

    theories: Annotated[tuple[TheoryId, ...], Field(min_length=1)]
    """The theories."""
    basis: Basis
    """Whether the source names them there."""
    why: Text | None = None
    """The reasoning, where it does not."""


class Finding(Remark):
    """Something the source says beside its theories; its hedge travels with it."""

    id: Slug
    """What pages and texts name; never changes."""
    topic: Slug
    """The heading under which it stands on the page of all findings."""
    short: OneLine | None = None
    """The same in a few words, for tables and for pages that link to it; its hedge stays in it."""
    kind: Literal["benefit", "limit", "risk", "demi-regularity", "fact"] = "fact"
    """Whether it is a benefit, a limit, a risk, or a pattern that the source finds recurring."""
    formats: tuple[FormatId, ...] = ()
    """The formats that it is about."""
    tie: Tie | None = None
    """The theories that it bears on."""
    lists: dict[Slug, tuple[Text, ...]] = Field(default_factory=dict)
    """Lists that the source prints, by name."""


class FlowStep(Sourced):
    """A number that the source prints on the way from its search to what it rests on."""

    count: Annotated[Whole, Field(ge=0)]
    """How many, as the source prints it."""
    label: Title
    """Of what: `documents included`."""
    parts: ClaimId | None = None
    """The claim with the parts of this number that the source prints, checked by a sum."""
    gap: Text | None = None
    """What the source does not give between the step before and this one."""


class EvidenceTable(Entity):
    """One table, with a chart above it where its kind has one."""

    id: Slug
    """Its address on the page; never changes."""
    caption: Title
    """What it shows, with units."""
    kind: Literal[
        "choices", "cross", "flow", "interventions", "lineage", "parts", "states", "support"
    ]
    """What its rows are: choices of an attribute; choices by those of another one (cross); steps
    of the search (flow); interventions; steps from earlier ones to those that follow them
    (lineage); parts of a sum; attributes by what is known of them (states); theories by what
    speaks for or against them."""
    columns: tuple[AttributeId, ...] = ()
    """The attributes that it shows."""
    facets: bool = False
    """True for a table of every attribute that is a facet."""
    stated_only: bool = False
    """True where interventions without a value are named below the table, not in rows."""
    claim: ClaimId | None = None
    """The claim whose parts the table lists."""
    steps: tuple[FlowStep, ...] = ()
    """The numbers that the source prints of its search, from the first to the last."""

    @property
    def holds_interventions(self) -> bool:
        """Whether an intervention can be found in it, and compared with others."""
        return self.kind in ("choices", "cross", "interventions", "lineage", "states")


class EvidencePage(Entity):
    """One page of evidence tables."""

    id: Slug
    """The address of the page; never changes."""
    title: Title
    """The title."""
    summary: Text
    """What it shows, in plain words."""
    tables: Annotated[tuple[EvidenceTable, ...], Field(min_length=1)]
    """The tables, in their order."""
    notes: tuple[Remark, ...] = ()
    """Footnotes: where the source contradicts itself."""
    claims: tuple[ClaimId, ...] = ()
    """Counts that the source prints of it."""
