"""Documents to entities, or all that is wrong with their shape."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from functools import cache
from typing import Any, TypeVar, cast, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.diagnostics import Diagnostic, did_you_mean
from generator.load import Document, Path

T = TypeVar("T")


def shape(document: Document, entity: type[T]) -> tuple[T | None, list[Diagnostic]]:
    """The entity that a document describes.

    Diagnostics: unknown-key, missing-key, wrong-type, wrong-choice, wrong-value.
    """
    try:
        adapter = _adapter(cast(Hashable, entity))
        return cast(T, adapter.validate_python(document.data)), []
    except ValidationError as error:
        found = [_explain(document, entity, dict(details)) for details in error.errors()]
        return None, list(dict.fromkeys(found))


@cache
def _adapter(entity: Any) -> TypeAdapter[Any]:
    return TypeAdapter(entity)


def _explain(document: Document, entity: Any, details: dict[str, Any]) -> Diagnostic:
    """One message of pydantic in the words of a contributor."""
    path = _real_path(document.data, details["loc"])
    kind, context = details["type"], details.get("ctx", {})
    name = f"“{path[-1]}”" if path and isinstance(path[-1], str) else "This"
    match kind:
        case "extra_forbidden":
            known = _known_keys(entity, path[:-1])
            return Diagnostic(
                document.at(path, key=True),
                "unknown-key",
                f"Nothing reads the key {name} here.",
                "One of the keys that belong here.",
                did_you_mean(str(path[-1]), known - set(_keys_at(document.data, path[:-1]))),
            )
        case "missing":
            return Diagnostic(
                document.at(path[:-1]),
                "missing-key",
                f"The key {name} is missing here.",
                f"A line “{path[-1]}: …” among the keys that begin here.",
                "Add it; a neighbouring entry shows what it looks like.",
            )
        case "literal_error" | "union_tag_invalid":
            allowed = context.get("expected") or context.get("expected_tags", "")
            words = [word.strip(" '") for word in allowed.replace(" or ", ", ").split(",")]
            return Diagnostic(
                document.at(path),
                "wrong-choice",
                f"“{details['input']}” is none of the words that {name} takes."
                if not isinstance(details["input"], dict)
                else f"The “kind” of {name} is none of the known ones.",
                "One of: " + ", ".join(words) + ".",
                did_you_mean(str(details["input"]), words),
            )
    code = "wrong-type" if kind.endswith(("_type", "_parsing")) else "wrong-value"
    return Diagnostic(
        document.at(path),
        code,
        f"{name} does not fit: {details['msg'][0].lower()}{details['msg'][1:]}.",
        _EXPECTED.get(kind, "A value as in the neighbouring entries."),
        _remedy(kind, details["input"]),
    )


_EXPECTED = {
    "string_type": "A text.",
    "int_type": "A whole number.",
    "bool_type": "true or false.",
    "tuple_type": "A list: one entry a line, each after “- ”, or [between, brackets].",
    "dict_type": "A mapping of keys and values.",
    "model_type": "A mapping of keys and values.",
    "too_short": "At least one entry.",
    "string_too_short": "A text that is not empty.",
    "string_pattern_mismatch": "Small letters, digits and hyphens, or an address that ends with /.",
}


def _remedy(kind: str, value: object) -> str:
    if kind == "string_type" and isinstance(value, bool):
        return "YAML reads yes, no, on and off as true and false: put the word in quotation marks."
    if kind == "string_type" and value is not None:
        return "YAML read this as something else than text: put it in quotation marks."
    if kind == "tuple_type" and isinstance(value, str):
        return f"Write [{value}] if this is a list of one."
    return "Change the value, or delete the line if nothing is known."


def _real_path(data: Any, loc: Iterable[Any]) -> Path:
    """The path in the document: pydantic's own steps (names of types, of unions) left out."""
    path: list[str | int] = []
    steps = list(loc)
    for position, step in enumerate(steps):
        last = position == len(steps) - 1
        if isinstance(data, Mapping) and (step in data or last):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            continue
        path.append(step)
    return tuple(path)


def _keys_at(data: Any, path: Path) -> list[str]:
    for step in path:
        data = data[step]
    return list(data) if isinstance(data, Mapping) else []


def _known_keys(annotation: Any, path: Path) -> set[str]:
    """Every key that the type allows at the path."""
    models = _models(annotation)
    for step in path:
        if isinstance(step, str):
            fields = [
                field.annotation
                for model in models
                for field in model.model_fields.values()
                if field.alias == step
            ]
            models = [m for field in fields for m in _models(field)] or models
    return {str(field.alias) for model in models for field in model.model_fields.values()}


def _models(annotation: Any) -> list[type[BaseModel]]:
    """The models inside a type such as `tuple[Statement, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models(part)]
