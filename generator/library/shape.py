"""Shapes entities from documents, or tells all that is wrong with their shape."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from generator.diagnostics import Diagnostic, did_you_mean, nearest, suggestion
from generator.entities.forms import WRONG
from generator.files.load import Document, Path
from generator.library.cut_texts import cut_texts
from generator.library.following import first_causes
from generator.library.keys import keys_at, known_keys, required_keys

T = TypeVar("T")

_MOST = 100
"""The most errors of one file that are reported: more than these follow from few mistakes."""


def shape(document: Document, entity: type[T]) -> tuple[T | None, list[Diagnostic]]:
    """The entity that a document describes.

    Diagnostics: unknown-key, missing-key, wrong-type, wrong-choice, wrong-value, text-cut.
    """
    cut = cut_texts(document, entity)
    try:
        shaped = cast(T, adapter(cast(Hashable, entity)).validate_python(document.data))
    except ValidationError as error:
        # What is left of a text that was cut breaks no limit of its own.
        wrong = [one for one in _merged(document, error) if one["path"] not in cut]
        causes, told = first_causes(document, entity, wrong)
        explained = (_explain(document, entity, details) for details in causes)
        found = [*cut.values(), *told, *explained]
        return None, list(dict.fromkeys(found))
    return shaped, list(cut.values())


@cache
def adapter(entity: Any) -> TypeAdapter[Any]:
    """What holds data to a type, and describes it; made once, since that takes a while."""
    return TypeAdapter(entity)


def _merged(document: Document, error: ValidationError) -> list[dict[str, Any]]:
    """The errors of pydantic; those of all types of a union become one that names them all."""
    found: dict[tuple[Path, str], dict[str, Any]] = {}
    for details in error.errors(include_url=False)[:_MOST]:
        path = _real_path(document.data, details["loc"], missing=details["type"] == "missing")
        kind = "type" if details["type"] in _TYPES else details["type"]
        first = found.setdefault((path, kind), {**details, "path": path, "types": []})
        first["types"].append(details["type"])
    # Where one type of a union fits and the value breaks its limit, the others say nothing more.
    fitting = {path for path, kind in found if kind != "type"}
    return [one for (path, kind), one in found.items() if kind != "type" or path not in fitting]


def _explain(document: Document, entity: Any, details: dict[str, Any]) -> Diagnostic:
    """One message of pydantic in the words of a contributor."""
    path, context = details["path"], details.get("ctx", {})
    match details["type"]:
        case "extra_forbidden":
            return _unknown_key(document, path, known_keys(entity, path[:-1]))
        case "missing":
            return _missing(document, path)
        case "union_tag_not_found":
            return _missing(document, (*path, "kind"))
        case "union_tag_invalid":
            return _wrong_choice(document, (*path, "kind"), context["tag"], _allowed(context))
        case "literal_error":
            return _wrong_choice(document, path, details["input"], _allowed(context))
    if set(details["types"]) <= set(_TYPES):
        return _wrong_type(document, path, details)
    return Diagnostic(
        document.at(path), "wrong-value", *_wrong_value(entity, path, details, context)
    )


_TYPES = {
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
_EXAMPLES = {
    "a list": "A list: one entry a line, each after “- ”, or [between, brackets].",
    "a date": "A date such as 2026-11-22.",
}
# What is wrong and what is expected, with the limit that the type sets.
_LIMITS = {
    "too_short": ("has too few entries", "Entries, {min_length} at least."),
    "string_too_short": ("is empty", "A text that is not empty."),
    "greater_than_equal": ("is too small", "A number from {ge}."),
    "less_than_equal": ("is too large", "A number up to {le}."),
    "less_than": ("is too large", "A number below {lt}."),
    "string_too_long": ("is too long", "{max_length} characters at most."),
}


def _allowed(context: Mapping[str, Any]) -> list[str]:
    allowed = context.get("expected") or context["expected_tags"]
    return [word.strip(" '") for word in allowed.replace(" or ", ", ").split(",")]


def _called(path: Path) -> str:
    """What stands at the path, as a message begins."""
    return f"“{path[-1]}”" if path and isinstance(path[-1], str) else "This"


_CHANGE_OR_DELETE = "Change the value, or delete the line if nothing is known."


def _wrong_value(
    entity: Any, path: Path, details: dict[str, Any], context: Mapping[str, Any]
) -> tuple[str, str, str]:
    """What is wrong with a value of the right type, what was expected, and the remedy."""
    if details["type"] == WRONG:
        problem = f"{_called(path)} {context['problem']}."
        return problem, context["expected"], context["remedy"]
    odd = f"does not fit: {details['msg'][0].lower()}{details['msg'][1:]}"
    neighbours = "A value as in the neighbouring entries."
    problem, expected = _LIMITS.get(details["type"], (odd, neighbours))
    is_needed = bool(path) and path[-1] in required_keys(entity, path[:-1])
    remedy = "Change the value." if is_needed else _CHANGE_OR_DELETE
    return f"{_called(path)} {problem}.", expected.format_map(context), remedy


def _unknown_key(document: Document, path: Path, known: set[str]) -> Diagnostic:
    free = known - set(keys_at(document.data, path[:-1]))
    written = str(path[-1])
    bare = written.strip(_AROUND_KEYS)
    around = f"Write “{bare}”, with nothing but plain spaces and its colon around it."
    return Diagnostic(
        document.at(path, key=True),
        "unknown-key",
        f"Nothing reads the key {_called(path)} here.",
        "One of the keys that belong here.",
        _dashed(written, known)
        or (around if written != bare in known else "")
        or did_you_mean(written, free)
        or "Delete the line.",
    )


_AROUND_KEYS = " \xa0\u2009\u202f“”„‘’"
"""Other spaces and marks, which YAML takes for letters of a key."""


def _dashed(written: str, known: set[str]) -> str:
    bare = written.removeprefix("-")
    return f"Write “- {bare}”, with a space after the dash." if written != bare in known else ""


def _missing(document: Document, path: Path) -> Diagnostic:
    return Diagnostic(
        document.at(path[:-1]),
        "missing-key",
        f"The key “{path[-1]}” is missing here.",
        f"A line “{path[-1]}: …” among the keys that begin here.",
        "Add it; a neighbouring entry shows what it looks like.",
    )


def _wrong_choice(document: Document, path: Path, value: object, words: list[str]) -> Diagnostic:
    key = path[-1] if path and isinstance(path[-1], str) else "this"
    shown = document.positions.written.get(path, value)
    message = f"“{shown}” is none of the words that “{key}” takes."
    return Diagnostic(
        document.at(path),
        "wrong-choice",
        f"“{key}” holds nothing." if value is None else message,
        "One of: " + ", ".join(words) + ".",
        suggestion(nearest(str(shown), words)) or "Write one of these words.",
    )


def _wrong_type(document: Document, path: Path, details: dict[str, Any]) -> Diagnostic:
    kinds, value, name = details["types"], details["input"], _called(path)
    what = " or ".join(dict.fromkeys(_TYPES[kind] for kind in kinds))
    if "string_type" in kinds and "float_type" in kinds:
        what = "a text or a number"
    return Diagnostic(
        document.at(path),
        "wrong-type",
        f"{name} holds nothing." if value is None else f"{name} is not {what}.",
        _EXAMPLES.get(what, f"{what[0].upper()}{what[1:]}."),
        _remedy(path, kinds[0], value, document.positions.written.get(path, str(value))),
    )


def _remedy(path: Path, kind: str, value: object, written: str) -> str:
    if path[-2:-1] == ("at",) and type(value) in (int, float):
        return f"Write a place as one: its section, a space and {written}, with no comma between."
    taken = next((name for type_, name in _TAKEN_FOR.items() if isinstance(value, type_)), None)
    if kind == "string_type" and taken:
        return f"YAML takes {written} for {taken}: write '{written}', in quotation marks."
    if kind == "int_type" and isinstance(value, str) and value.isdecimal():
        return "Write the number without quotation marks, and without a zero before it."
    if kind == "int_type" and written.lower() in _NONE:
        return "If there is none, delete the line."
    if isinstance(value, str) and value != (bare := value.strip(_AROUND_KEYS)):
        return f"Write {bare}: to YAML, what stands around it is a part of the text."
    if kind == "tuple_type" and isinstance(value, str):
        return f"Write [{value}] if this is a list of one."
    return "Change the value, or delete the line if nothing is known."


_NONE = frozenset(("none", "n/a", "na", "-", "–", "—", "?", "not stated", "not given", "unknown"))
"""Words for that there is nothing, which people write where a line is left out."""
# In this order, since to Python `True` is an `int`.
_TAKEN_FOR: dict[type, str] = {
    bool: "the answer yes or no",
    int: "a number",
    float: "a number",
    date: "a date",
}


def _real_path(data: Any, loc: Iterable[Any], *, missing: bool) -> Path:
    """The path in the document: pydantic's own steps (names of types, of unions) left out."""
    path: list[str | int] = []
    steps = list(loc)
    for position, step in enumerate(steps):
        last = position == len(steps) - 1
        is_tag = isinstance(data, Mapping) and data.get("kind") == step
        if is_tag and not last and steps[position - 1] in path[-1:]:
            # Pydantic names the kind of a check, such as “values”, among the keys; it is none.
            continue
        if isinstance(data, Mapping) and (step in data or (missing and last)):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            continue
        path.append(step)
    return tuple(path)
