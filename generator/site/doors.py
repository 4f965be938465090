"""The links of the first page and of pages by hand, held against the pages that there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urljoin

from generator.diagnostics import Diagnostic, Location, did_you_mean
from generator.library.kinds import KINDS
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.fragments import fragments
from generator.pages.views.names import Names
from generator.site.by_hand.files import Written
from generator.site.navigation import Nav


def pages_at(library: Library, nav: Nav) -> dict[str, Address]:
    """The pages by their paths: those of the navigation, and all that have one of their own."""
    listed = map(addresses.by_hand, _sources(nav))
    return {address.path: address for address in (*listed, *_own(library))}


def dead_doors(library: Library, nav: Nav, hand: Iterable[Written]) -> Iterator[Diagnostic]:
    """Links of the first page that lead to no page, or to no fragment of it.

    Diagnostics: unknown-reference.
    """
    told = _Known(library, nav, hand).told
    for d, door in enumerate(library.review.home.doors):
        for n, link in enumerate(door.links):
            if wrong := told(link.to):
                where = library.locate("review", "", "home", "doors", d, "links", n, "to")
                yield Diagnostic(where, "unknown-reference", *wrong)


def dead_links(
    library: Library, nav: Nav, hand: Sequence[Written], moved: set[str]
) -> Iterator[Diagnostic]:
    """Links of pages by hand to a page of this site that is not there, or to no place of it.

    Links to other files of docs/ are left to the engine, which knows them; addresses that `moved`
    and kept versions are there, too.

    Diagnostics: dead-link.
    """
    known = _Known(library, nav, hand)
    explored = {
        addresses.explored(page.id, table.id).path
        for page in library.evidence.values()
        for table in page.tables
    }
    others = (moved | explored) - known.pages.keys()
    for page in hand:
        for to, line in page.links:
            address = urljoin(f"{_HERE}{page.address.path}", to)
            path = address.removeprefix(_HERE).partition("#")[0]
            is_page = address.startswith(_HERE) and address.partition("#")[0].endswith("/")
            if not is_page or path in others or path.startswith(_OF_VERSIONS):
                continue
            wrong = known.told(address.removeprefix(_HERE))
            if wrong and (path in known.pages or path not in _short(library)):
                message, _, remedy = wrong
                expected = "An address as it is seen from this page, such as ../guidance/."
                yield Diagnostic(Location(page.edit, line), "dead-link", message, expected, remedy)


def _short(library: Library) -> set[str]:
    """The short addresses, such as `t/18/`."""
    # Slow to import, with all that renders, and most links lead somewhere.
    from generator.site.redirects import others

    return {path for path, _ in others(library, Names(library))}


_OF_VERSIONS = (addresses.KEPT.path, addresses.SINCE.path)
_HERE = "https://here.invalid/"
"""Stands for the address of the site, from which relative ones are seen."""


class _Known:
    """The pages and places that a link can name."""

    def __init__(self, library: Library, nav: Nav, hand: Iterable[Written]) -> None:
        self._library = library
        self.pages = pages_at(library, nav)
        self._ids = {page.address.path: page.ids | {addresses.CITE_BOX} for page in hand}

    def told(self, to: str) -> tuple[str, str, str] | None:
        """What is wrong with an address within the site, what is expected, and the remedy."""
        path, _, fragment = to.partition("#")
        if path not in self.pages:
            return (
                f"There is no page at “{to}”.",
                "The address of a page, such as guidance/.",
                did_you_mean(path, set(self.pages) - {""}),
            )
        if not fragment:
            return None
        there = self._ids.get(path) or fragments(self.pages[path], self._library)
        return (
            None
            if fragment in there
            else (
                f"The page “{path}” has no place “#{fragment}”.",
                "The id of something on that page, or the address of the page alone.",
                did_you_mean(fragment, there),
            )
        )


def _sources(nav: Nav) -> Iterator[str]:
    for item in nav:
        if isinstance(item, str):
            yield item
        else:
            for below in item.values():
                yield from _sources([below] if isinstance(below, str) else below)


def _own(library: Library) -> Iterator[Address]:
    """The pages of all things that have one of their own, also of those that were withdrawn."""
    for kind in KINDS:
        shown = addresses.OF_KIND.get(kind.name)
        if shown and shown.has_pages:
            yield from (shown.first.below(id) for id in library.of(kind))
