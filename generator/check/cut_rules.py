"""What a comma between brackets cut in two without a word, names and quotations; names of nobody.

`[Sorrel, Ann]` is a list of two names, and `[“might, have trusted”]` one of two quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.entities import Remark
from generator.entities.names import Organisation, name_of
from generator.entities.support import Support
from generator.library.library import Library

_MARKS = re.compile(r"[“”„«»]|(?<!\d)\"")
"""Quotation marks; behind a number, “"” stands for inches."""
_INITIALS = re.compile(r"(?:(?:[^\W\d_]\.)+|[^\W\d_])(?:[ -](?:(?:[^\W\d_]\.)+|[^\W\d_]))*")
"""Letters that stand each for a name: “A. B.”."""


def quotes_are_whole(library: Library) -> Iterator[Diagnostic]:
    """Each quotation mark of a quotation has its other one. Diagnostic: quote-half."""
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


_NO_PERSON = re.compile(r"[;&\d]| and |\bet al\b|,$")
"""What stands in the name of no person: between several, for those left out, behind an affix."""


def names_are_whole(library: Library) -> Iterator[Diagnostic]:
    """No author is half of a name, one word or initials beside others, nor several in one.

    Diagnostic: name-half.
    """
    review = library.review
    for path, authors in ((("source",), review.source.authors), ((), review.authors)):
        for position, author in enumerate(authors):
            if told := _doubtful(author, is_alone=len(authors) == 1):
                yield Diagnostic(
                    library.locate("review", "", *path, "authors", position),
                    "name-half",
                    told[0],
                    "One entry for each author: Ann Example, 'Núñez Íñiguez, Ana María', or"
                    " organisation: Example Trust.",
                    told[1],
                )


def _doubtful(author: str | Organisation, *, is_alone: bool) -> tuple[str, str] | None:
    """What is odd about the name of a person, with the remedy."""
    if isinstance(author, Organisation):
        return None
    if _NO_PERSON.search(author):
        return (
            f"“{author}” is cited as one person, and does not look like the name of one.",
            "Give each author a line of its own that begins with a hyphen, without “et al.”; what"
            " is no person begins with “organisation: ”.",
        )
    name = name_of(author)
    is_one_word = not name.given and not name.is_organisation
    if not is_alone and (is_one_word or _INITIALS.fullmatch(author)):
        return (
            f"“{author}” is cited as an author of its own, and looks like half of a name.",
            "In brackets a comma begins a new entry: put a name with a comma in 'quotation"
            " marks', or give each name a line of its own that begins with a hyphen.",
        )
    return None


RULES = (quotes_are_whole, names_are_whole)
