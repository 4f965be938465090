"""What stands on a page of many sections, as a list that opens above the first of them.

It is for narrow screens, where the theme keeps its own table of contents in the menu; the style
sheet leaves it out elsewhere.
"""

from __future__ import annotations

import re

MANY = 5
"""How many sections a page must have for the list: the reader of fewer sees where they are."""
_WRITTEN = re.compile(r"## (?P<text>.+) \{ #(?P<id>\S+) \}")
"""A heading as the templates write it; its text is escaped for HTML and for Markdown."""


def with_contents(pieces: tuple[str, ...]) -> tuple[str, ...]:
    """The pieces of a page (text, title, text, heading, text ...), with the list where it helps."""
    sections = [_WRITTEN.fullmatch(heading) for heading in pieces[3::2]]
    entries = [
        f'<li><a href="#{it["id"]}">{_in_html(it["text"])}</a></li>' for it in sections if it
    ]
    if len(entries) < MANY:
        return pieces
    shown = (
        '<details class="rl-more rl-on-page" data-search-exclude>\n'
        f"<summary>On this page ({len(entries)})</summary>\n<ul>\n"
        + "\n".join(entries)
        + "\n</ul>\n</details>\n\n"
    )
    return (*pieces[:2], f"{pieces[2].rstrip()}\n\n{shown}", *pieces[3:])


def _in_html(heading: str) -> str:
    """The text of a heading without the signs that keep Markdown from reading it."""
    return re.sub(r"\\(.)", r"\1", heading)
