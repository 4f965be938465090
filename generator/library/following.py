"""Errors of shape that follow from one another, so that one mistake is told once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.diagnostics import Diagnostic, nearest
from generator.files.load import Document, Path
from generator.library.keys import keys_at, known_keys, required_keys

Details = dict[str, Any]
"""One error as pydantic tells it, with its `path` in the document."""


def first_causes(
    document: Document, entity: Any, wrong: Sequence[Details]
) -> tuple[list[Details], list[Diagnostic]]:
    """The errors that follow from no other one, and what is said of keys in the wrong mapping.

    A key with a mistake in it is not also missing; and where the line of a key was deleted, or
    indented as its neighbours, its own keys stand among those of what is above.

    Diagnostics: missing-key, unknown-key.
    """
    unknown = [one["path"] for one in wrong if one["type"] == "extra_forbidden"]
    following: set[Path] = set()
    told: list[Diagnostic] = []
    for lacking in (one["path"] for one in wrong if one["type"] == "missing"):
        strays = _strays(document, entity, lacking, unknown)
        if strays:
            told.append(_told(document, lacking, strays))
            following |= {lacking, *strays}
        elif _is_misspelt(document, entity, lacking, unknown):
            following.add(lacking)
    return [one for one in wrong if one["path"] not in following], told


def _is_misspelt(document: Document, entity: Any, lacking: Path, unknown: Sequence[Path]) -> bool:
    """Whether a key beside it is told to be the one that is missing."""
    free = known_keys(entity, lacking[:-1]) - set(keys_at(document.data, lacking[:-1]))
    beside = (path for path in unknown if path[:-1] == lacking[:-1])
    return any(str(lacking[-1]) in nearest(str(path[-1]), free)[:1] for path in beside)


_FEW = 2
"""As many keys of one thing in another mapping are no accident."""


def _strays(document: Document, entity: Any, lacking: Path, unknown: Sequence[Path]) -> list[Path]:
    """The keys of what is missing that stand in another mapping, or it itself, in their order."""
    by_mapping: dict[Path, list[Path]] = {}
    for path in unknown:
        if path[:-1] != lacking[:-1] and path[-1] in {*known_keys(entity, lacking), lacking[-1]}:
            by_mapping.setdefault(path[:-1], []).append(path)
    found = max(by_mapping.values(), key=len, default=[])
    names = {path[-1] for path in found}
    needed = required_keys(entity, lacking) - known_keys(entity, found[0][:-1] if found else ())
    is_meant = lacking[-1] in names or (len(found) >= _FEW and needed <= names)
    return sorted(found, key=lambda path: document.at(path, key=True)) if is_meant else []


def _told(document: Document, lacking: Path, strays: Sequence[Path]) -> Diagnostic:
    """What is said where the first of them stands."""
    key, first = str(lacking[-1]), strays[0]
    if first[-1] == key:
        return Diagnostic(
            document.at(first, key=True),
            "unknown-key",
            f"“{key}” stands among the keys of “{_owner(first)}” and does not belong to them.",
            f"“{key}” among the keys where it is missing, with its own keys below it.",
            "Indent it as the keys that it belongs to, and what is its own two spaces more.",
        )
    return Diagnostic(
        document.at(first, key=True),
        "missing-key",
        f"The line “{key}:” is missing above this one: from here on stand keys of it.",
        f"A line “{key}:” here, and its keys below it, indented by two spaces more.",
        "Add the line, or restore it from the history.",
    )


def _owner(path: Path) -> str:
    return next(_named(path[:-1]), "the file")


def _named(path: Path) -> Iterator[str]:
    return (step for step in reversed(path) if isinstance(step, str))
