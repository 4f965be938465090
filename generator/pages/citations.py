"""What rests on each place of the source: the links of all things to it, turned round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from generator.entities.base import Basis
from generator.entities.kept import kept
from generator.entities.locators import WHOLE, anchors
from generator.entities.references import IN_TEXT, Reference, every_reference
from generator.files.load import Path
from generator.library.holdings import is_retired
from generator.library.kinds import KINDS, REVIEW, Kind
from generator.library.library import Library


@dataclass(frozen=True)
class Citation:
    """An entity that cites a place of the source, and where on its page it does so."""

    kind: str
    id: str
    """Of the review, which has none, the key under which it does so."""
    fragment: str
    part: str
    """The key of the entity under which it does so."""
    basis: Basis
    """On what basis it says what stands there."""


_MENTIONS = frozenset(("not-stated", "not-at-hand", "why", "note"))
"""Keys of texts that may name a place without resting on it."""


def citations(library: Library) -> dict[str, tuple[Citation, ...]]:
    """For every place that is cited, what cites it; on what is retired alone nothing rests."""
    found: dict[str, dict[Citation, None]] = {}
    for kind in KINDS:
        for entity in library.all(kind) if kind.is_shown else ():
            for place, path, fragment, basis in _cited(entity):
                known = found.setdefault(place, {})
                if not (is_retired(entity) or _MENTIONS.intersection(path)):
                    known[_citation(kind, entity, path, fragment, basis)] = None
    return {place: tuple(citing) for place, citing in found.items()}


@kept
def _cited(entity: BaseModel) -> tuple[tuple[str, Path, str, Basis], ...]:
    """Each place that an entity cites, the path within it, and what `_below` says of that."""
    return tuple(
        (place, reference.path, *_below(entity, reference.path))
        for reference in filter(_is_place, every_reference(entity))
        for place in anchors(reference.target)
    )


def _is_place(reference: Reference) -> bool:
    is_in_text = reference.kind == IN_TEXT and " " in reference.target
    return (reference.kind == "locator" or is_in_text) and reference.target != WHOLE


def _citation(kind: Kind[Any], entity: object, path: Path, fragment: str, basis: Basis) -> Citation:
    """What cites by its id; a term of the glossary by its anchor, the review by the key."""
    id = getattr(entity, "id", "") or getattr(entity, "anchor", "")
    if kind is REVIEW:
        id = str(path[1] if path[0] == "source" else path[0])
    return Citation(kind.name, id, fragment, str(path[0]), basis)


def _below(entity: object, path: Path) -> tuple[str, Basis]:
    """The id of the part that a path leads through, if there is one, and on what basis it is said.

    The id of an attribute is its key.
    """
    fragment, value = "", entity
    basis: Basis = getattr(entity, "basis", "reported")
    for step in path:
        if isinstance(value, Mapping):
            fragment, value = str(step), value[step]
        elif isinstance(step, int) and isinstance(value, tuple):
            value = value[step]
        else:
            value = getattr(value, str(step).replace("-", "_"))
        fragment = getattr(value, "id", "") or fragment
        basis = getattr(value, "basis", basis)
    return fragment, basis
