"""The headings of pages made from YAML. Markdown renders nothing else of these pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markdown import Markdown
from markdown.extensions.toc import nest_toc_tokens

Tokens = list[Any]
"""Entries of a table of contents, as the extension `toc` of Markdown has them."""


class Headings:
    """Headings as the review's own settings for Markdown make them.

    Most headings are those of many pages, so that each is made once; a new Markdown for each page
    would take longer than everything that it does there.
    """

    def __init__(self, extensions: Sequence[str], settings: Mapping[str, Any]) -> None:
        """Start Markdown with these extensions, each with its settings."""
        self._markdown = Markdown(extensions=extensions, extension_configs=settings)
        self._made: dict[str, tuple[str, Tokens]] = {}

    def html(self, heading: str) -> str:
        """A line of Markdown, which has its id, as HTML."""
        return self._of(heading)[0]

    def contents(self, headings: Iterable[str]) -> Tokens:
        """These headings as entries, each with those below it, as the extension `toc` has them."""
        tokens: Tokens = [dict(token) for heading in headings for token in self._of(heading)[1]]
        nested: Tokens = nest_toc_tokens(tokens)
        return nested

    def _of(self, heading: str) -> tuple[str, Tokens]:
        if heading not in self._made:
            self._markdown.reset()
            html = self._markdown.convert(heading)
            self._made[heading] = html, getattr(self._markdown, "toc_tokens", [])
        return self._made[heading]
