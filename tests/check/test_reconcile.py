from dataclasses import replace

import pytest
import yaml
from reviews import GARDEN, edit, found, holding, linked

from generator.check.check import check
from generator.check.reconcile import reconcile, verdict
from generator.check.recount import recount
from generator.entities import Claim
from generator.library.kinds import CLAIM

LIBRARY = linked(GARDEN)
CLAIMS = "seeds/claims.yml"


def test_a_claim_without_check_keeps_its_verdict():
    assert verdict(LIBRARY.claims["c14"], None) == "cannot-be-checked"


@pytest.mark.parametrize(
    ("recorded", "shows", "total", "told"),
    [
        ("consistent", None, 2, False),
        ("consistent", None, 3, True),
        ("inconsistent", {"count": 2}, 2, True),
        ("inconsistent", {"count": 2}, 3, False),
        ("inconsistent", {"count": 3}, 3, True),
        ("inconsistent", {"count": 2, "outside": [1]}, 3, True),
        ("inconsistent", None, 3, False),
        ("cannot-be-checked", None, 2, False),
        ("cannot-be-checked", None, 3, True),
    ],
)
def test_a_verdict_that_the_data_contradict_is_told_of(recorded, shows, total, told):
    parts = [{"label": "x", "value": 1}] * 2
    check = {"kind": "sum", "parts": parts, "total": total}
    about = {"id": "c", "text": "x", "at": ["intro 1"], "verdict": recorded, "shows": shows}
    claim = Claim.model_validate({**about, "check": check})
    library = replace(
        holding(LIBRARY, CLAIM, claim),
        origins={**LIBRARY.origins, ("claim", "c"): LIBRARY.origins["claim", "c01"]},
    )
    assert [d.code for d in reconcile(library, recount(library))] == (
        ["claim-verdict"] if told else []
    )


def test_an_edit_that_breaks_a_claim_names_the_claim_and_who_is_counted(garden_copy):
    edit(garden_copy, ("interventions/s03.yml", "value: balcony-pots", "value: shared-beds"))
    assert found(garden_copy) == ["seeds/claims.yml:12 claim-verdict"]


def test_claims_are_left_alone_while_something_else_is_wrong(garden_copy):
    edit(
        garden_copy,
        ("interventions/s03.yml", "value: balcony-pots", "value: shared-beds"),
        ("theories/j01.yml", "theory: j02", "theory: j99"),
    )
    assert found(garden_copy) == ["theories/j01.yml:73 unknown-reference"]


def test_the_record_that_an_error_asks_for_is_one_that_the_check_takes(garden_copy):
    edit(garden_copy, ("interventions/s02.yml", "value: all-year", "value: summer"))
    [wrong] = [d for d in check(garden_copy).diagnostics if d.code == "claim-verdict"]
    assert wrong.message.startswith("Claim c11 ")
    shows = wrong.expected.partition("shows: ")[2]
    assert set(yaml.safe_load(shows)) <= {"count", "members", "double"}
    old = "    count: 2\n    members: [s01, s03]\n    double: [s01]"
    edit(garden_copy, (CLAIMS, f"shows:\n{old}", f"shows: {shows}"))
    assert found(garden_copy) == []


def test_words_that_are_written_down_as_found_need_not_be_what_the_data_show(garden_copy):
    edit(garden_copy, (CLAIMS, "  shows:\n    count: 2\n    members: [g01, g02]", "  found: Two."))
    assert found(garden_copy) == []
