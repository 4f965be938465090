"""“Leave this site”, for a reader who may be watched: by mouse, by keyboard, without JavaScript."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

ELSEWHERE = "https://weather.example/"


@pytest.fixture
def page(browser: Browser, garden_address: str) -> Iterator[Page]:
    """The second page that a reader has opened, and an elsewhere that answers."""
    context = browser.new_context(base_url=garden_address)
    context.route(ELSEWHERE, lambda route: route.fulfill(body="<h1>Weather</h1>"))
    opened = context.new_page()
    opened.goto("/")
    opened.goto("/theories/j01/")
    yield opened
    context.close()


def press_shift(page: Page, times: int) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def test_the_link_puts_another_page_in_the_place_of_this_one(
    page: Page, garden_address: str
) -> None:
    page.locator("a.rl-leave").first.click()
    page.wait_for_url(ELSEWHERE)
    page.go_back()
    assert page.url == garden_address


def test_the_shift_key_three_times_leaves_from_any_page(page: Page) -> None:
    press_shift(page, 3)
    page.wait_for_url(ELSEWHERE)


def test_the_shift_key_twice_or_with_letters_between_does_not(page: Page) -> None:
    press_shift(page, 2)
    page.keyboard.press("a")
    press_shift(page, 2)
    assert page.locator("h1").is_visible()
    assert "/theories/j01/" in page.url


def slide(page: Page) -> None:
    """Slide what is wide sideways with the wheel."""
    page.mouse.move(200, 300)
    page.mouse.wheel(0, 40)
    page.wait_for_function("() => window.wheeled > 0")
    page.evaluate("() => { window.wheeled = 0; }")


def stretch(page: Page) -> None:
    """Stretch what is marked up to here."""
    page.mouse.click(200, 300)


@pytest.mark.parametrize("use", [slide, stretch])
def test_the_shift_key_with_the_mouse_does_not(page: Page, use: Callable[[Page], None]) -> None:
    page.evaluate("() => addEventListener('wheel', () => { window.wheeled = 1; })")
    for _ in range(4):
        page.keyboard.down("Shift")
        use(page)
        page.keyboard.down("Shift")  # what is held down comes again
        page.keyboard.up("Shift")
    assert page.locator("h1").is_visible()
    assert "/theories/j01/" in page.url
    press_shift(page, 3)
    page.wait_for_url(ELSEWHERE)


def test_without_javascript_the_link_leads_there(browser: Browser, garden_address: str) -> None:
    context = browser.new_context(base_url=garden_address, java_script_enabled=False)
    context.route(ELSEWHERE, lambda route: route.fulfill(body="<h1>Weather</h1>"))
    page = context.new_page()
    page.goto("/help/")
    page.locator("a.rl-leave").first.click()
    page.wait_for_url(ELSEWHERE)
    context.close()
