"""What a comma between brackets cut in two without a word: names and quotations.

`[Sorrel, Ann]` is a list of two names, and `[“might, have trusted”]` one of two quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.entities import Remark
from generator.entities.names import name_of
from generator.entities.support import Support
from generator.library.library import Library

_MARKS = re.compile(r"[“”„«»]|(?<!\d)\"")
"""Quotation marks; behind a number, “"” stands for inches."""
_INITIALS = re.compile(r"(?:(?:[^\W\d_]\.)+|[^\W\d_])(?:[ -](?:(?:[^\W\d_]\.)+|[^\W\d_]))*")
"""Letters that stand each for a name: “A. B.”."""


def quotes_are_whole(library: Library) -> Iterator[Diagnostic]:
    """Each quotation mark of a quotation has its other one."""
    for kind, id, path, item in library.sourced:
        for position, quote in enumerate(item.quotes if isinstance(item, Remark | Support) else ()):
            if len(_MARKS.findall(quote)) % 2:
                yield Diagnostic(
                    library.locate(kind, id, *path, "quotes", position),
                    "quote-half",
                    f"This quotation has half of a pair of quotation marks: {quote}",
                    "A whole quotation, without quotation marks around it.",
                    "In brackets a comma begins a new one: put a quotation with a comma in it in"
                    " 'quotation marks' like these. Of marks within it, take both or none.",
                )


def names_are_whole(library: Library) -> Iterator[Diagnostic]:
    """No author is one word, or initials, beside others: that is half of a name."""
    review = library.review
    for path, authors in ((("source",), review.source.authors), ((), review.authors)):
        for position, author in enumerate(authors):
            if len(authors) > 1 and _is_half(author):
                yield Diagnostic(
                    library.locate("review", "", *path, "authors", position),
                    "name-half",
                    f"“{author}” is cited as an author of its own, and looks like half of a name.",
                    "One entry for each author: Ann Example, or 'Núñez Íñiguez, Ana María'.",
                    "In brackets a comma begins a new entry: put a name with a comma in 'quotation"
                    " marks', or give each name a line of its own that begins with a hyphen.",
                )


def _is_half(author: str) -> bool:
    """Whether it is one word or initials; in capitals it may be a body, such as UNICEF."""
    name = name_of(author)
    is_one_word = not name.given and "," not in author and not author.isupper()
    return bool(is_one_word or _INITIALS.fullmatch(author))


RULES = (quotes_are_whole, names_are_whole)
