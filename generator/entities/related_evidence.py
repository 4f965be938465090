"""Publications from outside the source: what may describe an intervention, and what is newer."""

from typing import Annotated, Literal

from pydantic import Field

from generator.entities.base import Entity, InterventionId, Text
from generator.entities.texts import Doi


class IdentifiedStudy(Entity):
    """A publication tied to an intervention from outside the source; never part of the source."""

    interventions: Annotated[tuple[InterventionId, ...], Field(min_length=1)]
    """The interventions that it may describe."""
    confidence: Literal["certain", "probable"]
    """How sure the identification is."""
    citation: Text
    """The publication."""
    doi: Doi | None = None
    """Its DOI, without https://doi.org/."""
    matches: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What matches."""
    unchecked: tuple[Text, ...] = ()
    """What was not checked."""
    mismatches: tuple[Text, ...] = ()
    """What does not match."""
    says_of_conflict: Text | None = None
    """What it says where the source contradicts itself."""


class RelatedStudy(Entity):
    """A newer or neighbouring publication."""

    citation: Text
    """The publication."""
    doi: Doi | None = None
    """Its DOI, without https://doi.org/."""
    relation: Text
    """How it relates to the review."""


class Degrees(Entity):
    """What each degree of confidence in an identification means."""

    certain: Text
    """Of an identification that is called certain."""
    probable: Text
    """Of one that is called probable."""


class RelatedEvidence(Entity):
    """`seeds/studies.yml`."""

    about: Text
    """What these publications are and are not."""
    confidence: Degrees
    """What each degree of confidence means."""
    identified: tuple[IdentifiedStudy, ...] = ()
    """Publications that may describe an intervention."""
    about_related: Text | None = None
    """What the newer or neighbouring publications are and are not."""
    related: tuple[RelatedStudy, ...] = ()
    """Newer or neighbouring publications."""
