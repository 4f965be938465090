"""Tables to explore in a browser: filter, sort, compare, reopen from the address, and no script."""

import re
from collections.abc import Iterator
from itertools import chain, product
from statistics import median

import pytest
from playwright.sync_api import Browser, Download, Page, expect
from test_browser import AXE, OVERFLOWING

from generator.library.library import Library

SEEN = "tr[data-row]:visible"
IDS = "rows => rows.map(row => row.dataset.row)"
SIDEWAYS = "all => all.filter(one => one.scrollWidth > one.clientWidth).map(one => one.ariaLabel)"
UK = {"i02", "i03", "i06", "i18", "i20", "i21"}
"""The one-to-one interventions of the UK; #6 is listed under two countries."""


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A reader at a desk."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
    yield context.new_page()
    context.close()


def shown(page: Page) -> list[str]:
    """The rows that can be seen, in their order."""
    found: list[str] = page.locator(SEEN).evaluate_all(IDS)
    return found


def choose(page: Page, name: str, value: str) -> None:
    """Filter by a value of a column, which takes a click of its own where filters are folded."""
    if not page.locator(".rl-filters[open]").count():
        page.locator(".rl-filters > summary").click()
    page.locator(f"select[name={name}]").select_option(value=value)


ROWS = """rows => rows.map(row => {
  const frame = row.closest(".rl-explored").getBoundingClientRect();
  const [first, next] = [...row.cells].filter(cell => cell.offsetParent !== null);
  const style = getComputedStyle(next);
  const height = row.getBoundingClientRect().height - 2 * parseFloat(style.paddingTop);
  return {
    lines: height / parseFloat(style.lineHeight),
    isWhole: next.getBoundingClientRect().right <= frame.right,
  };
})"""
"""How many lines each row has, and whether the cell beside its name is seen whole."""


@pytest.mark.parametrize("path", ["interventions/", "theories/"])
@pytest.mark.parametrize("width", [1280, 390])
def test_rows_are_low_and_beside_the_name_a_cell_is_whole(
    page: Page, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"/{path}")
    rows = page.locator("tr[data-row]").evaluate_all(ROWS)
    assert max(row["lines"] for row in rows) < 5
    assert median(row["lines"] for row in rows) < 4
    assert all(row["isWhole"] for row in rows)


@pytest.mark.parametrize(("height", "stays"), [(640, True), (256, False)])
def test_at_400_per_cent_each_cell_can_be_seen_whole_beside_the_name(
    page: Page, height: int, stays: bool
) -> None:
    page.set_viewport_size({"width": 320, "height": height})
    page.goto("/interventions/")
    rows = page.locator("tr[data-row]").evaluate_all(ROWS)
    assert all(row["isWhole"] for row in rows)
    frame = page.locator(".rl-explored")
    frame.evaluate("frame => frame.scrollTo(0, 400)")
    head = frame.locator("thead th").first.bounding_box()
    box = frame.bounding_box()
    assert head is not None
    assert box is not None
    assert (head["y"] >= box["y"]) is stays


def test_what_a_narrow_screen_leaves_out_is_said_and_stands_side_by_side(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/theories/?_compare=t01.t02")
    assert page.get_by_role("columnheader", name="In short").count() == 0
    assert page.get_by_text("“In short” is left out on a narrow screen").is_visible()
    assert page.locator(".rl-compared").get_by_role("rowheader", name="In short").is_visible()
    page.goto("/interventions/")
    assert page.get_by_text("is left out on a narrow screen").count() == 0


FADES = """isWhole => {
  const table = document.querySelector(".rl-explored");
  return (getComputedStyle(table).maskSize === "100% 100%") === isWhole;
}"""
"""Whether the table shows, or no longer shows, that it goes on at the side."""


@pytest.mark.parametrize("path", ["interventions/", "theories/", "evidence/interventions/"])
def test_a_narrow_screen_says_that_there_are_more_columns(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"/{path}")
    heads = page.locator(".rl-table-explored thead th:visible").count()
    said = page.get_by_text(f"This table has {heads} columns: slide it sideways to see them all.")
    assert said.is_visible()
    page.wait_for_function(FADES, arg=True)
    page.locator(".rl-explored").evaluate("element => element.scrollTo(element.scrollWidth, 0)")
    page.wait_for_function(FADES, arg=False)
    page.set_viewport_size({"width": 1280, "height": 800})
    assert not said.is_visible()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
@pytest.mark.parametrize("path", ["interventions/", "theories/"])
def test_the_table_is_seen_at_first_sight(page: Page, path: str, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"/{path}")
    assert page.locator(SEEN).first.bounding_box()["y"] < height - 40
    expect(page.locator(".rl-filters > summary")).to_contain_text("none of")
    assert not page.get_by_role("button", name="Show all again").is_visible()


def test_folded_filters_say_what_is_chosen_and_an_address_with_a_choice_opens_them(
    page: Page,
) -> None:
    page.goto("/interventions/?country=uk&country=canada&arrangement=one-to-one")
    assert page.locator("select[name=country]").is_visible()
    page.locator(".rl-filters > summary").press("Enter")
    assert not page.locator("select[name=country]").is_visible()
    expect(page.locator(".rl-filters > summary")).to_have_text(
        "Filter 2 of 14 chosen: Country: UK or Canada; One-to-one or group: One-to-one"
    )
    page.get_by_role("button", name="Show all again").press("Enter")
    expect(page.locator(".rl-filters > summary")).to_have_text("Filter none of 14 chosen")
    assert page.evaluate("document.activeElement.matches('.rl-explored')")


def test_interventions_of_a_country_stand_side_by_side_in_four_clicks(
    page: Page, library: Library
) -> None:
    page.goto("/")
    page.locator(".md-tabs a", has_text="Interventions").click()  # the first
    choose(page, "country", "uk")  # the second opens the filters, the third
    choose(page, "arrangement", "one-to-one")  # the fourth
    assert set(shown(page)) == UK
    for item in library.interventions.values():
        is_one = "one-to-one" in item.values_of("arrangement")
        assert (item.id in UK) == (is_one and "uk" in item.values_of("country"))
    bottom = page.locator(SEEN).last.evaluate("row => row.getBoundingClientRect().bottom")
    assert bottom + page.evaluate("scrollY") <= 2 * 900
    marked = page.locator("tr[data-row=i06] td[data-attribute=country]")
    assert "contradiction" in marked.inner_text()
    expect(page.get_by_role("status").first).to_have_text(
        "6 of 22 interventions shown (Country: UK; One-to-one or group: One-to-one), "
        "grouped by format."
    )


def test_several_values_of_one_filter_show_the_rows_of_each(page: Page, library: Library) -> None:
    page.goto("/interventions/")
    choose(page, "country", "uk")
    second = page.get_by_label("Country, or")
    assert second.locator("option[value=uk]").is_disabled()
    second.focus()
    page.keyboard.press("ArrowDown")  # uk stands before it and is taken
    page.keyboard.press("Tab")
    value = second.first.input_value()
    choose(page, "arrangement", "one-to-one")
    expected = {
        item.id
        for item in library.interventions.values()
        if {"uk", value} & set(item.values_of("country"))
        and "one-to-one" in item.values_of("arrangement")
    }
    assert set(shown(page)) == expected > UK
    expect(page.get_by_role("status").first).to_have_text(
        re.compile(rf"^{len(expected)} of 22 interventions shown \(Country: UK or .+\), grouped")
    )
    page.goto(page.url)
    assert set(shown(page)) == expected
    assert f"country=uk&country={value}" in page.url
    second.first.select_option(value="")
    assert set(shown(page)) == UK
    choose(page, "country", "")
    assert second.count() == 0
    assert set(shown(page)) > UK


def test_counts_follow_the_other_filters_and_not_stated_is_a_choice(page: Page) -> None:
    page.goto("/interventions/")
    choose(page, "country", "uk")
    telephone = page.locator("select[name=delivery-mode] option[value=telephone]")
    assert telephone.text_content() == "Telephone (2)"
    choose(page, "country", "_not-stated")
    assert shown(page)
    for cell in page.locator(f"{SEEN} td[data-attribute=country]").all():
        assert cell.inner_text() == "not stated"


def test_a_column_sorts_up_down_and_back_to_the_groups_by_keyboard(page: Page) -> None:
    page.goto("/interventions/")
    before = shown(page)
    head = page.locator("th[data-column=joined-trial]")
    head.locator("button").focus()
    orders = []
    for said in ("ascending", "descending", None):
        page.keyboard.press("Enter")
        assert head.get_attribute("aria-sort") == said
        orders.append(shown(page))
    known = page.locator("td[data-attribute=joined-trial][data-rank]").count()
    assert 1 < known < len(before)
    assert orders[0][:known] == orders[1][:known][::-1]
    assert orders[0][known:] == orders[1][known:]  # what is not stated stays last
    assert orders[2] == before


def test_a_view_opens_again_from_its_address(page: Page, library: Library) -> None:
    page.goto("/interventions/")
    choose(page, "country", "uk")
    page.get_by_role("button", name="Who gave the support").click()
    for id in ("i02", "i21"):
        page.locator(f"tr[data-row={id}] input").check()
    page.get_by_role("button", name="Compare side by side (2)").click()
    rows, table = shown(page), page.locator(".rl-compared").inner_text()
    assert "#2 One-to-one support in person, UK" in table
    assert "Validated self-report instrument" in table
    page.goto(page.url)
    assert shown(page) == rows
    assert page.locator(".rl-compared").inner_text() == table
    assert page.locator("select[name=country]").input_value() == "uk"
    page.get_by_role("button", name="Show all again").click()
    assert len(shown(page)) == len(library.interventions)


def test_fewer_than_two_are_not_compared(page: Page) -> None:
    page.goto("/interventions/")
    for chosen in ("", " (1)"):
        page.get_by_role("button", name=f"Compare side by side{chosen}", exact=True).click()
        said = page.get_by_role("status").first.inner_text()
        assert said == "Choose 2 to 4 rows first."
        assert not page.locator(".rl-compared").is_visible()
        page.locator("tr[data-row=i02] input").check()


def test_what_is_compared_says_where_it_differs_and_fits_a_phone(page: Page) -> None:
    """What is not stated of one of them may be the same, and is not said to differ."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/interventions/?_compare=i01.i02")
    frame = page.locator(".rl-compared")
    assert frame.evaluate("frame => frame.scrollWidth <= frame.clientWidth")
    country = frame.get_by_role("rowheader", name="Country reads differently", exact=True)
    assert country.is_visible()
    unknown = frame.get_by_role("rowheader", name="Who gave the support", exact=True)
    same = frame.get_by_role("rowheader", name="In person or by telephone", exact=True)
    assert frame.get_by_role("cell", name="not stated").count() > 0
    assert same.is_visible()
    page.get_by_label("Leave out what reads the same").check()
    assert not same.is_visible()
    assert unknown.is_visible()
    assert "what reads the same is left out" in frame.locator("caption").inner_text()


def test_what_does_not_apply_to_one_is_not_said_to_read_differently(page: Page) -> None:
    page.goto("/interventions/?_compare=i01.i04")
    frame = page.locator(".rl-compared")
    assert frame.get_by_role("rowheader", name="Upper threshold", exact=True).is_visible()


def test_a_mark_has_its_brackets_on_paper(page: Page) -> None:
    """Without them “None inferred” says the opposite."""
    page.goto("/interventions/?country=uk")
    page.emulate_media(media="print")
    brackets = page.locator("td .rl-basis:visible > .rl-hidden").all()
    assert brackets
    assert all((box := one.bounding_box()) and box["width"] > 1 for one in brackets)


def test_what_is_compared_is_printed_alone_and_in_equal_columns(page: Page) -> None:
    page.goto("/interventions/?_compare=i01.i02")
    page.emulate_media(media="print")
    assert not page.locator(".rl-explored").is_visible()
    assert not page.locator(".rl-explorer-status").is_visible()
    assert not page.locator(".rl-compared > label").is_visible()
    heads = page.locator(".rl-compared thead th").all()
    widths = [box["width"] for head in heads if (box := head.bounding_box())]
    assert widths[1] == pytest.approx(widths[2], abs=1)


def test_where_no_row_fits_there_is_no_empty_table(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/interventions/?country=singapore&arrangement=group")
    said = page.get_by_role("status").first.inner_text()
    assert said == (
        "No intervention fits (Country: Singapore; One-to-one or group: Group). "
        "“Show all again” takes the choice away."
    )
    assert not page.locator(".rl-explored").is_visible()
    assert not page.locator(".rl-hint").is_visible()
    page.get_by_role("button", name="Show all again").click()
    assert page.locator(".rl-explored").is_visible()


def test_no_more_than_four_are_compared_and_a_screen_reader_is_told(page: Page) -> None:
    page.goto("/interventions/?_compare=i01.i02.i03.i04")
    assert page.locator(".rl-compared thead th").count() == 5
    box = page.locator("tr[data-row=i05] input")
    box.click()
    assert not box.is_checked()
    assert "No more than 4" in page.get_by_role("status").first.inner_text()


def test_what_an_address_asks_for_and_the_review_does_not_have_is_left_out(
    page: Page, library: Library
) -> None:
    page.goto("/interventions/?country=nowhere&_sort=nothing&_compare=x.y")
    assert len(shown(page)) == len(library.interventions)
    assert not page.locator(".rl-compared").is_visible()


def test_the_view_is_downloaded_as_it_is_shown(page: Page) -> None:
    page.goto("/interventions/?country=uk&_sort=country")
    with page.expect_download() as begun:
        page.get_by_role("button", name="Download this view").click()
    download: Download = begun.value
    assert download.suggested_filename == "interventions-country-uk.csv"
    text = download.path().read_text(encoding="utf-8-sig")
    lines = text.splitlines()
    assert len(lines) == len(shown(page)) + 1
    assert lines[0].startswith('"Intervention","Country","Format"')
    assert '"UK and Canada (listed under both) (contradiction)"' in text


def test_header_and_first_column_stay_in_sight(page: Page) -> None:
    page.goto("/interventions/")
    page.locator(".rl-explored").evaluate("frame => frame.scrollTo(600, 700)")
    inside = """(name) => {
      const frame = document.querySelector(".rl-explored").getBoundingClientRect();
      const box = document.querySelector(name).getBoundingClientRect();
      return Math.abs(box[name.includes("thead") ? "top" : "left"]
        - frame[name.includes("thead") ? "top" : "left"]) < 3;
    }"""
    assert page.evaluate(inside, ".rl-explored thead th")
    assert page.evaluate(inside, ".rl-explored tr[data-row] th")


@pytest.mark.parametrize("path", ["interventions/", "theories/"])
def test_without_scripts_the_table_is_whole_and_in_groups(
    browser: Browser, address: str, library: Library, path: str
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    page.goto(f"/{path}")
    items = library.interventions if path == "interventions/" else library.theories
    assert set(shown(page)) == set(items)
    assert page.locator(".rl-group:visible").count() > 2
    controls = page.locator(".rl-explorer :is(select, button, .rl-filters > summary)")
    assert controls.count() > 3
    assert not controls.filter(visible=True).count()
    context.close()


def test_theories_are_filtered_by_group_and_basis(page: Page, library: Library) -> None:
    page.goto("/theories/?group=negative-impact")
    assert set(shown(page)) == {t.id for t in library.theories_of("negative-impact")}
    choose(page, "basis", "inferred")
    for id in shown(page):
        assert any(s.basis == "inferred" for _, s in library.theories[id].statements)


@pytest.mark.parametrize("path", ["interventions/?_compare=i02.i06", "theories/?_compare=t01.t02"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_with_filters_and_comparison_open(
    page: Page, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/{path}")
    page.locator(".rl-filters > summary").click()
    assert page.locator(".rl-filters[open]").count() == 1
    assert page.locator(".rl-compared").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(OVERFLOWING) == []
    page.evaluate(AXE)
    found = page.evaluate("axe.run('.rl-explorer', {resultTypes: ['violations']})")
    assert [one["id"] for one in found["violations"]] == []


def test_other_tables_of_evidence_fit_a_phone_without_scrolling(
    page: Page, library: Library
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    for id in library.evidence:
        page.goto(f"/evidence/{id}/")
        frames = page.locator("article .rl-scroll:not(.rl-explored)")
        assert frames.evaluate_all(SIDEWAYS) == []
    page.goto("/evidence/stated/")
    row = page.get_by_role("row").filter(has_text="Documents")
    assert row.get_by_role("cell").count() == 5  # the column of each stays for screen readers
    assert row.bounding_box()["height"] < 3 * 30  # and what none has takes no room


def test_on_paper_nothing_of_the_table_is_cut_or_printed_over(page: Page, library: Library) -> None:
    page.emulate_media(media="print")
    page.goto("/interventions/")
    rows = page.locator("tr[data-row]").evaluate_all(  # one goes on in the next column
        "rows => rows.map(row => [...row.getClientRects()].map(part => part.toJSON()))"
    )
    for n, row in enumerate(rows):
        for one, other in product(row, chain.from_iterable(rows[n + 1 :])):
            beside = one["right"] <= other["left"] + 1 or other["right"] <= one["left"] + 1
            below = one["bottom"] <= other["top"] + 1 or other["bottom"] <= one["top"] + 1
            assert beside or below
    assert len(rows) == len(library.interventions)
