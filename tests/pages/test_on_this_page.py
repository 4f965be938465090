"""The list of its sections on a page that has many."""

import re

from markupsafe import Markup

from generator.pages.on_this_page import MANY, with_contents
from generator.pages.page import Page

LINK = re.compile(r'<li><a href="#([^"]+)">(.+)</a></li>')


def listed(text: str) -> list[tuple[str, str]]:
    """The links of the list, if the text has one."""
    _, found, rest = text.partition("<summary>On this page (")
    return LINK.findall(rest.partition("</details>")[0]) if found else []


def test_a_page_lists_all_its_sections_before_the_first_or_none(garden_pages: dict[str, Page]):
    counts = set()
    for page in garden_pages.values():
        before, title, top, *rest = page.made.pieces
        sections = [re.findall(r"## (.+) { #(.+) }", heading)[0] for heading in rest[::2]]
        shown = [(id, text.replace("\\", "")) for text, id in sections]
        assert listed(top) == (shown if len(shown) >= MANY else []), title
        assert "On this page (" not in before + "".join(rest)
        counts.add(len(shown) >= MANY)
    assert counts == {True, False}


def test_signs_in_a_heading_are_shown_as_they_stand():
    headings = [f"## {n}. a \\*b\\* &lt;i&gt; \\[c\\] {{ #x{n} }}" for n in range(MANY)]
    pieces = ["", "# Title { #page-x }", "\n\nTop."]
    for heading in headings:
        pieces += [heading, "\n\nText."]
    top = with_contents(tuple(pieces))[2]
    assert listed(top)[0] == ("x0", "0. a *b* &lt;i&gt; [c]")
    assert Markup(listed(top)[0][1]).unescape() == "0. a *b* <i> [c]"
