"""What one list names twice, so that pages would show it twice."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.entities.references import every_reference
from generator.files.load import Path
from generator.library.corpus import Corpus

_LISTED = frozenset(("locator", "format", "theory", "study", "intervention", "finding"))
"""What lists name, by the name of the reference."""


def named_twice(corpus: Corpus) -> Iterator[Diagnostic]:
    """References and places that stand twice in one list. Diagnostic: duplicate-id.

    Of attributes a rule tells that they have two states.
    """
    for items in corpus.shaped.values():
        for item in items:
            seen: set[tuple[Path, str]] = set()
            for one in every_reference(item.entity):
                if one.kind not in _LISTED or not isinstance(one.path[-1], int):
                    continue
                known = (one.path[:-1], one.target)
                if known in seen:
                    yield Diagnostic(
                        item.document.at((*item.path, *one.path)),
                        "duplicate-id",
                        f"“{one.target}” stands twice in this list.",
                        "Each once.",
                        "Delete one of the two, or correct it.",
                    )
                seen.add(known)
