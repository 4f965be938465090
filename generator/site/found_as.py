"""What a page is, as a reader who has found it is told."""

from __future__ import annotations

from generator.entities.words import Words, opening
from generator.library.kinds import EVIDENCE_PAGE, INTERVENTION, STUDY, THEORY, named
from generator.pages import addresses
from generator.pages.addresses import Address
from generator.pages.views.common import Names


def is_found_last(address: Address) -> bool:
    """Whether a page is about the making of the site or of its files, and not about the review."""
    return _is_for_contributors(address) or address == addresses.DICTIONARY


def called(address: Address, names: Names) -> str:
    """“Theory 4”, by which the page is found before that of “Growing theory 4”.

    Both have these words in their title, so that the shorter one has to say that it is all of its
    name; empty for all else.
    """
    theory = names.library.theories.get(addresses.id_of(address))
    if theory is None or addresses.kind_of(address) != THEORY.name:
        return ""
    name = names.theory(theory)
    return name if name == opening(f"{names.words.theory.one} {theory.number}") else ""


def _is_for_contributors(address: Address) -> bool:
    return address.path.startswith("contributing/")


def kind_of(address: Address, words: Words) -> str:
    """Programme theory, guidance, evidence table ..., in the words of the review."""
    if _is_for_contributors(address):
        return "For contributors"
    kind = addresses.kind_of(address)
    own = {
        THEORY.name: words.programme_theory.one,
        INTERVENTION.name: words.intervention.one,
        STUDY.name: words.study.one,
        EVIDENCE_PAGE.name: "evidence table",
    }
    if not kind:
        return "Overview, or about the site"
    return opening(own.get(kind) or named(kind).spoken)
