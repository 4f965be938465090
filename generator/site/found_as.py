"""What a page is, as a reader who has found it is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.entities import EvidencePage
from generator.entities.words import Words, opening
from generator.library.kinds import DECISION, EVIDENCE_PAGE, INTERVENTION, THEORY, named
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.views.names import Names

_OF_PAGES = {
    addresses.CITE: ("citation", "cite", "reference", "BibTeX", "RIS", "Zotero", "EndNote"),
    addresses.CONTRIBUTING: ("report a mistake", "report an error", "correction"),
    addresses.DATA: ("download", "CSV", "Excel", "spreadsheet"),
    addresses.HELP: ("help", "help now", "get help"),
}
"""What readers type who look for a page of the site itself."""
_ABOUT_SITE = "About the site"
_KINDS = {
    addresses.HELP: "Help",
    addresses.GLOSSARY: "Terms",
    addresses.ARTICLE: "Source",
    addresses.SOURCE_CHECK: "Source",
    addresses.CITE: _ABOUT_SITE,
    addresses.DATA: _ABOUT_SITE,
    addresses.DICTIONARY: _ABOUT_SITE,
    addresses.CHANGES: _ABOUT_SITE,
    addresses.VERSIONS: _ABOUT_SITE,
    addresses.FIND: _ABOUT_SITE,
}
"""What pages are that are not about one thing, where it is not the review as a whole."""
_TITLE_WORD = re.compile(r"(?<![\w’'])[^\W\d_]{4,}(?!\w|[’']\w)")
"""A word of a title that may be its name: none of fewer letters, and no part of “women’s”."""
_OF_SITE = frozenset(word.lower() for called in _OF_PAGES.values() for word in called)
HELP_FIRST = "help first"
"""The name of the page that the search puts first for what people type who need help now."""


def also_called(address: Address, library: Library) -> tuple[str, ...]:
    """What readers type who look for a page by other words than its own."""
    kind, id = addresses.kind_of(address), addresses.id_of(address)
    if kind == EVIDENCE_PAGE.name and id in library.evidence:
        return tuple(_called_of_choices(library.evidence[id], library))
    if kind:
        return getattr(library.of(named(kind)).get(id), "also", ())
    help = library.review.help
    return help.also if help and address == addresses.HELP else _OF_PAGES.get(address, ())


def _called_of_choices(page: EvidencePage, library: Library) -> Iterator[str]:
    """What readers call the choices that a page of evidence tables counts."""
    counted = {id for table in page.tables if table.kind == "choices" for id in table.columns}
    for attribute in library.attributes.attributes:
        if attribute.id in counted:
            yield from (word for choice in attribute.choices for word in choice.also)


def is_found_last(address: Address) -> bool:
    """Whether a page is about the making of the site or of its files, and not about the review."""
    return _is_for_contributors(address) or address == addresses.DICTIONARY


def is_found_late(address: Address) -> bool:
    """Whether a page repeats what others say, or has titles of others: these answer better."""
    return address in (addresses.SOURCE_CHECK, addresses.RELATED)


def names_as_one_word(address: Address, names: Names) -> str:
    """The names of a page that are no mere words, each as one word: “theory4alone”.

    Numbers stand on most pages, and the words of “theory 4” in the title of negative theory 4
    as well: only as one word is a name told from its parts. So are the terms of the glossary,
    which most pages use, what readers call a page, such as “does it work”, and the words of a
    title of guidance by which nothing else is called: one that several titles have is several
    pages’ name, and leads to none. The words of every day, which are nobody’s name, are known to
    `assets/answers.js`.
    """
    return " ".join(dict.fromkeys(map(as_one_word, _names(address, names))))


def _names(address: Address, names: Names) -> Iterator[str]:
    kind, id = addresses.kind_of(address), addresses.id_of(address)
    library = names.library
    if address == addresses.GLOSSARY:
        yield from library.explained_alone
    elif address == addresses.HELP and also_called(address, library):
        yield HELP_FIRST
    elif decision := library.guidance.get(id) if kind == DECISION.name else None:
        yield from (decision.title, id, *decision.also)
        yield from _words_alone(decision.title, library)
    elif kind == EVIDENCE_PAGE.name:
        yield from also_called(address, library)
    elif item := library.interventions.get(id) if kind == INTERVENTION.name else None:
        if item.number is not None:
            yield names.intervention(item)
            yield from _numbered(f"{names.words.intervention.one} {item.number}", id)
    elif theory := library.theories.get(id) if kind == THEORY.name else None:
        yield from _numbered(names.theory(theory), id) if theory.number else ()
    yield from _OF_PAGES.get(address, ())


def _words_alone(title: str, library: Library) -> Iterator[str]:
    """The words of a title by which nothing else is called."""
    for word in _TITLE_WORD.findall(title):
        if word.lower() not in library.called and word.lower() not in _OF_SITE:
            yield word


def _numbered(name: str, id: str) -> Iterator[str]:
    """A name with a number, as readers write it: “theory 7”, “T7”; and the id without noughts."""
    yield name
    *words, number = name.split()
    yield f"{''.join(word[0] for word in words)}{number}"
    yield re.sub(r"(?<=\D)0+(?=\d)", "", id)


def as_one_word(name: str) -> str:
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
        return _KINDS.get(address, "Overview" if address.is_index else "About the review")
    in_full = {THEORY.name: words.programme_theory.one, EVIDENCE_PAGE.name: "evidence table"}
    return opening(in_full.get(kind) or named(kind).called(words))
