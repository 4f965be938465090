"""Walking through entities: everything within one that is sourced, or that has an id."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from generator.entities import Sourced
from generator.library import Library
from generator.load import Path


def sourced(library: Library) -> Iterator[tuple[str, str, Path, Sourced]]:
    """Everything that rests on the source, with the kind, id and path of where it stands."""
    for kind, id in library.places:
        for path, model in models(library.entity(kind, id)):
            if isinstance(model, Sourced):
                yield kind, id, path, model


def ids_within(entity: Any) -> Iterator[tuple[Path, str]]:
    """The ids within an entity, its own left out."""
    for path, model in models(entity):
        if path and "id" in type(model).model_fields:
            yield path, model.id  # type: ignore[attr-defined]


def models(value: Any, path: Path = ()) -> Iterator[tuple[Path, BaseModel]]:
    """Every part of an entity with its path in the document, the entity itself first."""
    if isinstance(value, BaseModel):
        yield path, value
        for field in type(value).model_fields.values():
            alias = str(field.alias)
            yield from models(getattr(value, alias.replace("-", "_")), (*path, alias))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from models(item, (*path, position))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from models(item, (*path, key))
