"""The page about the source: every paragraph, and what on this site rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.entities.locators import row_anchor
from generator.entities.source import Caption, Missing, Section, Source, SourceFile
from generator.entities.words import counted, opening
from generator.library.kinds import CHANGES, DECISION, EVIDENCE_PAGE, GLOSSARY, REVIEW, named
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.backlinks import Backlinks
from generator.pages.citations import Citation
from generator.pages.views.names import Link, Names


@dataclass(frozen=True)
class ParagraphView:
    """A paragraph, a table or a row of the source, and all that cites it."""

    anchor: str
    label: str
    citations: tuple[Link, ...]
    opens: str = ""
    sentences: int = 0
    rows: int | None = None
    """How many rows it has that a locator can name."""
    is_told_by_row: bool = False
    """Whether something rests on one of its rows, which follow."""

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
        ParagraphView(f"{start}{row}", f"Row {row}", _citations(f"{start}{row}", names, back))
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
            _citations(f"{section.id}-{number}", names, back),
            paragraph.opens,
            paragraph.sentences,
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
    label, citations = opening(caption.label), _citations(anchor, names, back)
    rows = _rows(row_anchor(section.id, caption.id), back)
    yield ParagraphView(anchor, label, citations, rows=caption.rows, is_told_by_row=bool(rows))
    for row in rows:
        anchor = row_anchor(section.id, caption.id, row)
        label = f"{opening(caption.whole)}, row {row}"
        yield ParagraphView(anchor, label, _citations(anchor, names, back))


def _citations(anchor: str, names: Names, back: Backlinks) -> tuple[Link, ...]:
    """Links to all that cites a place."""
    links = [citation_link(c, names) for c in back.citations.get(anchor, ())]
    return tuple(dict.fromkeys(link for link in links if link))


def citation_link(citation: Citation, names: Names) -> Link | None:
    """A link to what cites a place; None for what no page shows."""
    kind, library = named(citation.kind), names.library
    address, fragment = addresses.at(citation.kind, citation.id)
    if kind is EVIDENCE_PAGE:
        return Link(f"Table: {library.evidence[citation.id].title}", address)
    if kind is DECISION:
        return Link(library.guidance[citation.id].title, address)
    if kind is GLOSSARY:
        return Link(f"Glossary: {_term(citation.id, library)}", address, fragment)
    if kind is CHANGES:
        return Link(kind.heading, address)
    if kind is REVIEW:
        return _of_review(citation, names)
    if not kind.is_named:
        return None
    link = names.link(citation.id)
    if link.fragment or not citation.fragment:
        return link
    name = names.beside_part(citation.id, link.text)
    return Link(f"{name}, {citation.fragment}", link.address, citation.fragment)


def _term(anchor: str, library: Library) -> str:
    return next(entry.term for entry in library.glossary if entry.anchor == anchor)


def _of_review(citation: Citation, names: Names) -> Link | None:
    """A link to where a part of the review is shown, if it is."""
    words, library = names.words, names.library
    scale, theories = library.review.confidence, library.every_theory
    noun, listed = (
        (words.intervention, addresses.INTERVENTIONS)
        if library.every_intervention
        else (words.study, addresses.STUDIES)
    )
    included = Link(f"How many {noun.many} there are", listed)
    every = f"What holds for every {words.theory.one}"
    groups = Link(f"Groups of {words.theory.many}", addresses.THEORIES, citation.fragment)
    parts = {
        "last-search-at": (True, Link("The last search", addresses.ARTICLE)),
        "includes": (library.every_intervention or library.every_study, included),
        "groups": (theories, groups),
        "remarks": (theories, Link(every, addresses.THEORIES)),
        "convention": (library.theories, Link("How the model is marked", addresses.MODEL)),
        "cautions": (library.guidance, Link("Before you rely on guidance", addresses.GUIDANCE)),
        "confidence": (
            theories,
            Link(scale.title if scale else "", addresses.THEORIES, addresses.SCALE),
        ),
    }
    is_shown, link = parts.get(citation.id, (True, Link(library.review.title, addresses.HOME)))
    return link if is_shown else None
