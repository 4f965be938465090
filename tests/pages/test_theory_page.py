"""What the page of a theory shows, and what it does not speak of where there is nothing."""

import re

import pytest
from reviews import bodies, edit, text_of


@pytest.mark.slow
def test_later_publications_that_refine_a_theory_stand_on_its_page(garden_copy):
    edit(garden_copy, ("theories/j01.yml", "    doi: null\n", "    doi: 10.1/example\n"))
    body = bodies(garden_copy)["theories/j01/"]
    assert "## Later publications that refine it (1) { #refined-by }" in body
    assert "they are no part of the report" in text_of(body)
    assert "Journal of Invented Examples 2022. DOI: 10.1/example Would refine the" in text_of(body)
    assert 'href="https://doi.org/10.1/example"' in body


def test_a_theory_that_nothing_refines_does_not_speak_of_it(garden_pages):
    assert "refined-by" not in garden_pages["theories/j02/"].body


def part(body: str, heading: str) -> str:
    return text_of(body.split(f"{{ #{heading} }}")[1].split("\n## ", maxsplit=1)[0])


def test_a_mechanism_that_is_split_stands_under_its_parts(garden_pages):
    body = garden_pages["theories/g02/"].body
    assert 'data-part="resource"' in body.split('id="m1"')[1].split(">")[0]
    assert re.findall(r'"rl-subpart">(\w+)', body) == ["Resource", "Response"]
    said = part(body, "configuration")
    assert "Resource What is offered They share the harvest." in said
    assert "Response How people react to it They would like to give" in said
    assert "How people react to it They would like to give" in text_of(garden_pages["model/"].body)


def test_a_whole_mechanism_has_no_parts(garden_pages):
    body = garden_pages["theories/j01/"].body
    assert "rl-subpart" not in body
    assert "data-part" not in body


def test_the_parts_are_called_as_the_review_calls_them(garden_copy):
    edit(garden_copy, ("seeds/review.yml", "words:\n", "words:\n  response: reasoning\n"))
    assert '"rl-subpart">Reasoning ' in bodies(garden_copy)["theories/g02/"]


def test_what_was_refined_stands_with_its_reason_on_both_pages(garden_pages):
    for path in ("theories/g01/", "model/changes/"):
        assert "Was: Members who talk become friends.Now: Members talk more easily." in text_of(
            garden_pages[path].body
        ).replace(". Now", ".Now"), path
        assert "Why: No document followed members for a year." in text_of(garden_pages[path].body)
    assert "#revisions" not in garden_pages["theories/j01/"].body


def test_what_was_not_at_hand_is_told_from_what_is_not_stated(garden_pages):
    body = garden_pages["theories/gx1/"].body
    assert "table of quarrels" in part(body, "not-at-hand")
    assert "table of quarrels" not in part(body, "not-stated")
    assert "The report may well state it" in part(body, "not-at-hand")
    assert 'data-state="not-at-hand">Not stated in what of the report was at hand.' in body
    elsewhere = garden_pages["theories/j02/"].body
    assert "not-at-hand" not in elsewhere
    assert "Not stated in the report’s text." in elsewhere


def test_a_demi_regularity_says_what_it_is(garden_pages):
    assert "Demi-regularity: a pattern that recurs Work side" in text_of(
        garden_pages["findings/"].body
    )


def test_a_page_says_when_it_was_compared_with_the_source_only_where_that_is_recorded(garden_pages):
    said = "What this site says of it was last compared with the report, as a whole, on"
    assert f"{said} 20 February 2022." in text_of(garden_pages["theories/j02/"].body)
    assert f"{said} 21 February 2022." in text_of(garden_pages["interventions/s02/"].body)
    assert "last compared" not in text_of(garden_pages["theories/j01/"].body)


def test_a_theory_that_left_the_model_says_so_in_title_and_description(garden_pages):
    left, stays = garden_pages["theories/j02/"], garden_pages["theories/j03/"]
    assert left.title.endswith(" (initial model only)")
    assert " (initial model only): " in left.description
    assert "model only" not in stays.title + stays.description


def test_a_place_in_the_model_is_told_where_it_is_not_wholly_known(garden_pages):
    said = text_of(garden_pages["theories/g01/"].body)
    assert "Place in the model: In the final model. Initial model: not stated." in said
    assert "Place in the model: In the initial and the final" in text_of(
        garden_pages["theories/j01/"].body
    )


def test_a_claim_about_a_theory_stands_with_what_its_check_found(garden_pages):
    """Not as “checked”: its verdict may be a contradiction, or that nobody can tell."""
    body = garden_pages["theories/gx1/"].body
    said = part(body, "source")
    assert "each with its verdict in the source check: Inconsistent (" in said
    assert 'data-verdict="inconsistent"' in body
    assert "in the source check: Consistent: Two theories" in part(
        garden_pages["theories/j01/"].body, "source"
    )


def test_what_is_not_stated_of_theories_of_the_final_model_is_not_said_of_one_that_left_it(
    garden_pages,
):
    """The source may say of it that nothing supports it, which is no silence."""
    said = {id: part(garden_pages[f"theories/{id}/"].body, "not-stated") for id in ("j01", "j02")}
    assert "How many neighbours bore it out" in said["j01"]
    assert "How many neighbours bore it out" not in said["j02"]
    assert "What it would take to test it" in said["j02"]


def test_what_is_said_of_a_group_is_not_said_of_each_of_its_theories(garden_pages):
    """A theory that left the model is of the group as well."""
    said = part(garden_pages["theories/j02/"].body, "evidence")
    assert "Of this group of theories as a whole: One of three invented theories" in said
