from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviews import GARDEN, context_of, edit, linked

from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.addresses import by_hand
from generator.site.catalogue import pages

SITE = "https://site.example/some/folder/"
PARTS = st.lists(st.from_regex(r"[a-z][a-z0-9-]{0,6}", fullmatch=True), max_size=3)
ADDRESSES = PARTS.map(lambda parts: Address("".join(f"{part}/" for part in parts)))
FRAGMENTS = st.just("") | st.from_regex(r"[a-z][a-z0-9-]{0,6}", fullmatch=True)


@given(start=ADDRESSES, end=ADDRESSES, fragment=FRAGMENTS)
def test_a_link_leads_from_any_page_to_any_other(start, end, fragment):
    suffix = f"#{fragment}" if fragment else ""
    assert urljoin(SITE + start.path, start.to(end, fragment)) == SITE + end.path + suffix


@given(start=ADDRESSES)
def test_a_link_leads_from_any_page_to_a_file(start):
    for file in (addresses.STYLESHEET, addresses.DATA_REVIEW, "robots.txt"):
        assert urljoin(SITE + start.path, start.to(file)) == SITE + file


@given(start=ADDRESSES, end=ADDRESSES, fragment=FRAGMENTS)
def test_a_link_of_the_first_page_may_name_a_place_on_a_page(start, end, fragment):
    written = end.path + (f"#{fragment}" if fragment else "")
    assert start.to(written) == start.to(end, fragment)


@given(page=ADDRESSES)
def test_a_link_to_a_place_on_the_same_page_stays_on_it(page):
    assert page.to(page, "c1") == "#c1"


@pytest.mark.parametrize(
    ("address", "path", "source"),
    [
        (addresses.HOME, "", "index.md"),
        (addresses.theory("t04"), "theories/t04/", "theories/t04.md"),
        (addresses.intervention("i01"), "interventions/i01/", "interventions/i01.md"),
        (addresses.middle_range("x"), "middle-range-theories/x/", "middle-range-theories/x.md"),
        (addresses.decision("x"), "guidance/x/", "guidance/x.md"),
        (addresses.evidence("x"), "evidence/x/", "evidence/x.md"),
        (addresses.model("final"), "model/final/", "model/final.md"),
        (addresses.MODEL, "model/", "model/index.md"),
        (addresses.THEORIES, "theories/", "theories/index.md"),
        (addresses.SOURCE_CHECK, "source-check/", "source-check.md"),
        (by_hand("limitations.md"), "limitations/", "limitations.md"),
        (by_hand("contributing/index.md"), "contributing/", "contributing/index.md"),
        (by_hand("contributing/setup.md"), "contributing/setup/", "contributing/setup.md"),
        (by_hand("index.md"), "", "index.md"),
    ],
)
def test_published_addresses_never_change(address: Address, path: str, source: str):
    assert (address.path, address.source) == (path, source)


def test_no_two_pages_of_a_site_have_the_same_address(garden_pages, library):
    made = list(pages(context_of(library)))
    assert len(made) == len(garden_pages)
    assert len({page.address.source for page in made}) == len(made)


@pytest.mark.slow
def test_an_address_within_a_page_does_not_follow_its_words(garden_copy):
    edit(
        garden_copy,
        ("seeds/guidance.yml", "title: What may come of it", "title: What may follow"),
        ("theories/g02.yml", linked(GARDEN).theories["g02"].title, "Quite another title"),
    )
    made = {page.address.path: page.body for page in pages(context_of(linked(garden_copy)))}
    guidance = made["guidance/starting-a-garden/"]
    assert '<h3 id="section-what-may-come-of-it">What may follow' in guidance
    assert "Quite another title { #page-g02 }\n" in made["theories/g02/"]
    assert "{ #page-home }\n" in made[""]
