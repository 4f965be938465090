"""Walking through entities: every part of one, those that have an id, and the texts in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from generator.entities.kept import kept
from generator.files.load import Path


@kept
def ids_within(entity: BaseModel) -> tuple[tuple[Path, str], ...]:
    """The ids within an entity, its own left out."""
    # `getattr` with a default would have pydantic look for an id in every way that it knows.
    known = ((path, vars(part).get("id")) for path, part in parts_within(entity))
    return tuple((path, id) for path, id in known if path and id)


def parts_within(entity: BaseModel) -> list[tuple[Path, BaseModel]]:
    """Every part of an entity with its path in the document, the entity itself first."""
    found: list[tuple[Path, BaseModel]] = []
    _gather_parts(entity, (), found)
    return found


def _gather_parts(value: Any, path: Path, found: list[tuple[Path, BaseModel]]) -> None:
    if isinstance(value, BaseModel):
        found.append((path, value))
        held = vars(value)
        for name, key in _fields_with_parts(type(value)):
            if parts := held[name]:  # most fields are empty
                _gather_parts(parts, (*path, key), found)
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            _gather_parts(item, (*path, position), found)
    elif isinstance(value, dict):
        for key, item in value.items():
            _gather_parts(item, (*path, key), found)


def texts(model: BaseModel) -> list[tuple[Path, str]]:
    """The texts of an entity itself with their paths, those of its parts left out."""
    found: list[tuple[Path, str]] = []
    held = vars(model)
    for name, key in _fields(type(model)):
        if value := held[name]:  # most fields are empty
            _gather(value, (key,), found)
    return found


def _gather(value: Any, path: Path, found: list[tuple[Path, str]]) -> None:
    if isinstance(value, str):
        found.append((path, value))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            _gather(item, (*path, position), found)
    elif isinstance(value, dict):
        for key, item in value.items():
            _gather(item, (*path, key), found)


def types_within(annotation: Any) -> list[type[BaseModel]]:
    """The types of entities inside a type such as `tuple[Statement, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in types_within(part)]


def types_at(annotation: Any, path: Path) -> Iterator[Any]:
    """The types that what stands at a path of a document may have, those of a union one by one."""
    inner = get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for field in annotation.model_fields.values():
            if path and field.alias == path[0]:
                yield from types_at(whole(field.annotation, field.metadata), path[1:])
    elif get_origin(annotation) in (tuple, dict):
        if path:
            yield from types_at(inner[-1 if get_origin(annotation) is dict else 0], path[1:])
    elif get_origin(annotation) is Annotated and (path or get_args(inner[0])):
        yield from types_at(inner[0], path)
    elif inner and get_origin(annotation) is not Annotated:
        for member in inner:
            yield from types_at(member, path)
    elif not path:
        yield annotation


def whole(annotation: Any, metadata: list[Any]) -> Any:
    """The type of a field with the marks that pydantic keeps apart from it."""
    return Annotated[annotation, *metadata] if metadata else annotation


@cache
def _fields_with_parts(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Those that can hold other entities: most hold words alone, and are not looked into."""
    return tuple(
        (name, key)
        for name, key in _fields(model)
        if types_within(model.model_fields[name].annotation)
    )


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The name and the key in YAML of every field of an entity."""
    return tuple((name, str(field.alias)) for name, field in model.model_fields.items())
