"""What a page written by hand may be made of: what Markdown makes, and nothing that runs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from html.parser import HTMLParser
from importlib import import_module
from typing import TYPE_CHECKING

from generator.files import unseen

if TYPE_CHECKING:
    from markdown import Markdown

EXTENSIONS = [
    f"markdown.extensions.{name}"
    for name in ("admonition", "attr_list", "def_list", "fenced_code", "footnotes", "tables", "toc")
]
_ELEMENTS = frozenset(
    re.findall(
        r"\w+",
        "a abbr blockquote br caption cite code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr "
        "img ins li ol p pre section span strong sub summary sup table tbody td th thead tr ul",
    )
)
_ATTRIBUTES = frozenset(
    re.findall(r"\w+", "alt class colspan href id role rowspan scope src tabindex title")
)
_OF_THEME = "__"
"""How the ids begin by which the scripts of the theme find its own parts, their settings too."""
# A browser reads a backslash as a slash, and so another host where there seems to be none.
_LINK = re.compile(r"(?:https?://|mailto:)[^\s\"'<>\\]+|#[^\s\"'<>\\]*|[^:\s\"'<>\\]*")
_REFERENCE = re.compile(r"\[\[[a-z][a-z0-9 .-]*\]\]")
"""What leads to a page in the texts of the data, and is read out as it stands here."""
_AS_IT_STANDS = ("code", "pre")
_ALIGNED = re.compile(r"text-align: (?:left|right|center);")


@dataclass(frozen=True)
class Audited:
    """What was seen in the HTML of a page."""

    refused: tuple[tuple[str, str], ...]
    """What does not belong on such a page: its name in words, and how it begins in the file."""
    ids: frozenset[str]
    """What a link to the page can name."""
    links: frozenset[str] = frozenset()
    """The addresses that it links to, as they are written."""


@lru_cache(maxsize=512)
def audit(markdown: str) -> Audited:
    """What a browser would see in the HTML of a page, kept as long as its text is the same."""
    walk = _Walk()
    walk.feed(_markdown().reset().convert(markdown))
    walk.close()
    return Audited(tuple(dict.fromkeys(walk.found)), frozenset(walk.ids), frozenset(walk.links))


@cache
def _markdown() -> Markdown:
    """Made once, since that takes as long as a page; another process may have no need of it."""
    from markdown import Markdown

    # Given a name, even that of a module, Markdown would search all installed packages first.
    return Markdown(extensions=[import_module(name).makeExtension() for name in EXTENSIONS])


class _Walk(HTMLParser):
    """Walks the HTML of a page as a browser would."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.open_code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _ELEMENTS:
            self.found.append((f"the element “{tag}”", f"<{tag}"))
            return
        self.open_code += tag in _AS_IT_STANDS
        self._see(" ".join(value or "" for _, value in attrs))
        self.ids |= {value for name, value in attrs if name == "id" and value}
        self.links |= {value for name, value in attrs if name == "href" and value}
        self.found += [
            (f"the attribute “{name}” with the value “{(value or '')[:60]}”", value or name)
            for name, value in attrs
            if not _is_fine(name, value or "")
        ]

    def handle_endtag(self, tag: str) -> None:
        self.open_code -= tag in _AS_IT_STANDS

    def handle_data(self, data: str) -> None:
        self._see(data)
        for found in _REFERENCE.findall(data) if not self.open_code else ():
            self.found.append((f"“{found}”, a link as texts of the data have it", found))

    def _see(self, text: str) -> None:
        """Look for what nobody sees, which `&#x202e;` can put where the file itself has none."""
        for character, _, _ in unseen.found(text):
            self.found.append((unseen.name(character), f"&#x{ord(character):x}"))

    def handle_comment(self, data: str) -> None:
        self.found.append(("a comment", f"<!--{data[:20]}"))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("a declaration", f"<!{decl[:20]}"))

    def handle_pi(self, data: str) -> None:
        self.found.append(("an instruction", f"<?{data[:20]}"))


def _is_fine(name: str, value: str) -> bool:
    if name in ("href", "src"):
        # A picture from elsewhere would tell that place who reads this one.
        is_link = _LINK.fullmatch(value) is not None and not value.startswith("//")
        return is_link and (name == "href" or ":" not in value)
    if name == "style":
        return _ALIGNED.fullmatch(value) is not None  # tables align their columns by it
    if name == "id":
        return not value.startswith(_OF_THEME)
    if name.startswith("data-md"):
        return False  # the scripts of the theme act on these
    return name in _ATTRIBUTES or name.startswith(("data-", "aria-"))
