"""The data dictionary: every key of every file, from the entities themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.entities import Entity, Ref
from generator.entities.describe import entities_in, meanings
from generator.entities.walk import parts_within
from generator.entities.words import with_article
from generator.library.kinds import KINDS
from generator.library.library import Library

_LONGEST_EXAMPLE = 70
"""Characters: a longer value is no help in a table."""
_PLAIN = {"str": "text", "int": "whole number", "float": "number", "bool": "true or false"}


@dataclass(frozen=True)
class KeyView:
    """One key: whether it must be there, what it takes, what it means, and an example."""

    key: str
    required: bool
    takes: str
    meaning: str
    example: str


@dataclass(frozen=True)
class EntityView:
    """A file, or a part of one, with its keys."""

    id: str
    title: str
    meaning: str
    keys: tuple[KeyView, ...]


def dictionary_view(library: Library) -> tuple[EntityView, ...]:
    """Every entity once: the files first, each followed by the parts that first occur in it."""
    examples = _examples(library)
    seen: dict[type[Entity], str] = {}
    for kind in KINDS:
        for model in entities_in(kind.entity):
            seen.setdefault(model, f"{kind.files}: " if model is kind.entity else "")
    return tuple(
        EntityView(
            model.__name__.lower(),
            f"{title}{_spaced(model.__name__)}",
            (model.__doc__ or "").split("\n")[0].replace("`", ""),
            tuple(_keys(model, examples)),
        )
        for model, title in seen.items()
    )


def _spaced(name: str) -> str:
    """`EvidenceRemark` as “Evidence remark”."""
    spaced = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name)
    return spaced.strip().capitalize()


def _keys(
    model: type[Entity], examples: dict[tuple[type[BaseModel], str], str]
) -> Iterator[KeyView]:
    for field in model.model_fields.values():
        key = str(field.alias)
        yield KeyView(
            key,
            field.is_required(),
            _takes(_annotation(field)),
            meanings(model).get(key, "").replace("`", ""),
            examples.get((model, key), ""),
        )


def _annotation(field: FieldInfo) -> Any:
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def _takes(annotation: Any) -> str:
    """What a type takes, in words: “list of places in the source”."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        kinds = [mark.kind for mark in annotation.__metadata__ if isinstance(mark, Ref)]
        return (
            f"id of {with_article(kinds[0])}"
            if kinds and kinds[0] != "locator"
            else ("place in the source" if kinds else _takes(inner[0]))
        )
    if origin is Literal:
        return "one of: " + ", ".join(map(str, inner))
    if origin is tuple:
        return f"list of: {_takes(inner[0])}"
    if origin is dict:
        return f"{_takes(inner[0])} to {_takes(inner[1])}"
    if inner:
        return " or ".join(dict.fromkeys(_takes(part) for part in inner if part is not NoneType))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _spaced(annotation.__name__).lower()
    return _PLAIN.get(getattr(annotation, "__name__", ""), getattr(annotation, "__name__", "text"))


def _examples(library: Library) -> dict[tuple[type[BaseModel], str], str]:
    """For each key of each entity the first short value in the data."""
    found: dict[tuple[type[BaseModel], str], str] = {}
    for kind, id in library.origins:
        for _, model in parts_within(library.entity(kind, id)):
            of = type(model)
            for name, field in of.model_fields.items():
                key, value = (of, str(field.alias)), getattr(model, name)
                if key in found or value == field.get_default(call_default_factory=True):
                    continue
                if text := _short(value):
                    found[key] = text
    return found


def _short(value: Any) -> str:
    """A value as it could stand in YAML on one line; nothing where it is too long."""
    if isinstance(value, str):
        return value if len(value) <= _LONGEST_EXAMPLE else ""
    if isinstance(value, tuple) and not all(isinstance(item, str | int) for item in value):
        return ""
    if isinstance(value, dict | BaseModel):
        return ""
    text = json.dumps(value, ensure_ascii=False, default=str).replace('"', "")
    return text if len(text) <= _LONGEST_EXAMPLE else ""
