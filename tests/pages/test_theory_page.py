"""What the page of a theory shows, and what it does not speak of where there is nothing."""

from reviews import bodies, edit, text_of


def test_later_publications_that_refine_a_theory_stand_on_its_page(garden_copy):
    edit(garden_copy, ("theories/j01.yml", "    doi: null\n", "    doi: 10.1/example\n"))
    body = bodies(garden_copy)["theories/j01/"]
    assert "## Later publications that refine it { #refined-by }" in body
    assert "they are no part of the report" in text_of(body)
    assert "Journal of Invented Examples 2022. DOI: 10.1/example Would refine the" in text_of(body)
    assert 'href="https://doi.org/10.1/example"' in body


def test_a_theory_that_nothing_refines_does_not_speak_of_it(garden_pages):
    assert "refined-by" not in garden_pages["theories/j02/"].body
