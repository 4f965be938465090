"""An intervention, and the attributes that are recorded of interventions."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictInt

from generator.entities.base import (
    AttributeGroupId,
    AttributeId,
    Entity,
    InterventionId,
    Locators,
    Number,
    Remark,
    Slug,
    Sourced,
    Text,
)


class Choice(Entity):
    """An allowed value of an attribute."""

    id: Slug
    label: Text
    meaning: Text | None = None


class Attribute(Entity):
    """Something that is recorded of every intervention."""

    id: Slug
    group: AttributeGroupId
    label: Text
    meaning: Text
    kind: Literal["choice", "text", "percentage", "intervention"]
    choices: tuple[Choice, ...] = ()
    facet: bool = False
    """True where interventions are compared and filtered by it."""


class AttributeGroup(Entity):
    """A heading under which attributes stand together."""

    id: Slug
    title: Text


class Attributes(Entity):
    """`seeds/attributes.yml`."""

    format: AttributeId
    """The attribute that holds the format: it ties interventions to theories."""
    groups: Annotated[tuple[AttributeGroup, ...], Field(min_length=1)]
    attributes: Annotated[tuple[Attribute, ...], Field(min_length=1)]


class AttributeValue(Sourced):
    """What is known of one attribute of one intervention."""

    value: Text | Number | None = None
    """One of the choices, a text, a percentage or the id of an intervention."""
    text: Text | None = None
    """Words to show after the value, for example “given as an example”."""
    note: Text | None = None


class NotApplicable(Entity):
    """Attributes that cannot have a value here, and why."""

    attributes: Annotated[tuple[AttributeId, ...], Field(min_length=1)]
    why: Text
    at: Locators


class InterventionRemark(Remark):
    """A fact about the intervention that is no attribute."""

    id: Slug


class Intervention(Entity):
    """One file in `interventions/`."""

    id: Slug
    number: StrictInt
    """The number the source gives it, shown as #6."""
    title: Text
    """Ours: it describes, since a source may give no name."""
    summary: Text
    attributes: dict[AttributeId, AttributeValue]
    not_applicable: tuple[NotApplicable, ...] = ()
    not_stated: tuple[AttributeId, ...] = ()
    """Attributes that were looked for and that the source does not state."""
    remarks: tuple[InterventionRemark, ...] = ()


class IdentifiedStudy(Entity):
    """A publication tied to an intervention from outside the source; never part of the source."""

    interventions: Annotated[tuple[InterventionId, ...], Field(min_length=1)]
    confidence: Literal["certain", "probable"]
    citation: Text
    doi: Text | None = None
    matches: Annotated[tuple[Text, ...], Field(min_length=1)]
    unchecked: tuple[Text, ...] = ()
    mismatches: tuple[Text, ...] = ()
    says_of_conflict: Text | None = None


class RelatedStudy(Entity):
    """A newer or neighbouring publication."""

    citation: Text
    doi: Text | None = None
    relation: Text


class Studies(Entity):
    """`seeds/studies.yml`."""

    about: Text
    confidence: dict[Literal["certain", "probable"], Text]
    identified: tuple[IdentifiedStudy, ...] = ()
    related: tuple[RelatedStudy, ...] = ()
