"""Assembles a Site from a Library: pages from YAML, pages by hand, files, navigation and date."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from generator.citing.edition import Edition
from generator.citing.metadata import Metadata
from generator.citing.styling import Styling
from generator.entities import Release
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.page import Page
from generator.pages.render import Renderer
from generator.site import cards, catalogue, figures, look, redirects, robots, schema
from generator.site.by_hand import pages as by_hand
from generator.site.cite_boxes import CiteBoxes, Past
from generator.site.context import Context, context
from generator.site.data import api
from generator.site.files import Files, FileSet, Make, given
from generator.site.inspection import Inspected
from generator.site.navigation import Nav
from generator.site.versions import feed_files, feeds, handed_out, releases, since
from generator.site.versions.feeds import Feed
from generator.site.versions.freezing import Freezing, alone
from generator.site.versions.history import History
from generator.site.versions.releases import Newest
from generator.site.versions.version_changes import VersionChanges


@dataclass(frozen=True)
class Site:
    """All pages and files of a site, for any engine."""

    library: Library
    edition: Edition
    """What it is called by."""
    pages: tuple[Page, ...]
    files: Files
    """Other files by their path within the site."""
    metadata: Callable[[Page], Metadata]
    """What the head of a page tells programs."""
    changed: Callable[[Page], date | None]
    """The day of the version in which a page last changed, if that is known."""
    nav: Nav
    epoch: int | None
    """The date of the data, in seconds since 1970; none where nothing is published yet."""
    renderer: Renderer
    """What makes the pages that depend on the finished site."""
    begin: Callable[[], None]
    """Begins with what is made faster for all pages at once; else each page waits for its own."""
    settle: Callable[[], None]
    """To be called before another process makes anything, if it was begun."""
    share: Callable[[], None]
    """To be called before several processes make pages, if it was begun and settled."""
    freezing: Freezing | None = None
    """What this site is, where it is a version that is to be kept."""
    versions: tuple[VersionChanges, ...] = ()
    """What each version changed, the oldest first; the last one is this site, if it is kept."""


def assemble(
    inspected: Inspected,
    freezing: Freezing | None = None,
    newest: Newest | None = None,
    styling: Styling | None = None,
    *,
    is_alone: bool = False,
) -> Site | None:
    """The site of a review, or a version of it to keep; none where something is wrong with it.

    Pages and files are made when they are asked for. `newest` is the newest version that is kept
    already, of which the site of today tells; `styling` has references that were made before. A
    site that `is_alone` leads to no version, and is still not called one that it is not.
    """
    library = inspected.library
    if library is None or inspected.has_errors:
        return None
    edition = Edition(freezing.release) if freezing else releases.edition(library, newest)
    if is_alone:
        inspected, newest = alone(inspected), None
        library = inspected.library or library
    known = freezing or newest
    earlier = tuple(freezing.reports) if freezing else None
    ctx = context(library, inspected.recounts, edition, earlier, _before(known))
    return _made(inspected, ctx, freezing, known, styling)


def _made(
    inspected: Inspected,
    ctx: Context,
    freezing: Freezing | None,
    known: Freezing | Newest | None,
    styling: Styling | None,
) -> Site:
    """The pages and files of a site, of which the version to keep or the newest one is `known`."""
    pages = (*catalogue.pages(ctx), *(by_hand.page(one, ctx) for one in inspected.hand))
    versions = freezing.history(pages, _gone(ctx)) if freezing else ctx.versions
    past = _past(ctx, pages, versions, known)
    pages = (*pages, *since.pages(ctx, known.reports if known else {}, pages))
    if not freezing:
        pages = tuple(handed_out.answered(pages, versions, ctx.renderer))
    boxes = CiteBoxes(ctx, pages, past, styling)
    whole = () if freezing else _of_whole_site(ctx, pages, past.feeds)
    return Site(
        library=ctx.library,
        edition=ctx.edition,
        pages=boxes.pages(),
        files=Files(*whole, *_files(ctx), FileSet(("",), boxes.files)),
        metadata=boxes.metadata,
        changed=boxes.changed,
        nav=inspected.nav,
        epoch=_epoch(ctx.edition.release),
        renderer=ctx.renderer,
        begin=boxes.begin,
        settle=boxes.settle,
        share=ctx.get_ready,
        freezing=freezing,
        versions=versions,
    )


def _before(known: Freezing | Newest | None) -> tuple[VersionChanges, ...]:
    """What each version that is kept already says of itself."""
    match known:
        case Freezing():
            return known.earlier
        case Newest():
            return known.history
    return ()


def _gone(ctx: Context) -> set[Address]:
    """The pages that only say that something is no longer there."""
    return {page for page, views in ctx.moved.items() if any(not it.fragment for it in views)}


def _past(
    ctx: Context,
    pages: Sequence[Page],
    versions: tuple[VersionChanges, ...],
    known: Freezing | Newest | None,
) -> Past:
    """What pages tell of versions, on the site of today or in a version that is to be kept."""
    match known:
        case Freezing():
            return Past(history=History(versions, kept_as=known.release.version))
        case Newest():
            told = tuple(feeds.of_pages(ctx.library.review, versions, pages))
            return Past(known, History(versions, known.since), told)
    return Past()


def _files(ctx: Context) -> Iterator[FileSet]:
    """What lies beside the pages of every site."""
    library = ctx.library
    yield FileSet(("assets/",), lambda: look.files(library))
    yield FileSet(
        (addresses.DATA.path,),
        lambda: {file.path: file.content for file in ctx.downloads},
    )
    yield FileSet((addresses.FIGURES,), lambda: figures.files(ctx), is_of_views=True)
    yield FileSet(("schema/",), lambda: schema.files(library))
    yield FileSet((api.START,), lambda: api.files(library, ctx.edition))


def _of_whole_site(ctx: Context, pages: Sequence[Page], told: Sequence[Feed]) -> Iterator[FileSet]:
    """What leads to its pages from elsewhere; a version that is kept lies within another site."""
    library, review = ctx.library, ctx.library.review

    def leading() -> dict[str, Make]:
        found = redirects.redirects(library, ctx.names, pages)
        return redirects.files(found, review, ctx.renderer)

    yield FileSet(("",), leading)
    leading_on = (addresses.VERSIONS.path, addresses.SINCE.path)
    yield FileSet(leading_on, given(lambda: since.ways(ctx)))
    yield FileSet(("",), lambda: feed_files.files(review, filter(None, (ctx.feed, *told))))
    yield FileSet((cards.FOLDER,), given(lambda: cards.files() if review.has_address else {}))
    yield FileSet((robots.FILE,), given(lambda: {robots.FILE: robots.robots(review)}))


def _epoch(release: Release | None) -> int | None:
    """What dates a build that is to be repeated."""
    if release is None:
        return None
    return max(0, int(datetime.combine(release.date, time(), tzinfo=UTC).timestamp()))
