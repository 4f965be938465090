"""Single values in words, as they stand before and after a change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from pydantic import BaseModel

from generator.diff.read import ReviewState
from generator.entities.describe import entities_in
from generator.entities.references import kinds_named
from generator.library.kinds import KINDS
from generator.pages.views.claims import SEVERITY_LABELS, VERDICT_LABELS

_LEAD = ("level", "now", "text", "citation", "meaning", "caption", "summary", "title", "label",
         "value", "why")  # fmt: skip
"""The field that speaks for the whole of an entity: the first of these that it has."""
_BESIDE = ("basis", "change", "phone", "url", "date", "successor", "at")
_FOUND = frozenset({"members", "missing", "double"})
"""Fields of what the data show of a claim: ids of interventions or theories, by its check."""
_BASIS = {"conflict": "a contradiction"}


def in_words(value: Any, field: str, state: ReviewState) -> str | None:
    """A value of a field in words; None where there is none."""
    match value:
        case None | () | "":
            return None
        case bool():
            return "yes" if value else "no"
        case str():
            return _word(value, field, state)
        case date():
            return value.isoformat()
        case BaseModel():
            return _entity(value, state)
        case tuple():
            words = [in_words(item, field, state) or "nothing" for item in value]
            return " and ".join([", ".join(words[:-1]), words[-1]] if words[:-1] else words)
        case Mapping():
            return "; ".join(f"{key}: {in_words(v, field, state)}" for key, v in value.items())
    return str(value)


def _word(value: str, field: str, state: ReviewState) -> str:
    labels: dict[str, Mapping[str, str]] = {
        "basis": _BASIS,
        "change": state.library.review.words.change_labels,
        "verdict": VERDICT_LABELS,
        "severity": SEVERITY_LABELS,
        "formats": _formats(state),
        "level": _levels(state),
    }
    if field in labels:
        return labels[field].get(value, value)
    if field in ("initial", "final", "covers"):
        return value.replace("-", " ")
    if field in _FOUND | _named():
        return state.names.link(value).text
    words = " ".join(state.names.plain(value).split())
    return f"“{words}”" if field == "quotes" else words


@cache
def _named() -> frozenset[str]:
    """Fields that hold ids of what has a name."""
    return frozenset(
        field
        for kind in KINDS
        for entity in entities_in(kind.entity)
        for field, target in kinds_named(entity)
        if any(target == other.name and other.is_named for other in KINDS)
    )


def _levels(state: ReviewState) -> dict[str, str]:
    scale = state.library.review.confidence
    return {level.id: level.label for level in scale.levels} if scale else {}


def _formats(state: ReviewState) -> dict[str, str]:
    attributes = state.library.attributes
    return {
        choice.id: choice.label
        for attribute in attributes.attributes
        if attribute.id == attributes.format
        for choice in attribute.choices
    }


def _entity(item: BaseModel, state: ReviewState) -> str:
    """The words of an entity and, in brackets, what it rests on; or all that it holds."""
    filled = {
        name: in_words(getattr(item, name), name, state)
        for name in type(item).model_fields
        if name != "id"
    }
    known = {name: words for name, words in filled.items() if words}
    lead = next((known[name] for name in _LEAD if name in known), None)
    if lead is None:
        return "; ".join(f"{name.replace('_', ' ')}: {words}" for name, words in known.items())
    beside = "; ".join(known[name] for name in _BESIDE if name in known)
    return f"{lead} ({beside})" if beside else lead
