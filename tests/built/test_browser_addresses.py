"""Addresses as people write them lead to the page, from plain files."""

import pytest
from playwright.sync_api import Browser


@pytest.mark.parametrize("has_javascript", [True, False])
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("t/18/", "theories/p18/"),
        ("t/18", "theories/p18/"),
        ("negative-theory-3/", "theories/n03/"),
        ("n/3/", "theories/n03/"),
        ("theories/T04/", "theories/t04/"),
        ("theories/t04", "theories/t04/"),
        ("t04", "theories/t04/"),
        ("i/6/", "interventions/i06/"),
    ],
)
def test_it_leads_to_the_page(
    browser: Browser, address: str, written: str, meant: str, has_javascript: bool
) -> None:
    context = browser.new_context(java_script_enabled=has_javascript)
    page = context.new_page()
    page.goto(address + written)
    page.wait_for_url(address + meant)
    assert page.locator("h1").count() == 1
    context.close()


def test_the_place_within_the_page_is_kept(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}t/4/#c1")
    page.wait_for_url(f"{address}theories/t04/#c1")
    page.close()


def test_the_file_itself_is_the_page(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}theories/t04/index.html")
    assert page.locator("h1").inner_text().startswith("Theory 4")
    page.close()
