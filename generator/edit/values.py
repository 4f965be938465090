"""Reads values of attributes as people write them in cells and forms."""

from __future__ import annotations

import re

from generator.diagnostics import did_you_mean, nearest, suggestion
from generator.edit.words import fold
from generator.entities import Attribute
from generator.entities.gaps import says_nothing
from generator.entities.numbers import Number
from generator.library.library import Library
from generator.pages.views.names import Names

_SPACES = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))")
_FORMS = (
    (re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?"), ","),
    (re.compile(r"[1-9]\d{0,2}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})"), "."),
    (re.compile(r"\d+(?:[.,]\d+)?"), ""),
)
"""How numbers are printed, and what sets their thousands apart."""
_LONGEST = 30
"""Characters of a number: what is longer is none that anybody prints."""
_PER_CENT = re.compile(r"(.+?)\s*(?:%|per ?cent)", re.I)
_BLANKS = " \t\xa0-‒–—−.…·•●▪◦"
"""Dashes, dots and bullets, which people put into an empty cell."""


class NoValueError(ValueError):
    """The words are no value of the attribute; says why."""


def is_blank(text: str) -> bool:
    """Whether a cell is as good as empty: it holds nothing, or a dash."""
    return not text.strip(_BLANKS)


def value_in(words: str, attribute: Attribute, library: Library) -> str | Number:
    """The value of an attribute that the words name. Raises NoValueError."""
    for choice in attribute.choices:  # one may be called “none”, so choices come before gaps
        if fold(words) in (fold(choice.id), fold(choice.label)):
            return choice.id
    if says_nothing(words):
        raise NoValueError(
            f"“{words}” is no value: move “{attribute.id}” to “not-stated” or “not-applicable” "
            "by hand, and look at what rests on it."
        )
    match attribute.kind:
        case "choice":
            raise NoValueError(_no_choice(words, attribute))
        case "percentage":
            return _percentage(words, attribute)
        case "intervention":
            return _intervention(words, library)
    return words


def number_in(words: str) -> Number | None:
    """The number that the words are, however its thousands and its fraction are set apart.

    A comma before three digits sets thousands apart (1,204), any other a fraction (62,5); a single
    full stop sets a fraction apart (1.204), as in the numbers of a review’s own files.
    """
    text = _SPACES.sub("", words.strip())
    for form, thousands in _FORMS if len(text) <= _LONGEST else ():
        if form.fullmatch(text):
            plain = text.replace(thousands, "") if thousands else text
            number = float(plain.replace(",", "."))
            return int(number) if number.is_integer() else number
    return None


def _no_choice(words: str, attribute: Attribute) -> str:
    labels = [choice.label for choice in attribute.choices]
    meant = suggestion(nearest(words, labels))
    known = f"“{words}” is no value of “{attribute.label}”. It is one of: {'; '.join(labels)}."
    return f"{known} {meant}".strip()


def _percentage(words: str, attribute: Attribute) -> Number:
    sign = _PER_CENT.fullmatch(words.strip())
    number = number_in(sign[1] if sign else words)
    if number is not None and 0 < number < 1 and not sign:
        raise NoValueError(
            f"“{words}” may be a share or a percentage; write it with a per cent sign."
        )
    if number is None or not 0 <= number <= 100:
        raise NoValueError(
            f"“{words}” is no percentage: “{attribute.label}” is a number from 0 to 100, "
            "such as 38%."
        )
    return number


def _intervention(words: str, library: Library) -> str:
    said = words.strip(" #[].").lower()
    number = re.fullmatch(r"\D*?0*(\d{1,9})", said)
    for id, item in library.interventions.items():
        if said in (id, item.title.lower()) or (number and item.number == int(number[1])):
            return id
    noun = library.review.words.intervention.one
    known = map(Names(library).intervention, library.interventions.values())
    raise NoValueError(f"There is no {noun} “{words}”. {did_you_mean(said, known)}".rstrip())
