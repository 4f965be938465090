"""By what a page is found beside its words."""

import pytest
from reviews import GARDEN, ROOT, edit, linked

from generator.pages import addresses
from generator.pages.views.names import Names
from generator.site.found_as import names_as_one_word

NAMES = {"garden": Names(linked(GARDEN)), "real": Names(linked(ROOT))}


@pytest.mark.parametrize(
    ("review", "id", "expected"),
    [
        ("real", "t04", "theory4alone t4alone"),
        ("real", "n04", "negativetheory4alone nt4alone n4alone"),
        ("real", "px1", ""),
        ("garden", "g01", "growingtheory1alone gt1alone g1alone"),
        ("garden", "gx1", ""),
    ],
)
def test_a_theory_is_found_by_its_whole_name_where_that_holds_a_number(review, id, expected):
    assert names_as_one_word(addresses.theory(id), NAMES[review]) == expected


def test_an_intervention_is_found_by_its_sign_and_number():
    called = names_as_one_word(addresses.intervention("i04"), NAMES["real"])
    assert called == "number4alone intervention4alone i4alone"


@pytest.mark.parametrize(
    ("review", "id", "words"),
    [
        ("real", "facilitating-groups", {"groups", "facilitatinggroups"}),
        ("real", "benefits", {"benefits", "gain", "whatmothersmaygain"}),
        ("garden", "starting-a-garden", {"startingagarden", "garden"}),
    ],
)
def test_guidance_is_found_by_its_title_its_id_and_each_word_of_its_title(review, id, words):
    called = set(names_as_one_word(addresses.decision(id), NAMES[review]).split())
    assert {f"{word}alone" for word in words} <= called


def renamed(root, title):
    return linked(
        edit(root, ("seeds/guidance.yml", "'Example guidance: starting a garden'", title))
    )


def test_short_words_and_parts_of_words_of_a_title_are_no_names(garden_copy):
    names = Names(renamed(garden_copy, "Women’s groups on a plot"))
    called = set(names_as_one_word(addresses.decision("starting-a-garden"), names).split())
    assert {"womensgroupsonaplotalone", "groupsalone", "plotalone"} <= called
    assert not {"womenalone", "salone", "onalone", "aalone"} & called


def test_a_word_of_a_title_takes_no_name_away_from_what_is_called_that(garden_copy):
    water = "title: 'Example guidance: sharing water'"
    edit(garden_copy, ("seeds/guidance.yml", water, f"{water}\n  also: [Weeding]"))
    edit(garden_copy, ("seeds/glossary.yml", "also: [first model]", "also: [Pick]"))
    names = Names(renamed(garden_copy, "Weeding on balconies that pick-up digging"))
    called = set(names_as_one_word(addresses.decision("starting-a-garden"), names).split())
    assert {"diggingalone", "balconiesalone"} <= called
    assert not {"weedingalone", "pickalone"} & called
    assert "pickalone" in names_as_one_word(addresses.GLOSSARY, names).split()


def test_the_glossary_is_found_by_terms_that_no_other_page_tells_more_of():
    called = names_as_one_word(addresses.GLOSSARY, NAMES["real"]).split()
    assert {"mechanismalone", "middlerangetheoryalone", "cmoalone"} <= set(called)
    assert not {"dropoutalone", "takeupalone", "uptakealone"} & set(called)


def test_pages_of_other_things_have_no_such_name():
    assert names_as_one_word(addresses.THEORIES, NAMES["real"]) == ""
    assert names_as_one_word(addresses.MODEL, NAMES["real"]) == ""


@pytest.mark.parametrize("names", NAMES.values())
def test_no_two_pages_have_the_same_such_name(names):
    library = names.library
    all_of_them = [
        *(names_as_one_word(addresses.theory(id), names) for id in library.theories),
        *(names_as_one_word(addresses.intervention(id), names) for id in library.interventions),
    ]
    there = [name for called in all_of_them for name in called.split()]
    assert len(there) == len(set(there)) > 0
