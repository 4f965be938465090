"""The whole review as one document, made from the pages of a finished site."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from generator.citing.record import page_record, source_record
from generator.citing.styling import STYLES, Styling
from generator.library.kinds import MOVED
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.page import Page
from generator.site.assemble import Site
from generator.site.document.one_page import DocumentLinks, article

LEFT_OUT = frozenset(
    page.path
    for page in (
        *(addresses.GUIDANCE, addresses.THEORIES, addresses.INTERVENTIONS, addresses.STUDIES),
        *(addresses.EVIDENCE, addresses.MIDDLE_RANGE, addresses.HOME, addresses.FIND),
        *(addresses.CITE, addresses.DATA, addresses.DICTIONARY, addresses.VERSIONS),
        addresses.ARTICLE,
    )
)
"""Pages that list what the contents list, or that are about the site and not about the review."""
_BELOW = tuple(
    page.path
    for page in (addresses.CONTRIBUTING, addresses.MODEL, addresses.ARTICLE, addresses.SINCE)
)
"""Of what lies below these, none; the first page of the model stands for all of its forms."""

_ABOUT, _REFERENCE = "About the review", "For reference"
"""What single pages are called together, before and after all others."""


@dataclass(frozen=True)
class DocumentPage:
    """A page in the document."""

    title: str
    mark: str
    markup: Markup


@dataclass(frozen=True)
class Chapter:
    """Pages of one folder of the site, under the title of the page that lists them."""

    title: str
    pages: tuple[DocumentPage, ...]

    @property
    def mark(self) -> str:
        """What it is called within the document."""
        return f"chapter-{self.pages[0].mark}"

    @property
    def has_several(self) -> bool:
        """Whether it has more pages than the one that lists them."""
        return len(self.pages) > 1


def document(site: Site, folder: Path) -> Callable[[Mapping[str, int]], str]:
    """What gives one page of HTML, to stand beside the first page of the site in `folder`.

    It is asked with the sheets on which pages begin, by the marks of the pages, once these are
    known. Raises OSError where a page of the site is not as the theme writes it.
    """
    review = site.library.review
    cited = page_record(review, site.edition, review.title, addresses.HOME)
    source = source_record(review)
    styling = Styling()
    styling.begin([cited, source])
    references = [styling.of(record) for record in (cited, source)]
    styled = [(name, *(one[style] for one in references)) for style, name in STYLES.items()]
    made = partial(
        site.renderer.part,
        "whole.html",
        addresses.HOME,
        chapters=tuple(_chapters(site, folder)),
        styled=styled,
        edition=site.edition.dated,
        cited=cited,
        styles=_styles(folder),
    )
    return lambda numbers: made(sheet=lambda mark: numbers.get(mark, ""))


def _chapters(site: Site, folder: Path) -> Iterator[Chapter]:
    chosen = sorted(filter(_is_chosen, site.pages), key=_place)
    review = site.library.review
    marks = {page.address.path: page.address.mark for page in chosen}
    links = DocumentLinks(marks, review.address if review.has_address else "")
    titles = {page.address.path: page.title for page in site.pages}
    first = {page.address for page in site.pages}
    for above, grouped in groupby(chosen, key=lambda page: _above(page.address, first)):
        members = tuple(grouped)
        level = 2 if len(members) == 1 else 3
        made = tuple(
            _page(page, _title(page, site.library), folder, links, level) for page in members
        )
        title = titles[above.path]
        if above == addresses.HOME:
            title = _ABOUT if members[0].by_hand or _is_help(members[0]) else _REFERENCE
        yield Chapter(title, made)


def _place(page: Page) -> int:
    """What is to be known comes before what it is about: limits, and how to read the model."""
    first = (addresses.HELP, addresses.GUIDANCE, addresses.MODEL)
    here = page.address if page.address in first else page.address.above
    return -1 if page.by_hand else first.index(here) if here in first else len(first)


def _title(page: Page, library: Library) -> str:
    """What the contents call a page; what is withdrawn is called so."""
    is_retired = addresses.id_of(page.address) in library.retired
    return f"{page.title} (retired)" if is_retired else page.title


def _page(page: Page, title: str, folder: Path, links: DocumentLinks, level: int) -> DocumentPage:
    built = (folder / page.address.path / "index.html").read_text(encoding="utf-8")
    markup = Markup(article(built, page.address, links, level))  # noqa: S704 - what the site shows
    return DocumentPage(title, page.address.mark, markup)


def _above(address: Address, known: Collection[Address]) -> Address:
    """The page whose chapter a page stands in; a section of its own stays with its page."""
    if address == addresses.MODEL:
        return address
    return address.above if address.above in known else address.above.above


def _is_chosen(page: Page) -> bool:
    """Whether a page is of the review; one that says what became of another one is not."""
    here = page.address
    if here.path in LEFT_OUT or page.edit == MOVED.files or not page.is_listed:
        return False
    return here == addresses.MODEL or not here.path.startswith(_BELOW)


def _is_help(page: Page) -> bool:
    return page.address == addresses.HELP


def _styles(folder: Path) -> list[str]:
    """The style sheets of the theme and of the site, in the order in which pages have them."""
    theme = sorted((folder / "assets" / "stylesheets").glob("*.css"))
    return [f.relative_to(folder).as_posix() for f in theme] + [addresses.STYLESHEET]
