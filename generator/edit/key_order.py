"""The order of keys: that of the entities, and for what rests on the source an order of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from generator.entities import Entity, Ref, Sourced
from generator.files.yaml_tree import Branch, Entry, Leaf

SOURCED_ORDER = (
    # what it is about
    *(
        "id",
        "topic",
        "kind",
        "covers",
        "formats",
        "theory",
        "interventions",
        "studies",
        "initial",
        "final",
    ),
    # what it says
    *("value", "text", "quotes", "shared-with", "scope", "change", "theories"),
    # why, and where the source says so
    *("basis", "why", "at", "references", "readings"),
    # what is to be said of it besides
    *("note", "caveat", "tie", "lists"),
)
"""The keys of everything sourced. Its entities inherit basis and place, so that these would come
first; a reader wants to know what is said before where it stands. A key that is not listed here
says something, and stands at the end of what is said. All other entities are written in the order
of their fields."""
_PLACES = {key: float(place) for place, key in enumerate(SOURCED_ORDER)}
_SAID_LAST = _PLACES["basis"] - 0.5


def keys_of(entity: type[Entity]) -> list[str]:
    """The keys of an entity, in the order in which a file has them."""
    keys = [str(field.alias) for field in entity.model_fields.values()]
    if not issubclass(entity, Sourced):
        return keys
    return sorted(keys, key=lambda key: _PLACES.get(key, _SAID_LAST))


def sort_keys(value: Leaf | Branch, kind: Any, attributes: Sequence[str]) -> None:
    """Put the keys of a value of this type into their order, and those of all within it.

    `attributes` are the ids of the review's attributes. Keys that nothing knows stay at the end.
    """
    if isinstance(value, Leaf):
        return
    names = {entry.name for entry in value.entries}
    for option in _options(kind):
        if value.is_list and get_origin(option) is tuple:
            for entry in value.entries:
                sort_keys(entry.value, get_args(option)[0], attributes)
            return
        if not value.is_list and get_origin(option) is dict:
            key, item = get_args(option)
            _sort_free(value, key, item, attributes)
            return
    entities = [o for o in _options(kind) if isinstance(o, type) and issubclass(o, Entity)]
    if entities and not value.is_list:
        # Of several, such as the kinds of checks, the one that knows most of the keys.
        entity = max(entities, key=lambda known: len(names & set(keys_of(known))))
        _sort_fields(value, entity, attributes)


def _sort_fields(value: Branch, entity: type[Entity], attributes: Sequence[str]) -> None:
    kinds = {str(field.alias): field.annotation for field in entity.model_fields.values()}
    _sort(value.entries, keys_of(entity))
    for entry in value.entries:
        sort_keys(entry.value, kinds.get(entry.name), attributes)


def _sort_free(value: Branch, key: Any, item: Any, attributes: Sequence[str]) -> None:
    """A mapping with keys of the review's own: attributes in their order, others as they are."""
    if Ref("attribute") in getattr(key, "__metadata__", ()):
        _sort(value.entries, attributes)
    for entry in value.entries:
        sort_keys(entry.value, item, attributes)


def _sort(entries: list[Entry], order: Sequence[str]) -> None:
    places = {name: place for place, name in enumerate(order)}
    entries.sort(key=lambda entry: places.get(entry.name, len(places)))


def _options(kind: Any) -> Iterator[Any]:
    """The types that a value of this type may have."""
    if get_origin(kind) is Annotated:
        yield from _options(get_args(kind)[0])
    elif get_origin(kind) in (Union, UnionType):
        for option in get_args(kind):
            yield from _options(option)
    else:
        yield kind
