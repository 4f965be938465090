"""Links that pages of several kinds have: what they are tied to, claims, the pages beside."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.backlinks import Backlinks
from generator.pages.views.common import Provenance
from generator.pages.views.names import Link, Names


@dataclass(frozen=True)
class TiedPage:
    """A tie to another page, in words."""

    link: Link
    text: str
    provenance: Provenance


def neighbours(id: str, names: Names, back: Backlinks) -> tuple[Link | None, Link | None]:
    """The pages before and after one, in the order of the ids; none of what is retired."""
    before, after = back.beside.get(id, (None, None))
    return names.full(before) if before else None, names.full(after) if after else None
