"""The rule for what `realist new` leaves to be written; part of the RULES of rules.py."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from generator.diagnostics import Diagnostic
from generator.entities.base import (
    PLACEHOLDER,
    PLACEHOLDER_ADDRESS,
    PLACEHOLDER_YEAR,
    is_placeholder,
)
from generator.entities.kept import kept
from generator.entities.walk import parts_within, texts
from generator.files.load import Path
from generator.library.library import Library

_TEXT = (
    "Nobody has written this text yet: it is a placeholder.",
    "What the source says, in words of your own.",
    "Write it; or delete the entry, if the source says nothing of the kind.",
)
_ADDRESS = (
    "Nobody has written this address yet: it is a placeholder.",
    "The address that it will have, with / at the end.",
    "Write where the site is published, or where its files can be edited.",
)
_YEAR = (
    "Nobody has written the year yet: it is a placeholder.",
    "The year in which the source was published.",
    "Write it.",
)


def nothing_is_left_to_write(library: Library) -> Iterator[Diagnostic]:
    """No text, address or year is the placeholder that a new file starts with.

    Diagnostic: placeholder.
    """
    for kind, id in library.origins:
        for path, told in _left(library.entity(kind, id)):
            yield Diagnostic(library.locate(kind, id, *path), "placeholder", *told)
    if library.review.source.year == PLACEHOLDER_YEAR:
        yield Diagnostic(library.locate("review", "", "source", "year"), "placeholder", *_YEAR)


@kept
def _left(entity: BaseModel) -> tuple[tuple[Path, tuple[str, str, str]], ...]:
    """Where in an entity a text is a placeholder, and what is to be said of it."""
    return tuple(
        ((*path, *inner), _TEXT if is_placeholder(text) else _ADDRESS)
        for path, part in parts_within(entity)
        for inner, text in texts(part)
        if text.startswith((PLACEHOLDER, PLACEHOLDER_ADDRESS))
    )


RULES = (nothing_is_left_to_write,)
