"""The rule for texts that `realist new` leaves to be written; part of the RULES of rules.py."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.entities.base import PLACEHOLDER
from generator.entities.walk import texts
from generator.library.library import Library


def nothing_is_left_to_write(library: Library) -> Iterator[Diagnostic]:
    """No text is the placeholder that a new file starts with."""
    for kind, id, path, part in library.parts:
        for inner, text in texts(part):
            if text.startswith(PLACEHOLDER):
                yield Diagnostic(
                    library.locate(kind, id, *path, *inner),
                    "placeholder",
                    "Nobody has written this text yet: it is a placeholder.",
                    "What the source says, in words of your own.",
                    "Write it; or delete the entry, if the source says nothing of the kind.",
                )


RULES = (nothing_is_left_to_write,)
