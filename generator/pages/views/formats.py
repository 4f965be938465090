"""Which theories bear on a format, and who says so: a theory of any format bears on each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.entities.base import Basis
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.by_format import Bases
from generator.pages.views.basis import Marked
from generator.pages.views.names import Link, Names


@dataclass(frozen=True)
class BearingTheory(Marked):
    """A theory that bears on a format, and whether the source or this site says so."""

    link: Link
    title: Link
    """The same link, by the whole title of the theory."""
    basis: str


def bearing_theory(id: str, basis: Basis, names: Names) -> BearingTheory:
    """A theory by its id, and who says that it bears on the format."""
    return BearingTheory(names.link(id), names.full(id), basis)


def bearing_theories(found: Bases, names: Names) -> tuple[BearingTheory, ...]:
    """Several such theories."""
    return tuple(bearing_theory(id, basis, names) for id, basis in found)


def table(library: Library, otherwise: Address, noun: str) -> Link:
    """Where everything stands by its format: a table, or else the list of all `noun`."""
    for page in library.evidence.values():
        for one in page.tables:
            if one.kind == "choices" and one.columns[0] == library.format.id:
                return Link(f"the table “{page.title}”", addresses.evidence(page.id), one.id)
    return Link(f"the list of {noun}", otherwise)


def by_label(bearings: Iterable[BearingTheory]) -> list[tuple[str, list[BearingTheory]]]:
    """The same theories by who says so, what is reported before what is inferred."""
    found: dict[str, list[BearingTheory]] = {}
    for bearing in bearings:
        found.setdefault(bearing.label, []).append(bearing)
    return sorted(found.items(), reverse=True)
