"""Tables to explore that are too long for one page: lead to their rows, and fetch them when asked.

The real review, with pages for so few rows that it has many: the same rows are to be found as in
the table that is whole.
"""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from builds import ROOT
from playwright.sync_api import Browser, Page, expect
from serving import WithHeaders, serve
from test_browser import AXE
from test_browser_explorer import SEEN, UK, choose, shown

from generator.library.library import Library

MOST = 5
BUILD = f"""
import sys
from generator.cli import main
from generator.pages.views import explorer
from generator.site import in_sections
in_sections.WHOLE = explorer.MOST = {MOST}
main(["build", "--strict", "--site-dir", sys.argv[1]])
"""


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site whose tables are taken apart, served with its policy."""
    folder = tmp_path_factory.mktemp("apart") / "site"
    subprocess.run([sys.executable, "-c", BUILD, folder], cwd=ROOT, check=True)
    with serve(folder, WithHeaders) as served:
        yield served


@pytest.fixture
def page(browser: Browser, apart: str) -> Iterator[Page]:
    """A reader at a desk, and what went wrong on the way."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=apart)
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda said: wrong.append(said.text) if "Policy" in said.text else None)
    yield opened
    assert wrong == []
    context.close()


BY = "(Country: UK; One-to-one or group: One-to-one)"


def told(page: Page, text: str) -> None:
    """Wait until the state of the table is told in these words."""
    expect(page.get_by_role("status").first).to_have_text(text)


def test_without_scripts_the_table_leads_to_every_row(
    browser: Browser, apart: str, library: Library
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=apart)
    page = context.new_page()
    page.goto("/interventions/")
    assert not page.locator(".rl-explorer :is(select, button)").filter(visible=True).count()
    found = []
    for n in range(page.locator(".rl-explored a").count()):
        page.locator(".rl-explored a").nth(n).click()
        expect(page.locator(SEEN).first).to_be_visible()
        found += shown(page)
        assert len(shown(page)) in range(1, MOST + 1)
        page.go_back()
    assert sorted(found) == sorted(library.interventions)
    context.close()


def test_rows_of_all_pages_are_filtered_compared_and_found_again_by_the_address(
    page: Page, library: Library
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/interventions/")
    assert not [url for url in asked if "/part-" in url]  # nothing before somebody asks
    choose(page, "country", "uk")
    choose(page, "arrangement", "one-to-one")
    told(
        page,
        f"6 of 22 interventions found, the first {MOST} of them shown {BY}, grouped by format.",
    )
    page.get_by_role("button", name="Show more").click()
    told(page, f"6 of 22 interventions shown {BY}, grouped by format.")
    assert set(shown(page)) == UK
    assert page.locator(".rl-group:visible").count() == 3  # one for a format on several pages
    link = page.locator(f"{SEEN} a").first
    assert link.evaluate("one => one.href").endswith("/interventions/i02/")
    for id in ("i02", "i06"):
        page.locator(f"tr[data-row={id}] input").check()
    page.goto(page.url)
    told(
        page,
        f"6 of 22 interventions found, the first {MOST} of them shown {BY}, grouped by format.",
    )
    assert "listed under both" in page.locator(".rl-compared").inner_text()
    page.get_by_role("button", name="Show all again").click()
    told(page, "22 interventions, grouped by format, on pages of their own.")
    assert page.locator(".rl-explored a[data-part]:visible").count() > 5


def test_other_tables_of_evidence_lead_to_pages_of_their_rows(page: Page, library: Library) -> None:
    page.goto("/evidence/conditions/")
    ways = page.locator("h2#eligibility-of-each ~ ul a[href*=part-eligibility-of-each]")
    found = []
    for n in range(ways.count()):
        ways.nth(n).click()
        rows = page.locator(".rl-table tbody th a")
        expect(rows.first).to_be_visible()
        found += rows.evaluate_all("all => all.map(one => one.href.split('/').at(-2))")
        page.go_back()
    assert sorted(found) == sorted(library.interventions)


def test_sorting_and_the_download_take_all_rows(page: Page, library: Library) -> None:
    page.goto("/evidence/interventions/?_sort=-country")
    told(
        page,
        f"22 of 22 interventions found, the first {MOST} of them shown, "
        "sorted by Country, descending.",
    )
    with page.expect_download() as begun:
        page.get_by_role("button", name="Download this view").click()
    lines = begun.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == len(library.interventions) + 1


def test_where_rows_cannot_be_loaded_the_table_says_so_and_leads_to_them(page: Page) -> None:
    page.route("**/part-*/", lambda route: route.fulfill(status=404, body=""))
    page.goto("/theories/")
    page.get_by_role("button", name="Theory").click()
    told(page, "The rows could not be loaded. The table leads to their pages.")
    assert page.locator(".rl-explored a[data-part]:visible").count() > 3


def test_axe_finds_nothing_in_a_table_that_is_apart_nor_on_the_page_of_a_part(page: Page) -> None:
    for path in ("interventions/", "interventions/?country=uk", "theories/part-take-up/"):
        page.goto(f"/{path}")
        expect(page.locator(".rl-explored a:visible").first).to_be_visible()
        page.evaluate(AXE)
        found = page.evaluate("axe.run('article', {resultTypes: ['violations']})")
        assert [one["id"] for one in found["violations"]] == []
