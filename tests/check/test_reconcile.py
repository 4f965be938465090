from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviews import GARDEN, edit, found, holding, linked

from generator.check.reconcile import reconcile, verdict
from generator.check.recount import recompute
from generator.entities import Claim
from generator.library.kinds import CLAIM, INTERVENTION

LIBRARY = linked(GARDEN)
PLOTS = ("shared-beds", "single-plots", "balcony-pots")


def a_claim(verdict: str = "consistent", **check) -> Claim:
    about = {"id": "c", "text": "x", "at": ["intro 1"], "verdict": verdict}
    return Claim.model_validate({**about, "check": check})


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
    result = recompute(a_claim(**check), with_values(values))
    assert result is not None
    assert result.holds is expected
    assert f"The data have {len(by_hand)}" in result.found


@given(values=VALUES, plot=st.sampled_from(PLOTS))
def test_a_majority_is_more_than_half(values, plot):
    some = sum(plot in readings for readings in values)
    check = {"kind": "interventions", "where": {"plot-type": plot}, "majority": True}
    result = recompute(a_claim(**check), with_values(values))
    assert result is not None
    assert result.holds is (some > len(values) / 2)


@given(values=VALUES)
def test_a_partition_gives_everyone_one_value(values):
    result = recompute(a_claim(kind="partition", attribute="plot-type"), with_values(values))
    assert result is not None
    assert result.holds is all(len(readings) == 1 for readings in values)
    odd = {f"x{n}" for n, readings in enumerate(values) if len(readings) != 1}
    assert set(result.about) == odd


@given(parts=st.lists(st.integers(-99, 99), min_size=2, max_size=5), total=st.integers(-200, 200))
def test_a_sum_holds_where_the_parts_add_up(parts, total):
    labelled = [{"label": "x", "value": part} for part in parts]
    result = recompute(a_claim(kind="sum", parts=labelled, total=total), LIBRARY)
    assert result is not None
    assert result.holds is (sum(parts) == total)


@given(numbers=st.sets(st.integers(1, 60), min_size=1), within=st.integers(1, 60))
def test_reference_numbers_are_counted_and_held_against_a_range(numbers, within):
    printed = ", ".join(map(str, sorted(numbers)))
    check = {"kind": "references", "numbers": printed, "count": len(numbers)}
    assert recompute(a_claim(**check), LIBRARY).holds
    result = recompute(a_claim(**check, within=f"1-{within}"), LIBRARY)
    assert result is not None
    assert result.holds is (max(numbers) <= within)


def test_a_range_of_references_stands_for_all_between():
    result = recompute(a_claim(kind="references", numbers="57-79, 82", count=24), LIBRARY)
    assert result is not None
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
        ({"kind": "groups", "count": 2}, True),
        ({"kind": "middle-range", "count": 2}, False),
        ({"kind": "list", "finding": "gar-04", "lists": {"crops": 3}}, True),
        ({"kind": "list", "finding": "gar-04", "lists": {"crops": 3, "seeds": 1}}, False),
        ({"kind": "agree", "figures": [[3], [3]]}, True),
        ({"kind": "agree", "figures": [[3, 1], [1, 3]]}, False),
    ],
)
def test_other_checks_look_at_the_data(check, holds):
    result = recompute(a_claim(**check), LIBRARY)
    assert result is not None
    assert result.holds is holds
    assert ": ." not in result.found


def test_a_claim_without_check_keeps_its_verdict():
    claim = LIBRARY.claims["c14"]
    assert recompute(claim, LIBRARY) is None
    assert verdict(claim, None) == "cannot-be-checked"


@pytest.mark.parametrize(
    ("recorded", "shows", "total", "told"),
    [
        ("consistent", None, 2, False),
        ("consistent", None, 3, True),
        ("inconsistent", "1 + 1 = 2.", 2, True),
        ("inconsistent", "1 + 1 = 2.", 3, False),
        ("inconsistent", "1 + 2 = 3.", 3, True),
        ("inconsistent", None, 3, True),
    ],
)
def test_a_verdict_that_the_data_contradict_is_told_of(recorded, shows, total, told):
    parts = [{"label": "x", "value": 1}] * 2
    claim = a_claim(recorded, kind="sum", parts=parts, total=total)
    claim = claim.model_copy(update={"found": shows})
    library = replace(
        holding(LIBRARY, CLAIM, claim),
        origins={**LIBRARY.origins, ("claim", "c"): LIBRARY.origins["claim", "c01"]},
    )
    assert [d.code for d in reconcile(library)] == (["claim-verdict"] if told else [])


def test_an_edit_that_breaks_a_claim_names_the_claim_and_who_is_counted(garden_copy):
    edit(garden_copy, ("interventions/s03.yml", "value: balcony-pots", "value: shared-beds"))
    assert found(garden_copy) == ["seeds/claims.yml:12 claim-verdict"]


def test_claims_are_left_alone_while_something_else_is_wrong(garden_copy):
    edit(
        garden_copy,
        ("interventions/s03.yml", "value: balcony-pots", "value: shared-beds"),
        ("theories/j01.yml", "theory: j02", "theory: j99"),
    )
    assert found(garden_copy) == ["theories/j01.yml:67 unknown-reference"]
