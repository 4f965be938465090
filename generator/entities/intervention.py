"""An intervention, and the attributes that are recorded of interventions."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from generator.entities.base import (
    AttributeGroupId,
    AttributeId,
    Basis,
    Entity,
    InterventionId,
    Locators,
    Mark,
    Remark,
    Retired,
    Slug,
    Sourced,
    StudyId,
    Text,
    is_placeholder,
)
from generator.entities.numbers import Number, Whole
from generator.entities.texts import Title


class Choice(Entity):
    """An allowed value of an attribute."""

    id: Slug
    """What stands in the files; never changes."""
    label: Title
    """What readers see."""
    meaning: Text | None = None
    """What it means, where the label does not say it."""
    also: tuple[Title, ...] = ()
    """What readers call it who look for it in other words; the search finds its table by these."""


class Attribute(Entity):
    """Something that is recorded of every intervention."""

    id: Slug
    """What stands in the files; never changes."""
    group: AttributeGroupId
    """The heading under which it stands."""
    label: Title
    """What readers see."""
    meaning: Text
    """What it is about, in words."""
    kind: Literal["choice", "text", "percentage", "intervention"]
    """What values it takes."""
    choices: tuple[Choice, ...] = ()
    """The allowed values, for the kind choice."""
    facet: bool = False
    """True where interventions are compared and filtered by it."""


class AttributeGroup(Entity):
    """A heading under which attributes stand together."""

    id: Slug
    """What attributes name."""
    title: Title
    """The heading that readers see."""


class Attributes(Entity):
    """`seeds/attributes.yml`."""

    format: AttributeId
    """The attribute that holds the format: it ties interventions to theories."""
    groups: Annotated[tuple[AttributeGroup, ...], Field(min_length=1)]
    """The headings, in their order."""
    attributes: Annotated[tuple[Attribute, ...], Field(min_length=1)]
    """The attributes, in their order."""


State = Literal[Basis, "not-applicable", "not-stated", "not-extracted"]
"""What is known of an attribute: a value and its basis, or why there is none."""


class AttributeValue(Sourced):
    """What is known of one attribute of one intervention."""

    value: Text | Number | None = None
    """One of the choices, a text, a percentage or the id of an intervention."""
    text: Text | None = None
    """Words to show after the value, for example “given as an example”."""
    note: Text | None = None
    """What an editor wants the reader to know about the value."""

    @property
    def values(self) -> tuple[str | Number, ...]:
        """Every value: several where the source contradicts itself."""
        if self.readings:
            return tuple(reading.value for reading in self.readings)
        return () if self.value is None else (self.value,)


class NotApplicable(Entity):
    """Attributes that cannot have a value here, and why."""

    attributes: Annotated[tuple[AttributeId, ...], Field(min_length=1)]
    """The attributes that cannot have a value here."""
    why: Text
    """Why they cannot."""
    at: Locators
    """Where in the source that follows from."""


class InterventionRemark(Remark):
    """A fact about the intervention that is no attribute."""

    id: Mark
    """Permanent within the file."""


class RetiredIntervention(Retired):
    """Says that an intervention is withdrawn."""

    successor: InterventionId | None = None
    """The intervention to read instead."""


class Intervention(Entity):
    """One file in `interventions/`."""

    id: Slug
    """The name of the file without its ending; it is the address and never changes."""
    number: Whole | None = None
    """The number the source gives it, shown as #6; null where it gives none."""
    title: Title
    """Ours: it describes, since a source may give no name."""
    summary: Text
    """Ours, in plain words, no surer than the source."""
    attributes: dict[AttributeId, AttributeValue]
    """What the source states, by attribute."""
    not_applicable: tuple[NotApplicable, ...] = ()
    """Attributes that cannot have a value here, and why."""
    not_stated: tuple[AttributeId, ...] = ()
    """Attributes that were looked for and that the source does not state."""
    studies: tuple[StudyId, ...] = ()
    """The included studies that the source knows it from; each says where the source names it."""
    remarks: tuple[InterventionRemark, ...] = ()
    """Facts that are no attribute."""
    checked: date | None = None
    """The day on which somebody last compared all of this file with the source, if recorded."""
    retired: RetiredIntervention | None = None
    """Why it is withdrawn, where it is: the page stays, and says so."""

    @property
    def is_begun(self) -> bool:
        """Whether it says anything yet: what is still to be written cannot count."""
        return not is_placeholder(self.summary)

    def known_of(self, attribute: str) -> AttributeValue | NotApplicable | None:
        """What the file says of an attribute; None where it gives no value and no reason."""
        return self.attributes.get(attribute) or next(
            (group for group in self.not_applicable if attribute in group.attributes), None
        )

    def state_of(self, attribute: str) -> State:
        """What is known of an attribute, in one word."""
        known = self.known_of(attribute)
        if isinstance(known, AttributeValue):
            return known.basis
        if known is not None:
            return "not-applicable"
        return "not-stated" if attribute in self.not_stated else "not-extracted"

    def values_of(self, attribute: str) -> tuple[str | Number, ...]:
        """Every value of an attribute: several where the source contradicts itself, or none."""
        known = self.attributes.get(attribute)
        return known.values if known else ()

    def mentions(self) -> Iterator[tuple[str, tuple[str | int, ...]]]:
        """Every attribute that the file mentions, with the path of each mention."""
        for name in self.attributes:
            yield name, ("attributes", name)
        for n, group in enumerate(self.not_applicable):
            for k, name in enumerate(group.attributes):
                yield name, ("not-applicable", n, "attributes", k)
        for n, name in enumerate(self.not_stated):
            yield name, ("not-stated", n)
