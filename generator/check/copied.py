"""Runs of words that stand in a review and in its source alike: the source belongs to its authors.

Quotations are of `QUOTE_WORDS` words at most, so a longer run is a copy, marked as one or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rules import QUOTE_WORDS
from generator.diagnostics import Diagnostic
from generator.entities.inline import pieces, plain
from generator.entities.walk import texts
from generator.library.library import Library

Run = tuple[str, ...]

_BRACKETS = re.compile(r"\[[\d, –-]+\]")
_WORD = re.compile(r"[\w#%]+(?:['’][\w]+)?")
_LENGTH = QUOTE_WORDS + 1


def copied(library: Library, text: str) -> Iterator[Diagnostic]:
    """Texts of a review that share too long a run of words with the source.

    The record of the source itself, with the titles of its sections, is left out.

    Diagnostics: source-copied.
    """
    printed = {run for line in text.splitlines() for run in _runs(line)}
    for kind, id, path, part in library.parts:
        if path[:1] == ("source",):
            continue
        for inner, written in texts(part):
            run = next((run for run in _runs(_read(written, library)) if run in printed), None)
            if run:
                yield Diagnostic(
                    library.locate(kind, id, *path, *inner),
                    "source-copied",
                    f"The source has the same {_LENGTH} words in a row: “{' '.join(run)}”.",
                    f"Words of your own; {QUOTE_WORDS} words of the source in a row at most.",
                    "Say it another way.",
                )


def _read(text: str, library: Library) -> str:
    """The text as a page shows it: interventions are named by number, as a source does.

    Those without a number are named by the titles of this site, which are no words of the source.
    """
    targets = [piece.content for piece in pieces(text) if piece.kind == "reference"]
    known = library.every_intervention
    return plain(text, names={t: f"#{known[t].number or t}" for t in targets if t in known})


def _runs(text: str) -> Iterator[Run]:
    words = _WORD.findall(_BRACKETS.sub("", text).replace("’", "'").lower())
    for start in range(len(words) - _LENGTH + 1):
        yield tuple(words[start : start + _LENGTH])
