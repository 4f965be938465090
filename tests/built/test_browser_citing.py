"""The box “Cite this page”: by keyboard, without JavaScript, on a phone and on paper."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

PAGE = "/theories/t04/"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page of a theory, with a clipboard that the test can read."""
    context = browser.new_context(
        base_url=address, permissions=["clipboard-read", "clipboard-write"]
    )
    opened = context.new_page()
    opened.goto(PAGE)
    yield opened
    context.close()


def test_a_reference_is_copied_by_keyboard(page: Page) -> None:
    page.locator(".rl-citing summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    focused = page.locator("button.rl-copy:focus")
    assert focused.get_attribute("aria-label") == "Copy: This page, APA"
    page.keyboard.press("Enter")
    page.locator("button[data-said=Copied]").wait_for()
    reference = page.locator(".rl-citing .rl-cite").first.inner_text()
    assert page.evaluate("navigator.clipboard.readText()") == reference
    assert page.locator("[role=status]").inner_text() == "Copied"
    assert focused.count() == 1


def test_it_works_where_a_page_has_no_clipboard(page: Page) -> None:
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.locator(".rl-citing summary").click()
    page.locator("button.rl-copy").nth(3).click()
    page.locator("button[data-said=Copied]").wait_for()
    assert page.locator("button.rl-copy:focus").count() == 1


@pytest.mark.parametrize(
    ("path", "id"),
    [("theories/t04/", "c1"), ("findings/", "con-01"), ("interventions/i06/", "country")],
)
def test_the_address_of_a_place_is_copied(page: Page, address: str, path: str, id: str) -> None:
    page.goto(f"/{path}")
    link = page.locator(f"a.rl-anchor[href='#{id}']")
    link.focus()
    page.keyboard.press("Enter")
    page.locator("a.rl-anchor[data-said=Copied]").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}{path}#{id}"
    assert page.url.endswith(f"#{id}")


def test_the_references_name_the_statement_that_the_address_names(page: Page) -> None:
    """On this site, whose address is none yet, no reference has one; so one is put in."""

    def put_in(route: Route) -> None:
        there = '<a href="https://a.test/b/">https://a.test/b/</a></p></dd>'
        html = route.fetch().text().replace("</p></dd>", there, 1)
        route.fulfill(body=html, content_type="text/html")

    page.route(f"**{PAGE}", put_in)
    page.goto(f"{PAGE}#c1")
    page.reload()
    references = page.locator("#cite dl").first.locator(".rl-cite")
    title = page.locator("meta[property='og:title']").get_attribute("content")
    named = references.all_text_contents()
    assert [text.count(f"{title}, context c1, “Earlier experiences had ") for text in named] == [
        1,
        1,
        1,
        1,
    ]
    assert named[0].endswith("https://a.test/b/#c1")
    page.goto(f"{PAGE}#o1")
    assert f"{title}, outcome o1, “" in references.first.text_content()
    page.goto(f"{PAGE}#evidence")  # no place with a link of its own
    told = re.compile(r", context c1, “[^”]+”(, inferred by this site, or tied .+? by it)?|#c1")
    assert references.all_text_contents() == [told.sub("", text) for text in named]
    assert "c1" not in page.locator("#cite dl").nth(1).text_content()


@pytest.mark.parametrize(
    ("path", "named"),
    [
        (
            "theories/n04/#m2",
            "mechanism m2, “Mothers in a group may feel sad about what others are going through”, "
            "inferred by this site, or tied to this theory by it",
        ),
        ("findings/#fmt-23", "finding fmt-23, “A group that was not facilitated well carried "),
        # The first sentence is reported, the second inferred: both are quoted.
        (
            "findings/#fmt-29",
            "finding fmt-29, “Support in #21 came from one paid peer supporter in person. "
            "That it was one-to-one is this site’s reading”, inferred by this site",
        ),
        (
            "theories/t11/#e1",
            "remark e1, “The article gives no strength of evidence for theories 11 and 12. In the ",
        ),
        (
            "findings/#bg-02",
            "finding bg-02, “In the UK, peer support includes some formal posts in inpatient care "
            "and community mental health teams [8]. …”",
        ),
        (
            "theories/t01/#m2",
            "mechanism m2, “Peer support in mental health rests, in the article’s words, on a "
            "‘fundamental premise’: ",
        ),
        (
            "middle-range-theories/social-comparison/#u2",
            "use u2, “Upward comparison: there was some evidence of hope for recovery. [28]”, "
            "inferred by this site, or tied to theories by it",
        ),
        (
            "source-check/#c070",
            "claim c070, “In the UK comparatively few mothers took up telephone support ‘when "
            "offered’, and many dropped out [82]”, inconsistent (a contradiction only if another "
            "one is read in a certain way)",
        ),
        ("guidance/matching/#section-one-to-one", "section “One-to-one”"),
        (
            "interventions/i06/#country",
            "row country, “Country: UK and Canada (listed under both)”, "
            "contradiction in the source",
        ),
        ("glossary/#mechanism", "term “Mechanism”"),
    ],
)
def test_a_reference_has_what_the_place_says_and_whether_that_is_inferred(
    page: Page, path: str, named: str
) -> None:
    page.goto(f"/{path}")
    title = page.locator("meta[property='og:title']").get_attribute("content")
    assert f"{title}, {named}" in page.locator("#cite .rl-cite").first.text_content()


@pytest.mark.parametrize("ending", ["ris", "bib", "json"])
@pytest.mark.parametrize("path", ["theories/t01/#m2", "findings/#fmt-29", "source-check/#c070"])
def test_the_files_say_what_the_references_say(page: Page, path: str, ending: str) -> None:
    page.goto(f"/{path}")
    named = page.locator("#cite .rl-cite-what").first.text_content().removeprefix("This page, ")
    page.locator(".rl-citing summary").first.click()
    with page.expect_download() as given:
        page.locator(f"#cite a[href$='cite.{ending}']").click()
    text = given.value.path().read_text(encoding="utf-8")
    assert named.replace("#", r"\#" if ending == "bib" else "#") in text


def test_from_a_place_one_press_leads_to_its_references(page: Page) -> None:
    page.goto("/findings/#fmt-23")
    page.get_by_role("button", name="Cite this").press("Enter")
    assert page.locator("summary:focus").inner_text() == "Cite this page"
    assert page.locator("#cite .rl-cite").first.is_visible()
    assert page.url.endswith("/findings/#fmt-23")
    page.emulate_media(media="print")
    assert page.locator(".rl-copy:visible").count() == 0


def test_a_link_to_the_box_opens_it(page: Page) -> None:
    page.goto(f"{PAGE}#cite")
    assert page.locator(".rl-citing .rl-cite").first.is_visible()


def test_the_day_of_reading_is_that_of_the_reader(page: Page) -> None:
    """On this site, whose address is none yet, no style names it; so the place is put in."""

    def put_in(route: Route) -> None:
        html = route.fetch().text()
        days = "</h1><i data-today=ymd></i><b data-today=dmy></b>"
        route.fulfill(body=html.replace("</h1>", days, 1), content_type="text/html")

    page.route(f"**{PAGE}", put_in)
    page.clock.set_fixed_time("2027-09-03T12:00:00")
    page.reload()
    assert page.locator("i[data-today]").inner_text() == "2027 Sep 3"
    assert page.locator("b[data-today]").inner_text() == "3 September 2027"


def test_nothing_of_it_needs_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(PAGE)
    page.locator(".rl-citing summary").click()
    assert page.locator(".rl-citing .rl-cite").first.is_visible()
    assert page.locator("button.rl-copy").count() == 0  # it could do nothing
    with page.expect_download() as downloaded:
        page.get_by_role("link", name="RIS").click()
    assert downloaded.value.suggested_filename == "cite.ris"
    context.close()


@pytest.mark.parametrize("path", ["theories/t04/", "findings/", "interventions/i06/", "glossary/"])
def test_links_to_places_are_large_enough(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(f"/{path}")
    links = page.locator(".md-content a.rl-anchor:visible").all()
    assert links
    for link in links[:20]:
        box = link.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24


@pytest.mark.parametrize("width", [320, 1280])
def test_its_parts_are_large_enough_and_stay_within_the_page(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.locator(".rl-citing summary").click()
    for target in page.locator(".rl-citing :is(summary, button)").all():
        box = target.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


def test_paper_has_the_short_reference(page: Page) -> None:
    page.emulate_media(media="print")
    printed = page.locator(".rl-cite-printed")
    assert printed.is_visible()
    page_itself, source = printed.inner_text().splitlines()
    assert re.search(r"^Theory 4: .+, version [\d.]+, \d+ \w+ \d{4}$", page_itself)
    assert source == (
        "The article that this site rests on: McLeish et al. (2023), "
        "BMC Pregnancy and Childbirth, https://doi.org/10.1186/s12884-023-05843-8"
    )
    assert not page.locator(".rl-citing").is_visible()


def test_paper_has_the_first_numbers_to_call_and_a_screen_the_way_to_them(page: Page) -> None:
    notice = page.locator(".rl-notice")
    assert "116 123" not in notice.inner_text()
    page.emulate_media(media="print")
    assert notice.inner_text().endswith("Samaritans 116 123")
    assert "Emergency services 999" in notice.inner_text()


@pytest.mark.parametrize(
    ("ending", "key"), [("ris", "ID  - "), ("bib", "@misc{"), ("json", '"id": "')]
)
def test_the_files_name_the_statement_that_the_address_names(
    page: Page, ending: str, key: str
) -> None:
    page.goto(f"{PAGE}#c1")
    title = page.locator("meta[property='og:title']").get_attribute("content")
    page.locator(".rl-citing summary").first.click()
    with page.expect_download() as given:
        page.locator(f"#cite a[href$='cite.{ending}']").click()
    assert given.value.suggested_filename == f"c1-cite.{ending}"
    text = given.value.path().read_text(encoding="utf-8")
    assert f"{title}, context c1, “Earlier experiences had " in text
    assert f"{key}theories-t04-c1" in text
    assert text.count("c1") == 2  # no address is there yet, and the source stays as it is
