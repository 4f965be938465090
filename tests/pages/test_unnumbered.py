"""Interventions to which the source gives no number: all of them, or some."""

import pytest
from reviews import context_of, linked

from generator.check.check import check
from generator.edit.scaffold import new_intervention
from generator.edit.values import NoValueError, value_in
from generator.entities import Attribute
from generator.pages import addresses
from generator.pages.views.figures.figure import numbered
from generator.pages.views.names import Names
from generator.site.catalogue import pages
from generator.site.found_as import names_as_one_word
from generator.site.redirects import others


def unnumbered(root, *ids):
    for id in ids:
        file = root / f"interventions/{id}.yml"
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(line for line in lines if not line.startswith("number:")))
    return root


@pytest.fixture
def some(garden_copy):
    return linked(unnumbered(garden_copy, "s01", "s03"))


def test_what_has_no_number_is_called_by_its_title(some):
    names, title = Names(some), some.interventions["s01"].title
    assert names.link("s01").text == names.full("s01").text == title
    assert names.link("s02").text == "#2"
    assert names.intervention_heading(some.interventions["s01"]) == f"Intervention: {title}"
    assert numbered(some.interventions["s01"]) == ""


def test_drawings_have_letters_for_them_and_say_what_these_stand_for(some):
    names = Names(some)
    assert [names.sign(item) for item in some.interventions.values()] == ["a", "#2", "b"]
    assert names.signs.startswith(f"a {some.interventions['s01'].title}; b ")


def test_no_page_shows_a_number_that_is_not_there(some):
    for page in pages(context_of(some)):
        assert "#None" not in f"{page.title}{page.body}", page.address


def test_no_name_and_no_address_is_made_of_a_missing_number(some):
    names = Names(some)
    assert names_as_one_word(addresses.intervention("s01"), names) == ""
    assert "number2alone" in names_as_one_word(addresses.intervention("s02"), names)
    ways = {way for way, target in others(some, names) if target.path == "interventions/s01/"}
    assert ways == {"s01/", "interventions/S01/"}


def test_a_value_that_names_none_is_told_the_titles(some):
    attribute = Attribute.model_validate(
        {"id": "a", "group": "g", "label": "A", "meaning": "A.", "kind": "intervention"}
    )
    with pytest.raises(NoValueError, match="shared beds in a park"):
        value_in("shared beds in the park", attribute, some)


def test_a_new_one_among_those_without_gets_none(garden_copy):
    library = linked(unnumbered(garden_copy, "s01", "s02", "s03"))
    assert "\nnumber: null  #" in new_intervention(garden_copy, library).text


@pytest.mark.parametrize("written", ["none", "-", "n/a"])
@pytest.mark.parametrize("file", ["interventions/s01.yml", "theories/j03.yml"])
def test_a_word_for_none_is_told_to_be_left_out(garden_copy, file, written):
    path = garden_copy / file
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text(
        "".join(f"number: '{written}'\n" if x.startswith("number:") else x for x in lines)
    )
    [wrong] = [one for one in check(garden_copy).diagnostics if one.severity == "error"]
    assert "none" in wrong.remedy
