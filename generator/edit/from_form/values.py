"""Values of attributes as people write them, to values as the data hold them."""

from __future__ import annotations

import re

from generator.diagnostics import did_you_mean
from generator.edit.from_form.form import CannotMapError
from generator.entities import Attribute
from generator.entities.base import Number
from generator.library.library import Library

_PERCENTAGE = re.compile(r"(\d{1,3})(\.\d+)?\s*(%|per ?cent)?", re.I)
_GAPS = ("not stated", "not-stated", "unknown", "none", "n/a", "not applicable", "does not apply")
"""Words for a gap: which gap it is has its own place in the file, and a person must say."""


def value_in(words: str, attribute: Attribute, library: Library) -> str | Number:
    """The value of an attribute that the words name. Raises CannotMapError."""
    if words.strip(" .").lower() in _GAPS:
        raise CannotMapError(
            f"“{words}” is no value: move “{attribute.id}” to “not-stated” or “not-applicable” "
            "by hand, and look at what rests on it."
        )
    match attribute.kind:
        case "choice":
            return _choice(words, attribute)
        case "percentage":
            return _percentage(words, attribute)
        case "intervention":
            return _intervention(words, library)
    return words


def shown(value: str | Number | None, attribute: Attribute, library: Library) -> set[str]:
    """The ways in which a value may stand on the page, in small letters."""
    words = {str(value).lower()}
    if attribute.kind == "choice":
        words |= {choice.label.lower() for choice in attribute.choices if choice.id == value}
    if attribute.kind == "percentage":
        words |= {f"{value}%", f"{value} per cent"}
    if attribute.kind == "intervention" and value in library.interventions:
        words.add(f"#{library.interventions[str(value)].number}")
    return words


def _choice(words: str, attribute: Attribute) -> str:
    known = {choice.id.lower(): choice.id for choice in attribute.choices}
    known |= {choice.label.lower(): choice.id for choice in attribute.choices}
    said = words.strip(" .").lower()
    if said not in known:
        raise CannotMapError(
            f"“{words}” is no value of “{attribute.label}”. It is one of: "
            + "; ".join(choice.label for choice in attribute.choices)
            + f". {did_you_mean(said, known) if len(known) else ''}".rstrip()
        )
    return known[said]


def _percentage(words: str, attribute: Attribute) -> Number:
    match = _PERCENTAGE.fullmatch(words.strip())
    number = float(match[1] + (match[2] or "")) if match else -1.0
    if not 0 <= number <= 100:
        raise CannotMapError(f"“{attribute.label}” is a number from 0 to 100, such as 38%.")
    return int(number) if number.is_integer() else number


def _intervention(words: str, library: Library) -> str:
    said = words.strip(" #[].").lower()
    for id, item in library.interventions.items():
        if said in (id, str(item.number), item.title.lower()):
            return id
    raise CannotMapError(
        f"There is no intervention “{words}”. {did_you_mean(said, library.interventions)}".rstrip()
    )
