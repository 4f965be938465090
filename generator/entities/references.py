"""Every reference in an entity, found through its types: none can be forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from generator.entities import Ref
from generator.entities.inline import pieces
from generator.files.load import Path

IN_TEXT = "reference in a text"


@dataclass(frozen=True)
class Reference:
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


def references(entity: BaseModel, path: Path = ()) -> Iterator[Reference]:
    """All references of an entity: the typed ones and those within its texts."""
    for name, alias, plan in _plans(type(entity)):
        yield from _walk(getattr(entity, name), plan, (*path, alias))


def _walk(
    value: Any, plan: _Plan | None, path: Path, *, in_key: bool = False
) -> Iterator[Reference]:
    """Follow a value and the plan of its type together."""
    if isinstance(value, str):
        if plan and plan.kind:
            yield Reference(path, plan.kind, value, in_key)
        else:
            yield from _in_text(value, path)
    elif isinstance(value, BaseModel):
        yield from references(value, path)
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _walk(item, plan and plan.items, (*path, position))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _walk(key, plan and plan.keys, (*path, key), in_key=True)
            yield from _walk(item, plan and plan.items, (*path, key))


def _in_text(text: str, path: Path) -> Iterator[Reference]:
    if "[[" in text:  # Most texts refer to nothing, and taking them apart would cost time.
        for piece in pieces(text):
            if piece.kind == "reference":
                yield Reference(path, IN_TEXT, piece.content)


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
        (name, str(field.alias), _plan(_whole(field.annotation, field.metadata)))
        for name, field in model.model_fields.items()
    )


def _whole(annotation: Any, metadata: list[Any]) -> Any:
    """The type with the marks that pydantic keeps apart from it."""
    return Annotated[annotation, *metadata] if metadata else annotation


def _plan(annotation: Any) -> _Plan | None:
    """The plan of a type; of a union, that of the first member that has one."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        marks = [mark.kind for mark in annotation.__metadata__ if isinstance(mark, Ref)]
        return _Plan(marks[0]) if marks else _plan(inner[0])
    if origin is tuple:
        return _Plan(items=_plan(inner[0]))
    if origin is dict:
        return _Plan(keys=_plan(inner[0]), items=_plan(inner[1]))
    return next((plan for part in inner if (plan := _plan(part))), None)
