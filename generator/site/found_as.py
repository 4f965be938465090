"""What a page is, as a reader who has found it is told."""

from __future__ import annotations

from generator.entities.words import Words, opening
from generator.pages.addresses import Address

_OTHER = "Overview, or about the site"


def kind_of(address: Address, words: Words) -> str:
    """Programme theory, guidance, evidence table ..., in the words of the review."""
    folder, _, id = address.path.rstrip("/").partition("/")
    if folder == "contributing":
        return "For contributors"
    own = {
        "theories": opening(words.programme_theory.one),
        "interventions": opening(words.intervention.one),
        "studies": opening(words.study.one),
        "guidance": "Guidance",
        "evidence": "Evidence table",
        "middle-range-theories": "Middle-range theory",
    }
    return own.get(folder, _OTHER) if id else _OTHER
