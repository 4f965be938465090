"""The page of all claims: what it counts, how it groups, and what it says of each check."""

from pathlib import Path
from typing import get_args

import pytest
from reviews import GARDEN, bodies, edit, holding, linked

from generator.check.recount import recount
from generator.entities.claim import Claim
from generator.entities.claim_check import Check
from generator.library.kinds import CLAIM
from generator.library.library import Library
from generator.pages.views.claims import claim_view, how
from generator.pages.views.names import Names
from generator.pages.views.recounts import COMPARES, found_words
from generator.pages.views.source_check import SourceCheckView, counts, source_check_view

CLAIMS = "seeds/claims.yml"
PARTS = [{"label": "a", "value": 1}, {"label": "b", "value": 2}]
MILD = "  severity: mild\n"


def view(library: Library) -> SourceCheckView:
    return source_check_view(library, recount(library), Names(library))


def test_contradictions_stand_first_and_are_counted_by_problem(garden_copy: Path):
    made = view(linked(garden_copy))
    assert [group.verdict for group in made.groups] == [
        "inconsistent",
        "consistent",
        "cannot-be-checked",
    ]
    assert [problem.id for problem in made.problems] == ["c04", "c11"]
    assert made.groups[0].tally == "2 problems, in 2 claims"
    edit(garden_copy, (CLAIMS, MILD, f"{MILD}  same-problem-as: c04\n"))
    made = view(linked(garden_copy))
    [problem] = made.problems
    assert (problem.id, [link.fragment for link in problem.others]) == ("c04", ["c11"])
    assert made.groups[0].tally == "1 problem, in 2 claims"
    assert made.counts["problems"] == 1
    lead, other = made.groups[0].claims
    assert lead.same_problem is None
    assert other.same_problem is not None


def test_a_problem_without_a_sentence_of_its_own_is_told_by_its_claim():
    told, untold = view(linked(GARDEN)).problems
    assert told.text == "Three theories are counted, and two are numbered."
    assert untold.text == "Two schemes ran in summer only."


def test_the_gravest_problem_stands_first_and_says_so_in_words(garden_copy: Path):
    edit(
        garden_copy,
        (CLAIMS, "severity: plain", "severity: typographic"),
        (CLAIMS, "severity: mild", "severity: plain"),
    )
    made = view(linked(garden_copy))
    assert [problem.id for problem in made.problems] == ["c11", "c04"]
    assert all(problem.severity for problem in made.problems)


def test_figures_typed_into_a_claim_are_not_counted_as_recomputed():
    library = linked(GARDEN)
    ways = {id: how(claim) for id, claim in library.claims.items()}
    # A sum, reference numbers, figures in several places; and one claim checked by reading.
    assert {id for id, way in ways.items() if way == "printed"} == {"c07", "c08", "c10"}
    assert counts(library, recount(library)) == {
        "claims": 14,
        "recomputed": 10,
        "compared": 3,
        "copied": 0,
        "problems": 2,
    }


def test_a_check_of_what_cannot_be_checked_is_not_counted_as_recomputed(garden_copy: Path):
    old = "values: {s01: 80, s02: 45}\n  verdict: consistent"
    edit(garden_copy, (CLAIMS, old, old.replace("consistent", "cannot-be-checked")))
    library = linked(garden_copy)
    assert how(library.claims["c03"]) == "copy"
    assert counts(library, recount(library))["recomputed"] == 9


def test_on_paper_a_claim_has_the_number_that_texts_call_it_by():
    page = bodies(GARDEN)["source-check/"]
    for id in linked(GARDEN).claims:
        assert f'rl-on-paper" data-search-exclude>claim {id}</span>' in page


def test_every_kind_of_check_says_what_it_compares():
    models = get_args(get_args(Check)[0])
    kinds = {kind for model in models for kind in get_args(model.model_fields["kind"].annotation)}
    assert set(COMPARES) == kinds
    told = [kind for way in view(linked(GARDEN)).ways for kind in way.kinds]
    assert len(told) == len({text for text, _ in told}) == len(kinds)


def test_ways_of_checking_count_every_claim_once():
    made = view(linked(GARDEN))
    assert sum(int(way.claims.split()[0]) for way in made.ways) == made.counts["claims"]


def test_what_reading_found_stands_beside_what_was_recomputed(garden_copy: Path):
    edit(garden_copy, (CLAIMS, "    count: 2\n  verdict", "    count: 2\n  found: Two.\n  verdict"))
    library = linked(garden_copy)
    found = claim_view(library.claims["c05"], library, recount(library), Names(library)).found
    assert [text for _, text in found] == ["The data have 2 groups of theories.", "Two."]


def words(check: dict[str, object]) -> str:
    about = {"id": "c", "text": "x", "at": ["intro 1"], "verdict": "consistent"}
    claim = Claim.model_validate({**about, "check": check})
    library = holding(linked(GARDEN), CLAIM, claim)
    return found_words(claim, recount(library)["c"], library)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("check", "said"),
    [
        (
            {"kind": "interventions", "where": {"season": "summer"}, "unique": True},
            "The data have 2 interventions: [[s01]], [[s03]]. But another value is printed as well "
            "for [[s01]].",
        ),
        (
            {"kind": "interventions", "where": {"season": "summer"}, "majority": True},
            "The data have 2 of 3 (67%).",
        ),
        (
            {"kind": "interventions", "where": {"season": "winter"}, "count": 0},
            "The data have 0 interventions.",
        ),
        (
            {"kind": "partition", "attribute": "members-nearby"},
            "2 of 3 interventions have a value of “Members who lived nearby”. None for [[s03]].",
        ),
        (
            {"kind": "values", "attribute": "members-nearby", "values": {"s01": 81, "s03": 1}},
            "The data carry 80 for [[s01]], where 81 is printed; nothing for [[s03]], where 1 is "
            "printed.",
        ),
        (
            {"kind": "theories", "numbered": True, "numbers": "2-4"},
            "The data have 4 numbered theories: [[g01]], [[g02]], [[j01]], [[j03]]. No theory has "
            "the number 4. Not among the numbers that are printed: 1. More than one has the same "
            "number: [[g01]], [[j01]].",
        ),
        (
            {"kind": "middle-range", "count": 1},
            "The data have 1 middle-range theory named by the source.",
        ),
        ({"kind": "sum", "parts": PARTS, "total": 4}, "1 + 2 = 3."),
        (
            {"kind": "references", "numbers": "2, 9", "within": "1-5"},
            "2 reference numbers. Outside [1–5]: [9].",
        ),
        ({"kind": "agree", "figures": [[3], [4]]}, "The figures differ."),
    ],
)
def test_what_was_counted_is_told_in_words(check: dict[str, object], said: str):
    assert words(check) == said
