"""Every reference in an entity, found through its types: none can be forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from generator.entities import Entity, Ref
from generator.inline import pieces
from generator.load import Path

IN_TEXT = "reference in a text"


@dataclass(frozen=True)
class Reference:
    """Something that an entity points to, and where in its document it does so."""

    path: Path
    kind: str
    target: str
    in_key: bool = False


def references(entity: Entity, path: Path = ()) -> Iterator[Reference]:
    """All references of an entity: the typed ones and those within its texts."""
    for field in type(entity).model_fields.values():
        annotation = field.annotation
        if field.metadata:
            annotation = Annotated[annotation, *field.metadata]  # type: ignore[assignment]
        alias = str(field.alias)
        value = getattr(entity, alias.replace("-", "_"))
        yield from _walk(value, annotation, (*path, alias), in_key=False)


def _walk(value: Any, annotation: Any, path: Path, *, in_key: bool) -> Iterator[Reference]:
    """Follow a value and its type together."""
    kind = _ref_kind(annotation)
    if isinstance(value, str):
        if kind:
            yield Reference(path, kind, value, in_key)
            return
        for piece in pieces(value):
            if piece.kind == "reference":
                yield Reference(path, IN_TEXT, piece.content)
    elif isinstance(value, BaseModel):
        yield from references(value, path)  # type: ignore[arg-type]
    elif isinstance(value, tuple):
        inner = _inner(annotation, tuple)
        for position, item in enumerate(value):
            yield from _walk(item, inner[0], (*path, position), in_key=False)
    elif isinstance(value, Mapping):
        of_key, of_value = _inner(annotation, dict)
        for key, item in value.items():
            yield from _walk(key, of_key, (*path, key), in_key=True)
            yield from _walk(item, of_value, (*path, key), in_key=False)


def _ref_kind(annotation: Any) -> str | None:
    """The kind of reference that a type is marked as, also inside `X | None`."""
    if get_origin(annotation) is Annotated:
        marks = [mark.kind for mark in annotation.__metadata__ if isinstance(mark, Ref)]
        return marks[0] if marks else _ref_kind(get_args(annotation)[0])
    for part in get_args(annotation) if get_origin(annotation) not in (tuple, dict) else ():
        if kind := _ref_kind(part):
            return kind
    return None


def _inner(annotation: Any, container: type) -> tuple[Any, ...]:
    """The types inside a tuple or dict type, however it is wrapped."""
    if get_origin(annotation) is container:
        return get_args(annotation)
    for part in get_args(annotation):
        if found := _inner(part, container):
            return found
    return ()
