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
from generator.site import api
from generator.site.context import Context

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
    kept: Address | None
    """The page as it is in its version, where that is kept."""
    version: str
    has_versions: bool
    """Whether there are kept versions at all."""
    doi: str
    """That of the version, once it has one."""


class CiteBoxes:
    """The boxes of a site; the references are made beside other work until they are needed."""

    def __init__(
        self, ctx: Context, pages: Sequence[Page], kept: frozenset[str] = frozenset()
    ) -> None:
        """Begin with the references to these pages; `kept` are those in the newest kept version."""
        self._ctx = ctx
        self._pages = pages
        self._kept = kept
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
            self._kept_at(page.address, record.version),
            record.version,
            bool(self._ctx.library.releases),
            (self._ctx.release.doi or "") if self._ctx.release else "",
        )

    def _kept_at(self, page: Address, version: str) -> Address | None:
        newest = [one.version for one in self._ctx.library.releases][-1:]
        is_kept = newest == [version] and page.path in self._kept
        return addresses.kept(version, page) if is_kept else None


def _styled(record: Record, references: References) -> Styled:
    return tuple((name, references[style][record.key]) for style, name in STYLES.items())


def _path(page: Page, ending: str) -> str:
    return f"{page.address.path}cite.{ending}"
