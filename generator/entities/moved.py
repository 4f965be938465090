"""What became of an address that was published and is there no more."""

from datetime import date

from generator.entities.base import Entity, Text
from generator.entities.texts import PublishedName


class Moved(Entity):
    """An entry of `seeds/moved.yml`: whoever follows an old address reads this."""

    was: PublishedName
    """What was published: `theories/x04#c2`, `findings/gar-02`, or `interventions#country`."""
    why: Text
    """What became of it, for readers who follow an old link."""
    date: date
    """The day on which it went."""
    now: PublishedName | None = None
    """What to read instead, named in the same way."""
