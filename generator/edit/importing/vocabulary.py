"""The words by which a review's own tables name its things: from its data, and from the field."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.edit.words import fold
from generator.entities.words import Noun
from generator.library.library import Library

_THEORY = ("theory", "theories", "cmo", "cmoc", "cmocs", "configuration", "configurations")
_THEORY_SHORT = ("pt", "ppt", "ipt")
_NUMBER = ("no", "nr", "number", "num", "id")
_SMALL = ("of", "the", "and", "or", "in", "for", "a", "an", "s", "with", "its")
_CAPITALS = frozenset(("CMO", "CMOC"))
"""What the field abbreviates, beside what a review does."""


@dataclass(frozen=True)
class Vocabulary:
    """What is looked for in headings, labels and statements; all as `fold` leaves it."""

    theory: frozenset[str]
    """Words for a theory and for what stands in its label."""
    intervention: frozenset[str]
    """Words for an intervention."""
    beside: frozenset[str]
    """Words that may stand beside one of those: of groups and models, and small ones."""
    initial: str
    final: str
    abbreviations: frozenset[str]
    """What is written in capitals by nature, in capitals."""

    @property
    def named(self) -> re.Pattern[str]:
        """Finds the number of a theory behind a word for it: “Theory 4”, “CMOC #4”."""
        words = "|".join(sorted(map(re.escape, self.theory), key=len, reverse=True))
        return re.compile(rf"\b(?:{words}|no\.?|nr\.?)[\s:#]*{NUMBER}", re.I)

    @property
    def numbered_intervention(self) -> re.Pattern[str]:
        """Finds the number that an intervention begins with: “#4”, “Intervention 4: Title”."""
        words = "|".join(sorted(map(re.escape, self.intervention), key=len, reverse=True))
        return re.compile(rf"^\W*(?:(?:{words}|number|no|nr)\b[\s.:#]*)*#?\s*{NUMBER}", re.I)


NUMBER = r"0*(\d{1,9})(?=$|[\s:)\]–—,;-]|\.(?!\d))"
"""A whole number that nothing continues: neither a fraction nor a word."""


def vocabulary(library: Library) -> Vocabulary:
    """The vocabulary of a review."""
    words = library.review.words
    groups = [text for group in library.review.groups for text in (group.title, group.numbered)]
    return Vocabulary(
        theory=_words(words.programme_theory, words.theory, *_THEORY, *_THEORY_SHORT),
        intervention=_words(words.intervention, "intervention", "interventions"),
        beside=_words(*groups, words.initial, words.final, *_SMALL, "initial", "final", "refined"),
        initial=fold(words.initial),
        final=fold(words.final),
        abbreviations=_abbreviations(library),
    )


def _words(*texts: Noun | str) -> frozenset[str]:
    plain = [text if isinstance(text, str) else f"{text.one} {text.many}" for text in texts]
    return frozenset(fold(" ".join(plain)).split())


def _abbreviations(library: Library) -> frozenset[str]:
    """Those that the review lists, and the words that its own statements have in capitals."""
    entities = (*library.theories.values(), *library.interventions.values())
    texts = " ".join(entity.model_dump_json() for entity in entities)
    return (
        _CAPITALS
        | {word.upper() for word in library.review.words.abbreviations}
        | set(re.findall(r"\b[A-Z]{2,6}\b", texts))
    )
