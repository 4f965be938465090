"""The small grammar of texts: all the markup that a text of an entity can hold.

References `[[j01]]` and `[[discussion 2.4]]`, `*emphasis*`, `**strong**`, and CriticMarkup
(https://criticmarkup.com), which marks what was deleted `{--…--}` and inserted `{++…++}`. Marks do
not stand within one another, and a mark that is never closed is text, which the check refuses. So
is a single asterisk, which may be meant: the search term “parent*”, or “2*3*4”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

# No alternative reads past the beginning of another mark of its kind, so that the time of a search
# grows with the length of the text alone, whatever stands in it. All begin with one of three signs,
# and to look for these first takes half the time.
_TOKEN = re.compile(
    r"""(?=[\[{*])(?:\[\[(?P<reference>[^\[\]]+)\]\]
    |\{--(?P<deleted>(?:(?!\{--|--\}).)*)--\}
    |\{\+\+(?P<inserted>(?:(?!\{\+\+|\+\+\}).)*)\+\+\}
    |(?<![\w*])(?:
        \*\*(?P<strong>(?!\s)(?:(?!\[\[|\{--|\{\+\+)[^*])+(?<!\s))\*\*
        |\*(?P<emphasis>(?!\s)(?:(?!\[\[|\{--|\{\+\+)[^*])+(?<!\s))\*
    )(?![\w*]))""",
    re.S | re.X,
)


class Piece(NamedTuple):
    """A run of text, a reference, or something deleted, inserted, emphasised or strong."""

    kind: Literal["text", "reference", "deleted", "inserted", "emphasis", "strong"]
    content: str


def is_plain(text: str) -> bool:
    """Whether nothing in it could be markup, as in most texts: it need not be taken apart."""
    return "[[" not in text and "{" not in text and "*" not in text


def pieces(text: str) -> Iterator[Piece]:
    """Take a text apart; the contents of the pieces joined are all of it that is read."""
    end = 0
    for match in _TOKEN.finditer(text):
        if match.start() > end:
            yield Piece("text", text[end : match.start()])
        kind = match.lastgroup
        yield Piece(kind, match[kind])  # type: ignore[arg-type, index]
        end = match.end()
    if end < len(text):
        yield Piece("text", text[end:])


Wording = Literal["both", "old", "new"]


def worded(text: str, wording: Wording) -> Iterator[Piece]:
    """The pieces of one wording of a text, of which nothing is deleted or inserted; or of both."""
    left_out, kept = ("inserted", "deleted") if wording == "old" else ("deleted", "inserted")
    for piece in pieces(text):
        if wording == "both" or piece.kind not in (left_out, kept):
            yield piece
        elif piece.kind == kept:
            yield Piece("text", piece.content)


def has_change_markup(text: str) -> bool:
    """Whether the text deletes or inserts anything."""
    return any(piece.kind in ("deleted", "inserted") for piece in pieces(text))


def plain(text: str, *, names: dict[str, str]) -> str:
    """The text without markup, with references named; of two wordings the newer one."""
    return "".join(
        names.get(piece.content, piece.content) if piece.kind == "reference" else piece.content
        for piece in pieces(text)
        if piece.kind != "deleted"
    )
