"""What every key means: the sentences that stand below the fields of the entities.

Pydantic can read them, too, but does so for every entity at every start of the program; here they
are read when a schema or the data dictionary asks for them.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from generator.entities import Entity


@cache
def meanings(model: type[BaseModel]) -> dict[str, str]:
    """The meaning of every key of an entity, its inherited ones included."""
    found: dict[str, str] = {}
    for ancestor in reversed(model.__mro__):
        if issubclass(ancestor, Entity):
            found |= _own(ancestor)
    return found


def _own(model: type[Entity]) -> dict[str, str]:
    body = _classes(model.__module__)[model.__name__]
    found = {}
    for field, below in zip(body.body, body.body[1:], strict=False):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(below, ast.Expr)
            and isinstance(below.value, ast.Constant)
        ):
            key = str(model.model_fields[field.target.id].alias)
            found[key] = " ".join(str(below.value.value).split())
    return found


@cache
def _classes(module: str) -> dict[str, ast.ClassDef]:
    """The classes of a module as they are written."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}


def entities_in(annotation: Any) -> Iterator[type[Entity]]:
    """The entities of a type: each before the parts that it is made of."""
    if isinstance(annotation, type) and issubclass(annotation, Entity):
        yield annotation
        for field in annotation.model_fields.values():
            yield from entities_in(field.annotation)
    for part in get_args(annotation):
        yield from entities_in(part)
