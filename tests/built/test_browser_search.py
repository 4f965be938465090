"""What readers look for is found by keyboard; nothing of the search is loaded before."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from builds import Build
from pages import Pages, main, words
from playwright.sync_api import Browser, Page

FIRST = {
    "t04": "theories/t04/",
    "T7": "theories/t07/",
    "t7": "theories/t07/",
    "theory 7": "theories/t07/",
    "theory seven": "theories/t07/",
    "T18": "theories/p18/",
    "n4": "theories/n04/",
    "Negative theory four": "theories/n04/",
    "theory twenty-one": "theories/p21/",
    "i6": "interventions/i06/",
    "intervention six": "interventions/i06/",
    "groups": "guidance/facilitating-groups/",
    "group": "guidance/facilitating-groups/",
    "benefits": "guidance/benefits/",
    "risk": "guidance/risks/",
    "theory 1": "theories/t01/",
    "Theory 2": "theories/t02/",
    "theory 3": "theories/t03/",
    "theory 4": "theories/t04/",
    "theory 8": "theories/t08/",
    "theory 18": "theories/p18/",
    "negative theory 4": "theories/n04/",
    "negative theory 1": "theories/n01/",
    "#1": "interventions/i01/",
    "#18": "interventions/i18/",
    "i06": "interventions/i06/",
    "volunteer training": "guidance/training/",
    "dropout": "evidence/drop-out/",
    "Samaritans": "help/",
    "limitations": "limitations/",
    "download": "data/",
    "how to cite": "cite/",
    "matching": "guidance/matching/",
    "measuring outcomes": "guidance/measuring-outcomes/",
    "facilitating groups": "guidance/facilitating-groups/",
    "pregnancy": "guidance/depression-and-anxiety/",
    "safeguarding": "guidance/risks/",
    "referral": "guidance/reaching-mothers/",
    "how many sessions": "guidance/how-much/",
    "online support": "guidance/formats/",
    "asylum seekers": "guidance/who-it-is-for/",
    "CMO": "glossary/",
    "release a version": "contributing/releasing/",
    "what should we watch for when we set up a group": "guidance/facilitating-groups/",
    "what should we watch for in a group": "guidance/facilitating-groups/",
    "how much training do volunteers need": "guidance/training/",
    "low-cost substitute": "guidance/professional-care/",
    "how long should it last": "guidance/how-much/",
    "when should support end": "guidance/endings/",
    "why do mothers drop out": "guidance/keeping-mothers/",
    "phone support": "guidance/formats/",
    "whatsapp": "guidance/formats/",
    "is it safe": "guidance/risks/",
    "what can go wrong": "guidance/risks/",
    "which format": "guidance/formats/",
    "who it is for": "guidance/who-it-is-for/",
    "language barrier": "guidance/reaching-mothers/",
    "how many mothers say yes": "guidance/reaching-mothers/",
    "paid peer worker or volunteer": "guidance/training/",
    "over sharing volunteers": "guidance/training/",
    "report a mistake": "contributing/",
    "when the group finishes": "guidance/endings/",
    "is online support any good": "guidance/formats/",
    "can peer support make things worse": "guidance/risks/",
    "does it work for anxiety": "guidance/depression-and-anxiety/",
    "mother too shy for a group": "guidance/facilitating-groups/",
    "single mums": "guidance/who-it-is-for/",
    "mechanism": "glossary/",
    "context": "glossary/",
    "randomised controlled trial": "glossary/",
    "does it work": "guidance/depression-and-anxiety/",
    "what is a mechanism": "glossary/",
    "RIS": "cite/",
    "citation": "cite/",
    "training hours": "guidance/training/",
    "mom": "guidance/reaching-mothers/",
    "OCD": "methods/",
    "PsychInfo": "methods/",
    "10.1186/s12884-023-05843-8": "article/",
    "https://doi.org/10.1186/s12884-023-05843-8": "article/",
    "10.1016/S0022-3999(00)00180-X": "related-evidence/",
    "United Kingdom": "evidence/countries/",
    "america": "evidence/countries/",
    "befriender": "guidance/training/",
    "Dennis": "related-evidence/",
    "women's mental health": "guidance/who-it-is-for/",
    "anxeity": "guidance/depression-and-anxiety/",
    "volunter training": "guidance/training/",
    "theroy 4": "theories/t04/",
    "randomized controlled trial": "glossary/",
    "post natal depression": "guidance/depression-and-anxiety/",
    "one to one": "guidance/formats/",
    "one-to-one": "guidance/formats/",
    "1:1": "guidance/formats/",
    "1-1": "guidance/formats/",
    "121": "guidance/formats/",
}
"""What a reader would type, and the page that must come first."""
NEAR = {
    "listened to": "theories/p14/",
    "strikethrough": "model/",
    "theory 1": "evidence/formats/",
    "telephone": "interventions/i06/",
    "symptoms of postnatal depression": "guidance/measuring-outcomes/",
    "comparing myself to other mums": "theories/n02/",
    "mums": "guidance/risks/",
    "what happens when the support stops": "guidance/endings/",
    "antenatal depression": "guidance/depression-and-anxiety/",
}
"""And the page that must be among the results."""


IN_DISTRESS = [
    "crisis",
    "suicide",
    "suicidal thoughts",
    "sucidal",
    "self-harm",
    "self harm",
    "kill myself",
    "thinking of killing myself",
    "I want to die",
    "I don’t want to live",
    "dont want to live",
    "I cant go on",
    "hurt my baby",
    "I might hurt the baby",
    "I can't cope",
    "domestic abuse",
    "my partner hits me",
    "hearing voices",
    "999",
    "help",
    "help now",
    "I need help",
]
"""What somebody in distress may type."""


FIELD = ".rl-search-dialog [type=search]"
LOADED = """() => {
  const list = document.querySelector(".rl-search-results");
  const bottom = Math.min(list.parentElement.getBoundingClientRect().bottom, innerHeight);
  return [...list.children].every((item) =>
    item.getBoundingClientRect().top >= bottom || item.querySelector("a"));
}"""
"""Whether every result in sight is there: each is loaded by itself, and later than the list."""


NEXT_LOADED = """() => {
  const next = document.activeElement.closest(".rl-found").nextElementSibling;
  return next.querySelector("a") && !next.hasAttribute("aria-hidden");
}"""
"""Whether the result after the one with the focus is there."""


HEARING = """() => {
  const region = document.querySelector("dialog[open] [role=status]");
  window.hearing?.disconnect();
  window.heard = [];
  window.hearing = new MutationObserver(() => region.textContent && heard.push(region.textContent));
  hearing.observe(region, {childList: true});
}"""
"""Keeps what is read aloud within the dialog."""


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page at a window that shows ten results, with its search open."""
    context = browser.new_context(viewport={"width": 1280, "height": 3000}, base_url=address)
    page = context.new_page()
    page.goto("/theories/p18/")
    page.keyboard.press("/")
    page.locator(FIELD).wait_for()
    yield page
    context.close()


def search(page: Page, query: str) -> list[str]:
    """The pages that are found for a query, best first, as far as they are shown at once."""
    page.locator(FIELD).fill(query)
    page.locator(
        ".rl-search-count", has_text=re.compile(rf"for {re.escape(query.strip())}$")
    ).wait_for()
    page.locator(".rl-search-results[aria-busy=false]").wait_for(state="attached")
    page.wait_for_function(LOADED)
    links = page.locator(".rl-found > p:first-child a").evaluate_all(
        "all => all.map(a => a.pathname)"
    )
    return [link.removeprefix("/") for link in links]


@pytest.mark.parametrize(("query", "expected"), FIRST.items())
def test_the_page_that_answers_comes_first(page: Page, query: str, expected: str) -> None:
    assert search(page, query)[0] == expected


@pytest.mark.parametrize("query", IN_DISTRESS)
def test_who_is_in_distress_is_led_to_help_first(page: Page, query: str) -> None:
    assert search(page, query)[0] == "help/"


def test_who_asks_how_mothers_cope_or_are_helped_is_not(page: Page) -> None:
    for query in ("how mothers cope with stigma", "does peer support help", "is it safe"):
        assert search(page, query)[0] != "help/"


NAMES_ASKED_FOR = """async (term) => {
  const { answering } = await import("/assets/answers.js");
  const names = [];
  const page = { raw_content: term, excerpt: "", meta: { title: "" }, sub_results: [] };
  const search = async (words) => {
    if (words.endsWith("alone")) names.push(words);
    return { results: [{ id: "one", data: async () => page }] };
  };
  await answering({ search }, new URL("/pagefind/", location.href))(term);
  return names;
}"""


@pytest.mark.parametrize("word", ["was", "found", "may", "long", "much", "who", "what"])
def test_no_page_is_called_by_a_word_of_every_day(page: Page, word: str) -> None:
    assert page.evaluate(NAMES_ASKED_FOR, word) == []
    assert "groupsalone" in page.evaluate(NAMES_ASKED_FOR, "groups")


@pytest.mark.parametrize(("query", "expected"), NEAR.items())
def test_a_page_that_answers_is_among_the_first(page: Page, query: str, expected: str) -> None:
    assert expected in search(page, query)[:10]


@pytest.mark.parametrize(
    "query",
    [
        "text messages",
        "quality of studies",
        "is it safe",
        "zoom",
        "realist check",
        "funding",
        "last searched",
        "group size",
        "selection of volunteers",
    ],
)
def test_pages_for_contributors_come_after_those_for_readers(page: Page, query: str) -> None:
    found = search(page, query)
    last = [path.startswith("contributing/") for path in found]
    assert last[0] is False
    assert last == sorted(last)


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("t04", "Programme theory"),
        ("crisis", "Help"),
        ("how to cite", "About the site"),
        ("limitations", "About the review"),
        ("CMO", "Terms"),
        ("source check", "Source"),
    ],
)
def test_a_result_says_what_it_is(page: Page, query: str, kind: str) -> None:
    search(page, query)
    assert page.locator(".rl-search-kind").first.inner_text() == kind


def test_what_is_found_by_a_word_of_readers_alone_says_so(page: Page) -> None:
    said = page.locator(".rl-search-under")
    assert search(page, "america") == ["evidence/countries/"]
    assert said.inner_text() == "Found under “America”, which the page itself may not say."
    for query in ("stigma", "crisis"):
        search(page, query)
        assert said.count() == 0


def test_a_result_quotes_no_word_of_readers_as_one_of_its_page(page: Page) -> None:
    assert search(page, "attrition")[0] == "guidance/keeping-mothers/"
    quoted = page.locator(".rl-found-text").first.inner_text()
    assert "Reported drop-out was generally low" in quoted
    assert "attrition" not in quoted


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (
            "confidentiality",
            "The search finds no page with the word “confidentiality”. Nearest:",
        ),
        ("miscarriage group", "The search finds no page with the word “miscarriage”. Nearest:"),
        (
            "anxeity and volunters",
            "The search finds no page with the word “anxeity” or “volunters”. "
            "Nearest in spelling: “anxiety”, “volunteers”.",
        ),
        (
            "superviison miscarriage",
            "The search finds no page with the word “superviison”. Nearest in spelling: "
            "“supervision”. The search finds no page with the word “miscarriage”. Nearest:",
        ),
        ("group size", "No page about the review has all of these words. Nearest:"),
        ("comparing other mums", "No page about the review has all of these words. Nearest:"),
    ],
)
def test_where_no_page_has_what_was_typed_the_nearest_are_said_to_be_that(
    page: Page, query: str, said: str
) -> None:
    assert 0 < len(search(page, query)) <= 10
    note = page.locator(".rl-search-note")
    assert note.inner_text() == said
    search(page, "training")
    assert note.is_hidden()


@pytest.mark.parametrize(
    "spellings",
    [
        ("postnatal depression", "post natal depression", "post-natal depression"),
        ("peer supporter", "peer-supporter"),
        ("feel understood", "I don't feel understood", "I don’t feel understood"),
    ],
)
def test_what_is_spelt_otherwise_finds_the_same_without_a_word(
    page: Page, spellings: tuple[str, ...]
) -> None:
    found = [search(page, spelling) for spelling in spellings]
    assert found == [found[0]] * len(spellings)
    assert page.locator(".rl-search-note").is_hidden()


def test_the_words_for_the_nearest_in_spelling_are_those_of_pages_for_readers(build: Build) -> None:
    known = json.loads((build.folder / "pagefind/words.json").read_text(encoding="utf-8"))
    assert len(known) == len(set(known)) <= 5000
    assert {"volunteers", "anxiety", "suicidal", "whatsapp"} <= set(known)
    assert "pagefind" not in known  # stands in the decisions of contributors alone


def test_the_page_for_addresses_that_lead_nowhere_is_not_found(page: Page) -> None:
    assert "404.html" not in search(page, "no page at this address")


def test_what_stands_in_quotation_marks_is_sought_as_it_is(page: Page) -> None:
    found = search(page, '"what works, for whom"')
    assert found
    assert page.locator(".rl-search-note").is_hidden()


def test_results_are_announced_within_the_dialog(page: Page) -> None:
    """Beside an open dialog nothing is heard."""
    page.evaluate(HEARING)
    search(page, "Singapore")
    page.wait_for_function("() => window.heard.includes('3 results for Singapore')")


def test_count_and_note_are_read_aloud_as_one(page: Page) -> None:
    page.evaluate(HEARING)
    for letters in ("an", "anx", "anxeity"):
        page.locator(FIELD).fill(letters)
    search(page, "anxeity")
    page.wait_for_function("() => window.heard.length")
    page.wait_for_timeout(1000)
    said = "The search finds no page with the word “anxeity”. Nearest in spelling: “anxiety”."
    assert page.evaluate("window.heard") == [f"8 results for anxeity. {said}"]
    assert page.locator("dialog[open] :is([role=status], [aria-live])").count() == 1


def test_what_is_long_does_not_run_below_the_word_beside_it(page: Page) -> None:
    search(page, "what should we watch for when we set up a group " * 4)
    field = page.locator(FIELD)
    room = "e => e.getBoundingClientRect().right - parseFloat(getComputedStyle(e).paddingRight)"
    clear = page.locator(".rl-search-clear").bounding_box()
    assert clear is not None
    assert field.evaluate(room) <= clear["x"]


@pytest.mark.parametrize("query", ["xyzzyq", "bereavement", "Bame", "10.9999/none"])
def test_nothing_is_found_for_a_word_that_no_page_has(page: Page, query: str) -> None:
    assert search(page, query) == []
    note = page.locator(".rl-search-note")
    assert f"The search finds no page with the word “{query.lower()}”." in note.inner_text()
    ways = note.locator("a").evaluate_all("links => links.map(link => link.pathname)")
    assert ways == ["/help/", "/find/"]


def opened(browser: Browser, address: str, path: str = "/theories/p18/", **of: Any) -> Page:
    """A page with its search open, of a context of its own."""
    page = browser.new_page(base_url=address, **of)
    page.goto(path)
    page.keyboard.press("/")
    page.locator(FIELD).wait_for()
    return page


def test_a_link_to_the_page_itself_closes_the_dialog(browser: Browser, address: str) -> None:
    page = opened(browser, address, "/guidance/training/")
    search(page, "volunteer training")
    part = page.locator(".rl-found ul a").first
    assert part.evaluate("a => a.pathname") == "/guidance/training/"
    part.press("Enter")
    page.locator(".rl-search-dialog").wait_for(state="hidden")
    place = page.locator(f"#{page.url.partition('#')[2]}")
    page.wait_for_function("() => scrollY > 100")
    assert place.evaluate("e => e.getBoundingClientRect().top < innerHeight / 2")
    page.close()


def test_enter_leads_to_the_results_and_what_was_typed_is_typed_over(
    browser: Browser, address: str
) -> None:
    page = opened(browser, address)
    search(page, "stigma")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('.rl-found a')")
    page.keyboard.press("ArrowUp")  # to the field, which some browsers clear by the next key
    page.keyboard.press("Escape")
    page.locator(".rl-search-dialog").wait_for(state="hidden")
    page.keyboard.press("/")
    page.wait_for_function("() => getSelection().toString() === 'stigma'")
    page.keyboard.type("drop-out")
    assert page.locator(FIELD).input_value() == "drop-out"
    page.close()


def test_letters_open_the_search_also_where_a_box_to_tick_has_the_focus(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(base_url=address)
    page.goto("/interventions/")
    page.locator("main input[type=checkbox]").first.focus()
    page.keyboard.press("S")
    page.locator(FIELD).wait_for()
    page.close()


def test_keys_of_one_letter_can_be_turned_off_for_all_pages(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    link, keys = page.locator("a.rl-search"), page.get_by_label("/ and s open the search")
    assert keys.is_checked()
    assert link.get_attribute("aria-keyshortcuts") == "/ s"
    keys.uncheck()
    page.keyboard.press("Escape")
    page.goto("/interventions/")
    for key in ("/", "s"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert page.locator(".rl-search-dialog").count() == 0
    assert link.get_attribute("aria-keyshortcuts") is None
    link.click()
    keys.check()
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    page.locator(FIELD).wait_for()
    assert link.get_attribute("aria-keyshortcuts") == "/ s"
    page.close()


def test_keys_are_turned_off_for_a_page_where_a_browser_keeps_nothing(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(base_url=address)
    refused = "Object.defineProperty(window, 'localStorage', {get() { throw new Error(); }})"
    page.add_init_script(refused)
    page.goto("/theories/p18/")
    page.keyboard.press("/")
    page.get_by_label("/ and s open the search").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.wait_for_timeout(300)
    assert page.locator(".rl-search-dialog").is_hidden()
    page.close()


def test_enter_takes_the_keyboard_of_a_phone_away(browser: Browser, address: str) -> None:
    page = opened(browser, address, has_touch=True, is_mobile=True)
    search(page, "stigma")
    page.keyboard.press("Enter")
    assert not page.locator(FIELD).evaluate("e => e === document.activeElement")
    page.close()


def test_results_are_narrowed_by_what_they_are_and_what_is_recorded_of_them(
    browser: Browser, address: str
) -> None:
    page = opened(browser, address, viewport={"width": 320, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    everything = search(page, "depression")
    narrow = page.locator(".rl-narrow")
    narrow.locator("summary").press("Enter")
    kind, country = narrow.get_by_label("Kind"), narrow.get_by_label("Country")
    kind.select_option("Intervention")
    narrow.get_by_text(re.compile(r"^Narrowed to Intervention: \d+ of \d+$")).wait_for()
    assert {path.split("/")[0] for path in search(page, "depression")} == {"interventions"}
    assert narrow.get_by_label("Group of theories").is_hidden()  # no intervention has one
    assert "UK (7)" in country.locator("option").all_inner_texts()
    page.evaluate(HEARING)
    country.focus()
    country.select_option("UK")
    page.wait_for_function("() => window.heard.includes('7 results for depression')")
    assert country.evaluate("list => list === document.activeElement")
    assert page.locator(".rl-search-dialog").evaluate("e => e.scrollWidth <= innerWidth")
    assert search(page, "pagefind") == []
    # On how many pages for contributors the word stands is not told here.
    none = re.compile(
        r"(None of \d+ results fits|The one result does not fit) what is chosen below\."
    )
    assert page.get_by_text(none).is_visible()
    assert search(page, "kill myself") == ["help/"]
    narrow.get_by_role("button", name="Show all").click()
    assert search(page, "depression")[:2] == everything[:2]
    assert sum(url.endswith("/narrowings.json") for url in asked) == 1
    page.close()


def test_on_paper_the_page_stands_and_not_the_dialog(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    search(page, "stigma")
    page.emulate_media(media="print")
    assert page.locator(".rl-search-dialog").is_hidden()
    assert page.locator("h1").is_visible()
    page.close()


def test_where_the_index_cannot_be_loaded_the_lists_stand_in_for_it(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(base_url=address)
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto("/theories/p18/")
    page.keyboard.press("/")
    page.wait_for_url(f"{address}find/")
    page.close()


@pytest.mark.parametrize("query", ["depression", "depresion", "kill myself", "suicide"])
def test_where_a_part_of_the_index_cannot_be_loaded_no_word_is_said_to_be_nowhere(
    browser: Browser, address: str, query: str
) -> None:
    page = browser.new_page(base_url=address)
    # Of the context, since the search itself asks from a worker.
    page.context.route("**/pagefind/index/**", lambda route: route.abort())
    page.goto("/theories/p18/")
    page.keyboard.press("/")
    page.locator(FIELD).fill(query)
    note = page.locator(".rl-search-note")
    note.get_by_role("link", name="All pages, in lists").wait_for()
    assert note.inner_text().startswith("The search could not be loaded.")
    ways = note.locator("a").evaluate_all("links => links.map(link => link.pathname)")
    assert ways == ["/help/", "/find/"]
    assert page.locator(".rl-search-count").is_hidden()
    page.close()


def test_nothing_of_the_search_is_loaded_before_it_is_asked_for(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(base_url=address)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/theories/p18/", wait_until="networkidle")
    needed = ("/pagefind/", "/answers.js", "/search-dialog.")
    assert [url for url in asked if any(part in url for part in needed)] == []
    page.close()


def test_a_first_search_loads_what_it_shows_and_nothing_else(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(base_url=address, viewport={"width": 390, "height": 800})
    page.goto("/theories/p18/", wait_until="networkidle")
    asked: list[str] = []
    # Of the context, since the search itself asks from a worker.
    page.context.on("request", lambda request: asked.append(request.url.partition("?")[0]))
    page.keyboard.press("/")
    search(page, "depression")
    kinds = [re.sub(r"^.*/|[0-9a-f]{6,}", "", url) for url in asked if "/fragment/" not in url]
    assert sorted(kinds) == [
        "answers.js",
        "en_.pf_filter",
        "en_.pf_index",
        "help.json",
        "pagefind-entry.json",
        "pagefind-worker.js",
        "pagefind.en_.pf_meta",
        "pagefind.js",
        "search-dialog.css",
        "search-dialog.js",
        "wasm.en.pagefind",
    ]
    assert 0 < sum("/fragment/" in url for url in asked) <= 5 < page.locator(".rl-found").count()
    page.close()


def test_a_result_further_below_is_loaded_when_it_comes_into_sight(
    browser: Browser, address: str
) -> None:
    page = opened(browser, address, viewport={"width": 390, "height": 800})
    search(page, "depression")
    tenth = page.locator(".rl-found").nth(9)
    assert tenth.inner_text() == ""
    tenth.scroll_into_view_if_needed()
    tenth.locator("a").first.wait_for()
    page.close()


@pytest.mark.parametrize("key", ["ArrowDown", "Tab"])
@pytest.mark.parametrize(("width", "height"), [(320, 640), (1280, 800)])
def test_every_result_is_reached_by_keyboard(
    browser: Browser, address: str, key: str, width: int, height: int
) -> None:
    page = opened(browser, address, viewport={"width": width, "height": height})
    search(page, "group")
    places = page.locator(".rl-found")
    assert places.count() > 20
    heard = page.get_by_role("listitem").locator("xpath=self::li[@class='rl-found']")
    assert 0 < heard.count() < 20  # places that are empty are not told of
    page.locator(".rl-found a").first.focus()
    while not places.nth(15).evaluate("place => place.contains(document.activeElement)"):
        before = page.evaluate("() => (window.before = document.activeElement).textContent")
        page.keyboard.press(key)
        assert page.evaluate("() => before !== document.activeElement"), before
        assert page.evaluate("() => Boolean(document.activeElement.closest('.rl-found'))"), before
        page.wait_for_function(NEXT_LOADED)
    page.close()


def test_arrows_lead_through_the_results_and_back_to_the_field(
    browser: Browser, address: str
) -> None:
    page = opened(browser, address)
    search(page, "depression")
    ways = page.locator(".rl-found a")
    page.keyboard.press("ArrowDown")
    assert ways.nth(0).evaluate("e => e === document.activeElement")
    page.keyboard.press("ArrowDown")
    assert ways.nth(1).evaluate("e => e === document.activeElement")
    for _ in range(2):
        page.keyboard.press("ArrowUp")
    assert page.locator(FIELD).evaluate("e => e === document.activeElement")
    page.close()


def test_the_dialog_is_closed_beside_it_and_by_its_button(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    dialog = page.locator(".rl-search-dialog")
    page.mouse.click(5, 400)
    dialog.wait_for(state="hidden")
    page.keyboard.press("/")
    search(page, "stigma")
    page.get_by_role("button", name="Clear").click()
    page.locator(".rl-found").first.wait_for(state="detached")
    assert page.locator(FIELD).evaluate("e => e === document.activeElement")
    page.get_by_role("button", name="Close the search").click()
    dialog.wait_for(state="hidden")
    page.close()


def test_a_tap_on_what_is_empty_and_text_that_is_selected_leave_the_dialog_open(
    browser: Browser, address: str
) -> None:
    phone = opened(browser, address, has_touch=True, viewport={"width": 390, "height": 800})
    search(phone, "america")
    phone.touchscreen.tap(195, 700)
    phone.touchscreen.tap(195, 60)
    assert phone.locator(".rl-search-dialog").is_visible()
    phone.close()
    page = opened(browser, address)
    search(page, "stigma")
    text = page.locator(".rl-found-text").first.bounding_box()
    assert text is not None
    page.mouse.move(text["x"] + 5, text["y"] + 5)
    page.mouse.down()
    page.mouse.move(5, 400)
    page.mouse.up()
    page.wait_for_timeout(100)
    assert page.locator(".rl-search-dialog").is_visible()
    page.close()


def test_links_to_parts_of_a_page_are_large_enough_for_a_finger(
    browser: Browser, address: str
) -> None:
    page = opened(browser, address, viewport={"width": 320, "height": 640})
    search(page, "volunteer training")
    heights = page.locator(".rl-found li a").evaluate_all(
        "all => all.map(a => a.getBoundingClientRect().height)"
    )
    assert heights
    assert min(heights) >= 24
    page.close()


def test_where_there_is_nothing_to_choose_by_nothing_opens_onto_it(
    browser: Browser, address: str
) -> None:
    page = opened(browser, address)
    page.route("**/narrowings.json", lambda route: route.abort())
    search(page, "depression")
    narrow = page.locator(".rl-narrow")
    narrow.locator("summary").click()
    narrow.wait_for(state="detached")
    assert search(page, "stigma")
    page.close()


def test_the_way_to_the_search_is_a_link_as_it_says(browser: Browser, address: str) -> None:
    """What is told to be a button would have to answer to the space bar."""
    page = opened(browser, address)
    page.keyboard.press("Escape")
    link = page.get_by_role("link", name="Search", exact=True)
    link.focus()
    link.press("Enter")
    page.locator(FIELD).wait_for()
    page.close()


def test_without_javascript_the_way_to_the_search_leads_to_lists(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    page.goto("/theories/p18/")
    page.get_by_role("link", name="Search").click()
    page.wait_for_url(f"{address}find/")
    assert page.get_by_role("link", name="Interventions").count() > 1
    context.close()


def test_what_stands_on_every_page_is_not_searched(site: Pages, page: Page) -> None:
    said = "This page is made from"
    assert sum(said in words(main(tree)) for tree in site.proper.values()) > 100
    search(page, said)
    shown = page.locator(".rl-found-text").all_inner_texts()
    assert [text for text in shown if said in text] == []
