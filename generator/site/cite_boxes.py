"""How to cite each page: a box below its title, files beside it, and what its head tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.citing.files import FORMATS
from generator.citing.metadata import Metadata, Subject, metadata
from generator.citing.record import Record, page_record, source_record
from generator.citing.styling import STYLES, Reference, References, Styling
from generator.pages import addresses
from generator.pages.addresses import Address
from generator.pages.page import Page
from generator.site import api, feeds, since
from generator.site.context import Context
from generator.site.releases import Newest

Styled = tuple[tuple[str, Reference], ...]
"""The name of each style, with a reference in it."""


@dataclass(frozen=True)
class CiteBox:
    """What the box of a page shows."""

    references: tuple[tuple[str, Styled], ...]
    """What is cited, in words: the page, and the source that it rests on."""
    short: Reference
    """What stands on paper, where nobody opens a box."""
    files: tuple[tuple[str, str], ...]
    """The name of each format and the path of its file."""
    id: str
    has_address: bool
    version: str
    doi: str
    """That of the version, once it has one."""
    newest: str
    """The newest version that is kept, if any is."""
    kept: Address | None
    """The page as it was in that, if it was there."""
    since: str
    """The way to what changed on the page since, if anything did."""


class CiteBoxes:
    """The boxes of a site; the references are made beside other work until they are needed."""

    def __init__(self, ctx: Context, pages: Sequence[Page], newest: Newest | None = None) -> None:
        """Begin with the references to these pages; `newest` is the newest version that is kept."""
        self._ctx = ctx
        self._pages = pages
        self._newest = newest
        self._changed = since.changed(newest.since) if newest else frozenset()
        self._review = ctx.library.review
        self._source = source_record(self._review)
        self._records = [page_record(self._review, ctx.release, p.title, p.address) for p in pages]
        self._styling = Styling([self._source, *self._records])

    def pages(self) -> tuple[Page, ...]:
        """The pages with their boxes."""
        references = self._styling.references()
        return tuple(
            page.with_below_title(
                self._ctx.renderer.part(
                    "cite_box.html", page.address, box=self._box(page, record, references)
                )
            )
            for page, record in zip(self._pages, self._records, strict=True)
        )

    def files(self) -> dict[str, str]:
        """Of each page a file in each format, by its path: the page and the source."""
        return {
            _path(page, format.ending): format.make([record, self._source])
            for page, record in zip(self._pages, self._records, strict=True)
            for format in FORMATS
        }

    def metadata(self) -> dict[str, Metadata]:
        """What the head of each page tells, by the file that an engine makes it from."""
        offered = tuple((file.type, file.path) for file in self._ctx.downloads)
        as_json = api.by_page(self._ctx.library)
        changes = tuple((feeds.TYPES[path], path) for path in self._ctx.feeds)
        return {
            page.address.source: metadata(
                Subject(
                    page,
                    record,
                    self._source,
                    self._review,
                    tuple((format.type, _path(page, format.ending)) for format in FORMATS),
                    offered if page.address == addresses.DATA else (),
                    as_json.get(page.address.path, ""),
                    changes,
                )
            )
            for page, record in zip(self._pages, self._records, strict=True)
        }

    def _box(self, page: Page, record: Record, references: References) -> CiteBox:
        noun = self._review.source.noun
        return CiteBox(
            (
                ("This page", _styled(record, references)),
                (f"The {noun} that this site rests on", _styled(self._source, references)),
            ),
            references["short"][record.key],
            tuple((format.name, _path(page, format.ending)) for format in FORMATS),
            addresses.id_of(page.address),
            self._review.has_address,
            record.version,
            (self._ctx.release.doi or "") if self._ctx.release else "",
            *self._kept(page.address),
        )

    def _kept(self, page: Address) -> tuple[str, Address | None, str]:
        """The newest kept version, the page in it, and the way to what changed since."""
        newest = self._newest
        if newest is None:
            return "", None, ""
        kept = addresses.kept(newest.version, page) if page.path in newest.pages else None
        told = page.to(addresses.since(newest.version), page.mark)
        return newest.version, kept, told if page.path in self._changed else ""


def _styled(record: Record, references: References) -> Styled:
    return tuple((name, references[style][record.key]) for style, name in STYLES.items())


def _path(page: Page, ending: str) -> str:
    return f"{page.address.path}cite.{ending}"
