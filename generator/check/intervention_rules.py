"""Rules for the attributes of interventions, each one function; part of the RULES of rules.py."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, did_you_mean, nearest, suggestion
from generator.entities import Attribute, AttributeValue
from generator.entities.gaps import says_nothing
from generator.entities.numbers import Number
from generator.files.load import Path
from generator.library.library import Library


def attributes_have_one_state(library: Library) -> Iterator[Diagnostic]:
    """Each attribute is stated, does not apply, is not stated, or is not yet extracted.

    Diagnostics: attribute-not-extracted, attribute-twice.
    """
    for id, intervention in library.interventions.items():
        mentions: dict[str, list[Path]] = {}
        for name, path in intervention.mentions():
            mentions.setdefault(name, []).append(path)
        for attribute in library.attributes.attributes:
            found = mentions.get(attribute.id, [])
            if not found:
                yield Diagnostic(
                    library.locate("intervention", id, "attributes"),
                    "attribute-not-extracted",
                    f"Nothing is recorded of “{attribute.id}” ({attribute.label}).",
                    "A value under “attributes”, or the name under “not-stated”.",
                    "Look it up in the source; if it is not there, add it to “not-stated”.",
                )
            for path in found[1:]:
                yield Diagnostic(
                    library.locate("intervention", id, *path),
                    "attribute-twice",
                    f"“{attribute.id}” has another state in this file already.",
                    "One of: a value, not-applicable, not-stated.",
                    "Delete the one that is wrong.",
                )


def values_suit_their_attribute(library: Library) -> Iterator[Diagnostic]:
    """A choice is one of the choices, a percentage a number, and so on.

    Diagnostic: attribute-value.
    """
    known = {attribute.id: attribute for attribute in library.attributes.attributes}
    for id, intervention in library.interventions.items():
        for name, value in intervention.attributes.items():
            if name in known:
                yield from _has_value_or_readings(id, name, value, library)
                for path, one in _values(name, value):
                    wrong = _unsuitable(one, known[name], library)
                    if wrong:
                        yield Diagnostic(library.locate("intervention", id, *path), *wrong)


def _has_value_or_readings(
    id: str, name: str, value: AttributeValue, library: Library
) -> Iterator[Diagnostic]:
    if value.value is None and not value.readings:
        yield Diagnostic(
            library.locate("intervention", id, "attributes", name),
            "attribute-value",
            f"“{name}” has no value.",
            "A key “value”; or readings, for a conflict.",
            "Add it, or move the attribute to “not-stated”.",
        )
    if value.readings and value.value is not None:
        yield Diagnostic(
            library.locate("intervention", id, "attributes", name, "value"),
            "attribute-value",
            f"“{name}” has readings, and a value that the page would not show.",
            "readings, for a conflict; or a key “value”.",
            "Make the value one of the readings, and delete it here.",
        )


def _values(name: str, value: AttributeValue) -> Iterator[tuple[Path, str | Number]]:
    """The value and those of the readings, each with where it stands in its file."""
    path: Path = ("attributes", name)
    if value.value is not None:
        yield (*path, "value"), value.value
    for n, reading in enumerate(value.readings):
        yield (*path, "readings", n, "value"), reading.value


def kinds_suit_choices(library: Library) -> Iterator[Diagnostic]:
    """Attributes of the kind choice, as the format is, and no others have choices.

    Diagnostics: missing-key, unknown-key, wrong-value.
    """
    for position, attribute in enumerate(library.attributes.attributes):
        at = ("attributes", position)
        is_choice = attribute.kind == "choice"
        if is_choice and not attribute.choices:
            yield Diagnostic(
                library.locate("attributes", "", *at, "kind"),
                "missing-key",
                f"“{attribute.id}” is of the kind “choice”, and has no choices.",
                "A key “choices” with an id and a label for each.",
                "Add it, or write another kind: text, percentage or intervention.",
            )
        if attribute.choices and not is_choice:
            yield Diagnostic(
                library.locate("attributes", "", *at, "choices"),
                "unknown-key",
                f"Nothing reads “choices” here: the kind of “{attribute.id}” is {attribute.kind}.",
                "“choices” of the kind “choice” alone.",
                "Write “kind: choice”, or delete the choices.",
            )
        if attribute.id == library.attributes.format and not is_choice:
            yield Diagnostic(
                library.locate("attributes", "", "format"),
                "wrong-value",
                f"“{attribute.id}” is of the kind “{attribute.kind}”, and a format is a choice.",
                "The id of an attribute of the kind “choice”.",
                "Name another attribute, or give this one the kind “choice” and choices.",
            )


_NEW_CHOICE = (
    "Write one of these. If the source names another one, add it to the choices of “{}” in "
    "seeds/attributes.yml."
)


_NOTHING = (
    "If the source does not say it, list “{0}” under “not-stated”; if it cannot have a value, under"
    " “not-applicable” with the reason; if it says that there is none, say of what: “No payment”."
)

_NUMBER = re.compile(r"(100|\d{1,2}(?:[.,]\d{1,2})?)\s*(?:%|per ?cent)?", re.I)
"""A percentage as a text has it."""


def _unsuitable(
    value: str | Number, attribute: Attribute, library: Library
) -> tuple[str, str, str, str] | None:
    """Why a value does not suit the kind of its attribute: code, message, expected, remedy."""
    code, label = "attribute-value", f"“{value}” is no value of “{attribute.id}”."
    match attribute.kind:
        case "choice":
            choices = [choice.id for choice in attribute.choices]
            if value not in choices:
                close = suggestion(nearest(str(value), choices))
                remedy = close or _NEW_CHOICE.format(attribute.id)
                return code, label, "One of: " + ", ".join(choices) + ".", remedy
        case "percentage":
            if isinstance(value, str) or not 0 <= value <= 100:
                number = _NUMBER.fullmatch(str(value))
                remedy = f"Write {number[1].replace(',', '.')}." if number else ""
                return code, label, "A number from 0 to 100, without a per cent sign.", remedy
        case "intervention":
            if value not in library.every_intervention and value not in library.broken:
                remedy = did_you_mean(str(value), library.interventions)
                return code, label, "The id of an intervention.", remedy
        case "text":
            if not isinstance(value, str):
                return code, label, "A text.", "Put the value in quotation marks."
            if says_nothing(value):
                return code, label, "What the source says.", _NOTHING.format(attribute.id)
    return None


RULES = (attributes_have_one_state, values_suit_their_attribute, kinds_suit_choices)
