"""The page about the source: every paragraph, and what on this site rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.entities.locators import row_anchor
from generator.entities.source import Caption, Missing, Section, Source, SourceFile
from generator.entities.words import counted, opening
from generator.library.library import Library
from generator.pages.backlinks import Backlinks
from generator.pages.paragraphs import paragraph_address
from generator.pages.views.names import Link, Names
from generator.pages.views.resting import RestingGroup, resting


@dataclass(frozen=True)
class ParagraphView:
    """A paragraph, a table or a row of the source, and all that rests on it."""

    anchor: str
    label: str
    resting: tuple[RestingGroup, ...]
    opens: str = ""
    sentences: int = 0
    rows: int | None = None
    """How many rows it has that a locator can name."""
    is_told_by_row: bool = False
    """Whether something rests on one of its rows, which follow."""
    outside: str = ""
    """Its address on the page of the publisher, if that is known."""

    @property
    def length(self) -> str:
        """“1 sentence”, “4 sentences”."""
        return counted(self.sentences, "sentence")


@dataclass(frozen=True)
class SectionView:
    """A section of the source; or a file that belongs to it, with rows for paragraphs."""

    id: str
    title: str
    paragraphs: tuple[ParagraphView, ...]
    is_file: bool = False

    @property
    def fragments(self) -> tuple[str, ...]:
        """The addresses of the paragraphs."""
        return tuple(paragraph.anchor for paragraph in self.paragraphs)


@dataclass(frozen=True)
class ArticleView:
    """The source: its record, its sections, and what of it was not at hand."""

    source: Source
    sections: tuple[SectionView, ...]
    missing: tuple[Missing, ...]
    last_search_places: tuple[Link, ...]


def article_view(library: Library, names: Names, back: Backlinks) -> ArticleView:
    """The source with links back to everything that rests on it."""
    source = library.review.source
    sections = [_section(s, names, back) for s in source.sections]
    files = [_file(f, names, back) for f in source.files]
    searched = names.places(source.last_search_at)
    return ArticleView(source, (*sections, *files), source.missing, searched)


def headings(source: Source) -> tuple[tuple[str, str], ...]:
    """The id and the title of each section of the source, and of each file that belongs to it."""
    return (
        *((section.id, section.title) for section in source.sections),
        *((file.id, file.label) for file in source.files),
    )


def _file(file: SourceFile, names: Names, back: Backlinks) -> SectionView:
    """The rows of a file on which something rests; nobody knows how many it has."""
    start = f"{file.id}-row-"
    rows = [
        ParagraphView(f"{start}{row}", f"Row {row}", _resting(f"{start}{row}", names, back))
        for row in _rows(start, back)
    ]
    return SectionView(file.id, file.label, tuple(rows), is_file=True)


def _rows(start: str, back: Backlinks) -> list[int]:
    """The numbers at the end of the cited anchors that begin so."""
    ends = [anchor.removeprefix(start) for anchor in back.citations if anchor.startswith(start)]
    return sorted(int(end) for end in ends if end.isdigit())


def _section(section: Section, names: Names, back: Backlinks) -> SectionView:
    paragraphs = [
        ParagraphView(
            f"{section.id}-{number}",
            f"Paragraph {number}",
            _resting(f"{section.id}-{number}", names, back),
            paragraph.opens,
            paragraph.sentences,
            outside=paragraph_address(names.library.review.source, f"{section.id}-{number}"),
        )
        for number, paragraph in enumerate(section.paragraphs, 1)
    ]
    for caption in section.captions:
        paragraphs += _caption(section, caption, names, back)
    return SectionView(section.id, section.title, tuple(paragraphs))


def _caption(
    section: Section, caption: Caption, names: Names, back: Backlinks
) -> Iterator[ParagraphView]:
    """A table, box or figure, and its rows on which something rests."""
    anchor = f"{section.id}-{caption.id}"
    label, rests = opening(caption.label), _resting(anchor, names, back)
    rows = _rows(row_anchor(section.id, caption.id), back)
    yield ParagraphView(anchor, label, rests, rows=caption.rows, is_told_by_row=bool(rows))
    for row in rows:
        anchor = row_anchor(section.id, caption.id, row)
        label = f"{opening(caption.whole)}, row {row}"
        yield ParagraphView(anchor, label, _resting(anchor, names, back))


def _resting(anchor: str, names: Names, back: Backlinks) -> tuple[RestingGroup, ...]:
    return resting(back.citations.get(anchor, ()), names)
