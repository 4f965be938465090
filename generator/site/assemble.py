"""A Library to a Site: pages from YAML, pages by hand, files, navigation and date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from importlib.resources import files as package_files

from generator.citing.metadata import Metadata
from generator.entities import Release
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.page import Page
from generator.site import by_hand, catalogue, downloads, redirects, robots, schema
from generator.site.cite_boxes import CiteBoxes
from generator.site.context import context
from generator.site.inspection import Inspected
from generator.site.navigation import Nav

ASSETS = (
    addresses.STYLESHEET,
    addresses.ICON,
    *addresses.SCRIPTS,
    addresses.REDIRECT,
    addresses.SEARCH,
)
"""Files of the generator that every site has at the same paths."""


@dataclass(frozen=True)
class Site:
    """All pages and files of a site, for any engine."""

    library: Library
    pages: tuple[Page, ...]
    files: dict[str, str]
    """Other files by their path within the site."""
    metadata: dict[str, Metadata]
    """What the head of each page tells programs, by the source of its address."""
    nav: Nav
    epoch: int | None
    """The date of the data, in seconds since 1970; none where nothing is published yet."""


def assemble(inspected: Inspected) -> Site | None:
    """The site of a review; none where something is wrong with it."""
    library = inspected.library
    if library is None or inspected.has_errors:
        return None
    ctx = context(library, inspected.recounts)
    pages = (*catalogue.pages(ctx), *(by_hand.page(one, ctx) for one in inspected.hand))
    boxes = CiteBoxes(ctx, pages)
    data = downloads.files(library)
    files = {
        **{path: _asset(path) for path in ASSETS},
        **data,
        **schema.schemas(library),
        **boxes.files(),
        **redirects.files(
            redirects.redirects(library, ctx.names, pages), library.review, ctx.renderer
        ),
        robots.FILE: robots.robots(library.review),
    }
    epoch = _epoch(ctx.release)
    return Site(library, boxes.pages(), files, boxes.metadata(data), inspected.nav, epoch)


def _epoch(release: Release | None) -> int | None:
    """What dates a build that is to be repeated."""
    if release is None:
        return None
    return max(0, int(datetime.combine(release.date, time(), tzinfo=UTC).timestamp()))


def _asset(path: str) -> str:
    return (package_files("generator.site") / path).read_text(encoding="utf-8")
