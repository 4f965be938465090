"""Shapes entities from documents, or tells all that is wrong with their shape."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from generator.diagnostics import Diagnostic, did_you_mean, nearest, suggestion
from generator.entities.forms import WRONG
from generator.files.load import Document, Path
from generator.library.cut_texts import cut_texts
from generator.library.following import first_causes
from generator.library.keys import keys_at, known_keys
from generator.library.wrong_types import AROUND_KEYS, TYPES, called, change, wrong_type

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
        kind = "type" if details["type"] in TYPES else details["type"]
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
    if set(details["types"]) <= set(TYPES):
        return wrong_type(document, entity, path, details)
    return Diagnostic(
        document.at(path), "wrong-value", *_wrong_value(entity, path, details, context)
    )


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


def _wrong_value(
    entity: Any, path: Path, details: dict[str, Any], context: Mapping[str, Any]
) -> tuple[str, str, str]:
    """What is wrong with a value of the right type, what was expected, and the remedy."""
    if details["type"] == WRONG:
        problem = f"{called(path)} {context['problem']}."
        return problem, context["expected"], context["remedy"]
    odd = f"does not fit: {details['msg'][0].lower()}{details['msg'][1:]}"
    neighbours = "A value as in the neighbouring entries."
    problem, expected = _LIMITS.get(details["type"], (odd, neighbours))
    return f"{called(path)} {problem}.", expected.format_map(context), change(entity, path)


def _unknown_key(document: Document, path: Path, known: set[str]) -> Diagnostic:
    free = known - set(keys_at(document.data, path[:-1]))
    written = str(path[-1])
    if " " in written and _is_cut_off(document, path):
        return _cut_off(document, path)
    bare = written.strip(AROUND_KEYS)
    around = f"Write “{bare}”, with nothing but plain spaces and its colon around it."
    return Diagnostic(
        document.at(path, key=True),
        "unknown-key",
        f"Nothing reads the key {called(path)} here.",
        "One of the keys that belong here.",
        _dashed(written, known)
        or (around if written != bare in known else "")
        or did_you_mean(written, free)
        or "Delete the line.",
    )


def _is_cut_off(document: Document, path: Path) -> bool:
    """Whether a key is what follows a comma in a text between braces: `{opens: We saw, in all}`."""
    place = document.at(path, key=True)
    before = document.text.split("\n")[place.line - 1][: place.column - 1]
    return _value_at(document.data, path) is None and before.rstrip().endswith(",")


def _cut_off(document: Document, path: Path) -> Diagnostic:
    return Diagnostic(
        document.at(path, key=True),
        "unknown-key",
        f"“{path[-1]}” is read as a key: between braces a comma begins a new one.",
        "A text with a comma in it in quotation marks.",
        "Put the whole text in 'quotation marks' like these.",
    )


def _value_at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


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
    key = next((step for step in reversed(path) if isinstance(step, str)), "this")
    shown = document.positions.written.get(path, value)
    message = f"“{shown}” is none of the words that “{key}” takes."
    return Diagnostic(
        document.at(path),
        "wrong-choice",
        f"“{key}” holds nothing." if value is None else message,
        "One of: " + ", ".join(words) + ".",
        suggestion(nearest(str(shown), words)) or "Write one of these words.",
    )


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
