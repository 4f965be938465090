"""A Library to a Site: pages from YAML, pages by hand, files, navigation and date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from importlib.resources import files as package_files

from generator.citing.metadata import Metadata
from generator.entities import Release
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.page import Page
from generator.pages.render import Renderer
from generator.site import api, by_hand, catalogue, figures, redirects, robots, schema, since
from generator.site.cite_boxes import CiteBoxes
from generator.site.context import Context, context
from generator.site.freezing import Freezing
from generator.site.inspection import Inspected
from generator.site.navigation import Nav
from generator.site.releases import Newest

STYLES = (
    *("colours", "reading", "labels", "configuration", "lists", "tables", "explorer", "matrix"),
    *(
        "checks",
        "charts",
        "model",
        "provenance",
        "citing",
        "print",
        "handout",
        "access",
        "search",
        "versions",
    ),
)
"""The parts of the style sheet, each of one subject; a later one may refine an earlier one."""
ASSETS = (
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
    files: dict[str, str | bytes]
    """Other files by their path within the site."""
    metadata: dict[str, Metadata]
    """What the head of each page tells programs, by the source of its address."""
    nav: Nav
    epoch: int | None
    """The date of the data, in seconds since 1970; none where nothing is published yet."""
    renderer: Renderer
    """What makes the pages that depend on the finished site."""
    freezing: Freezing | None = None
    """What this site is, where it is a version that is to be kept."""


def assemble(
    inspected: Inspected,
    freezing: Freezing | None = None,
    newest: Newest | None = None,
) -> Site | None:
    """The site of a review, or a version of it to keep; none where something is wrong with it.

    `newest` is the newest version that is kept already, of which the site of today tells.
    """
    library = inspected.library
    if library is None or inspected.has_errors:
        return None
    earlier = tuple(freezing.reports) if freezing else None
    ctx = context(library, inspected.recounts, earlier)
    pages = (*catalogue.pages(ctx), *(by_hand.page(one, ctx) for one in inspected.hand))
    if freezing:
        pages = (*pages, *since.pages(ctx, freezing.reports, pages))
    elif newest:
        pages = (*pages, *since.pages(ctx, {newest.version: newest.since}, pages))
    boxes = CiteBoxes(ctx, pages, newest)
    files: dict[str, str | bytes] = {
        **{path: _asset(path) for path in ASSETS},
        addresses.STYLESHEET: "\n".join(_asset(f"assets/styles/{name}.css") for name in STYLES),
        **{file.path: file.content for file in ctx.downloads},
        **figures.files(ctx),
        **schema.schemas(library),
        **api.files(library, ctx.release),
        **boxes.files(),
        **({} if freezing else _of_whole_site(ctx, pages)),
    }
    epoch = _epoch(ctx.release)
    made = boxes.pages(), files, boxes.metadata()
    return Site(library, *made, inspected.nav, epoch, ctx.renderer, freezing)


def _of_whole_site(ctx: Context, pages: Sequence[Page]) -> dict[str, str]:
    """What leads to its pages from elsewhere; a version that is kept lies within another site."""
    review = ctx.library.review
    leading = redirects.redirects(ctx.library, ctx.names, pages)
    return {
        **redirects.files(leading, review, ctx.renderer),
        **since.ways(ctx),
        **ctx.feeds,
        robots.FILE: robots.robots(review),
    }


def _epoch(release: Release | None) -> int | None:
    """What dates a build that is to be repeated."""
    if release is None:
        return None
    return max(0, int(datetime.combine(release.date, time(), tzinfo=UTC).timestamp()))


def _asset(path: str) -> str:
    return (package_files("generator.site") / path).read_text(encoding="utf-8")
