"""Finds the differences between two entities of one type; `words.py` puts them into sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel

from generator.entities.kept import kept

KEYS = ("id", "term", "version", "theory", "citation", "name", "part")
"""What entries of a list are known by."""
NAMES = ("title", "caption", "label")
"""What readers call an entry, where it has one of these."""
FIRST = ("title", "text", "summary")
WHOLE = ("check", "shows")
"""Values that make sense as a whole only."""
SENTENCES = (
    "not_stated", "not_at_hand", "theories_lack", "final_theories_lack", "unknown_models_lack",
    "silent", "not_this", "matches", "unchecked", "mismatches", "changes", "lists",
)  # fmt: skip
"""Lists of texts, whose entries are told of one by one; other lists of words are one value."""

What = Literal["added", "removed", "changed", "order", "identity"]


class Step(NamedTuple):
    """One step into an entity: a field and, in a list or mapping, which entry of it."""

    field: str
    key: str = ""
    name: str = ""
    """What readers call an entry that has a name besides its id."""


Steps = tuple[Step, ...]
Renamed = Mapping[str, str]
"""Ids, each with the one that it is told to have now."""
AS_THEY_ARE: Renamed = {}


@dataclass(frozen=True)
class Difference:
    """One difference: where it is and what stood and stands there; for identity, both ids."""

    path: Steps
    kind: What
    before: Any = None
    after: Any = None


def settled(value: Any) -> Any:
    """A value in a form that is equal where readers see the same."""
    if isinstance(value, str):  # first, since most values are texts
        return " ".join(value.split())
    if isinstance(value, tuple):
        return tuple(map(settled, value))
    if isinstance(value, BaseModel):
        return _settled_fields(value)
    if isinstance(value, dict):
        return tuple((key, settled(value[key])) for key in sorted(value))
    return (type(value).__name__, value)  # 72 == 72.0, but pages show them differently


@kept
def _settled_fields(value: BaseModel) -> tuple[Any, ...]:
    return tuple([settled(getattr(value, name)) for name in type(value).model_fields])


def differences(
    old: BaseModel, new: BaseModel, path: Steps = (), renamed: Renamed = AS_THEY_ARE
) -> Iterator[Difference]:
    """All differences between two entities of one type, their own ids left out."""
    # What a thing says comes before what that rests on.
    for name in sorted(type(new).model_fields, key=lambda name: name not in FIRST):
        if name != "id":
            both = getattr(old, name), getattr(new, name)
            yield from value_differences(*both, path, Step(name), renamed)


def value_differences(
    old: Any, new: Any, path: Steps, step: Step, renamed: Renamed = AS_THEY_ARE
) -> Iterator[Difference]:
    """The differences between two values of one field."""
    here = (*path, step)
    if isinstance(old, BaseModel) and type(old) is type(new) and step.field not in WHOLE:
        yield from differences(old, new, here, renamed)  # yields nothing where both are equal
    elif settled(old) == settled(new):
        return
    elif step.field in WHOLE:
        yield Difference(here, "changed", old, new)
    elif isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys((*new, *old)):
            both = old.get(key), new.get(key)
            yield from value_differences(*both, path, Step(step.field, str(key)), renamed)
    elif isinstance(old, tuple) and isinstance(new, tuple) and _is_list(step, (*old, *new)):
        inside = (here, "entries") if step.key else (path, step.field)
        yield from list_differences(old, new, *inside, renamed)
    else:
        yield Difference(here, _kind(old, new), old, new)


def list_differences(
    old: Sequence[Any],
    new: Sequence[Any],
    path: Steps,
    field: str,
    renamed: Renamed = AS_THEY_ARE,
) -> Iterator[Difference]:
    """The differences between two lists: entries matched by what they are known by."""
    before, after = keyed(old), keyed(new)
    if before is None or after is None:
        yield from _sequence(old, new, path, field, renamed)
        return
    for was, now in paired(before, after, renamed):
        if was is not None and now is not None and was != now:
            yield Difference((*path, Step(field)), "identity", was, now)
        both = before.get(was or ""), after.get(now or "")
        step = Step(field, now or was or "", _name(both[1] or both[0]))
        yield from value_differences(*both, path, step, renamed)
    if is_reordered(before, after):
        yield Difference((*path, Step(field)), "order")


def is_reordered(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether what stands in both stands in another order, in which readers see it, too."""
    return [key for key in old if key in new] != [key for key in new if key in old]


def keyed(items: Sequence[Any]) -> dict[str, Any] | None:
    """Entries by what they are known by; None where nothing tells all of them apart."""
    for name in KEYS:
        if all(getattr(item, name, None) is not None for item in items):
            found = {str(getattr(item, name)): item for item in items}
            return found if len(found) == len(items) else None
    return None


def paired(
    old: Mapping[str, Any], new: Mapping[str, Any], renamed: Renamed = AS_THEY_ARE
) -> Iterator[tuple[str | None, str | None]]:
    """The keys of entries that belong together; None for the side that lacks one.

    What is told to be `renamed` may have another text as well.
    """
    told = {
        was: now
        for was, now in renamed.items()
        if was in old and was not in new and now in new and now not in old
    }
    moved = told | _moved(
        {key: item for key, item in old.items() if key not in told},
        {key: item for key, item in new.items() if key not in told.values()},
    )
    came_from = {now: was for was, now in moved.items()}
    for now in new:
        stayed = now if now in old and now not in moved else None
        yield came_from.get(now, stayed), now
    for was in old:
        if was not in new and was not in moved:
            yield was, None


def _moved(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, str]:
    """Ids under which a text no longer stands, with the id that it has now."""
    moved: dict[str, str] = {}
    if not _has_ids((*old.values(), *new.values())):
        return moved
    # What stayed the same entity went nowhere, and nothing came to where it stands.
    texts_before = {k: _identity(item) for k, item in old.items() if item is not new.get(k)}
    texts_after = {k: _identity(item) for k, item in new.items() if item is not old.get(k)}
    for was, text in texts_before.items():
        # A statement is its text: it must not go to another id even if the old one stays in use.
        is_gone = was not in new or (text[0] == "text" and texts_after[was] != text)
        found = [
            now
            for now, other in texts_after.items()
            if other == text and texts_before.get(now) != text and now not in moved.values()
        ]
        if text[0] and is_gone and found:
            moved[was] = found[0]
    return moved


def _name(item: Any) -> str:
    """What an entry with an id is called; nothing where readers know it by what it says."""
    names = (getattr(item, name, None) for name in NAMES)
    return next(filter(None, names), "") if _has_ids([item]) else ""


def _identity(item: Any) -> tuple[str, Any]:
    for name in ("text", "title", "caption", "label"):
        if text := getattr(item, name, None):
            return name, settled(text)
    return "", None


def _sequence(
    old: Sequence[Any], new: Sequence[Any], path: Steps, field: str, renamed: Renamed
) -> Iterator[Difference]:
    """The differences between lists whose entries are known by their places only."""
    before, after = [settled(item) for item in old], [settled(item) for item in new]
    if sorted(map(repr, before)) == sorted(map(repr, after)):
        yield Difference((*path, Step(field)), "order")
        return
    for tag, a, a_end, b, b_end in SequenceMatcher(None, before, after, False).get_opcodes():
        if tag == "equal":
            continue
        both = min(a_end - a, b_end - b)
        for i in range(both):
            step = Step(field, str(b + i + 1))
            yield from value_differences(old[a + i], new[b + i], path, step, renamed)
        for i in range(a + both, a_end):
            yield Difference((*path, Step(field, str(i + 1))), "removed", old[i])
        for i in range(b + both, b_end):
            yield Difference((*path, Step(field, str(i + 1))), "added", None, new[i])


def _is_list(step: Step, items: Sequence[Any]) -> bool:
    return step.field in SENTENCES or any(isinstance(item, BaseModel) for item in items)


def _has_ids(items: Sequence[Any]) -> bool:
    return bool(items) and all("id" in getattr(type(i), "model_fields", ()) for i in items)


def _kind(old: Any, new: Any) -> What:
    if old is None or old == ():
        return "added"
    return "removed" if new is None or new == () else "changed"
