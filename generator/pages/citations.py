"""What rests on each place of the source: the links of all things to it, turned round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from generator.entities import Review
from generator.entities.base import Basis
from generator.entities.kept import kept
from generator.entities.locators import WHOLE, anchors
from generator.entities.references import IN_TEXT, Reference, every_reference
from generator.files.load import Path
from generator.library.holdings import is_retired
from generator.library.kinds import KINDS
from generator.library.library import Library


@dataclass(frozen=True, slots=True)  # slots, since a large review has a hundred thousand
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
            is_shown = not is_retired(entity)
            for place, cited in _cited(entity):
                known = found.setdefault(place, {})
                if cited and is_shown:
                    known[Citation(kind.name, *cited)] = None
    return {place: tuple(citing) for place, citing in found.items()}


_Cited = tuple[str, str, str, Basis]
"""What a `Citation` says beside the kind."""

_Parts = dict[Path, tuple[Any, str, Basis]]
"""By the path to it, what stands within an entity; the id of the part that it stands in, if there
is one; and on what basis it is said. The id of an attribute is its key."""


@kept
def _cited(entity: BaseModel) -> tuple[tuple[str, _Cited | None], ...]:
    """Each place that an entity names, and what does so; None where that only mentions it."""
    parts: _Parts = {(): (entity, "", getattr(entity, "basis", "reported"))}
    found: dict[tuple[str, _Cited | None], None] = {}
    for reference in filter(_is_place, every_reference(entity)):
        is_mentioned = _MENTIONS.intersection(reference.path)
        cited = None if is_mentioned else _citing(entity, reference.path, parts)
        found.update(((place, cited), None) for place in anchors(reference.target))
    return tuple(found)


def _is_place(reference: Reference) -> bool:
    is_in_text = reference.kind == IN_TEXT and " " in reference.target
    return (reference.kind == "locator" or is_in_text) and reference.target != WHOLE


def _citing(entity: BaseModel, path: Path, parts: _Parts) -> _Cited:
    """What cites by its id; a term of the glossary by its anchor, the review by the key."""
    id = getattr(entity, "id", "") or getattr(entity, "anchor", "")
    if isinstance(entity, Review):
        id = str(path[1] if path[0] == "source" else path[0])
    _, fragment, basis = _part(path, parts)
    return id, fragment, str(path[0]), basis


def _part(path: Path, parts: _Parts) -> tuple[Any, str, Basis]:
    """What stands at a path. Many paths lead through the same parts, which are looked at once."""
    if path not in parts:
        value, fragment, basis = _part(path[:-1], parts)
        step = path[-1]
        if isinstance(value, BaseModel):
            value = getattr(value, str(step).replace("-", "_"))
        else:
            fragment = str(step) if isinstance(value, dict) else fragment
            value = value[step]
        if isinstance(value, BaseModel):
            fragment = getattr(value, "id", "") or fragment
            basis = getattr(value, "basis", basis)
        parts[path] = value, fragment, basis
    return parts[path]
