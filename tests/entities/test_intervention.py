"""What is known of an attribute is asked of the intervention: one state, and every value."""

from hypothesis import given
from hypothesis import strategies as st

from generator.entities import Intervention
from generator.entities.base import PLACEHOLDER

AT = {"at": ["intro 1"]}
BASE = {"id": "i1", "number": 1, "title": "A", "summary": "B."}
VALUES = {
    "reported": {**AT, "value": "x"},
    "inferred": {**AT, "basis": "inferred", "why": "It follows.", "value": 62},
    "conflict": {
        **AT,
        "basis": "conflict",
        "readings": [{**AT, "value": "x"}, {**AT, "value": "y"}],
    },
}
STATES = ["reported", "inferred", "conflict", "not-applicable", "not-stated", "not-extracted"]


def intervention(states: dict[str, str], **values) -> Intervention:
    """An intervention with an attribute in each of the states."""
    apart = [id for id, state in states.items() if state == "not-applicable"]
    return Intervention.model_validate(
        {
            **BASE,
            "attributes": {id: VALUES[state] for id, state in states.items() if state in VALUES},
            "not-applicable": [{**AT, "attributes": [id], "why": "It cannot."} for id in apart],
            "not-stated": [id for id, state in states.items() if state == "not-stated"],
            **values,
        }
    )


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(STATES)))
def test_every_attribute_has_the_state_that_the_file_gives_it(states: dict[str, str]):
    item = intervention(states)
    assert {id: item.state_of(id) for id in states} == states
    mentioned = [id for id, _ in item.mentions()]
    assert sorted(mentioned) == sorted(id for id, s in states.items() if s != "not-extracted")


def test_values_are_several_in_a_contradiction_and_none_where_nothing_is_known():
    item = intervention({state: state for state in STATES})
    assert {state: item.values_of(state) for state in STATES} == {
        "reported": ("x",),
        "inferred": (62,),
        "conflict": ("x", "y"),
        "not-applicable": (),
        "not-stated": (),
        "not-extracted": (),
    }
    assert item.values_of("never-heard-of") == ()


def test_what_is_known_comes_with_its_reason():
    item = intervention({"a": "inferred", "b": "not-applicable"})
    assert [item.known_of(id) and item.known_of(id).why for id in "abc"] == [
        "It follows.",
        "It cannot.",
        None,
    ]


def test_what_is_still_to_be_written_has_not_begun():
    assert intervention({}).is_begun
    assert not intervention({}, summary=f"{PLACEHOLDER}: what it is.").is_begun
