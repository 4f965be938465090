"""What follows from an entity alone, made once: entities never change."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import finalize

from pydantic import BaseModel

T = TypeVar("T")


def kept(make: Callable[[BaseModel], T]) -> Callable[[BaseModel], T]:
    """A function that is asked once for each entity; what it gives must hold none of them.

    It is let go with the entity, so that a program that reads a review again and again keeps only
    what it still has.
    """
    made: dict[int, T] = {}

    @wraps(make)
    def ask(entity: BaseModel) -> T:
        key = id(entity)
        if key not in made:
            made[key] = make(entity)
            finalize(entity, made.pop, key, None).atexit = False
        return made[key]

    return ask
