"""What readers look for is found by Material’s own search."""

import json
from collections.abc import Iterator

import pytest
from pages import Pages, main, words
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


ALL_SHOWN = """() => {
  const list = document.querySelector(".md-search__scrollwrap");
  list.scrollTo(0, list.scrollTop ? 0 : list.scrollHeight);
  const meta = document.querySelector(".md-search-result__meta").textContent;
  const said = meta.match(/^\\s*(\\d+) matching/);
  return said && document.querySelectorAll(".md-search-result__item").length === Number(said[1]);
}"""
"""Whether all results that are counted are shown: more come in whenever the list is at its end."""


def ask(page: Page, query: str) -> None:
    """Put a query into the search as a whole, so that no part of it is answered."""
    page.goto("/")
    field = page.locator(".md-search__input")
    field.click()
    field.fill(query)
    field.press("End")  # Material reads the field when a key is let go


def search(page: Page, query: str) -> list[str]:
    """The pages that are found for a query, best first."""
    ask(page, query)
    page.wait_for_function(ALL_SHOWN)
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


def test_what_stands_on_every_page_is_not_searched(site: Pages) -> None:
    index = json.loads((site.folder / "search/search_index.json").read_text(encoding="utf-8"))
    said = "Edit this page: it is made from"
    assert all(said in words(main(tree)) for tree in site.proper.values())
    assert [place["location"] for place in index["docs"] if said in place["text"]] == []


def test_nothing_is_found_for_a_word_that_no_page_has(page: Page) -> None:
    ask(page, "xyzzyq")
    meta = page.locator(".md-search-result__meta", has_text="No matching documents")
    meta.wait_for()
    assert page.locator(".md-search-result__link").count() == 0
