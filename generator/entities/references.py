"""Every reference in an entity, found through its types: none can be forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from generator.entities import Ref
from generator.entities.inline import pieces
from generator.entities.kept import kept
from generator.entities.walk import whole
from generator.files.load import Path

IN_TEXT = "reference in a text"


class Reference(NamedTuple):  # since each entity has dozens
    """Something that an entity points to, and where in its document it does so."""

    path: Path
    kind: str
    target: str
    in_key: bool = False


@dataclass(frozen=True)
class _Plan:
    """What a type says of its values: what a text refers to, and the same of what is inside."""

    kind: str | None = None
    items: _Plan | None = None
    keys: _Plan | None = None
    in_key: bool = False


def references(entity: BaseModel, path: Path = ()) -> list[Reference]:
    """All references of an entity: the typed ones and those within its texts."""
    found: list[Reference] = []
    _walk(entity, path, found)
    return found


@kept
def every_reference(entity: BaseModel) -> tuple[Reference, ...]:
    """All references of an entity with their paths within it."""
    return tuple(references(entity))


def _walk(entity: BaseModel, path: Path, found: list[Reference]) -> None:
    """Follow the values of an entity and the plans of their types together."""
    held = vars(entity)
    for name, key, plan in _plans(type(entity)):
        if value := held[name]:  # most fields are empty
            _look(value, plan, path, key, found)


def _look(
    value: Any, plan: _Plan | None, path: Path, step: str | int, found: list[Reference]
) -> None:
    """Look into a value, which stands a step from a path: most of them need no path at all."""
    if isinstance(value, str):
        if plan and plan.kind:
            found.append(Reference((*path, step), plan.kind, value, plan.in_key))
        elif "[[" in value:  # Most texts refer to nothing; taking them apart would cost time.
            named = (piece.content for piece in pieces(value) if piece.kind == "reference")
            found += (Reference((*path, step), IN_TEXT, target) for target in named)
    elif isinstance(value, tuple):
        within = (*path, step)
        for position, item in enumerate(value):
            _look(item, plan and plan.items, within, position, found)
    elif isinstance(value, dict):
        within = (*path, step)
        for key, item in value.items():
            _look(key, plan and plan.keys, within, key, found)
            _look(item, plan and plan.items, within, key, found)
    elif isinstance(value, BaseModel):
        _walk(value, (*path, step), found)


def kinds_named(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """Every field of an entity whose values refer to something, with what they refer to."""
    for name, _, plan in _plans(model):
        inner = plan
        while inner is not None:
            if inner.kind:
                yield name, inner.kind
            inner = inner.items


@cache
def _plans(model: type[BaseModel]) -> tuple[tuple[str, str, _Plan | None], ...]:
    """The name, key and plan of every field; worked out once for each type of entity."""
    return tuple(
        (name, str(field.alias), _plan(whole(field.annotation, field.metadata)))
        for name, field in model.model_fields.items()
    )


def _plan(annotation: Any) -> _Plan | None:
    """The plan of a type; of a union, that of the first member that has one."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        marks = [mark.kind for mark in annotation.__metadata__ if isinstance(mark, Ref)]
        return _Plan(marks[0]) if marks else _plan(inner[0])
    if origin is tuple:
        return _Plan(items=_plan(inner[0]))
    if origin is dict:
        keys = _plan(inner[0])
        return _Plan(keys=keys and replace(keys, in_key=True), items=_plan(inner[1]))
    return next((plan for part in inner if (plan := _plan(part))), None)
