"""What a link can name on a page that is made from the data: known without rendering the page.

Everything with an address of its own is there, and the headings that follow from the data alone.
Other headings a template writes as it finds something to say: no link can rely on those.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.entities.walk import ids_within
from generator.library.kinds import DECISION, INTERVENTION, KINDS
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.address import Address


def fragments(address: Address, library: Library) -> set[str]:
    """The ids on the page with this address that are sure to be there."""
    found = {address.title_id, addresses.CITE_BOX, *_of_things(address, library)}
    if address in (addresses.THEORIES, addresses.MODEL):
        found |= {group.id for group in library.review.groups}
    if address == addresses.MODEL and library.has_two_models:
        found.add("legend")
    if address == addresses.ARTICLE:
        found |= set(_of_source(library))
    return found


def _of_things(address: Address, library: Library) -> Iterator[str]:
    """What stands on the page, each with its parts; or the parts of what the page is about."""
    for kind in KINDS:
        for thing in library.all(kind) if kind.is_shown else ():
            id = getattr(thing, "id", "") or getattr(thing, "anchor", "")
            page, own = addresses.at(kind.name, id)
            if id and page == address:
                yield from [own] if own else []
                yield from (addresses.part(kind.name, id, part) for _, part in ids_within(thing))
                if kind is INTERVENTION:
                    yield from (attribute.id for attribute in library.attributes.attributes)
                if kind is DECISION and thing.matrix:
                    yield "matrix"


def _of_source(library: Library) -> Iterator[str]:
    """The sections of the source and their paragraphs."""
    for section in library.review.source.sections:
        yield section.id
        yield from (f"{section.id}-{n}" for n, _ in enumerate(section.paragraphs, 1))
