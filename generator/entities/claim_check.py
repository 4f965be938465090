"""How a claim is recomputed, and what recomputing it comes to: data, of which pages make words."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.entities.base import (
    AttributeId,
    Entity,
    FindingId,
    GroupId,
    InterventionId,
    Numbers,
    Slug,
    Text,
    TheoryId,
)
from generator.entities.numbers import Number, Whole
from generator.entities.texts import Label, Labels, Title


class _Check(Entity):
    """What all checks share."""

    # Keys of which one must be given: without any of them the check could not fail.
    needs: ClassVar[tuple[str, ...]] = ()
    # Whether it counts this review's files; if not, it compares what is typed into the claim.
    counts_data: ClassVar[bool] = True


class InterventionCheck(_Check):
    """The interventions with these attributes are these, and so many."""

    needs = ("are", "count", "unique", "majority")
    kind: Literal["interventions"]
    """Which check this is."""
    where: dict[AttributeId, Text | Number] = Field(default_factory=dict)
    """The values that the interventions must have."""
    are: tuple[InterventionId, ...] = ()
    """The interventions that the source lists."""
    count: Whole | None = None
    """How many the source counts."""
    unique: bool = False
    """True where none of them may also have another value, as in a conflict."""
    majority: bool = False
    """True where the claim is only that they are most of all interventions."""


class PartitionCheck(_Check):
    """Every intervention, but for those left out, has exactly one value of the attribute."""

    kind: Literal["partition"]
    """Which check this is."""
    attribute: AttributeId
    """The attribute."""
    without: tuple[InterventionId, ...] = ()
    """Interventions that the source gives no value, where it does not claim to place them all."""


class ValuesCheck(_Check):
    """These interventions have these values of the attribute."""

    needs = ("values",)
    kind: Literal["values"]
    """Which check this is."""
    attribute: AttributeId
    """The attribute."""
    values: dict[InterventionId, Text | Number]
    """The values that the source prints."""


class TheoryCheck(_Check):
    """The theories of a group, with or without number, in the final model, are so many."""

    needs = ("are", "count", "numbers")
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
    count: Whole | None = None
    """How many the source counts."""
    numbers: Labels | None = None
    """The numbers that the source gives them, each to one theory: `14-24`, or `1, 1a, CMOC 3`."""


class CountCheck(_Check):
    """There are so many groups of theories, or middle-range theories named by the source."""

    kind: Literal["groups", "middle-range"]
    """Which check this is."""
    count: Whole
    """How many the source counts."""


class Part(Entity):
    """One addend of a sum that the source prints."""

    label: Title
    """What is counted."""
    value: Whole
    """How many."""


class SumCheck(_Check):
    """The parts that the source prints add up to the total that it prints."""

    counts_data = False
    kind: Literal["sum"]
    """Which check this is."""
    parts: Annotated[tuple[Part, ...], Field(min_length=2)]
    """The addends."""
    total: Whole
    """The total that the source prints."""


class ReferencesCheck(_Check):
    """The reference numbers are so many, or lie within a range of them."""

    needs = ("count", "within")
    counts_data = False
    kind: Literal["references"]
    """Which check this is."""
    numbers: Numbers
    """The numbers as the source prints them: `57-79, 82`."""
    count: Whole | None = None
    """How many the source counts."""
    within: Numbers | None = None
    """The range that they must lie in."""


class ListCheck(_Check):
    """The lists of a finding have so many entries."""

    needs = ("lists",)
    kind: Literal["list"]
    """Which check this is."""
    finding: FindingId
    """The finding with the lists."""
    lists: dict[Slug, Whole]
    """How many entries each list has."""


class AgreeCheck(_Check):
    """A figure that is printed in several places is the same in all of them."""

    counts_data = False
    kind: Literal["agree"]
    """Which check this is."""
    figures: Annotated[tuple[tuple[Number, ...], ...], Field(min_length=2)]
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


class Shown(Entity):
    """What recomputing a claim comes to: members and numbers; pages make the words."""

    count: Whole | None = None
    """How many were counted, or what the parts add up to."""
    total: Whole | None = None
    """Out of how many, where the claim is about a share."""
    members: tuple[Slug, ...] = ()
    """The interventions or theories that were counted."""
    missing: tuple[Slug, ...] = ()
    """Those without a value."""
    double: tuple[Slug, ...] = ()
    """Those with a second value, or with a number that another one has."""
    absent: tuple[Label, ...] = ()
    """Numbers or labels that are printed, and that nothing here has."""
    outside: tuple[Label, ...] = ()
    """Numbers or labels outside those that are printed."""
    values: dict[Slug, tuple[Text | Number, ...]] = Field(default_factory=dict)
    """The values here that differ from the printed ones."""
    lists: dict[Slug, Whole] = Field(default_factory=dict)
    """How many entries each list has."""
