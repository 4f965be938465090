"""A sentence that is true of some things stands on their pages, and on the pages of no others."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from reviews import GARDEN, MENDING, ROOT, bodies, linked, text_of

from generator.entities import Theory
from generator.library.kinds import INTERVENTION, STUDY, THEORY
from generator.library.library import Library
from generator.pages import addresses

pytestmark = pytest.mark.slow

REVIEWS = {"garden": GARDEN, "mending": MENDING, "real": ROOT}
Truth = Callable[[Any, Library], bool]


def is_reading(theory: Theory, _: Library) -> bool:
    return theory.reading_of is not None


def is_unrated(theory: Theory, library: Library) -> bool:
    return library.rates_theories and theory.confidence is None


def has_nothing_on_evidence(theory: Theory, library: Library) -> bool:
    return not library.rates_theories and not theory.evidence


def lacks_what_was_not_at_hand(theory: Theory, _: Library) -> bool:
    parts = (theory.contexts, theory.mechanisms, theory.outcomes)
    return bool(theory.not_at_hand) and not all(parts)


def lacks_formats(theory: Theory, library: Library) -> bool:
    return bool(library.format.choices) and not theory.formats


def is_identified(item: Any, library: Library) -> bool:
    found = library.related_evidence.identified if library.related_evidence else ()
    return any(item.id in study.interventions for study in found)


def misses_parts(_: Any, library: Library) -> bool:
    return bool(library.review.source.missing)


SENTENCES: list[tuple[Any, str, Truth]] = [
    (THEORY, "Its place in the model is this site’s reading", is_reading),
    (THEORY, ": no level is recorded here[. ]", is_unrated),
    (THEORY, "does not say how strong the evidence for this", has_nothing_on_evidence),
    (THEORY, "alone: not stated in the", has_nothing_on_evidence),
    (THEORY, "Not stated in what of the .+ was at hand", lacks_what_was_not_at_hand),
    (THEORY, "it may bear on Not stated in", lacks_formats),
    (INTERVENTION, "identified by this site, not by the review", is_identified),
    (INTERVENTION, "that were not at hand may say more", misses_parts),
    (STUDY, "that were not at hand may say more", misses_parts),
]


@cache
def texts(root: Path) -> dict[str, str]:
    return {
        path: text_of(re.sub(r" \{ #[\w-]+ \}$", "", body, flags=re.M))
        for path, body in bodies(root).items()
    }


@pytest.mark.parametrize("root", REVIEWS.values(), ids=REVIEWS)
@pytest.mark.parametrize(("kind", "said", "is_true"), SENTENCES)
def test_it_stands_where_it_is_true(root: Path, kind: Any, said: str, is_true: Truth):
    library = linked(root)
    items = library.current(kind).items()
    saying = {
        id for id, _ in items if re.search(said, texts(root)[addresses.at(kind.name, id)[0].path])
    }
    assert saying == {id for id, item in items if is_true(item, library)}


@pytest.mark.parametrize("root", REVIEWS.values(), ids=REVIEWS)
def test_the_model_marks_the_readings_of_this_site_alone(root: Path):
    library = linked(root)
    readings = sum(is_reading(theory, library) for theory in library.theories.values())
    page = bodies(root)["model/"]
    assert page.count('rl-tile-reading"') == readings
    assert page.count("; its place in the model is this site’s reading)") == readings
