"""The rule for texts that `realist new` leaves to be written; part of the RULES of rules.py."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from generator.diagnostics import Diagnostic
from generator.entities.base import PLACEHOLDER
from generator.files.load import Path
from generator.library.library import Library


def nothing_is_left_to_write(library: Library) -> Iterator[Diagnostic]:
    """No text is the placeholder that a new file starts with."""
    for kind, id, path, part in library.parts:
        for inner, text in _texts(part):
            if text.startswith(PLACEHOLDER):
                yield Diagnostic(
                    library.locate(kind, id, *path, *inner),
                    "placeholder",
                    "Nobody has written this text yet: it is a placeholder.",
                    "What the source says, in words of your own.",
                    "Write it; or delete the entry, if the source says nothing of the kind.",
                )


RULES = (nothing_is_left_to_write,)


def _texts(model: BaseModel) -> Iterator[tuple[Path, str]]:
    """The texts of an entity itself, those of its parts left out."""
    for name, field in type(model).model_fields.items():
        yield from _texts_in(getattr(model, name), (str(field.alias),))


def _texts_in(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _texts_in(item, (*path, position))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts_in(item, (*path, key))
