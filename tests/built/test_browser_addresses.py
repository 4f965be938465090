"""Addresses as people write them lead to the page, from plain files."""

import pytest
from playwright.sync_api import Browser, Route


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


def test_an_address_whose_section_has_a_page_of_its_own_leads_on(
    browser: Browser, garden_address: str
) -> None:
    kept = '<p class="rl-apart"><a id="kept" href="../source-check/#c04">kept</a></p>'

    def with_what_leads_on(route: Route) -> None:
        found = route.fetch()
        route.fulfill(response=found, body=found.text().replace("</article>", f"{kept}</article>"))

    page = browser.new_page()
    page.route("**/findings/", with_what_leads_on)
    page.goto(f"{garden_address}findings/#kept")
    page.wait_for_url(f"{garden_address}source-check/#c04")
    page.close()


def test_the_file_itself_is_the_page(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}theories/t04/index.html")
    assert page.locator("h1").inner_text().startswith("Theory 4")
    page.close()
