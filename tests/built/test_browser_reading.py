"""Pages without JavaScript, on paper, and the marks of the published convention."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.library.library import Library

SHOWN = """(selector) => [...document.querySelectorAll(selector)].filter((element) => {
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0;
}).map((element) => element.id)"""
ATTRIBUTES = "rows => rows.map(row => row.dataset.attribute)"

CUT = """() => [...document.querySelectorAll("article *")].filter((element) => {
  const style = getComputedStyle(element);
  const hides = style.overflowX !== "visible" || style.overflowY !== "visible";
  const small = element.scrollWidth > element.clientWidth + 1
    || element.scrollHeight > element.clientHeight + 1;
  return hides && small && element.clientWidth > 0 && !element.matches(".rl-hidden, .rl-hidden *");
}).map((element) => element.outerHTML.slice(0, 120))"""

BEYOND = """() => [...document.querySelectorAll("svg.rl-drawing")].flatMap((drawing) => {
  const { width } = drawing.viewBox.baseVal;
  return [...drawing.querySelectorAll("text")].filter((text) => {
    const box = text.getBBox();
    return box.x < -0.5 || box.x + box.width > width + 0.5;
  }).map((text) => text.textContent);
})"""
"""Letters that a drawing cuts off at a side; of what is not shown, a box has no width."""

A4 = {"width": 794, "height": 1123}
MARGIN = 53
"""As browsers leave it round a printed page: 14 mm, in pixels."""


@pytest.fixture
def scriptless(browser: Browser, address: str) -> Iterator[Page]:
    """A reader whose browser runs no scripts."""
    context = browser.new_context(java_script_enabled=False, base_url=address)
    yield context.new_page()
    context.close()


@pytest.fixture
def paper(browser: Browser, address: str) -> Iterator[Page]:
    """A page as it is printed."""
    context = browser.new_context(viewport=A4, base_url=address)  # type: ignore[arg-type]
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


@pytest.fixture
def garden_page(browser: Browser, garden_address: str) -> Iterator[Page]:
    """A page of the invented example, which has every state."""
    context = browser.new_context(base_url=garden_address)
    yield context.new_page()
    context.close()


def test_a_theory_is_readable_without_scripts(scriptless: Page, library: Library) -> None:
    scriptless.goto("/theories/p18/")
    expected = [statement.id for _, statement in library.theories["p18"].statements]
    assert scriptless.evaluate(SHOWN, ".rl-statement") == expected
    said = scriptless.locator("article").inner_text()
    for _, statement in library.theories["p18"].statements:
        if "[[" not in statement.text:
            assert " ".join(statement.text.split()) in said
    for part in ("Context", "Mechanism", "Outcome", "How sure the review is"):
        assert part in said
    scriptless.locator("details.rl-fold > summary").first.click()
    assert scriptless.locator("details.rl-fold .rl-remark").first.is_visible()


def test_an_intervention_is_readable_without_scripts(scriptless: Page, library: Library) -> None:
    scriptless.goto("/interventions/i06/")
    item, rows = library.interventions["i06"], scriptless.locator("tr[data-attribute]:visible")
    every = {attribute.id for attribute in library.attributes.attributes}
    assert set(rows.evaluate_all(ATTRIBUTES)) == every - set(item.not_stated)
    for summary in scriptless.locator(".rl-silent > summary").all():
        summary.click()
    assert set(rows.evaluate_all(ATTRIBUTES)) == every


def test_tables_are_readable_without_scripts(scriptless: Page, library: Library) -> None:
    scriptless.goto("/evidence/interventions/")
    rows = scriptless.locator("article table").first.locator("tr[data-row]")
    assert rows.count() == len(library.interventions)
    assert rows.last.is_visible()


def test_the_first_page_leads_on_without_scripts(scriptless: Page) -> None:
    scriptless.goto("/")
    scriptless.locator(".rl-door a").first.click()
    scriptless.wait_for_url("**/guidance/formats/#matrix")


@pytest.mark.parametrize("reader", ["paper", "scriptless"])
def test_what_is_folded_away_is_printed(request: pytest.FixtureRequest, reader: str) -> None:
    page: Page = request.getfixturevalue(reader)
    page.emulate_media(media="print")
    page.goto("/theories/t04/")
    details = page.locator("details.rl-fold").first
    remarks = details.locator(".rl-remark")
    assert remarks.count() > 0
    for index in range(remarks.count()):
        assert remarks.nth(index).is_visible()
    box, last = details.bounding_box(), remarks.last.bounding_box()
    assert box is not None
    assert last is not None
    assert box["y"] + box["height"] >= last["y"] + last["height"]


@pytest.mark.parametrize("scripted", [True, False])
def test_an_address_within_what_is_folded_away_opens_it(
    browser: Browser, address: str, *, scripted: bool
) -> None:
    context = browser.new_context(java_script_enabled=scripted, base_url=address)
    page = context.new_page()
    page.goto("/interventions/i06/#training-content")
    page.locator("#training-content").wait_for(state="visible")
    page.goto("/theories/t04/#e1")
    page.locator("#e1").wait_for(state="visible")
    context.close()


def test_the_way_from_a_glance_to_what_is_folded_away_opens_it(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(base_url=address)
    page.goto("/theories/t04/")
    page.get_by_role("link", name="More on evidence").click()
    page.locator("#e1").wait_for(state="visible")
    page.close()


def test_headings_say_how_much_is_folded_away_below_them(scriptless: Page) -> None:
    scriptless.goto("/theories/t04/")
    for id, items in (("related", ".rl-remark"), ("not-stated", ".rl-gaps > li")):
        folded = scriptless.locator(f"#{id} + .rl-fold {items}").count()
        assert f"({folded})" in (scriptless.locator(f"#{id}").text_content() or "")


def test_what_is_not_stated_is_printed_as_a_sentence(paper: Page, library: Library) -> None:
    paper.goto("/interventions/i06/")
    said = " ".join(paper.locator(".rl-silent > summary").all_inner_texts())
    for id in library.interventions["i06"].not_stated:
        assert library.attribute(id).label in said
    assert paper.locator(".rl-silent tr:visible").count() == 0


def test_what_is_folded_away_is_folded_on_a_screen(scriptless: Page) -> None:
    scriptless.goto("/theories/t04/")
    assert not scriptless.locator("details.rl-fold .rl-remark").first.is_visible()


@pytest.mark.parametrize(
    "path", ["theories/p18/", "interventions/i06/", "evidence/interventions/", "source-check/"]
)
def test_nothing_is_cut_on_paper(paper: Page, path: str) -> None:
    paper.goto(f"/{path}")
    assert paper.evaluate(CUT) == []
    assert paper.evaluate("document.documentElement.scrollWidth") <= A4["width"]


def test_paper_has_the_text_and_not_the_navigation(paper: Page) -> None:
    paper.goto("/theories/t04/")
    assert paper.locator(".rl-statement").first.is_visible()
    assert paper.locator(".rl-notice").is_visible()
    for furniture in (".md-header", ".md-tabs", ".md-sidebar--primary", ".rl-on-screen"):
        assert not paper.locator(furniture).first.is_visible()


def test_paper_is_light_for_readers_of_the_dark_scheme(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="dark", base_url=address)
    page = context.new_page()
    page.goto("/theories/t04/")
    colour = "e => getComputedStyle(e).color.match(/\\d+/g).map(Number)"
    statement = page.locator(".rl-statement .rl-text").first
    assert min(statement.evaluate(colour)) > 200
    page.emulate_media(media="print")
    assert max(statement.evaluate(colour)) < 80
    context.close()


def test_capitals_are_a_matter_of_style_and_the_letters_stay_as_they_are(garden_page: Page) -> None:
    garden_page.goto("/theories/j01/")
    added = garden_page.locator("#m2 ins")
    assert added.evaluate("e => getComputedStyle(e).textTransform") == "uppercase"
    assert added.text_content() == "She is handed a spade."
    assert garden_page.locator("#m2 .rl-change").text_content() == "Final model only: new"
    assert garden_page.locator("#m2 .rl-change").is_visible()


def test_what_was_removed_is_struck_through_and_says_so(garden_page: Page) -> None:
    garden_page.goto("/theories/j01/")
    removed = garden_page.locator("#c2 del")
    assert "line-through" in removed.evaluate("e => getComputedStyle(e).textDecorationLine")
    label = garden_page.locator("#c2 .rl-change")
    assert label.inner_text() == "Initial model only: no evidence found"
    assert label.is_visible()


def test_what_is_kept_has_plain_letters(garden_page: Page) -> None:
    garden_page.goto("/theories/j01/")
    style = garden_page.locator("#c1 .rl-text").evaluate(
        "e => [getComputedStyle(e).textTransform, getComputedStyle(e).textDecorationLine]"
    )
    assert style == ["none", "none"]


def test_the_legend_shows_every_mark_with_its_words(garden_page: Page) -> None:
    garden_page.goto("/model/")
    entries = garden_page.locator(".rl-legend li")
    assert entries.count() == 5
    style = "e => [getComputedStyle(e).textTransform, getComputedStyle(e).textDecorationLine]"
    assert entries.locator("del").first.evaluate(style) == ["none", "line-through"]
    assert entries.locator("ins").first.evaluate(style) == ["uppercase", "none"]
    for index in range(5):
        assert entries.nth(index).locator(".rl-change").is_visible()


def test_the_model_stands_on_one_screen_and_on_one_sheet(
    browser: Browser, address: str, paper: Page
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 1000}, base_url=address)
    page = context.new_page()
    page.goto("/model/")
    last = max(tile["y"] + tile["height"] for tile in boxes(page, ".rl-tile"))
    assert last <= 1000
    context.close()
    paper.set_viewport_size({"width": A4["width"] - 2 * MARGIN, "height": A4["height"]})
    paper.goto("/model/")
    assert len({round(lane["y"]) for lane in boxes(paper, ".rl-lane")}) == 1
    key = paper.locator(".rl-key").bounding_box()
    assert key is not None
    assert key["y"] + key["height"] < A4["height"] - 2 * MARGIN


def test_the_tallest_chart_stands_on_one_sheet_with_its_words(paper: Page) -> None:
    paper.set_viewport_size({"width": A4["width"] - 2 * MARGIN, "height": A4["height"]})
    paper.goto("/evidence/stated/")
    chart = paper.locator(".rl-figure").bounding_box()
    assert chart is not None
    assert chart["y"] + chart["height"] < A4["height"] - 2 * MARGIN
    assert not paper.locator(".rl-keep:visible").count()


def test_the_tiles_of_the_model_are_reached_in_their_order_and_say_what_they_show(
    garden_page: Page,
) -> None:
    garden_page.goto("/model/")
    names = [tile.text_content() or "" for tile in garden_page.locator("a.rl-tile").all()]
    told = [" ".join(name.split()) for name in names]
    assert "(initial model only)" in told[1]
    assert "(final model only)" in told[2]
    assert [name for name in told if not name.endswith(")")] == []
    garden_page.locator("a.rl-tile").first.focus()
    garden_page.keyboard.press("Tab")
    focused = garden_page.evaluate("document.activeElement.pathname")
    assert focused == "/theories/j02/"
    garden_page.keyboard.press("Enter")
    garden_page.wait_for_url("**/theories/j02/")


def test_formats_stand_side_by_side_on_one_sheet(paper: Page) -> None:
    paper.set_viewport_size({"width": A4["width"] - 2 * MARGIN, "height": A4["height"]})
    paper.goto("/guidance/formats/")
    box = paper.locator(".rl-side-by-side").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < A4["height"] - 2 * MARGIN
    tops = {round(cell["y"]) for cell in boxes(paper, ".rl-matrix tbody th")}
    assert len(tops) == 1


def boxes(page: Page, selector: str) -> list[dict[str, float]]:
    found = (part.bounding_box() for part in page.locator(selector).all())
    return [dict(box) for box in found if box]


def test_on_a_phone_the_formats_stand_one_below_the_other(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, base_url=address)
    page = context.new_page()
    page.goto("/guidance/formats/")
    lefts = {round(cell["x"]) for cell in boxes(page, ".rl-matrix tbody th, .rl-matrix td")}
    assert len(lefts) == 1
    label = "getComputedStyle(document.querySelector('.rl-matrix td'), '::before').content"
    assert page.evaluate(label) == '"Benefits"'
    context.close()


def test_every_statement_of_the_matrix_leads_to_itself_in_full(scriptless: Page) -> None:
    scriptless.goto("/guidance/formats/")
    links = scriptless.locator(".rl-side-by-side li a").all()
    assert len(links) > 20
    for link in links:
        target = link.get_attribute("href") or ""
        assert target.startswith("#")
        assert scriptless.locator(f"li.rl-finding[id='{target[1:]}']").count() == 1


@pytest.mark.parametrize("how", ["keyboard", "touch"])
def test_the_place_of_a_statement_opens(browser: Browser, address: str, how: str) -> None:
    context = browser.new_context(has_touch=True, java_script_enabled=False, base_url=address)
    page = context.new_page()
    page.goto("/guidance/risks/")
    source = page.locator("#neg-01 details.rl-source")
    mark, place = source.locator("summary"), source.locator(".rl-where a").first
    assert not place.is_visible()
    if how == "keyboard":
        mark.focus()
        page.keyboard.press("Enter")
    else:
        mark.tap()
    assert place.is_visible()
    box = mark.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24
    context.close()


def test_places_are_printed_and_the_way_to_the_article_is_not(paper: Page) -> None:
    paper.goto("/guidance/risks/")
    finding = paper.locator("#neg-01")
    assert "Summary of theories, paragraph 3" in finding.inner_text()
    assert finding.locator(".rl-where a").first.is_visible()
    assert not finding.locator(".rl-outside").first.is_visible()
    assert not finding.locator(".rl-mark").is_visible()


def test_a_place_leads_to_its_paragraph_on_the_page_of_the_publisher(scriptless: Page) -> None:
    scriptless.goto("/guidance/risks/")
    outside = scriptless.locator("#neg-01 .rl-outside").first
    assert outside.get_attribute("href") == (
        "https://doi.org/10.1186/s12884-023-05843-8#:~:text=There%20were%20also%208"
    )


def test_from_a_number_in_a_table_two_steps_lead_to_its_paragraph_at_the_publisher(
    scriptless: Page,
) -> None:
    scriptless.goto("/evidence/take-up/")
    row = scriptless.get_by_role("row", name="#12").first
    with scriptless.expect_navigation():
        row.get_by_role("link", name="Take-up and drop-out").first.click()
    outside = scriptless.locator("#take-up-1").get_by_role("link", name="open in the article")
    assert outside.get_attribute("href") == (
        "https://doi.org/10.1186/s12884-023-05843-8#:~:text=There%20was%20evidence%20about"
    )


def test_a_chart_in_words_divides_each_name_from_its_number(scriptless: Page) -> None:
    scriptless.goto("/evidence/take-up/")
    said = scriptless.get_by_text("In words: Reported: recruiting").first.text_content()
    assert "harder than expected: 4; Not stated in the article’s text: 18." in said


def test_on_a_phone_the_name_of_the_site_is_whole(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, base_url=address)
    page.goto("/theories/p18/")
    name = page.locator(".md-header__topic .md-ellipsis").first
    assert name.evaluate("e => e.scrollHeight <= e.clientHeight && e.scrollWidth <= e.clientWidth")
    page.close()


@pytest.mark.parametrize("path", ["guidance/", "evidence/", "middle-range-theories/"])
def test_on_a_phone_all_pages_of_a_list_are_seen_before_one_is_read(
    browser: Browser, address: str, path: str
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, base_url=address)
    page.goto(f"/{path}")
    listed = page.get_by_role("navigation", name="in a list").get_by_role("link")
    assert listed.count() == page.locator(".rl-cards > li").count() > 1
    assert listed.last.bounding_box()["y"] < 2 * 844  # type: ignore[index]
    page.set_viewport_size({"width": 1280, "height": 900})
    assert not listed.first.is_visible()  # the navigation stands beside them
    page.close()


def test_a_theory_says_once_that_its_initial_model_is_not_stated(
    browser: Browser, paper: Page, address: str
) -> None:
    page = browser.new_page(base_url=address)
    for one in (page, paper):  # the way to the forms of the model is not printed
        one.goto("/theories/p18/")
        said = one.locator(".rl-facts dd").filter(has_text="Initial model: not stated")
        assert said.inner_text().count("Initial model: not stated") == 1
    page.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_no_letter_of_a_chart_is_cut_off(
    browser: Browser, address: str, library: Library, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, base_url=address)
    seen = 0
    for id in library.evidence:
        page.goto(f"evidence/{id}/")
        seen += page.locator("svg.rl-drawing text").count()
        assert page.evaluate(BEYOND) == [], id
    assert seen > 100
    page.close()


def test_a_narrow_screen_has_the_sections_of_a_long_page_at_its_top(scriptless: Page) -> None:
    page = scriptless
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/guidance/formats/")
    contents = page.locator("details.rl-on-page")
    contents.locator("summary").click()
    contents.get_by_role("link", name="What may go wrong").click()
    heading = page.get_by_role("heading", name="What may go wrong")
    expect(heading).to_be_in_viewport()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(contents).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(media="print")
    expect(contents).to_be_hidden()
