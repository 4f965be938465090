"""By what readers narrow what the search has found."""

from reviews import GARDEN, ROOT, linked

from generator.pages import addresses
from generator.pages.views.names import Names
from generator.site.narrowing import narrowings

PAGES = [addresses.HOME, addresses.HELP, addresses.theory("t04"), addresses.intervention("i06")]


def of(review):
    return {one.label: one.choices for one in narrowings(PAGES, Names(linked(review)))}


def test_results_are_narrowed_by_kind_group_format_country_and_condition():
    found = of(ROOT)
    assert list(found)[:2] == ["Kind", "Group of theories"]
    assert {"Format", "Country", "Difficulty it was for"} <= set(found)
    assert found["Kind"]["Programme theory"] == [addresses.theory("t04")]
    assert len(found["Group of theories"]["Taking up peer support"]) == 13


def test_what_the_source_says_in_two_ways_stands_under_both_and_what_it_does_not_under_that():
    country = of(ROOT)["Country"]
    both = [label for label, pages in country.items() if addresses.intervention("i06") in pages]
    assert len(both) == 2
    assert list(country)[-1] == "Not stated"


def test_a_format_leaves_the_theories_that_bear_on_it_as_well():
    paths = {page.path.split("/")[0] for page in of(ROOT)["Format"]["Group in person"]}
    assert paths == {"theories", "interventions"}


def test_another_review_is_narrowed_by_what_its_own_tables_count():
    assert {"Type of plot", "Season"} <= set(of(GARDEN))
