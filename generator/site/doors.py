"""The links of the first page, held against the pages that there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic, did_you_mean
from generator.library.kinds import KINDS
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.page import Page
from generator.site.navigation import Nav

_ID = re.compile(r'\bid="([^"]+)"|\{ #([\w-]+) \}')
_BOX = "cite"
"""On every page: how to cite it (`pages/templates/cite_box.html`), which comes in at the end."""
_HEADING = re.compile(r"^#+ +(.+?) *#*$", re.M)


def pages_at(library: Library, nav: Nav) -> set[str]:
    """Where there are pages: those of the navigation, and those that were withdrawn."""
    listed = {addresses.by_hand(source).path for source in _sources(nav)}
    return listed | {address.path for address in _retired(library)}


def dead_doors(library: Library, nav: Nav, pages: Iterable[Page]) -> Iterator[Diagnostic]:
    """Links of the first page that lead to no page, or to no place on it.

    Which pages there are is known from the navigation, so that `pages` may be a stream: it is
    rendered as far as a link with a fragment needs it, and mostly not at all.
    Diagnostics: unknown-reference.
    """
    known = pages_at(library, nav)
    rendered: dict[str, Page] = {}
    stream = iter(pages)
    for d, door in enumerate(library.review.home.doors):
        for n, link in enumerate(door.links):
            place = library.locate("review", "", "home", "doors", d, "links", n, "to")
            path, _, fragment = link.to.partition("#")
            if path not in known:
                yield Diagnostic(
                    place,
                    "unknown-reference",
                    f"There is no page at “{link.to}”.",
                    "The address of a page, such as guidance/.",
                    did_you_mean(path, known - {""}),
                )
            elif fragment and fragment not in (ids := _ids(_page(path, rendered, stream))):
                yield Diagnostic(
                    place,
                    "unknown-reference",
                    f"The page “{path}” has no place “#{fragment}”.",
                    "The id of something on that page, or the address of the page alone.",
                    did_you_mean(fragment, ids),
                )


def _sources(nav: Nav) -> Iterator[str]:
    for item in nav:
        if isinstance(item, str):
            yield item
        else:
            for below in item.values():
                yield from _sources([below] if isinstance(below, str) else below)


def _retired(library: Library) -> Iterator[addresses.Address]:
    """Pages that stay at their addresses and that the navigation does not list."""
    for kind in KINDS:
        for id in library.of(kind) if kind.has_ids else ():
            if id in library.retired:
                yield addresses.at(kind.name, id)[0]


def _page(path: str, rendered: dict[str, Page], stream: Iterator[Page]) -> Page:
    while path not in rendered:
        page = next(stream)
        rendered[page.address.path] = page
    return rendered[path]


def _ids(page: Page) -> set[str]:
    """What a link to the page can name after a #."""
    ids = {first or second for first, second in _ID.findall(page.body)} | {_BOX}
    if page.by_hand:
        from markdown.extensions.toc import slugify

        ids |= {slugify(heading, "-") for heading in _HEADING.findall(page.body)}
    return ids
