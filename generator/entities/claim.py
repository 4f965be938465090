"""A claim of the source: a count or checkable statement, and how it is recomputed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictFloat, StrictInt

from generator.entities.base import (
    AttributeId,
    Entity,
    FindingId,
    GroupId,
    InterventionId,
    Locator,
    Locators,
    Number,
    Numbers,
    Slug,
    Text,
    TheoryId,
)
from generator.entities.texts import Title


class InterventionCheck(Entity):
    """The interventions with these attributes are these, and so many."""

    kind: Literal["interventions"]
    """Which check this is."""
    where: dict[AttributeId, Text | Number] = Field(default_factory=dict)
    """The values that the interventions must have."""
    are: tuple[InterventionId, ...] = ()
    """The interventions that the source lists."""
    count: StrictInt | None = None
    """How many the source counts."""
    unique: bool = False
    """True where none of them may also have another value, as in a conflict."""
    majority: bool = False
    """True where the claim is only that they are most of all interventions."""


class PartitionCheck(Entity):
    """Every intervention has exactly one value of the attribute."""

    kind: Literal["partition"]
    """Which check this is."""
    attribute: AttributeId
    """The attribute."""


class ValuesCheck(Entity):
    """These interventions have these values of the attribute."""

    kind: Literal["values"]
    """Which check this is."""
    attribute: AttributeId
    """The attribute."""
    values: dict[InterventionId, Text | Number]
    """The values that the source prints."""


class TheoryCheck(Entity):
    """The theories of a group, with or without number, in the final model, are so many."""

    kind: Literal["theories"]
    """Which check this is."""
    group: GroupId | None = None
    """Only theories of this group."""
    numbered: bool | None = None
    """Only theories with a number, or without."""
    final: Literal["present", "absent"] = "present"
    """Only theories that stand in the final model, or that do not."""
    number_at: Slug | None = None
    """Only theories whose number is printed in this section of the source."""
    are: tuple[TheoryId, ...] = ()
    """The theories that the source lists."""
    count: StrictInt | None = None
    """How many the source counts."""


class CountCheck(Entity):
    """There are so many groups of theories, or middle-range theories named by the source."""

    kind: Literal["groups", "middle-range"]
    """Which check this is."""
    count: StrictInt
    """How many the source counts."""


class Part(Entity):
    """One addend of a sum that the source prints."""

    label: Title
    """What is counted."""
    value: StrictInt
    """How many."""


class SumCheck(Entity):
    """The parts that the source prints add up to the total that it prints."""

    kind: Literal["sum"]
    """Which check this is."""
    parts: Annotated[tuple[Part, ...], Field(min_length=2)]
    """The addends."""
    total: StrictInt
    """The total that the source prints."""


class ReferencesCheck(Entity):
    """The reference numbers are so many, or lie within a range of them."""

    kind: Literal["references"]
    """Which check this is."""
    numbers: Numbers
    """The numbers as the source prints them: `57-79, 82`."""
    count: StrictInt | None = None
    """How many the source counts."""
    within: Numbers | None = None
    """The range that they must lie in."""


class ListCheck(Entity):
    """The lists of a finding have so many entries."""

    kind: Literal["list"]
    """Which check this is."""
    finding: FindingId
    """The finding with the lists."""
    lists: dict[Slug, StrictInt]
    """How many entries each list has."""


class AgreeCheck(Entity):
    """A figure that is printed in several places is the same in all of them."""

    kind: Literal["agree"]
    """Which check this is."""
    figures: Annotated[tuple[tuple[StrictInt | StrictFloat, ...], ...], Field(min_length=2)]
    """The figures in each place."""


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
    """The letter of the reading, small."""
    text: Text
    """The reading."""
    speaks_for: Text
    """What speaks for it."""
    speaks_against: Text
    """What speaks against it."""
    at: Locators
    """Where in the source."""


class Claim(Entity):
    """A count or checkable statement of the source, and what became of checking it."""

    id: Slug
    """What pages and texts name; never changes."""
    text: Text
    """The claim, in our words."""
    at: Locators
    """Where the source makes it."""
    printed: Text | None = None
    """The value and members that the source prints, in words."""
    check: Check | None = None
    """How it is recomputed from the data; none where it was checked by reading only."""
    found: Text | None = None
    """What checking by reading found; of a contradiction, what the data are known to show."""
    verdict: Verdict
    """Whether the source agrees with itself."""
    severity: Literal["plain", "omission", "mild", "conditional", "typographic"] | None = None
    """How grave a contradiction is."""
    explanation: Text | None = None
    """What the verdict means."""
    tension: tuple[Locator, ...] = ()
    """Places that the claim is in tension with."""
    about_interventions: tuple[InterventionId, ...] = ()
    """Interventions that it concerns, beside those of the check."""
    about_theories: tuple[TheoryId, ...] = ()
    """Theories that it concerns, beside those of the check."""
    readings: tuple[ClaimReading, ...] = ()
    """Ways to explain a contradiction."""
    assessment: Text | None = None
    """What this site makes of them."""
