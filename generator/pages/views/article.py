"""The page about the source: every paragraph, and what on this site rests on it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.entities.source import Missing, Section, Source, SourceFile
from generator.library.kinds import named
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.backlinks import Backlinks, Citation
from generator.pages.views.common import Link, Names, places


@dataclass(frozen=True)
class ParagraphView:
    """A paragraph or caption of the source and all that cites it."""

    anchor: str
    label: str
    opens: str
    sentences: int
    citations: tuple[Link, ...]


@dataclass(frozen=True)
class SectionView:
    """A section of the source; or a file that belongs to it, with rows for paragraphs."""

    id: str
    title: str
    paragraphs: tuple[ParagraphView, ...]
    is_file: bool = False


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
    sections = [_section(s, library, names, back) for s in source.sections]
    files = [_file(f, library, names, back) for f in source.files]
    searched = places(source.last_search_at, names)
    return ArticleView(source, (*sections, *files), source.missing, searched)


def _file(file: SourceFile, library: Library, names: Names, back: Backlinks) -> SectionView:
    """The rows of a file on which something rests; nobody knows how many it has."""
    start = f"{file.id}-row-"
    numbers = [a.removeprefix(start) for a in back.citations if a.startswith(start)]
    rows = [
        ParagraphView(
            f"{start}{number}",
            f"Row {number}",
            "",
            0,
            _citations(f"{start}{number}", library, names, back),
        )
        for number in sorted((n for n in numbers if n.isdigit()), key=int)
    ]
    return SectionView(file.id, file.label, tuple(rows), is_file=True)


def _citations(anchor: str, library: Library, names: Names, back: Backlinks) -> tuple[Link, ...]:
    """Links to all that cites a place."""
    links = [citation_link(c, library, names) for c in back.citations.get(anchor, ())]
    return tuple(dict.fromkeys(link for link in links if link))


def _section(section: Section, library: Library, names: Names, back: Backlinks) -> SectionView:
    def citations(anchor: str) -> tuple[Link, ...]:
        return _citations(anchor, library, names, back)

    paragraphs = [
        ParagraphView(
            f"{section.id}-{number}",
            f"Paragraph {number}",
            paragraph.opens,
            paragraph.sentences,
            citations(f"{section.id}-{number}"),
        )
        for number, paragraph in enumerate(section.paragraphs, 1)
    ]
    captions = [
        ParagraphView(
            f"{section.id}-{caption.id}",
            caption.label[0].upper() + caption.label[1:],
            "",
            0,
            citations(f"{section.id}-{caption.id}"),
        )
        for caption in section.captions
    ]
    return SectionView(section.id, section.title, (*paragraphs, *captions))


def citation_link(citation: Citation, library: Library, names: Names) -> Link | None:
    """A link to what cites a paragraph; None for what has no place on a page."""
    if citation.kind == "evidence page":
        page = library.evidence[citation.id]
        return Link(f"Table: {page.title}", addresses.evidence(page.id))
    if not named(citation.kind).is_named:
        return None
    link = names.link(citation.id)
    if link.fragment or not citation.fragment:
        return link
    return Link(f"{link.text}, {citation.fragment}", link.address, citation.fragment)
