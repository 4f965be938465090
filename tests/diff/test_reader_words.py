"""Whatever is edited, what is told of it is in the words of readers: no keys, places or bare ids.

Every field of every kind of entity is edited in memory, as far as the invented reviews have it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from reviews import GARDEN, MENDING, linked

from generator.diff.compare import compare
from generator.diff.read import ReviewState
from generator.entities import Claim, Finding
from generator.entities.walk import parts_within
from generator.library.kinds import KINDS
from generator.library.library import Library

pytestmark = pytest.mark.slow

KEY = re.compile(r"\w_\w|\w=|[{}]|\bNone\b(?! for)|\bTrue\b|\bFalse\b|\b[a-z]+-[a-z]+: ")
"""A name in Python, what Python prints, or a key as YAML has it."""
NO_WORDS = ("repository", "url", "doi", "corrections", "phone")
"""Fields of addresses, which no word stands for."""
NO_COUNT = "claim.shows.count"
"""What the data show of a claim without a number, which a check refuses."""


def edited(value: Any, field: str) -> Iterator[tuple[str, Any]]:
    """Other values of a field, each with the way to what was edited."""
    match value:
        case bool():
            yield field, not value
        case int() | float():
            yield field, value + 1
        case date():
            yield field, date(2031, 1, 2)
        case str() if " " in value and not re.search(r"\d", value):
            yield field, f"{value} Or more"
        case tuple() if value:
            yield field, ()
            yield f"{field}.less", value[:-1]
            yield from ((way, (one, *value[1:])) for way, one in edited(value[0], f"{field}.0"))
        case dict() if value:
            key, first = next(iter(value.items()))
            yield field, {other: one for other, one in value.items() if other != key}
            yield from ((way, {**value, key: one}) for way, one in edited(first, f"{field}.0"))
        case BaseModel():
            yield from edited_fields(value, field)


def edited_fields(entity: BaseModel, way: str) -> Iterator[tuple[str, BaseModel]]:
    """The entity with one field, or something within it, left out or edited."""
    for name, field in type(entity).model_fields.items():
        now = getattr(entity, name)
        if name == "id" or now is None or name.endswith(NO_WORDS):
            continue
        if not field.is_required():
            without = field.get_default(call_default_factory=True)
            yield f"{way}.{name}", entity.model_copy(update={name: without})
        for inner, one in edited(now, f"{way}.{name}"):
            yield inner, entity.model_copy(update={name: one})


def edits(library: Library) -> Iterator[tuple[str, Library]]:
    """The library with one edit, once for each field of each kind."""
    met = set()
    for kind in KINDS:
        for position, entity in enumerate(library.all(kind) if kind.is_shown else ()):
            for way, one in edited(entity, kind.name):
                if way not in {*met, NO_COUNT}:
                    met.add(way)
                    items = list(library.all(kind))
                    items[position] = one
                    yield way, replace(library, held={**library.held, kind: tuple(items)})


def unspoken(library: Library) -> re.Pattern[str]:
    """Places as they are written, and ids of what has a name, as far as they are no word."""
    sections = "|".join(section.id for section in library.review.source.sections)
    shown = [entity for kind in KINDS if kind.is_shown for entity in library.all(kind)]
    named = [model for entity in shown for _, model in parts_within(entity) if is_named(model)]
    ids = "|".join(sorted({model.id for model in named if re.search(r"[\d-]", model.id)}))
    return re.compile(rf"\b(?:{sections}) (?:\d|table)|(?<![\w-])(?:{ids})(?![\w-])")


def is_named(model: Any) -> bool:
    """Whether readers call it something else than its id."""
    names = ("title", "caption", "label")
    has_name = any(getattr(model, name, None) for name in names)
    return hasattr(model, "id") and (has_name or isinstance(model, Claim | Finding))


@pytest.mark.parametrize("review", [GARDEN, MENDING], ids=["garden", "mending"])
def test_no_key_no_place_as_written_and_no_id_of_what_has_a_name(review: Path):
    library = linked(review)
    never, found = unspoken(library), set()
    old = ReviewState("old", library, (), frozenset(), {})
    number = 0
    for way, one in edits(library):
        report = compare(old, replace(old, library=one), are_checked=True, with_pages=False)
        for change in (*report.errors, *report.changes):
            number += 1
            texts = (change.words, change.before or "", change.after or "")
            found |= {(way, text) for text in texts if KEY.search(text) or never.search(text)}
    assert number > 100
    assert found == set()


USUAL = re.compile(
    r"(?<!range )\btheor(?:y|ies)\b|(?<!case )(?<!identified )\bstud(?:y|ies)\b|\bformats?\b", re.I
)
"""What a review with words of its own does not call its things."""
QUOTED = re.compile(r"“[^”]*”")


def test_a_review_with_words_of_its_own_is_told_of_in_them():
    library = linked(MENDING)
    old, found = ReviewState("old", library, (), frozenset(), {}), set()
    for way, one in edits(library):
        report = compare(old, replace(old, library=one), are_checked=True, with_pages=False)
        if not way.startswith("review.words"):
            words = (QUOTED.sub("", change.words) for change in report.changes)
            found |= {(way, told) for told in words if USUAL.search(told)}
            found |= {(way, count.name) for count in report.counts if USUAL.search(count.name)}
    assert found == set()
