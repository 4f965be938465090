"""What a page is, as a reader who has found it is told."""

from __future__ import annotations

from generator.entities.words import Words, opening
from generator.library.kinds import EVIDENCE_PAGE, INTERVENTION, STUDY, THEORY, named
from generator.pages import addresses
from generator.pages.addresses import Address


def is_found_last(address: Address) -> bool:
    """Whether a page is about the making of the site or of its files, and not about the review."""
    return _is_for_contributors(address) or address == addresses.DICTIONARY


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
