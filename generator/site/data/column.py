"""One column of the tables that people open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generator.entities import Entity
from generator.entities.describe import meanings
from generator.entities.words import opening

Cell = str | int
Making = Callable[[Any], Cell]


@dataclass(frozen=True)
class Column:
    """One column: what programs call it, what people call it, and what its cells mean."""

    key: str
    label: str
    meaning: str
    make: Making
    """Makes a cell of what the row is about."""
    names: str = ""
    """The table whose rows its cells name, if they do: by what stands first in each of them."""


def column(key: str, meaning: str, make: Making, names: str = "") -> Column:
    """A column whose label follows from its key."""
    return Column(key, opening(key.replace("-", " ")), meaning, make, names)


def column_of(model: type[Entity], key: str, make: Making | None = None, names: str = "") -> Column:
    """A column of a key of an entity, with the meaning that the data dictionary gives it."""
    field = key.replace("-", "_")
    meaning = meanings(model)[key].replace("`", "")
    return column(key, meaning, make or (lambda item: getattr(item, field) or ""), names)
