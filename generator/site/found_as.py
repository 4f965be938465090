"""What a page is, as a reader who has found it is told."""

from __future__ import annotations

import re

from generator.entities.words import Words, opening
from generator.library.kinds import EVIDENCE_PAGE, INTERVENTION, THEORY, named
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.views.names import Names


def is_found_last(address: Address) -> bool:
    """Whether a page is about the making of the site or of its files, and not about the review."""
    return _is_for_contributors(address) or address == addresses.DICTIONARY


def names_as_one_word(address: Address, names: Names) -> str:
    """The name of a theory or an intervention that holds a number, as one word: “theory4alone”.

    The numbers stand on most pages, and the words of “theory 4” in the title of negative theory 4
    as well: only as one word is a name told from its parts. So are the terms of the glossary,
    which most pages use. Empty for a page of anything else.
    """
    if address == addresses.GLOSSARY:
        return " ".join(map(_as_one_word, _explained_alone(names.library)))
    kind, id = addresses.kind_of(address), addresses.id_of(address)
    item = names.library.interventions.get(id) if kind == INTERVENTION.name else None
    if item:
        return _as_one_word(names.intervention(item)) if item.number is not None else ""
    theory = names.library.theories.get(id) if kind == THEORY.name else None
    return _as_one_word(names.theory(theory)) if theory and theory.number else ""


def _explained_alone(library: Library) -> list[str]:
    """The terms, and other words for them, by which no page is found that tells more of them."""
    called = [
        *(word for page in library.guidance.values() for word in (page.title, *page.also)),
        *(page.title for page in library.evidence.values()),
        *(page.title for page in library.middle_range.values()),
    ]
    found = f" {' '.join(map(_plain, called))} "
    words = [word for entry in library.glossary for word in (entry.term, *entry.also)]
    return [word for word in words if f" {_plain(word)} " not in found]


def _plain(text: str) -> str:
    """Its words in small letters, each as it is written without a hyphen."""
    return re.sub(r"[^\w\s]", "", text.lower())


def _as_one_word(name: str) -> str:
    """As `assets/answers.js` makes it: with an end, since a word is found by its beginning, too."""
    letters = re.sub(r"[\W_]", "", name.lower().replace("#", "number"))
    return f"{letters}alone"


def _is_for_contributors(address: Address) -> bool:
    return address.path.startswith("contributing/")


def kind_in_words(address: Address, words: Words) -> str:
    """Programme theory, guidance, evidence table ..., in the words of the review."""
    if _is_for_contributors(address):
        return "For contributors"
    kind = addresses.kind_of(address)
    if not kind:
        return "Overview, or about the site"
    in_full = {THEORY.name: words.programme_theory.one, EVIDENCE_PAGE.name: "evidence table"}
    return opening(in_full.get(kind) or named(kind).called(words))
