from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviews import GARDEN, copy_of, edit, holding, linked

from generator.check import recount as recounting
from generator.check.check import check
from generator.check.recount import Recount, recount
from generator.entities import Claim
from generator.library.kinds import CLAIM, INTERVENTION
from generator.library.library import Library
from generator.site.build import build

LIBRARY = linked(GARDEN)
PLOTS = ("shared-beds", "single-plots", "balcony-pots")


def counted(library: Library, **check) -> Recount:
    """What a claim with this check comes to."""
    about = {"id": "c", "text": "x", "at": ["intro 1"], "verdict": "consistent", "check": check}
    return recount(holding(library, CLAIM, Claim.model_validate(about)))["c"]


def with_values(values: list[list[str]]):
    """A library of interventions with these values of the type of plot: none, one or several."""
    interventions = []
    for number, readings in enumerate(values):
        about = {"at": ["intro 1"]}
        if len(readings) == 1:
            about["value"] = readings[0]
        elif readings:
            about["basis"] = "conflict"
            about["readings"] = [{"value": r, "at": ["intro 1"]} for r in readings]
        one = LIBRARY.interventions["s01"]
        id = f"x{number}"
        data = one.model_dump(by_alias=True, exclude={"attributes"})
        attributes = {"plot-type": about} if readings else {}
        interventions.append(
            type(one).model_validate({**data, "id": id, "number": number, "attributes": attributes})
        )
    return holding(LIBRARY, INTERVENTION, *interventions)


VALUES = st.lists(st.lists(st.sampled_from(PLOTS), max_size=2, unique=True), max_size=6)


@pytest.mark.slow
@given(
    values=VALUES,
    plot=st.sampled_from(PLOTS),
    count=st.none() | st.integers(0, 6),
    are=st.none() | st.sets(st.integers(0, 6)),
    unique=st.booleans(),
)
def test_interventions_are_counted_as_by_hand(values, plot, count, are, unique):
    by_hand = {n for n, readings in enumerate(values) if plot in readings}
    expected = True
    if count is not None and count != len(by_hand):
        expected = False
    if are and are != by_hand:
        expected = False
    if unique and any(len(values[n]) > 1 for n in by_hand):
        expected = False
    check = {"kind": "interventions", "where": {"plot-type": plot}, "unique": unique}
    check |= {} if count is None else {"count": count}
    check |= {"are": [f"x{n}" for n in sorted(are)]} if are else {}
    result = counted(with_values(values), **check)
    assert result.holds is expected
    assert result.shown.members == tuple(f"x{n}" for n in sorted(by_hand))
    assert result.shown.count == len(by_hand)


@given(values=VALUES, plot=st.sampled_from(PLOTS))
def test_a_majority_is_more_than_half(values, plot):
    some = sum(plot in readings for readings in values)
    check = {"kind": "interventions", "where": {"plot-type": plot}, "majority": True}
    result = counted(with_values(values), **check)
    assert result.holds is (some > len(values) / 2)


@given(values=VALUES)
def test_a_partition_gives_everyone_one_value(values):
    result = counted(with_values(values), kind="partition", attribute="plot-type")
    assert result.holds is all(len(readings) == 1 for readings in values)
    odd = {f"x{n}" for n, readings in enumerate(values) if len(readings) != 1}
    assert set(result.about) == odd


@given(parts=st.lists(st.integers(-99, 99), min_size=2, max_size=5), total=st.integers(-200, 200))
def test_a_sum_holds_where_the_parts_add_up(parts, total):
    labelled = [{"label": "x", "value": part} for part in parts]
    result = counted(LIBRARY, kind="sum", parts=labelled, total=total)
    assert result.holds is (sum(parts) == total)


@given(numbers=st.sets(st.integers(1, 60), min_size=1), within=st.integers(1, 60))
def test_reference_numbers_are_counted_and_held_against_a_range(numbers, within):
    printed = ", ".join(map(str, sorted(numbers)))
    check = {"kind": "references", "numbers": printed, "count": len(numbers)}
    assert counted(LIBRARY, **check).holds
    result = counted(LIBRARY, **check, within=f"1-{within}")
    assert result.holds is (max(numbers) <= within)


def test_a_range_of_references_stands_for_all_between():
    result = counted(LIBRARY, kind="references", numbers="57-79, 82", count=24)
    assert result.holds


@pytest.mark.parametrize(
    ("check", "holds"),
    [
        ({"kind": "values", "attribute": "members-nearby", "values": {"s01": 80}}, True),
        ({"kind": "values", "attribute": "members-nearby", "values": {"s01": 81}}, False),
        ({"kind": "values", "attribute": "season", "values": {"s01": "summer"}}, False),
        ({"kind": "values", "attribute": "members-nearby", "values": {"s03": 1}}, False),
        ({"kind": "theories", "count": 5}, True),
        ({"kind": "theories", "final": "absent", "are": ["j02"], "count": 1}, True),
        ({"kind": "theories", "final": "absent", "are": ["j01"], "count": 1}, False),
        ({"kind": "theories", "numbered": False, "are": ["gx1"]}, True),
        ({"kind": "theories", "group": "growing", "numbered": True, "count": 3}, False),
        ({"kind": "theories", "number-at": "findings", "count": 4}, True),
        ({"kind": "theories", "number-at": "intro", "count": 0}, True),
        ({"kind": "theories", "group": "joining", "numbered": True, "numbers": "1, 3"}, True),
        ({"kind": "theories", "group": "joining", "numbered": True, "numbers": "1-3"}, False),
        ({"kind": "theories", "group": "joining", "numbered": True, "numbers": "1"}, False),
        ({"kind": "groups", "count": 2}, True),
        ({"kind": "middle-range", "count": 2}, False),
        ({"kind": "list", "finding": "gar-04", "lists": {"crops": 3}}, True),
        ({"kind": "list", "finding": "gar-04", "lists": {"crops": 3, "seeds": 1}}, False),
        ({"kind": "agree", "figures": [[3], [3]]}, True),
        ({"kind": "agree", "figures": [[3, 1], [1, 3]]}, False),
    ],
)
def test_other_checks_look_at_the_data(check, holds):
    result = counted(LIBRARY, **check)
    assert result.holds is holds


def test_a_partition_may_leave_out_what_the_source_is_known_to_leave_out():
    check = {"kind": "partition", "attribute": "members-nearby"}
    assert not counted(LIBRARY, **check).holds
    assert counted(LIBRARY, **check, without=["s03"]).holds
    assert not counted(LIBRARY, **check, without=["s02", "s03"]).holds


def test_two_theories_with_one_number_in_two_groups_break_a_claim_on_all_numbers():
    # The garden has 1 and 3 in one group, 1 and 2 in the other: the numbers 1 to 3 all occur.
    result = counted(LIBRARY, kind="theories", numbered=True, numbers="1-3")
    assert (result.shown.absent, result.shown.outside) == ((), ())
    assert result.shown.double == ("g01", "j01")
    assert not result.holds


def test_a_claim_without_check_is_not_counted():
    assert "c14" not in recount(LIBRARY)
    assert set(recount(LIBRARY)) == {id for id, claim in LIBRARY.claims.items() if claim.check}


def test_a_build_counts_every_claim_once(tmp_path, monkeypatch):
    calls = Counter()
    count_one = recounting._recount

    def noted(claim, library):
        calls[claim.id] += 1
        return count_one(claim, library)

    monkeypatch.setattr(recounting, "_recount", noted)
    root = copy_of(GARDEN, tmp_path / "garden")
    assert build(root).site is not None
    assert set(calls) == set(LIBRARY.claims)
    assert set(calls.values()) == {1}


def test_claims_are_not_counted_while_something_else_is_wrong(garden_copy):
    edit(garden_copy, ("theories/j01.yml", "theory: j02", "theory: j99"))
    assert check(garden_copy).recounts == {}
