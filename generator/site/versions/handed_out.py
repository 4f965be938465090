"""Places within pages that a version hands out to copy, and what answers for them afterwards.

Beside statements, findings and headings stand links to keep. Of most the register holds that they
stay; headings, terms and what a page lists may change their names, or go. So a version keeps what
its pages handed out, and a page of today names the version of each place that it lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import unquote, urljoin

from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.page import Made, Page
from generator.pages.render import Renderer
from generator.site.by_hand.markup import audit
from generator.site.versions.version_changes import VersionChanges

_COPIED = re.compile(rb'<a class="(?:headerlink|rl-anchor)" href="([^"#]*)#([^"]+)"')
"""A link to keep: beside a heading, from the theme, or beside what our templates show."""
_ID = re.compile(r'(?<![\w-])id="([^"]+)"|\{ #([\w-]+) \}')
"""Where a page has a place, in HTML or behind a heading."""
_INDEX = "index.html"


@dataclass(frozen=True)
class LostPlace:
    """A place that a version handed out, and that its page has no more."""

    id: str
    version: str
    """The newest version that has it."""
    kept: Address
    """Its page there."""


def handed_out(files: Mapping[str, bytes]) -> dict[str, tuple[str, ...]]:
    """The fragments that the pages among these files hand out, by the path of their page."""
    found: dict[str, set[str]] = {}
    for file, content in files.items():
        if file.endswith(_INDEX):
            for way, fragment in _COPIED.findall(content):
                page = urljoin(f"/{file.removesuffix(_INDEX)}", way.decode()).removeprefix("/")
                found.setdefault(page, set()).add(unquote(fragment.decode()))
    return {page: tuple(sorted(found[page])) for page in sorted(found)}


def answered(
    pages: Iterable[Page], versions: Sequence[VersionChanges], renderer: Renderer
) -> Iterator[Page]:
    """The pages, each with an answer for what versions handed out of it and it has no more."""
    for page in pages:
        path = page.address.path
        known = {id: one.version for one in versions for id in one.anchors.get(path, ())}
        yield replace(page, make=partial(_made, page, known, renderer)) if known else page


def _made(page: Page, known: Mapping[str, str], renderer: Renderer) -> Made:
    made = page.make()
    body = "".join(made.pieces)
    there = {id for found in _ID.findall(body) for id in found}
    if page.by_hand and known.keys() - there:  # Markdown names its headings by itself
        there |= audit(body).ids
    lost = tuple(
        LostPlace(id, version, addresses.kept(version, page.address))
        for id, version in known.items()
        if id not in there
    )
    if not lost:
        return made
    said = renderer.part("lost_here.html", page.address, lost=lost)
    *before, last = made.pieces
    return replace(made, pieces=(*before, f"{last.rstrip()}\n\n{said.strip()}\n"))
