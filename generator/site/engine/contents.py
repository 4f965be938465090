"""The content of each page within the theme: made when the page is rendered, then let go.

MkDocs holds every page of a site in memory from start to end; without this, the content as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import Template
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents, get_toc
from mkdocs.utils.templates import TemplateContext

from generator.pages.page import Page
from generator.site.assemble import Site
from generator.site.engine.headings import Headings


class Contents:
    """The contents of the pages of a site."""

    def __init__(self, site: Site, pages: Mapping[str, Page], headings: Headings) -> None:
        """Take the pages by the files that MkDocs takes them from."""
        self._site = site
        self._pages = pages
        self._headings = headings

    def render(
        self, template: Template, context: Callable[[Any], TemplateContext], page: MkDocsPage
    ) -> str:
        """A page within the theme, of which nothing else is kept."""
        self.fill_in(page)
        html = template.render(context(page))
        let_go(page)
        return html

    def fill_in(self, page: MkDocsPage) -> None:
        """Make a page from YAML, and say what is markup: content and table of contents."""
        if made := self._pages.get(page.file.src_uri):
            page.meta["metadata"] = self._site.metadata(made)
            if not made.by_hand:
                self._show(made, page)
            made.let_go()
        if not self._site.library.review.has_address:
            page.canonical_url = None
        page.content = Markup(page.content)  # noqa: S704 - what this generator and Markdown made
        _mark(page.toc)

    def _show(self, made: Page, page: MkDocsPage) -> None:
        page.meta["description"], page.meta["hide"] = made.description, made.made.hide
        pieces = list(made.pieces)
        page.toc = get_toc(self._headings.contents(pieces[1::2]))
        pieces[1::2] = map(self._headings.html, pieces[1::2])
        page.content = "\n".join(pieces)


def leave_empty(page: MkDocsPage, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001
    """Stand in for Markdown, which would get ready for each page and find nothing to do."""
    let_go(page)


def let_go(page: MkDocsPage) -> None:
    """Keep nothing of a page that is rendered, since MkDocs holds all of them to the end."""
    page.content, page.toc = "", TableOfContents([])
    page.meta.pop("metadata", None)


def _mark(contents: Iterable[AnchorLink]) -> None:
    for entry in contents:
        entry.title = Markup(entry.title)  # noqa: S704 - Markdown has escaped it
        _mark(entry.children)
