"""Which theories bear on a format, and who says so: a theory of any format bears on each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from generator.entities.base import Basis
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.by_format import Bases, ByFormat
from generator.pages.views.basis import BASIS_LABELS, Marked
from generator.pages.views.listed import Listed, list_of, listed
from generator.pages.views.names import Link, Names
from generator.pages.views.rows import choice_label


@dataclass(frozen=True)
class BearingTheory(Marked):
    """A theory that bears on a format, and whether the source or this site says so."""

    link: Link
    title: Link
    """The same link, by the whole title of the theory."""
    basis: str


@dataclass(frozen=True)
class TheoriesOnFormats:
    """The theories that bear on the formats of an intervention, by what ties them to these."""

    formats: tuple[str, ...]
    """What the formats are called."""
    named: Listed[BearingTheory]
    """Those that name one of the formats."""
    not_limited: Listed[BearingTheory]
    """Those that single out no format."""
    unstated: Listed[Link]
    """Those of which the source states no format."""
    others: Listed[BearingTheory]
    """Those that name other formats only."""


def theories_on(formats: Sequence[str], by_format: ByFormat, names: Names) -> TheoriesOnFormats:
    """The theories that bear on these formats, each given by its id."""
    library = names.library
    where = table(library, addresses.THEORIES, names.words.theory.many)
    show = partial(_bearing, names)
    return TheoriesOnFormats(
        tuple(choice_label(library.format, id) for id in formats),
        listed(by_format.naming(formats), show, where),
        listed(by_format.not_limited, show, where),
        listed(by_format.unstated, names.full, where),
        listed(by_format.naming_others(formats), show, where),
    )


def bearing_theories(found: Bases, names: Names) -> tuple[BearingTheory, ...]:
    """Theories by their ids, and who says of each that it bears on a format."""
    return tuple(_bearing(names, one) for one in found)


def _bearing(names: Names, found: tuple[str, Basis]) -> BearingTheory:
    id, basis = found
    return BearingTheory(names.link(id), names.full(id), basis)


def table(library: Library, otherwise: Address, noun: str) -> Link:
    """Where everything stands by its format: a table, or else the list of all `noun`."""
    for page in library.evidence.values():
        for one in page.tables:
            if one.kind == "choices" and one.columns[0] == library.format.id:
                return Link(f"the table “{page.title}”", addresses.evidence(page.id), one.id)
    return list_of(noun, otherwise)


def by_label(bearings: Iterable[BearingTheory]) -> list[tuple[str, list[BearingTheory]]]:
    """The same theories by who says so, what is reported before what is inferred."""
    found: dict[str, list[BearingTheory]] = {}
    for bearing in bearings:
        found.setdefault(bearing.label, []).append(bearing)
    order = list(BASIS_LABELS.values())
    return sorted(found.items(), key=lambda one: order.index(one[0]))
