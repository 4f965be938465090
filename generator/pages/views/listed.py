"""Lists on pages that are about something else: the first few, and where all of them stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.pages.address import Address
from generator.pages.views.names import Link

LISTED = 60
"""The most names of one kind on a page that is about something else, or in one part of the
navigation: what a page costs must not depend on how many others there are."""

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True)
class Listed(Generic[T]):
    """The first of several things, how many more there are, and where all of them stand."""

    first: tuple[T, ...]
    more: int
    where: Link

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.first) + self.more

    @property
    def each(self) -> str:
        """What the others are called in a sentence about each of them."""
        return "It" if self.more == 1 else "Each"


def list_of(noun: str, address: Address) -> Link:
    """Where all of a kind stand, in the words that follow “in”."""
    return Link(f"the list of {noun}", address)


def listed(things: Sequence[U], show: Callable[[U], T], where: Link) -> Listed[T]:
    """The first `LISTED` of them as they are shown; of the others, nothing is made."""
    first = things[:LISTED]
    return Listed(tuple(map(show, first)), len(things) - len(first), where)
