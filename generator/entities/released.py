"""What is known of a version that was released, and is kept as it was."""

from datetime import date

from generator.entities.base import Entity
from generator.entities.review import anchor_of
from generator.entities.texts import Digest, Version


class Released(Entity):
    """An entry of `seeds/releases.yml`, which `realist release` writes and nobody edits."""

    version: Version
    """Its number."""
    date: date
    """Its day, as seeds/changes.yml had it."""
    digest: Digest
    """The digest of its archive in releases/, so that no byte of it changes unnoticed."""

    @property
    def anchor(self) -> str:
        """Its place on the page of versions."""
        return anchor_of(self.version)
