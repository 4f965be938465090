"""The words that a page written by hand can use between double braces, and nothing else there.

What each word takes and gives is known, so that a page which holds to it can always be rendered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.diagnostics import did_you_mean
from generator.pages import addresses
from generator.pages.address import Address
from generator.site.by_hand.reading import (
    GRAMMAR,
    Bracketed,
    Length,
    Named,
    Quoted,
    Said,
    SpeltError,
    Word,
    read_page,
)

if TYPE_CHECKING:
    from generator.library.library import Library

PAGE, LINK, LINKS, FINDINGS = "a page", "a link", "a list of links", "findings"
QUOTED, NOTHING = "a quoted text", "nothing"
"""What is handed from word to word, beside what can be printed."""
PRINTED = {
    "text": "x",
    "number": "0",
    "address": "x/#x",
    "markup": "<em class=\"x\" id='x'>x</em>",
}
"""What can stand on a page, and what stands for it while the page is held to Markdown. Markup has
quotation marks of both kinds, so that it does not fit within those of an attribute."""
_QUOTED = re.compile(r"\w[\w.-]*(?:/[\w.-]+)*/?")
"""An id, a path or a fragment: nothing else is ever quoted, and nothing of it means anything to
Markdown, HTML or a browser."""


@dataclass(frozen=True)
class Meaning:
    """What a word gives, and what it takes in brackets; a word that takes nothing has none."""

    gives: str
    takes: tuple[tuple[str, ...], ...] = ()
    """For each argument what it can be."""
    among: frozenset[str] | None = None
    """The texts that its argument is one of, where it looks something up."""


def words(library: Library) -> dict[str, Meaning]:
    """All words, as a page writes them."""
    from generator.library.kinds import KINDS

    ids = {id for kind in KINDS if kind.is_named for id in library.of(kind)}
    topics = {finding.topic for finding in library.findings.values()}
    among = {"findings": topics, "finding": library.findings, "ref": ids}
    of_this = {
        name: replace(OF_ANY_REVIEW[name], among=frozenset(texts)) for name, texts in among.items()
    }
    return OF_ANY_REVIEW | of_this


def stand_in(body: str, words: Mapping[str, Meaning]) -> str:
    """The page with something of its kind in the place of all that it says between braces.

    Raises SpeltError at the first thing that is no known word or does not go with the others.
    """
    return "".join(_printed(read_page(body), dict(words)))


def _printed(parts: Iterator[str | Said | Named], words: dict[str, Meaning]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, str):
            yield part
        elif isinstance(part, Named):
            if any(word.partition(".")[0] == part.name for word in words):
                raise SpeltError(f"“{part.name}” has a meaning already", part.at)
            words[part.name] = Meaning(_kind(part.value, words))
        else:
            kind = _kind(part, words)
            if kind not in PRINTED:
                raise SpeltError(f"{kind} alone cannot be printed", part.at)
            yield PRINTED[kind]


def _kind(said: Said, words: Mapping[str, Meaning]) -> str:
    """What is given by what is said."""
    match said:
        case Quoted(text) if _QUOTED.fullmatch(text):
            return QUOTED
        case Bracketed(items) if all(_kind(item, words) == LINK for item in items):
            return LINKS
        case Length(of) if _kind(of, words) in (LINKS, FINDINGS):
            return "number"
        case Word():
            return _given(said, _meaning(said, words), words)
    raise SpeltError(GRAMMAR, said.at)


def _meaning(word: Word, words: Mapping[str, Meaning]) -> Meaning:
    if word.name in words:
        return words[word.name]
    close = did_you_mean(word.name, words)
    told = f"“{word.name}” is none of the words that a page can use"
    raise SpeltError(f"{told}. {close}" if close else told, word.at)


def _given(word: Word, meaning: Meaning, words: Mapping[str, Meaning]) -> str:
    if bool(meaning.takes) != (word.arguments is not None):
        needs = "needs brackets with what it takes" if meaning.takes else "takes no brackets"
        raise SpeltError(f"“{word.name}” {needs}", word.at)
    arguments = word.arguments or ()
    kinds = [_kind(argument, words) for argument in arguments]
    kinds += [NOTHING] * (len(meaning.takes) - len(kinds))
    fits = [kind in takes for kind, takes in zip(kinds, meaning.takes, strict=False)]
    if len(kinds) > len(meaning.takes) or not all(fits):
        takes = ", then ".join(" or ".join(each) for each in meaning.takes)
        raise SpeltError(f"“{word.name}” takes {takes}", word.at)
    if meaning.among is not None:
        _look_up(word, arguments[0], meaning.among)
    return meaning.gives


def _look_up(word: Word, argument: Said, among: frozenset[str]) -> None:
    if not isinstance(argument, Quoted):  # a name that was set could stand for anything
        raise SpeltError(f"“{word.name}” takes a text in quotation marks", argument.at)
    if argument.text not in among:
        close = did_you_mean(argument.text, among)
        told = f"“{word.name}” knows no “{argument.text}”"
        raise SpeltError(f"{told}. {close}" if close else told, argument.at)


PAGES = {
    f"at.{name}": value for name, value in vars(addresses).items() if isinstance(value, Address)
}
COUNTS = (
    "interventions", "studies", "theories", "removed", "findings",
    "claims", "recomputed", "compared", "copied", "problems",
)  # fmt: skip
OF_ANY_REVIEW = {
    "findings": Meaning(FINDINGS, ((QUOTED,),)),
    "finding": Meaning(FINDINGS, ((QUOTED,),)),
    "ref": Meaning(LINK, ((QUOTED,),)),
    "link": Meaning("markup", ((LINK,),)),
    "parts.findings": Meaning("markup", ((FINDINGS,),)),
    "parts.links": Meaning("markup", ((LINKS,),)),
    "parts.file": Meaning("markup", ((QUOTED,),)),
    "page.to": Meaning("address", ((PAGE, QUOTED), (QUOTED, NOTHING))),
    "edition": Meaning("text"),
    "review.repository": Meaning("text"),
    **{f"counts.{name}": Meaning("number") for name in COUNTS},
    **{name: Meaning(PAGE) for name in PAGES},
}
"""All words, with no look at what there is: what stands in for them on a page is the same."""
