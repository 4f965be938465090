"""By what a page is found beside its words."""

import pytest
from reviews import GARDEN, ROOT, linked

from generator.pages import addresses
from generator.pages.views.common import Names
from generator.site.found_as import called

NAMES = {"garden": Names(linked(GARDEN)), "real": Names(linked(ROOT))}


@pytest.mark.parametrize(
    ("review", "id", "expected"),
    [
        ("real", "t04", "Theory 4"),
        ("real", "p14", "Theory 14"),
        ("real", "n04", ""),
        ("garden", "g01", ""),
        ("garden", "gx1", ""),
    ],
)
def test_only_a_theory_named_by_the_word_and_its_number_is_found_by_this_name(review, id, expected):
    assert called(addresses.theory(id), NAMES[review]) == expected


def test_pages_of_other_things_have_no_such_name():
    assert called(addresses.THEORIES, NAMES["real"]) == ""
    assert called(addresses.intervention("i04"), NAMES["real"]) == ""
