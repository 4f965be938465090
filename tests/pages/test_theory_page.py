"""What the page of a theory shows, and what it does not speak of where there is nothing."""

import re

from reviews import context_of, edit, linked

from generator.site.catalogue import pages


def made(root) -> dict[str, str]:
    """The body of every page of a review, by its address."""
    return {page.address.path: page.body for page in pages(context_of(linked(root)))}


def words(body: str) -> str:
    """What a reader reads, without tags."""
    return " ".join(re.sub(r"<[^>]+>", "", body).split())


def test_later_publications_that_refine_a_theory_stand_on_its_page(garden_copy):
    edit(garden_copy, ("theories/j01.yml", "    doi: null\n", "    doi: 10.1/example\n"))
    body = made(garden_copy)["theories/j01/"]
    assert "## Later publications that refine it { #refined-by }" in body
    assert "they are no part of the report" in words(body)
    assert "Journal of Invented Examples 2022. DOI: 10.1/example Would refine the" in words(body)
    assert 'href="https://doi.org/10.1/example"' in body


def test_a_theory_that_nothing_refines_does_not_speak_of_it(garden_pages):
    assert "refined-by" not in garden_pages["theories/j02/"].body
