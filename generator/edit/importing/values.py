"""The text of a cell to a value that suits its attribute."""

from __future__ import annotations

import re

from generator.diagnostics import did_you_mean
from generator.edit.importing.tables import Cell
from generator.edit.importing.words import fold
from generator.entities import Attribute
from generator.library.library import Library

_PERCENTAGE = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*(%|per ?cent)?")
_BLANK = frozenset(
    [
        "",
        "n a",
        "na",
        "nil",
        "none",
        "not stated",
        "not reported",
        "not given",
        "unclear",
        "unknown",
    ]
)


def value_of(
    cell: Cell, attribute: Attribute, library: Library
) -> tuple[str | int | float | None, str]:
    """The value, or None and why there is none; None and nothing for a cell that says nothing."""
    # A choice may be called “none”, so choices come before words that say nothing.
    text = "; ".join(line.text for line in cell.lines if line.text)
    value, wrong = _of_kind(text, attribute, library)
    if fold(text) in _BLANK and attribute.kind != "choice":
        return None, ""
    return value, "" if value is None and fold(text) in _BLANK else wrong


def _of_kind(
    text: str, attribute: Attribute, library: Library
) -> tuple[str | int | float | None, str]:
    match attribute.kind:
        case "choice":
            return _choice(text, attribute)
        case "percentage":
            return _percentage(text)
        case "intervention":
            number = re.fullmatch(r"\D*?0*(\d+)", text.strip())
            for id, intervention in library.interventions.items():
                if text.strip() == id or (number and intervention.number == int(number[1])):
                    return id, ""
            return None, "it names no intervention by its number or id."
    return text.replace("[[", "[").replace("]]", "]"), ""


def _choice(text: str, attribute: Attribute) -> tuple[str | None, str]:
    for choice in attribute.choices:
        if fold(text) in (fold(choice.id), fold(choice.label)):
            return choice.id, ""
    labels = [choice.label for choice in attribute.choices]
    hint = did_you_mean(text, labels)
    return None, f"it is none of the choices of “{attribute.id}”. {hint}".strip()


def _percentage(text: str) -> tuple[int | float | None, str]:
    match = _PERCENTAGE.fullmatch(text.strip())
    number = float(match[1].replace(",", ".")) if match else -1.0
    if match and 0 < number < 1 and not match[2]:
        return None, "it may be a share or a percentage; write it with a per cent sign."
    if not 0 <= number <= 100:
        return None, "it is no percentage."
    return int(number) if number.is_integer() else number, ""
