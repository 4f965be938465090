"""Single values in words, as they stand before and after a change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from pydantic import BaseModel

from generator.diff.labels import of_field
from generator.diff.read import ReviewState
from generator.entities.describe import entities_in
from generator.entities.references import kinds_named
from generator.entities.words import listed
from generator.library import own_lists
from generator.library.kinds import KINDS, THEORY
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
            return listed(_each(value, field, state))
        case Mapping():
            return "; ".join(f"{key}: {in_words(v, field, state)}" for key, v in value.items())
    return str(value)


def _each(values: tuple[Any, ...], field: str, state: ReviewState) -> list[str]:
    """The words of each; sentences of one paragraph are named together."""
    if "locator" in _kinds().get(field, ()):
        return [place.text for place in state.names.places(values)]
    return [in_words(item, field, state) or "nothing" for item in values]


def _word(value: str, field: str, state: ReviewState) -> str:
    labels: dict[str, Mapping[str, str]] = {
        "basis": _BASIS,
        "change": state.library.review.words.change_labels,
        "verdict": VERDICT_LABELS,
        "severity": SEVERITY_LABELS,
    }
    if field in labels:
        return labels[field].get(value, value)
    if field in ("initial", "final", "covers"):
        return value.replace("-", " ")
    if field == "statement":
        theory, _, mark = value.partition(" ")
        return f"{state.names.link(theory).text}, {mark}"
    if field == "numbered":
        return value.replace("{number}", "…")
    if kinds := _kinds().get(field, frozenset({THEORY.name}) if field in _FOUND else None):
        return _named(value, kinds, state)
    words = " ".join(state.names.plain(value).split())
    return f"“{words}”" if field == "quotes" else words


@cache
def _kinds() -> Mapping[str, frozenset[str]]:
    """For each field that holds ids, of what they may be."""
    found: dict[str, set[str]] = {}
    for kind in KINDS:
        for entity in entities_in(kind.entity):
            for field, target in kinds_named(entity):
                found.setdefault(field, set()).add(target)
    return {field: frozenset(kinds) for field, kinds in found.items()}


def _named(id: str, kinds: frozenset[str], state: ReviewState) -> str:
    """What readers call the thing with this id, of whichever of these kinds it is."""
    own = own_lists.labels(state.library.review, state.library.attributes)
    for kind in kinds & own.keys():
        if id in own[kind]:
            return own[kind][id]
    return id if kinds <= own.keys() else state.names.link(id).text


def _entity(item: BaseModel, state: ReviewState) -> str:
    """The words of an entity and, in brackets, what it rests on; or all that it holds."""
    filled = {
        name: in_words(getattr(item, name), name, state)
        for name in type(item).model_fields
        if name != "id"
    }
    known = {name: words for name, words in filled.items() if words}
    lead = next((known[name] for name in _LEAD if name in known), None)
    beside = "; ".join(known[name] for name in _BESIDE if name in known)
    if lead is None:
        review = state.library.review
        rest = {name: words for name, words in known.items() if name not in _BESIDE}
        lead = "; ".join(f"{of_field(name, review)}: {words}" for name, words in rest.items())
    return f"{lead} ({beside})" if beside else lead
