"""Numbers and values as people write them; imports and forms read them alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edit.values import NoValueError, number_in, value_in


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("62.5", 62.5),
        ("62,5", 62.5),
        ("1,204", 1204),
        ("1 204", 1204),
        ("1\u202f204,5", 1204.5),
        ("1,204.5", 1204.5),
        ("1.204,5", 1204.5),
        ("1.204.000", 1_204_000),
        ("1.204", 1.204),
        ("0,125", 0.125),
        (" 045 ", 45),
        ("38.0", 38),
    ],
)
def test_numbers_as_they_are_printed(words: str, number):
    found = number_in(words)
    assert found == number
    assert type(found) is type(number)


@pytest.mark.parametrize(
    "words", ["", "1,2,3", "1.2.3", "12 34", "1,204.5.6", "x", "1e5", "9" * 31]
)
def test_what_is_no_number(words: str):
    assert number_in(words) is None


@given(st.integers(0, 10**12))
def test_thousands_in_groups_are_the_number(number: int):
    assert number_in(f"{number:,}") == number_in(str(number)) == number


@pytest.mark.parametrize("words", ["62,5%", "62.5 per cent", "62,5 %", "62,5", "62.5 Percent"])
def test_percentages(library, words: str):
    assert value_in(words, library.attribute("members-nearby"), library) == 62.5


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("1,204%", "no percentage"),
        ("0,62", "per cent sign"),
        ("%", "by hand"),
        ("about 5%", "no percentage"),
        ("not applicable", "by hand"),
    ],
)
def test_what_is_no_percentage_says_why(library, words: str, said: str):
    with pytest.raises(NoValueError, match=said):
        value_in(words, library.attribute("members-nearby"), library)
