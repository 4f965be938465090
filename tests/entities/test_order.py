import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.entities.order import natural


@pytest.mark.parametrize(
    "ordered",
    [
        ["1", "1a", "1b", "2", "10", "A", "b", "C"],
        ["CMOC 1", "CMOC 2", "CMOC 10"],
        ["t01", "t02", "t10", "tx1"],
        ["1.1", "1.2", "1.10", "2"],
    ],
)
def test_people_count_and_then_spell(ordered):
    backwards = ordered[::-1]
    assert sorted(backwards, key=natural) == ordered


@given(labels=st.lists(st.text(max_size=8)))
def test_any_labels_can_be_put_in_order(labels):
    ordered = sorted(labels, key=natural)
    assert [natural(label) for label in ordered] == sorted(map(natural, labels))
