"""A middle-range theory, and the programme theories that it may underlie."""

from typing import Annotated

from pydantic import Field, StrictInt

from generator.entities.base import Entity, Locator, Mark, Slug, Sourced, Text, TheoryId
from generator.entities.texts import Title


class Use(Sourced):
    """Something a middle-range theory explains, and the programme theories it may underlie."""

    id: Mark
    """Permanent within the file."""
    text: Text
    """What the middle-range theory explains."""
    theories: tuple[TheoryId, ...] = ()
    """The programme theories that it may underlie."""
    references: tuple[StrictInt, ...] = ()
    """The source's reference numbers."""


class MiddleRangeTheory(Entity):
    """One file in `theories/middle-range/`."""

    id: Slug
    """The name of the file without its ending."""
    title: Title
    """Its name."""
    summary: Text
    """Ours, in plain words."""
    named_by_source: bool
    """True where the source itself lists it among the middle-range theories."""
    status: Text
    """How the source speaks of it."""
    at: Annotated[tuple[Locator, ...], Field(min_length=1)]
    """Where the source names it."""
    references: tuple[StrictInt, ...] = ()
    """The source’s reference numbers."""
    uses: tuple[Use, ...] = ()
    """What it explains, and which programme theories it may underlie."""
    note: Text | None = None
    """What an editor wants the reader to know about it."""
