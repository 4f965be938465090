"""Values of the wrong type, in the words of a contributor, with what to write instead."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.diagnostics import Diagnostic
from generator.entities.gaps import says_nothing
from generator.files.load import Document, Path
from generator.files.yaml_reading import read_yaml
from generator.library.keys import required_keys

TYPES = {
    "string_type": "a text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "dict_type": "a mapping of keys and values",
    "model_type": "a mapping of keys and values",
    "model_attributes_type": "a mapping of keys and values",
    "date_type": "a date",
    "date_parsing": "a date",
    "date_from_datetime_parsing": "a date",
    "date_from_datetime_inexact": "a date",
}
"""What pydantic expected, by the type of its error."""
_EXAMPLES = {
    "a list": "A list: one entry a line, each after “- ”, or [between, brackets].",
    "a date": "A date such as 2026-11-22.",
}
AROUND_KEYS = " \xa0\u2009\u202f“”„‘’"
"""Other spaces and marks, which YAML takes for letters of a key."""
# In this order, since to Python `True` is an `int`.
_TAKEN_FOR: dict[type, str] = {
    bool: "the answer yes or no",
    int: "a number",
    float: "a number",
    date: "a date",
}


def called(path: Path) -> str:
    """What stands at the path, as a message begins."""
    return f"“{path[-1]}”" if path and isinstance(path[-1], str) else "This"


def change(entity: Any, path: Path) -> str:
    """The remedy where nothing more is known of a value: a line that is needed stays."""
    if _is_needed(entity, path):
        return "Change the value; this line is needed."
    return "Change the value, or delete the line if nothing is known."


def wrong_type(document: Document, entity: Any, path: Path, details: dict[str, Any]) -> Diagnostic:
    """What is said of a value of another type than its key takes. Diagnostic: wrong-type."""
    kinds, value = details["types"], details["input"]
    what = " or ".join(dict.fromkeys(TYPES[kind] for kind in kinds))
    if "string_type" in kinds and "float_type" in kinds:
        what = "a text or a number"
    written = document.positions.written.get(path, str(value))
    return Diagnostic(
        document.at(path),
        "wrong-type",
        f"{called(path)} holds nothing." if value is None else f"{called(path)} is not {what}.",
        _EXAMPLES.get(what, f"{what[0].upper()}{what[1:]}."),
        _remedy(path, kinds[0], value, written, entity) or change(entity, path),
    )


def _remedy(path: Path, kind: str, value: object, written: str, entity: Any) -> str:
    """What to write; empty where nothing more is known than that it is of the wrong type."""
    if path[-2:-1] == ("at",) and type(value) in (int, float):
        return f"Write a place as one: its section, a space and {written}, with no comma between."
    taken = next((name for type_, name in _TAKEN_FOR.items() if isinstance(value, type_)), None)
    if kind == "string_type" and taken:
        return f"YAML takes {written} for {taken}: write '{written}', in quotation marks."
    if not isinstance(value, str):
        return ""
    if kind == "int_type" and value.isdecimal():
        return "Write the number without quotation marks, and without a zero before it."
    if kind == "int_type" and says_nothing(value) and not _is_needed(entity, path):
        return "If there is none, delete the line."
    if value != (bare := value.strip(AROUND_KEYS)):
        return f"Write {bare}: to YAML, what stands around it is a part of the text."
    if kind == "tuple_type":
        return _as_list(value)
    return _as_mapping(entity, path) if kind.startswith("model") else ""


def _as_list(value: str) -> str:
    """How a text becomes a list: between brackets only where it is one entry there."""
    if read_yaml(f"[{value}]", "")[0].data == [value]:
        return f"Write [{value}] if this is a list of one."
    quoted = value.replace("'", "''")
    return f"Give each entry a line of its own below; if this is one: - '{quoted}'"


def _as_mapping(entity: Any, path: Path) -> str:
    keys = ", ".join(f"{key}: …" for key in sorted(required_keys(entity, path)))
    return f"Write {{{keys}}}." if keys else ""


def _is_needed(entity: Any, path: Path) -> bool:
    return bool(path) and path[-1] in required_keys(entity, path[:-1])
