"""What follows from an entity alone, made once: entities never change."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import finalize

from pydantic import BaseModel

T = TypeVar("T")


def kept(make: Callable[[BaseModel], T]) -> Callable[[BaseModel], T]:
    """A function that is asked once for each entity, for a program that reads a review again.

    What it gives is let go with the entity, and must not refer to it: neither would ever be freed.
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
