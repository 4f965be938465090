"""What is recorded of an intervention: the differences row by row, as its page shows them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from generator.diff.read import ReviewState
from generator.diff.structure import Difference, Step, Steps, differences, settled
from generator.entities import Attribute, AttributeValue, Intervention
from generator.entities.base import Reading
from generator.entities.intervention import NotApplicable
from generator.entities.words import inside
from generator.pages.views.names import Link
from generator.pages.views.rows import attribute_row

RECORDED = ("attributes", "not_applicable", "not_stated")
"""The fields that this module compares."""
_IN_ROW = ("value", "text", "basis")
"""What of a value the words of a row say, and the values of its readings."""


def row_differences(
    old: tuple[Intervention, ReviewState], new: tuple[Intervention, ReviewState]
) -> Iterator[Difference]:
    """Every attribute whose state, value or source differs; before and after are words."""
    ids = [a.id for _, state in (new, old) for a in state.library.attributes.attributes]
    used = [id for item, _ in (new, old) for id, _ in item.mentions()]
    for id in dict.fromkeys((*ids, *used)):
        before, after = _recorded(old[0], id), _recorded(new[0], id)
        if settled(before) == settled(after):
            continue
        path = (Step("attributes", id),)
        same = _looks_the_same(before, after)
        if not same:
            yield Difference(path, "changed", _row_in_words(*old, id), _row_in_words(*new, id))
        if isinstance(after, BaseModel):
            known = before if type(before) is type(after) else _blank(after)
            rest = differences(known, after, path)
            yield from (d for d in rest if same or not _is_said(d.path))


def _blank(item: BaseModel) -> BaseModel:
    """An empty value: a new one differs from it in its places and its reasoning as well."""
    return type(item).model_construct(attributes=(), at=(), why=None)


def _is_said(path: Steps) -> bool:
    """Whether the words of a row say this: its value, or which readings there are."""
    is_reading = path[1].field == "readings" and (len(path) == 2 or path[-1].field == "value")
    return is_reading or path[1].field in _IN_ROW


def _recorded(item: Intervention, id: str) -> Any:
    """The value, why it does not apply, or the word for a state without value."""
    known = item.known_of(id)
    if isinstance(known, NotApplicable):
        # The other attributes of the group stand in rows of their own.
        return known.model_copy(update={"attributes": ()})
    return known or item.state_of(id)


def _looks_the_same(old: Any, new: Any) -> bool:
    if isinstance(old, NotApplicable) and isinstance(new, NotApplicable):
        return True
    if isinstance(old, AttributeValue) and isinstance(new, AttributeValue):
        return _as_readers_see(old) == _as_readers_see(new)
    return str(old) == str(new)


def _as_readers_see(value: AttributeValue) -> tuple[Any, ...]:
    readings = [settled(reading.value) for reading in value.readings]
    return settled(value.value), settled(value.text), value.basis == "conflict", readings


def _row_in_words(item: Intervention, state: ReviewState, id: str) -> str:
    """A row in words: “Season: summer only (reported)”, or “not stated”."""
    shown = attribute_row(item, attribute(state, id), state.library, state.names)
    if not shown.values:
        return inside(shown.state_label)
    values = [value.text if isinstance(value, Link) else value for value in shown.values]
    text = f" {state.names.plain(shown.text)}" if shown.text else ""
    if shown.state != "conflict":
        return f"{values[0]}{text} ({shown.state})"
    readings = item.attributes[id].readings
    said = [
        f"{value} ({'; '.join(filter(None, (_places(reading, state), reading.note)))})"
        for value, reading in zip(values, readings, strict=False)
    ]
    return f"a contradiction: {' or '.join(said)}{text}"


def _places(reading: Reading, state: ReviewState) -> str:
    return "; ".join(place.text for place in state.names.places(reading.at))


def attribute(state: ReviewState, id: str) -> Attribute:
    """The attribute with this id; where there is none, one that is called by it."""
    known = {attribute.id: attribute for attribute in state.library.attributes.attributes}
    return known.get(id) or Attribute.model_construct(
        id=id, group="", label=id, meaning=id, kind="text", choices=()
    )
