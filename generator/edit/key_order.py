"""The order of keys: that of the entities, and for what rests on the source an order of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from generator.entities import Entity, Ref, Sourced
from generator.files.load import Path
from generator.files.yaml_tree import Branch, Leaf

SOURCED_ORDER = (
    # what it is about
    *("id", "topic", "kind", "level", "covers", "formats", "theory", "interventions", "studies"),
    *("intervention", "study", "how", "part", "context", "statement", "initial", "final"),
    # what it says
    *("value", "text", "short", "quotes", "shared-with", "scope", "change", "theories"),
    # why, and where the source says so
    *("basis", "why", "at", "references", "readings"),
    # what is to be said of it besides
    *("note", "caveat", "tie", "lists", "confidence", "leads-to"),
)
"""The keys of everything sourced. Its entities inherit basis and place, so that these would come
first; a reader wants to know what is said before where it stands. A key that is not listed here
says something, and stands at the end of what is said. All other entities are written in the order
of their fields."""
_POSITIONS = {key: float(position) for position, key in enumerate(SOURCED_ORDER)}
_SAID_LAST = _POSITIONS["basis"] - 0.5


def keys_of(entity: type[Entity]) -> list[str]:
    """The keys of an entity, in the order in which a file has them."""
    keys = [str(field.alias) for field in entity.model_fields.values()]
    if not issubclass(entity, Sourced):
        return keys
    return sorted(keys, key=lambda key: _POSITIONS.get(key, _SAID_LAST))


def sort_keys(value: Leaf | Branch, kind: Any, attributes: Sequence[str]) -> None:
    """Put the keys of a value of this type into their order, and those of all within it.

    `attributes` are the ids of the review's attributes. Keys that nothing knows stay at the end.
    """
    if isinstance(value, Leaf):
        return
    level = _level(value, kind, attributes)
    positions = {name: position for position, name in enumerate(level.order)}
    value.entries.sort(key=lambda entry: positions.get(entry.name, len(positions)))
    for entry in value.entries:
        sort_keys(entry.value, level.kind_of(entry.name), attributes)


def position_of(key: str, top: Branch, path: Path, kind: Any, attributes: Sequence[str]) -> int:
    """Where a new key goes among those of the mapping at a path: behind all that precede it."""
    value: Leaf | Branch = top
    for step in path:
        assert isinstance(value, Branch)
        level = _level(value, kind, attributes)
        entry = value.entries[step] if isinstance(step, int) else value.named(step)
        value, kind = entry.value, level.kind_of(entry.name)
    assert isinstance(value, Branch)
    order = _level(value, kind, attributes).order
    before = order[: order.index(key)] if key in order else [entry.name for entry in value.entries]
    return max((n for n, entry in enumerate(value.entries, 1) if entry.name in before), default=0)


@dataclass(frozen=True)
class _Level:
    """What is known of one list or mapping by its type."""

    order: Sequence[str] = ()
    """Its keys in their order; none where they stay as they are, as items of a list do."""
    kinds: Mapping[str, Any] = field(default_factory=dict)
    every: Any = None
    """The type of what stands at a key that is none of `kinds`, or of an item."""

    def kind_of(self, name: str) -> Any:
        return self.kinds.get(name, self.every)


def _level(value: Branch, kind: Any, attributes: Sequence[str]) -> _Level:
    for option in _options(kind):
        if value.is_list and get_origin(option) is tuple:
            return _Level(every=get_args(option)[0])
        if not value.is_list and get_origin(option) is dict:
            # Keys of the review's own: attributes have an order, others stay as they are.
            key, item = get_args(option)
            is_attribute = Ref("attribute") in getattr(key, "__metadata__", ())
            return _Level(attributes if is_attribute else (), every=item)
    entities = [o for o in _options(kind) if isinstance(o, type) and issubclass(o, Entity)]
    if not entities or value.is_list:
        return _Level()
    # Of several, such as the kinds of checks, the one that knows most of the keys.
    names = {entry.name for entry in value.entries}
    entity = max(entities, key=lambda known: len(names & set(keys_of(known))))
    kinds = {str(field.alias): field.annotation for field in entity.model_fields.values()}
    return _Level(keys_of(entity), kinds)


def _options(kind: Any) -> Iterator[Any]:
    """The types that a value of this type may have."""
    if get_origin(kind) is Annotated:
        yield from _options(get_args(kind)[0])
    elif get_origin(kind) in (Union, UnionType):
        for option in get_args(kind):
            yield from _options(option)
    else:
        yield kind
