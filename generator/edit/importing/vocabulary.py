"""The words by which a review's own tables name its things: from its data, and from the field."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.edit.words import fold
from generator.entities.words import Noun
from generator.library.library import Library

_THEORY = ("theory", "theories", "cmo", "cmoc", "cmocs", "configuration", "configurations")
_THEORY_SHORT = ("pt", "ppt", "ipt")
_RESPONSE = frozenset(("response", "responses", "reasoning", "reaction", "reactions"))
_SMALL = (
    *("of", "the", "and", "or", "in", "for", "a", "an", "s", "with", "its"),
    *("initial", "final", "refined"),
)
_CAPITALS = frozenset(("CMO", "CMOC"))
"""What the field abbreviates, beside what a review does."""


@dataclass(frozen=True)
class Vocabulary:
    """What is looked for in headings, labels and statements; all as `fold` leaves it."""

    theory: frozenset[str]
    """Words for a theory and for what stands in its label."""
    own_theory: frozenset[str]
    """Those of the review alone: what pages put before the number."""
    intervention: frozenset[str]
    """Words for an intervention."""
    study: frozenset[str]
    """Words for a study."""
    resource: frozenset[str]
    """Words for what a mechanism offers."""
    response: frozenset[str]
    """Words for how people react to it."""
    scale: frozenset[str]
    """What the review calls its scale of confidence, as a whole."""
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
        own_theory=_words(words.programme_theory, words.theory),
        intervention=_words(words.intervention, "intervention", "interventions"),
        study=_words(words.study, "study", "studies"),
        resource=_one_word(words.resource) | {"resource", "resources"},
        response=_one_word(words.response) | _RESPONSE,
        scale=_scale(library),
        beside=_words(*groups, library.review.source.noun, words.initial, words.final, *_SMALL),
        initial=fold(words.initial),
        final=fold(words.final),
        abbreviations=_abbreviations(library),
    )


def _words(*texts: Noun | str) -> frozenset[str]:
    plain = [text if isinstance(text, str) else f"{text.one} {text.many}" for text in texts]
    return frozenset(fold(" ".join(plain)).split())


def _one_word(text: str) -> frozenset[str]:
    """The word of a text of one word; of several, each would mean too much on its own."""
    words = fold(text).split()
    return frozenset(words if len(words) == 1 else ())


def _scale(library: Library) -> frozenset[str]:
    scale = library.review.confidence
    names = (scale.title, scale.source) if scale else ()
    return frozenset(fold(name) for name in names if name)


def _abbreviations(library: Library) -> frozenset[str]:
    """Those that the review lists, and the words that its own statements have in capitals."""
    entities = (*library.theories.values(), *library.interventions.values())
    texts = " ".join(entity.model_dump_json() for entity in entities)
    return (
        _CAPITALS
        | {word.upper() for word in library.review.words.abbreviations}
        | set(re.findall(r"\b[A-Z]{2,6}\b", texts))
    )
