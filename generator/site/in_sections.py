"""Pages that hold all of something in sections, and what becomes of one that grows too large."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any

from generator.pages.address import Address
from generator.pages.page import Page
from generator.site.context import Context

WHOLE = 200
"""The most entries that one page shows in full; with more, each section has a page of its own."""

FOR_TABLES = ("navigation", "toc")
"""The parts of the theme that a page with a wide table does without."""


@dataclass(frozen=True)
class InSections:
    """A page that holds all of something in sections.

    Each section that it shows has an `id` and a `title`, as in `headings`, and `fragments`: the
    addresses of what stands in it.
    """

    template: str
    address: Address
    edit: str
    title: str
    entries: int
    """How many things it holds, or, where it holds what rests on something, how many may do so."""
    headings: tuple[tuple[str, str], ...]
    """The id and the words of each, known without what stands below."""
    show: Callable[[], dict[str, Any]]
    """All that its template takes, `sections` among it."""
    hide: tuple[str, ...] = ()
    """The parts of the theme that the page of a section does without."""

    @property
    def content(self) -> str:
        """The template of what stands in one section."""
        return self.template.replace(".html", "_section.html")


def in_sections(ctx: Context, it: InSections) -> Iterator[Page]:
    """The page; if it has more than `WHOLE` entries, a page for each section as well.

    It keeps every address within it whether or not its sections are apart, and leads on from each.
    """
    show, apart = cache(it.show), it.entries > WHOLE
    about = {"is_apart": apart, "content": it.content}
    if apart:
        ctx.shared.append(show)
    yield ctx.page(it.template, it.address, it.edit, it.title, lambda: {**about, **show()})
    for id, title in it.headings if apart else ():
        one = partial(_section, replace(it, show=show), id, title)
        named = f"{it.title}: {title}"
        yield ctx.page("section.html", it.address.section(id), it.edit, named, one)


def _section(it: InSections, id: str, title: str) -> dict[str, Any]:
    """What the page of a section shows."""
    return {
        "description": f"A part of “{it.title}”: {title}.",
        "section": next(section for section in it.show()["sections"] if section.id == id),
        "content": it.content,
        "whole": it,
        "lasting": it.address,
        "hide": it.hide,
    }
