"""How to cite each page: a box below its title, files beside it, and what its head tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial

from generator.citing.edition import Edition
from generator.citing.files import FORMATS, Format
from generator.citing.metadata import DescribedPage, Metadata, Picture, metadata
from generator.citing.record import Record, page_record, source_record
from generator.citing.styling import STYLES, Reference, Styling
from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.page import Page
from generator.site import cards
from generator.site.context import Context
from generator.site.data import api
from generator.site.files import Make
from generator.site.versions import since
from generator.site.versions.feeds import Feed
from generator.site.versions.history import History
from generator.site.versions.releases import Newest

Styled = tuple[tuple[str, Reference], ...]
"""The name of each style, with a reference in it."""


@dataclass(frozen=True)
class CiteBox:
    """What the box of a page shows."""

    references: tuple[tuple[str, Styled], ...]
    """What is cited, in words: the page, and the source that it rests on."""
    short: Reference
    """What stands on paper, where nobody opens a box."""
    source: Reference
    """The same of the source, without which no place in it leads anywhere."""
    files: tuple[tuple[str, str], ...]
    """The name of each format and the path of its file."""
    id: str
    has_address: bool
    version: str
    doi: str
    """The DOI of the version, once it has one."""
    newest: str
    """The newest version that is kept, if any is."""
    kept: Address | None
    """The page as it was in that, if it was there."""
    since: str
    """The way to what changed on the page since, if anything did."""


@dataclass(frozen=True)
class Past:
    """What the pages of a site tell of its past."""

    newest: Newest | None = None
    """The newest version that is kept, of which the site of today tells."""
    history: History = field(default_factory=History)
    feeds: tuple[Feed, ...] = ()
    """The feeds of single pages; the feed of the site is not among them."""


class CiteBoxes:
    """The boxes of a site, each made with its page."""

    def __init__(
        self,
        ctx: Context,
        pages: Sequence[Page],
        past: Past | None = None,
        styling: Styling | None = None,
    ) -> None:
        """Take these pages, and what they tell of the past of the site.

        With `styling`, references that it has made already are not made again.
        """
        self._ctx = ctx
        self._pages = pages
        self._styling = styling or Styling()
        past = past or Past()
        self._newest, self._history = past.newest, past.history
        self._changed = since.sentences(past.newest.since) if past.newest else {}
        self._feeds = {feed.page: feed for feed in past.feeds}
        self._review = ctx.library.review
        self._source = source_record(self._review)

    def begin(self) -> None:
        """Begin with all references at once: they are made beside other work."""
        self._styling.begin([self._source, *map(self._record, self._pages)])

    def settle(self) -> None:
        """Have all references: another process would wait for ever for those begun in this one."""
        self._styling.finish()

    def pages(self) -> tuple[Page, ...]:
        """The pages with their boxes."""
        return tuple(page.with_below_title(partial(self._below, page)) for page in self._pages)

    def files(self) -> dict[str, Make]:
        """Of each page a file in each format, by its path: the page and the source."""
        return {
            _path(page, format.ending): partial(self._file, page, format)
            for page in self._pages
            for format in FORMATS
        }

    def metadata(self, page: Page) -> Metadata:
        """What the head of a page tells."""
        files = self._ctx.downloads if page.address == addresses.DATA else ()
        offered = tuple((file.type, file.path) for file in files)
        return metadata(
            DescribedPage(
                page,
                self._record(page),
                self._source,
                self._review,
                tuple((format.type, _path(page, format.ending)) for format in FORMATS),
                offered,
                self._as_json.get(page.address.path, ""),
                self._offered(page.address),
                self.changed(page),
                self._picture(page.address),
            )
        )

    @cached_property
    def _as_json(self) -> dict[str, str]:
        return api.by_page(self._ctx.library)

    def changed(self, page: Page) -> date | None:
        """The day of the version in which a page last changed, or may have; None if unknown."""
        return self._history.changed(page, self._ctx.library)

    def _record(self, page: Page) -> Record:
        return page_record(self._review, self._edition(page), page.title, page.address)

    def _edition(self, page: Page) -> Edition:
        """What a page is called by: a version only if it reads in that as it does here."""
        edition, kept = self._ctx.edition, self._newest
        if kept is None or edition.release is None or edition.release.version != kept.version:
            return edition
        is_as_kept = kept.has(page.address.path) and (
            not edition.is_changed or self._history.is_as_kept(page)
        )
        return replace(edition, is_changed=not is_as_kept)

    def _file(self, page: Page, format: Format) -> str:
        return format.make([self._record(page), self._source])

    def _below(self, page: Page) -> str:
        return self._ctx.renderer.part(
            "cite_box.html",
            page.address,
            box=self._box(page, self._record(page)),
            history=self._history.of(page),
            feed=self._feeds.get(page.address),
        )

    def _picture(self, page: Address) -> Picture | None:
        """None without an address, which it needs, nor of a version, which nobody is to share."""
        if not self._review.has_address or self._ctx.earlier is not None:
            return None
        card = cards.of_page(page)
        return Picture(self._review.address + card.path, card.alt, cards.WIDTH, cards.HEIGHT)

    def _offered(self, page: Address) -> tuple[tuple[str, str, str], ...]:
        """The feeds that a page names: its own before that of the site."""
        found = dict.fromkeys(filter(None, (self._feeds.get(page), self._ctx.feed)))
        return tuple(file for feed in found for file in feed.offered)

    def _box(self, page: Page, record: Record) -> CiteBox:
        styled, source = self._styling.of(record), self._styling.of(self._source)
        noun, release = self._review.source.noun, self._ctx.edition.release
        return CiteBox(
            (
                ("This page", _named(styled)),
                (f"The {noun} that this site rests on", _named(source)),
            ),
            styled["short"],
            source["short"],
            tuple((format.name, _path(page, format.ending)) for format in FORMATS),
            addresses.id_of(page.address),
            self._review.has_address,
            release.version if release else "",
            (release.doi or "") if release else "",
            *self._kept(page.address),
        )

    def _kept(self, page: Address) -> tuple[str, Address | None, str]:
        """The newest kept version, the page in it, and the way to what changed since."""
        newest = self._newest
        if newest is None:
            return "", None, ""
        kept = addresses.kept(newest.version, page) if newest.shows(page.path) else None
        told = page.to(addresses.since(newest.version), page.mark)
        return newest.version, kept, told if page.path in self._changed else ""


def _named(styled: Mapping[str, Reference]) -> Styled:
    return tuple((name, styled[style]) for style, name in STYLES.items())


def _path(page: Page, ending: str) -> str:
    return f"{page.address.path}cite.{ending}"
