"""What every key means: the sentences that stand below the fields of the entities.

Pydantic can read them, too, but does so for every entity at every start of the program; here they
are read when a schema or the data dictionary asks for them.
"""

from __future__ import annotations

import ast
import inspect
import json
import sys
from collections.abc import Iterator
from functools import cache, partial
from typing import Any, get_args

from pydantic import BaseModel

from generator.entities import Entity
from generator.files import of_program


@cache
def meanings(model: type[BaseModel]) -> dict[str, str]:
    """The meaning of every key of an entity, its inherited ones included."""
    found: dict[str, str] = {}
    for ancestor in reversed(model.__mro__):
        if issubclass(ancestor, Entity):
            found |= _own(ancestor)
    return found


def _own(model: type[Entity]) -> dict[str, str]:
    below = _sentences(model.__module__)[model.__name__]
    return {str(model.model_fields[name].alias): said for name, said in below.items()}


@cache
def _sentences(module: str) -> dict[str, dict[str, str]]:
    """What stands below each field of each class of a module.

    Kept, since to read one module anew takes as long as to make a page.
    """
    read = partial(_read, module)
    known: dict[str, dict[str, str]] = json.loads(of_program.kept(f"{module}-sentences", "", read))
    return known


def _read(module: str) -> bytes:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    classes = (node for node in tree.body if isinstance(node, ast.ClassDef))
    return json.dumps({node.name: dict(_below_fields(node)) for node in classes}).encode()


def _below_fields(body: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, below in zip(body.body, body.body[1:], strict=False):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(below, ast.Expr)
            and isinstance(below.value, ast.Constant)
        ):
            yield field.target.id, " ".join(str(below.value.value).split())


def entities_in(annotation: Any) -> Iterator[type[Entity]]:
    """The entities of a type: each before the parts that it is made of."""
    if isinstance(annotation, type) and issubclass(annotation, Entity):
        yield annotation
        for field in annotation.model_fields.values():
            yield from entities_in(field.annotation)
    for part in get_args(annotation):
        yield from entities_in(part)
