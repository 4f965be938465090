"""Sixteen journeys of readers: each ends at its answer within so many clicks and screens.

The numbers were written down before the pages were made. A click follows a link by the words on it,
as a reader would; a screen is the height of the window, from the top of the page that is reached.
The sixteenth, the one-to-one interventions of the UK side by side, stands with the other tests of
tables to explore (`test_browser_explorer.py`).
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page

from generator.library.library import Library

WIDE, PHONE = (1280, 900), (390, 844)


class Reader:
    """Somebody with a browser, who begins at the first page and counts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0
        page.goto("/")

    def follow(self, *names: str | re.Pattern[str]) -> "Reader":
        """Follow links of the page by their words, one after another."""
        for name in names:
            link = self.page.locator(".md-content").get_by_role("link", name=name).first
            if not link.count():
                link = self.page.get_by_role("link", name=name).first
            link.click()
            self.page.wait_for_load_state("load")
            self.clicks += 1
        return self

    def sees(self, text: str | re.Pattern[str]) -> Locator:
        """A text of the page, once it is visible."""
        found = self.page.locator(".md-content").get_by_text(text).filter(visible=True).first
        found.wait_for()
        return found

    def screens(self, place: Locator) -> float:
        """How many heights of the window down the page something ends."""
        box = place.bounding_box()
        height = self.page.viewport_size["height"]
        top = self.page.evaluate("window.scrollY")
        return (box["y"] + top + min(box["height"], 40)) / height


@pytest.fixture(params=[WIDE, PHONE], ids=["wide", "phone"])
def reader(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Reader]:
    width, height = request.param
    context = browser.new_context(
        viewport={"width": width, "height": height},
        base_url=address,
        permissions=["clipboard-read", "clipboard-write"],
    )
    yield Reader(context.new_page())
    context.close()


def is_phone(reader: Reader) -> bool:
    return reader.page.viewport_size["width"] == PHONE[0]


def test_what_telephone_support_by_volunteers_offers_and_risks(reader: Reader) -> None:
    reader.follow("Formats side by side")
    for text in ("May have had a weaker effect on loneliness", "if the supporter had too little"):
        place = reader.page.locator("table", has_text="One-to-one by telephone").get_by_text(text)
        assert reader.screens(place.first) < (6 if is_phone(reader) else 4)
    assert reader.clicks == 1


def test_why_mothers_drop_out(reader: Reader) -> None:
    reader.follow("Start with your decision", re.compile("Keeping mothers coming"))
    assert reader.screens(reader.sees("It gives no reasons for drop-out")) < 1.5
    reader.sees("The review does not say why mothers left.")
    assert reader.clicks == 2


def test_which_format_for_a_board_in_two_minutes(reader: Reader) -> None:
    reader.follow("Formats side by side")
    board = reader.sees("The review does not say which format works better")
    assert reader.screens(board) < 2
    words = reader.page.locator(".rl-side-by-side").first.inner_text().split()
    assert len(words) < 450
    assert reader.clicks == 1


def test_what_can_go_wrong_with_matching(reader: Reader) -> None:
    reader.follow("Start with your decision", "Matching mothers and supporters")
    assert reader.screens(reader.sees("It names no risk of matching")) < 1.5
    assert reader.clicks == 2


@pytest.mark.parametrize(
    ("path", "sheets"),
    [
        ("guidance/training/", 1),
        ("guidance/formats/", 3),
        ("theories/p17/", 2),
        ("theories/p14/", 2),
        ("theories/", 3),
        ("interventions/", 3),
    ],
)
def test_a_page_to_hand_out_is_short(page: Page, path: str, sheets: int) -> None:
    page.goto(f"/{path}")
    printed = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= sheets


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address)
    yield context.new_page()
    context.close()


def test_citing_a_theory(reader: Reader) -> None:
    reader.page.goto("/theories/p18/")
    reader.page.get_by_text("Cite this page").first.click()
    reference = reader.page.locator(".rl-citing .rl-cite").first
    assert "Ideas from peers" in reference.inner_text()
    assert reader.page.get_by_text("McLeish, J., Ayers, S., & McCourt, C. (2023)").is_visible()
    assert reader.screens(reference) < 1.5


def test_how_strong_the_evidence_on_depression_is(reader: Reader) -> None:
    reader.follow("Start with your decision", re.compile("[Dd]epression"))
    assert reader.screens(reader.sees("Trials gave limited evidence")) < 1.5
    reader.sees("There was no evidence (we read: from trials) on depression in pregnancy")
    assert reader.clicks == 2


def test_an_address_of_one_statement(reader: Reader) -> None:
    reader.page.goto("/theories/t04/")
    link = reader.page.locator("a.rl-anchor[href='#c1']").first
    box = link.bounding_box()
    assert min(box["width"], box["height"]) >= 24
    link.click()
    reader.page.locator("a.rl-anchor[data-said=Copied]").wait_for()
    assert reader.page.evaluate("navigator.clipboard.readText()").endswith("/theories/t04/#c1")


def test_all_data_as_a_spreadsheet(reader: Reader) -> None:
    reader.follow("The data")
    workbook = reader.page.locator("a[download]", has_text=".xlsx")
    assert reader.screens(workbook) < 1.5
    assert reader.clicks == 1


def test_what_has_changed(reader: Reader) -> None:
    reader.follow("Changes")
    assert reader.page.locator(".md-content h2").count() >= 1
    assert reader.clicks == 1


def test_which_theories_changed_between_the_models(reader: Reader) -> None:
    reader.follow("The model", "Changes")
    assert reader.page.locator(".md-content del").count() >= 2
    assert reader.clicks == 2


def test_the_contradictions_of_the_article(reader: Reader) -> None:
    reader.follow("Source check")
    assert reader.screens(reader.sees("Problems found")) < 2
    assert reader.clicks == 1


def test_the_whole_model_as_a_picture(reader: Reader, library: Library) -> None:
    reader.follow("The model")
    tiles = reader.page.locator(".rl-lane a")
    assert tiles.count() == len(library.theories)
    assert reader.screens(tiles.last) < (4 if is_phone(reader) else 1.5)
    assert reader.clicks == 1


def test_everything_on_training_volunteers(reader: Reader) -> None:
    reader.follow("Start with your decision", "Training and supporting volunteers")
    assert reader.screens(reader.sees("Yet fuller training has benefits")) < 1.5
    assert reader.clicks == 2


def test_words_are_mended_from_the_page_itself(browser: Browser, garden_address: str) -> None:
    page = browser.new_page()
    page.goto(f"{garden_address}theories/j01/")
    form = page.get_by_role("link", name="Suggest a correction").get_attribute("href")
    assert form.startswith("https://gardens.test/repository/issues/new?")
    mail = page.get_by_role("link", name="by e-mail").get_attribute("href")
    assert mail == "mailto:gardens@example.org?subject=Correction%3A%20theories/j01/"
    page.close()
