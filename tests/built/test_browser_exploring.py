"""A chart is explored in a browser: by pointer, touch, keyboard and legend, under one policy."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from builds import Build
from lxml.html import HtmlElement
from pages import Pages
from playwright.sync_api import Browser, Page, expect
from serving import WithHeaders, serve
from test_browser import AXE, OVERFLOWING, RULES

MAP, GRID = "evidence/stated/explore-map/", "evidence/countries/explore-formats-and-countries/"
SHIFTS = """() => { globalThis.shifted = 0; new PerformanceObserver((seen) => {
  for (const one of seen.getEntries()) shifted += one.value;
}).observe({type: "layout-shift", buffered: true}); }"""
SEEN = ".rl-points [data-state]:visible"
HOVERED = ".rl-plot .hovertext"


@dataclass
class Tab:
    """A page of a browser, what it asked for, and what it said of broken policies and scripts."""

    page: Page
    address: str
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def explore(self, path: str) -> None:
        """Open a page and wait for its chart."""
        self.page.goto(self.address + path)
        expect(self.page.locator(".rl-plot .points").first).to_be_attached()
        expect(self.page.get_by_role("button", name="Whole chart again")).to_be_enabled()


@pytest.fixture(scope="module")
def guarded(build: Build) -> Iterator[str]:
    """The address of the real site with its headers."""
    assert build.code == 0, build.output
    with serve(build.folder, WithHeaders) as served:
        yield served


@pytest.fixture(params=[{"width": 1280, "height": 900}], ids=["desk"])
def tab(request: pytest.FixtureRequest, browser: Browser, guarded: str) -> Iterator[Tab]:
    """A reader at a desk, or with what a test asks for."""
    context = browser.new_context(viewport=request.param, has_touch=request.param["width"] < 400)
    made = Tab(context.new_page(), guarded)
    made.page.on("request", lambda asked: made.asked.append(asked.url))
    made.page.on("console", lambda said: made.said.append(f"{said.type}: {said.text}"))
    made.page.on("pageerror", lambda error: made.said.append(str(error)))
    yield made
    context.close()


def mark(tab: Tab, label: str, item: str) -> tuple[float, float]:
    """Where the mark of an intervention lies, in the line of an attribute."""
    found = tab.page.evaluate(
        """([label, item]) => {
          const plot = document.querySelector(".rl-plot");
          const rows = [...document.querySelectorAll(".rl-points [data-state]")];
          const n = rows.findIndex((row) => row.parentElement.dataset.label === label
            && row.dataset.column === item);
          const trace = plot.data.findIndex((one) => one.customdata.includes(n));
          const at = plot.data[trace].customdata.indexOf(n);
          const drawn = plot.querySelectorAll(".trace.scatter")[trace];
          const shape = drawn.querySelectorAll("path.point")[at];
          shape.scrollIntoView({block: "center"});
          const {x, y, width, height} = shape.getBoundingClientRect();
          return [x + width / 2, y + height / 2];
        }""",
        [label, item],
    )
    return found[0], found[1]


def violations(tab: Tab) -> list[str]:
    """What axe finds wrong."""
    tab.page.evaluate(AXE)
    ran = "rules => axe.run(document, {runOnly: rules}).then(r => r.violations.map(v => v.id))"
    found: list[str] = tab.page.evaluate(ran, RULES["light"])
    return found


def test_a_reader_follows_the_link_and_finds_each_entry_by_pointer(tab: Tab) -> None:
    tab.page.add_init_script(f"({SHIFTS})()")
    tab.page.goto(tab.address + "evidence/stated/")
    tab.page.wait_for_load_state("networkidle")
    assert not [url for url in tab.asked if "plotly" in url]
    tab.page.get_by_role("link", name="Explore this chart").click()
    tab.page.wait_for_url(f"**/{MAP}")
    expect(tab.page.locator(".rl-plot path.point")).to_have_count(924)
    tab.page.mouse.move(*mark(tab, "Country", "#15"))
    expect(tab.page.locator(HOVERED)).to_contain_text("#15")
    told = tab.page.locator(HOVERED).text_content() or ""
    assert "Country:" in told
    assert "contradiction" in told
    tab.page.mouse.click(*mark(tab, "Country", "#15"))
    expect(tab.page.locator(".rl-told")).to_contain_text("USA and Canada (contradiction)")
    assert tab.page.evaluate("shifted") < 0.01
    tab.page.locator(".rl-told a").click()
    tab.page.wait_for_url("**/interventions/i15/")
    assert tab.said == []
    assert {url for url in tab.asked if not url.startswith((tab.address, "data:"))} == set()


def test_the_table_names_each_mark_to_the_keyboard_and_the_legend_hides_states(tab: Tab) -> None:
    tab.explore(GRID)
    tab.page.get_by_label("Reported").uncheck()
    expect(tab.page.locator(".rl-plot path.point")).to_have_count(6)
    expect(tab.page.locator(SEEN)).to_have_count(6)
    expect(tab.page.locator(".rl-explorer-status")).to_have_text("6 of 24 entries shown.")
    tab.page.locator(f"{SEEN} a").first.focus()
    tab.page.keyboard.press("Tab")
    name = tab.page.evaluate("document.activeElement.textContent")
    expect(tab.page.locator(HOVERED)).to_contain_text(name.split()[0])
    expect(tab.page.locator(".rl-told a")).to_have_text(name)
    tab.page.get_by_label("Lines").select_option(label="Group in person")
    expect(tab.page.locator(".rl-plot .ytick")).to_have_count(6)
    groups = tab.page.locator(".rl-points tbody:visible")
    assert set(groups.evaluate_all("all => all.map(one => one.dataset.group)")) == {
        "Group in person"
    }
    # By keyboard: the theme's way back to the top comes and goes over what a pointer would press.
    tab.page.get_by_role("button", name="Whole chart again").press("Enter")
    expect(tab.page.locator(".rl-plot .ytick")).to_have_count(17)
    assert tab.said == []


@pytest.mark.parametrize("tab", [{"width": 390, "height": 800}], indirect=True, ids=["phone"])
def test_it_works_by_touch_on_a_phone(tab: Tab) -> None:
    tab.explore(GRID)
    tab.page.touchscreen.tap(*mark(tab, "Canada", "#6"))
    expect(tab.page.locator(".rl-told")).to_contain_text("UK and Canada (contradiction)")
    assert tab.page.evaluate(OVERFLOWING) == []
    assert tab.said == []


def test_a_drawn_chart_passes_axe_and_follows_the_scheme(tab: Tab) -> None:
    tab.explore(GRID)
    assert violations(tab) == []
    ink = "() => getComputedStyle(document.querySelector('.rl-plot .ytick text')).fill"
    light = tab.page.evaluate(ink)
    tab.page.locator("label.md-header__button[for^=__palette]:visible").click()
    tab.page.wait_for_function(
        f"light => document.body.dataset.mdColorScheme === 'default' || ({ink})() !== light",
        arg=light,
    )
    tab.page.emulate_media(forced_colors="active", color_scheme="dark")
    expect(tab.page.locator(".rl-plot .gridlayer path")).to_have_count(0)
    assert tab.said == []


def test_without_scripts_the_page_leads_to_the_chart_that_needs_none(
    browser: Browser, guarded: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(guarded + MAP)
    assert page.locator(SEEN).count() == 924
    page.locator(".rl-plot").get_by_role("link", name="The chart that needs none").click()
    page.wait_for_url("**/evidence/stated/#map")
    context.close()


def loads(tree: HtmlElement) -> bool:
    return bool(
        tree.xpath("//*[contains(@href, 'assets/plotly/') or contains(@src, 'assets/plotly/')]")
    )


def test_no_other_page_and_no_search_or_sitemap_knows_of_it(site: Pages) -> None:
    exploring = {address for address in site.trees if "/explore-" in address}
    assert {address for address, tree in site.trees.items() if loads(tree)} == exploring
    assert MAP in exploring
    for address in exploring:
        assert site[address].xpath('//meta[@name="robots"]/@content') == ["noindex"]
        assert site[address].xpath('//article[@data-pagefind-ignore="all"]//h1')
    assert "/explore-" not in (site.folder / "sitemap.xml").read_text(encoding="utf-8")
