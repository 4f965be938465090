"""The site by keyboard alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

FOCUS = """() => {
  const focused = document.activeElement;
  const shown = focused.matches("input.md-option") ? focused.nextElementSibling : focused;
  const style = getComputedStyle(shown);
  const box = shown.getBoundingClientRect();
  return {
    tag: focused.tagName, href: focused.href || "", name: focused.className,
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
    seen: box.width > 0 && box.height > 0,
  };
}"""
# Each state that is waited for is a function: an expression would be evaluated again and again,
# which the policy of the pages forbids.
COVERED = """() => {
  const focused = document.activeElement;
  const isSeen = (x, y) => focused.contains(document.elementFromPoint(x, y));
  const parts = [0.1, 0.5, 0.9];
  return ![...focused.getClientRects()].some((box) =>
    parts.some((across) => parts.some((down) =>
      isSeen(box.left + box.width * across, box.top + box.height * down))));
}"""
SHOWN = "() => getComputedStyle(document.querySelector('.md-skip')).opacity === '1'"
WIDE = """() => {
  const frame = document.querySelector(".rl-explored");
  return frame.scrollWidth > frame.clientWidth;
}"""
MANY = 250


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The first page, with no mouse."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, reduced_motion="reduce", base_url=address
    )
    opened = context.new_page()
    opened.goto("/")
    yield opened
    context.close()


def tab_to(page: Page, path: str) -> None:
    """Press Tab until the link to this page has the focus."""
    for _ in range(MANY):
        page.keyboard.press("Tab")
        href = page.evaluate("document.activeElement.href || ''")
        if href.split("/", 3)[-1] == path:
            return
    pytest.fail(f"Tab does not reach {path} from {page.url}")


def follow(page: Page, path: str) -> None:
    """Reach a link by Tab and open it by Enter."""
    tab_to(page, path)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.split("/", 3)[-1] == path


def test_the_first_tab_is_a_visible_link_that_skips_to_the_content(page: Page) -> None:
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    assert skip.evaluate("e => e === document.activeElement")
    page.wait_for_function(SHOWN)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_a_door_of_the_first_page_opens_with_enter(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    follow(page, "guidance/formats/#matrix")
    assert page.locator("h1").inner_text().strip("¶ ")


def test_ten_pages_can_be_read_one_after_the_other(page: Page) -> None:
    path = (
        "guidance/", "guidance/formats/", "theories/", "theories/t01/", "theories/t02/",
        "interventions/", "interventions/i06/", "interventions/i05/", "evidence/", "help/",
    )  # fmt: skip
    for step in path:
        follow(page, step)
        assert page.locator("h1").count() == 1


@pytest.mark.parametrize(
    "path", ["", "theories/p18/", "interventions/i06/", "evidence/interventions/", "model/"]
)
def test_focus_is_visible_wherever_it_goes(page: Page, path: str) -> None:
    page.goto(f"/{path}")
    stops = []
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop["tag"] == "BODY":
            break
        stops.append(stop)
    assert len(stops) > 15
    assert [stop for stop in stops if not stop["outlined"] or not stop["seen"]] == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    "path",
    [
        "evidence/take-up/",
        "guidance/risks/",
        "source-check/",
        "theories/p18/",
        "theories/",
        "interventions/",
    ],
)
def test_what_has_the_focus_is_not_covered_on_the_way_back(
    page: Page, path: str, width: int
) -> None:
    """Backwards, the header, the first row and column of a table, and “Back to top” are met."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"/{path}")
    page.locator("article :is(a, button):visible").last.focus()
    covered = []
    for _ in range(80):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.closest('article') && (" + COVERED + ")()"):
            covered.append(page.evaluate("document.activeElement.outerHTML.slice(0, 200)"))
    assert covered == []


def test_a_wide_table_scrolls_by_keyboard(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto("/evidence/interventions/")
    frame = page.locator(".rl-explored")
    page.wait_for_function(WIDE)
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.rl-explored').scrollLeft > 0")


def test_details_open_by_keyboard(page: Page) -> None:
    page.goto("/theories/t04/")
    page.locator("details.rl-fold > summary").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('details.rl-fold').open")


def test_the_menu_of_a_narrow_screen_opens_and_closes_by_keyboard(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto("/guidance/formats/")
    menu = page.get_by_role("button", name="Menu")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert menu.evaluate("e => e === document.activeElement")
    assert menu.get_attribute("aria-expanded") == "false"
    for _ in range(3):  # the scheme, the search, and past the closed menu
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")
    menu.press("Enter")
    assert menu.get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null")
    tab_to(page, "guidance/keeping-mothers/")
    page.keyboard.press("Escape")
    assert menu.evaluate("e => e === document.activeElement && e.ariaExpanded === 'false'")


def test_a_wide_screen_has_its_navigation_and_no_menu(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/guidance/formats/")
    assert page.locator(".md-tabs").is_visible()
    assert page.locator("button.rl-menu").count() == 1
    assert not page.locator("button.rl-menu").is_visible()


def test_what_the_menu_covers_has_no_focus(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto("/guidance/formats/")
    page.get_by_role("button", name="Menu").press("Enter")
    covered = page.locator(".md-sidebar--primary a[href='../../theories/']")
    assert not covered.is_visible()
    tab_to(page, "guidance/keeping-mothers/")
    page.get_by_text("Guidance", exact=True).locator("visible=true").first.press("Enter")
    covered.wait_for()


def test_the_switch_of_colours_is_named_by_what_is_chosen(page: Page) -> None:
    switch = page.get_by_role("radiogroup", name="Colours", exact=True)
    scheme = "() => document.body.dataset.mdColorScheme"
    page.emulate_media(color_scheme="dark")
    switch.get_by_role("radio", name="Colours of your device").focus()
    for name, chosen in [("Light colours", "default"), ("Dark colours", "slate")]:
        page.keyboard.press("ArrowDown")
        assert switch.get_by_role("radio", name=name, checked=True).count() == 1
        assert page.evaluate(scheme) == chosen
