"""How to cite each page: a box below its title, and a file for each kind of reference manager."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.citing.files import FORMATS
from generator.citing.record import Record, page_record, source_record
from generator.citing.styling import STYLES, Reference, References, Styling
from generator.pages import addresses
from generator.pages.page import Page
from generator.site.catalogue import Context

Styled = tuple[tuple[str, Reference], ...]
"""The name of each style, with a reference in it."""


@dataclass(frozen=True)
class CiteBox:
    """What the box of a page shows."""

    references: tuple[tuple[str, Styled], ...]
    """What is cited, in words: the page, and the source whose findings it tells."""
    short: Reference
    """What stands on paper, where nobody opens a box."""
    files: tuple[tuple[str, str], ...]
    """The name of each format and the path of its file."""
    id: str
    has_address: bool


class CiteBoxes:
    """The boxes of a site; the references are made beside other work until they are needed."""

    def __init__(self, ctx: Context, pages: Sequence[Page]) -> None:
        """Begin with the references to these pages."""
        self._ctx = ctx
        self._pages = pages
        review = ctx.library.review
        self._source = source_record(review)
        self._records = [page_record(review, ctx.release, p.title, p.address) for p in pages]
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
            _path(page, ending): make([record, self._source])
            for page, record in zip(self._pages, self._records, strict=True)
            for ending, (_, make) in FORMATS.items()
        }

    def _box(self, page: Page, record: Record, references: References) -> CiteBox:
        review = self._ctx.library.review
        noun = review.source.noun
        return CiteBox(
            (
                ("This page", _styled(record, references)),
                (f"The {noun} that this site rests on", _styled(self._source, references)),
            ),
            references["short"][record.key],
            tuple((name, _path(page, ending)) for ending, (name, _) in FORMATS.items()),
            addresses.id_of(page.address),
            review.has_address,
        )


def _styled(record: Record, references: References) -> Styled:
    return tuple((name, references[style][record.key]) for style, name in STYLES.items())


def _path(page: Page, ending: str) -> str:
    return f"{page.address.path}cite.{ending}"
