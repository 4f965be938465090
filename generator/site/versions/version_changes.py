"""What a version changed, as its archive keeps it for all later builds (`changes.json`)."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict, Field, ValidationError

FILE = "changes.json"
"""Its name comes before those of all other files of an archive, so that it is read alone."""


class VersionChanges(BaseModel):
    """What one version changed. Later generators may write more, and still read this."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    version: str
    date: date
    before: str
    """The version that it is compared with; empty for the first one that is kept."""
    pages: dict[str, tuple[str, ...]]
    """Every page that it has, with what changed on it, in sentences."""
    touched: tuple[str, ...]
    """The pages that may show what changed, their own or that of others."""
    digests: dict[str, str] = Field(default_factory=dict)
    """Those of the archives of all versions before it, so that none can be changed alone."""
    titles: dict[str, str] = Field(default_factory=dict)
    """The title of every page but those that only say that something is no longer there."""
    anchors: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """The fragments that its pages hand out to copy, by their page."""


def read(content: bytes) -> VersionChanges | None:
    """What the file of an archive tells; None where it is none that is understood."""
    try:
        return VersionChanges.model_validate_json(content)
    except ValidationError:
        return None
