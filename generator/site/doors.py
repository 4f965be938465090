"""The links of the first page, held against the pages that there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic, did_you_mean
from generator.library.kinds import KINDS
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.fragments import fragments
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
    known = pages_at(library, nav)
    ids = {page.address.path: page.ids | {addresses.CITE_BOX} for page in hand}
    for d, door in enumerate(library.review.home.doors):
        for n, link in enumerate(door.links):
            path, _, fragment = link.to.partition("#")
            told = None
            if path not in known:
                told = (
                    f"There is no page at “{link.to}”.",
                    "The address of a page, such as guidance/.",
                    did_you_mean(path, set(known) - {""}),
                )
            elif fragment and fragment not in (
                there := ids.get(path) or fragments(known[path], library)
            ):
                told = (
                    f"The page “{path}” has no place “#{fragment}”.",
                    "The id of something on that page, or the address of the page alone.",
                    did_you_mean(fragment, there),
                )
            if told:
                where = library.locate("review", "", "home", "doors", d, "links", n, "to")
                yield Diagnostic(where, "unknown-reference", *told)


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
