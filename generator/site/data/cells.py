"""How the cells of the tables that people open are worded."""

from __future__ import annotations

from collections.abc import Iterable

from generator.entities import Theory
from generator.pages.views.basis import BASIS_LABELS
from generator.pages.views.claims import ClaimView
from generator.pages.views.names import Link


def initial(theory: Theory) -> str:
    """Whether it stands in the initial model."""
    return spaced(theory.initial)


def final(theory: Theory) -> str:
    """Whether it stands in the final model, and whether that is this site’s reading."""
    return spaced(theory.final) + (" (this site’s reading)" if theory.reading_of else "")


def found(claim: ClaimView) -> str:
    """What checking a claim found, each time after how, as the page has it."""
    return " ".join(f"{how}: {words}" for how, words in claim.found)


def readings(claim: ClaimView) -> str:
    """The ways to explain a contradiction, as the page has them."""
    return " ".join(
        f"Reading {one.letter}. {one.text} For it: {one.speaks_for}"
        f" Against it: {one.speaks_against} Where: {listed(one.places)}."
        for one in claim.readings
    )


def marked(text: str, state: str) -> str:
    """A text with what is to be said of it where the source does not simply say it."""
    return text if state == "reported" else f"{text} ({BASIS_LABELS[state].lower()})"


def listed(links: Iterable[Link]) -> str:
    """Several links, by their words alone."""
    return "; ".join(link.text for link in links)


def spaced(word: str) -> str:
    """A word of the files as people write it: “not-stated” as “not stated”."""
    return word.replace("-", " ")
