"""A page of a finished site as a part of one document: its article, with ids and links that fit.

Nothing is rendered a second time. Every id gets the name of its page before it, links to pages of
the document lead within it, headings stand lower, and what serves screens alone is left out.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from generator.pages.address import Address

_LEFT_OUT = frozenset(
    (
        *("headerlink", "md-content__button", "rl-anchor", "rl-leave", "rl-views", "rl-keep"),
        *("rl-citing", "rl-cite-printed", "rl-notice", "rl-suggest", "rl-made-from"),
        "rl-neighbours",
    )
)
"""Classes of what is no use on paper, or stands once in the document for all pages."""
_NO_PAPER = frozenset(("script", "template", "button", "style"))
_ID = re.compile(r'(?P<name>\s(?:id|for|name|headers|aria-[a-z]+by)=)"(?P<ids>[^"]*)"')
_WAY = re.compile(r'(?P<name>\s(?:href|src)=)"(?P<way>[^"]*)"')
_CLASSES = re.compile(r'\sclass="([^"]*)"')
_HEADING = re.compile(r"h[1-6]")
_ARTICLE = re.compile(
    r'<article [^>]*class="md-content__inner md-typeset">(.*)</article>', re.DOTALL
)


@dataclass(frozen=True)
class DocumentLinks:
    """What links between the pages of a document are made from."""

    marks: Mapping[str, str]
    """What each page in it is called, by the path of the page."""
    address: str
    """That of the site, for links that lead out of the document; none while it has none."""


def article(built: str, page: Address, links: DocumentLinks, level: int) -> str:
    """The article of a built page, whose title is to be a heading of this level.

    Raises OSError where it has none as the theme writes it.
    """
    found = _ARTICLE.search(built)
    if found is None:
        raise OSError(f"{page.path} has no article as the theme Material writes it")
    fitted = _Article(page, links, level)
    fitted.feed(found[1])
    fitted.close()
    return "".join(fitted.made)


class _Article(HTMLParser):
    """Takes the markup of an article, and makes that of a part."""

    def __init__(self, page: Address, links: DocumentLinks, level: int) -> None:
        super().__init__(convert_charrefs=False)
        self._page, self._links, self._level = page, links, level
        self._mark = links.marks[page.path]
        self.made: list[str] = []
        self._skipped, self._depth = "", 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - as it is called
        """Begin an element, or what is left out."""
        text = self.get_starttag_text() or ""
        if self._skipped:
            self._depth += tag == self._skipped
        elif tag in _NO_PAPER or _LEFT_OUT & _classes(text):
            self._skipped, self._depth = tag, 1
        else:
            self.made.append(self._fitting(self._lower(tag, text)))

    def handle_startendtag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        """An element that ends where it begins."""
        if not self._skipped:
            self.made.append(self._fitting(self.get_starttag_text() or ""))

    def handle_endtag(self, tag: str) -> None:
        """End an element, or what is left out."""
        if not self._skipped:
            self.made.append(self._lower(tag, f"</{tag}>"))
        elif tag == self._skipped:
            self._depth -= 1
            if not self._depth:
                self._skipped = ""

    def handle_data(self, data: str) -> None:
        """Text as it stands."""
        if not self._skipped:
            self.made.append(data)

    def handle_entityref(self, name: str) -> None:
        """A character by its name."""
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """A character by its number."""
        self.handle_data(f"&#{name};")

    def _lower(self, tag: str, text: str) -> str:
        """A heading below the title of its page, as deep as HTML goes; all else as it is."""
        if not _HEADING.fullmatch(tag):
            return text
        return text.replace(tag, f"h{min(6, int(tag[1]) + self._level - 1)}", 1)

    def _fitting(self, tag: str) -> str:
        return _WAY.sub(self._way, _ID.sub(self._ids, tag))

    def _ids(self, found: re.Match[str]) -> str:
        ids = " ".join(f"{self._mark}--{id}" for id in found["ids"].split())
        return f'{found["name"]}"{ids}"'

    def _way(self, found: re.Match[str]) -> str:
        """Where a link leads from the document; a link that leads nowhere from paper is none."""
        way = html.unescape(found["way"])
        if re.match(r"[a-z]+:", way):
            return found[0]
        path, _, fragment = way.partition("#")
        target = posixpath.normpath(posixpath.join("/", self._page.path, path)).lstrip("/")
        is_page = path == "" or path.endswith(("/", ".", ".."))
        known = self._links.marks.get(self._page.path if not path else f"{target}/".lstrip("/"))
        if known and is_page:
            led = f"#{known}--{fragment}" if fragment else f"#{known}"
        elif found["name"].strip() == "src=":
            led = target
        elif self._links.address:
            led = self._links.address + target + ("/" if is_page and target else "")
            led += f"#{fragment}" if fragment else ""
        else:
            return ""
        return f'{found["name"]}"{html.escape(led)}"'


def _classes(tag: str) -> set[str]:
    found = _CLASSES.search(tag)
    return set(found[1].split()) if found else set()
