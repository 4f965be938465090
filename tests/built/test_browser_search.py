"""What readers look for is found by Material’s own search."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

FOUND = {
    "volunteer": "theories/p21/",
    "strikethrough": "model/",
    "#18": "interventions/i18/",
    "t04": "theories/t04/",
    "i06": "interventions/i06/",
    "theory 4": "theories/t04/",
    "telephone": "interventions/i06/",
    "Samaritans": "help/",
}


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The first page at a wide window."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
    yield context.new_page()
    context.close()


def search(page: Page, query: str) -> list[str]:
    """Type a query into the search; gives the pages it finds, best first."""
    page.goto("/")
    page.locator(".md-search__input").click()
    page.keyboard.type(query)
    page.locator(".md-search-result__link").first.wait_for()
    page.wait_for_function(
        "/matching/.test(document.querySelector('.md-search-result__meta').textContent)"
    )
    # More results come in as the list is scrolled to its end.
    for _ in range(8):
        page.locator(".md-search__scrollwrap").evaluate("e => e.scrollTo(0, e.scrollHeight)")
        page.wait_for_timeout(50)
    links = page.locator(".md-search-result__link").evaluate_all("all => all.map(a => a.pathname)")
    return list(dict.fromkeys(link.removeprefix("/") for link in links))


@pytest.mark.parametrize(("query", "expected"), FOUND.items())
def test_a_page_that_answers_the_query_is_among_the_results(
    page: Page, query: str, expected: str
) -> None:
    assert expected in search(page, query)


@pytest.mark.parametrize(
    ("query", "expected"), [("#18", "interventions/i18/"), ("t04", "theories/t04/")]
)
def test_the_page_of_an_identifier_is_near_the_top(page: Page, query: str, expected: str) -> None:
    assert expected in search(page, query)[:3]


def test_what_stands_on_every_page_does_not_swamp_the_results(page: Page) -> None:
    assert len(search(page, "it is made from")) < 20


def test_nothing_is_found_for_a_word_that_no_page_has(page: Page) -> None:
    page.goto("/")
    page.locator(".md-search__input").click()
    page.keyboard.type("xyzzyq")
    meta = page.locator(".md-search-result__meta", has_text="No matching documents")
    meta.wait_for()
    assert page.locator(".md-search-result__link").count() == 0
