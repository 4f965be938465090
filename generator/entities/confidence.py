"""How sure the source is of what it says, on a scale of the source: this site has none."""

from typing import Annotated

from pydantic import Field

from generator.entities.base import ConfidenceId, Entity, Locators, Slug, Sourced, Text
from generator.entities.texts import Title


class ConfidenceLevel(Entity):
    """One level of a scale of confidence."""

    id: Slug
    """What theories name; never changes."""
    label: Title
    """What readers see: High confidence."""
    meaning: Text
    """What the source means by it."""


class ConfidenceScale(Entity):
    """The scale on which the source says how sure it is, such as that of GRADE-CERQual."""

    title: Title
    """What it is a scale of: Confidence in the evidence."""
    about: Text
    """What it says, and what it does not."""
    source: Title | None = None
    """The name of the scale, such as GRADE-CERQual; none where the words are the source’s own."""
    at: Locators
    """Where the source explains or uses it."""
    levels: Annotated[tuple[ConfidenceLevel, ...], Field(min_length=1)]
    """The levels, the highest first."""

    def level(self, id: str) -> ConfidenceLevel:
        """The level with this id. Raises KeyError where there is none."""
        return {level.id: level for level in self.levels}[id]


class Confidence(Sourced):
    """How sure the source is of a theory or of a statement."""

    level: ConfidenceId
    """One of the levels of `confidence` in seeds/review.yml."""
    text: Text | None = None
    """The reason that the source gives, in our own words."""
