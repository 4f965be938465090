"""Every kind of page in a browser: no error, no stranger, no overflow, nothing that axe finds."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

KINDS = {
    "home": "",
    "guidance": "guidance/",
    "decision": "guidance/formats/",
    "theories": "theories/",
    "theory with many statements": "theories/p18/",
    "theory in both groups": "theories/h01/",
    "theory without a number": "theories/px1/",
    "model": "model/",
    "initial model": "model/initial/",
    "changes of the model": "model/changes/",
    "interventions": "interventions/",
    "intervention with a conflict": "interventions/i06/",
    "evidence": "evidence/",
    "table of choices": "evidence/formats/",
    "wide table": "evidence/interventions/",
    "chart of what is stated": "evidence/stated/",
    "charts of choices": "evidence/countries/",
    "charts of figures": "evidence/take-up/",
    "chart of steps": "evidence/lineage/",
    "middle-range theories": "middle-range-theories/",
    "middle-range theory": "middle-range-theories/attachment/",
    "source check": "source-check/",
    "article": "article/",
    "findings": "findings/",
    "glossary": "glossary/",
    "related evidence": "related-evidence/",
    "how to cite": "cite/",
    "data": "data/",
    "data dictionary": "data-dictionary/",
    "changes": "changes/",
    "help": "help/",
    "limitations": "limitations/",
    "methods": "methods/",
    "contributing": "contributing/",
    "page by hand with code": "contributing/architecture/",
    "not found": "404.html",
}
SCHEMES = {"light": "default", "dark": "slate"}
HEIGHT = 900
WIDE, PHONE, NARROWEST = 1280, 390, 320

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = {
    "light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "dark": ["cat.color"],
}
"""What axe looks for, by its tags: the same page in other colours differs in its colours only."""
OF_MATERIAL = {
    # Material names the navigation within a section by a label that holds an icon only, wherever
    # the section has a page of its own (navigation.indexes). No style changes that, and the
    # template that writes it is the whole navigation.
    ("landmark-unique", 'nav[data-md-level="1"]'),
}
"""What axe finds in the theme itself, as rule and selector: nothing else is let through."""

OVERFLOWING = """() => {
  const width = document.documentElement.clientWidth;
  const contained = (element) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
      if (getComputedStyle(box).overflowX !== "visible") return true;
    return false;
  };
  const wide = (element) => element.getBoundingClientRect().width > 0
    && element.getBoundingClientRect().right > width + 1
    && getComputedStyle(element).position !== "fixed";
  return [...document.querySelectorAll(".md-main *, .md-footer *")]
    .filter((element) => wide(element) && !contained(element))
    .map((element) => element.outerHTML.slice(0, 120));
}"""

SETTLED = """() => document.getAnimations().every((one) =>
    one.playState !== "running" || one.timeline !== document.timeline)  // what follows scrolling
  && [...document.querySelectorAll("pre > code")].every((code) =>
    code.scrollWidth > code.offsetWidth === code.hasAttribute("tabindex"))
  && !(scrollY === 0 && document.querySelector(".md-tabs[hidden]")?.offsetHeight)"""
"""Whether a page is as it will stay: Material marks code that scrolls a while after a resize, and
may take the tabs for scrolled away until it knows how high its header has become."""
NEXT_FRAMES = "() => new Promise((d) => requestAnimationFrame(() => requestAnimationFrame(d)))"
"""After these, what listens to a resize has begun to follow it."""


class Tab:
    """A page of the browser that records what goes wrong in it and whom it asks."""

    def __init__(self, page: Page, address: str, rules: list[str]) -> None:
        self.page = page
        self.address = address
        self.rules = rules
        self.errors: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def open(self, path: str) -> None:
        """Go to a page of the site at the wide size and forget what was before."""
        self.errors.clear()
        self.requests.clear()
        self.resize(WIDE)
        self.page.goto(self.address + path, wait_until="load")
        self.page.wait_for_function(SETTLED)

    def resize(self, width: int) -> None:
        """Make the window as wide as this, and wait until the page has followed."""
        self.page.set_viewport_size({"width": width, "height": HEIGHT})
        self.page.evaluate(NEXT_FRAMES)
        self.page.wait_for_function(SETTLED)

    def violations(self) -> list[str]:
        """What axe finds on the page as it is, but for what is Material’s own."""
        found = self.page.evaluate(
            "(tags) => axe.run(document, {resultTypes: ['violations'], runOnly: tags})", self.rules
        )
        return [
            f"{violation['id']}: {target} {node['failureSummary']}"
            for violation in found["violations"]
            for node, target in with_target(violation["nodes"])
            if (violation["id"], target) not in OF_MATERIAL
        ]


def with_target(nodes: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], str]]:
    """The nodes that axe names, each with its selector as one text."""
    return ((node, " ".join(map(str, node["target"]))) for node in nodes)


@pytest.fixture(scope="module", params=SCHEMES)
def scheme(request: pytest.FixtureRequest) -> str:
    """Light or dark, as the reader’s device says."""
    return str(request.param)


@pytest.fixture(scope="module")
def tab(browser: Browser, address: str, scheme: str) -> Iterator[Tab]:
    """A tab of a reader with that scheme, used for all pages."""
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    yield Tab(context.new_page(), address, RULES[scheme])
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_opens_fits_and_passes_axe(tab: Tab, scheme: str, kind: str) -> None:
    tab.open(KINDS[kind])
    assert tab.page.locator("body").get_attribute("data-md-color-scheme") == SCHEMES[scheme]
    tab.page.evaluate(AXE)
    for width in (WIDE, PHONE, NARROWEST):
        tab.resize(width)
        assert tab.page.evaluate("document.documentElement.scrollWidth") <= width
        assert tab.page.evaluate(OVERFLOWING) == [], width
        if width != NARROWEST:
            assert tab.violations() == [], width
    assert tab.errors == []
    assert [url for url in tab.requests if not url.startswith((tab.address, "data:"))] == []


def test_the_search_fits_and_passes_axe(tab: Tab) -> None:
    tab.open("theories/p18/")
    tab.page.evaluate(AXE)
    tab.page.keyboard.press("/")
    for words in ("anxeity", "xyzzyq"):
        tab.page.locator(".rl-search-dialog [type=search]").fill(words)
        tab.page.get_by_text(f"results for {words}").first.wait_for()
        for width in (WIDE, PHONE, NARROWEST):
            tab.resize(width)
            assert tab.page.locator(".rl-search-found").evaluate("e => e.scrollWidth") <= width
            assert tab.violations() == [], width
        if words == "anxeity":
            tab.page.locator(".rl-narrow summary").click()
            tab.page.get_by_label("Country").wait_for()
            assert tab.violations() == []


def test_axe_and_the_measure_of_width_find_what_is_wrong(tab: Tab) -> None:
    tab.open("help/")
    tab.page.evaluate(AXE)
    # Through the object model, since the policy of the page lets no style attribute in.
    tab.page.evaluate(
        """() => {
          const add = (name, text, styles) => {
            const element = document.createElement(name);
            element.textContent = text;
            Object.assign(element.style, styles);
            document.querySelector("article").append(element);
          };
          add("p", "pale", {color: "#999", background: "#aaa"});
          add("div", "wide", {width: "2000px"});
        }"""
    )
    assert any(found.startswith("color-contrast") for found in tab.violations())
    assert len(tab.page.evaluate(OVERFLOWING)) == 1


def test_wide_tables_scroll_within_their_frame(tab: Tab) -> None:
    tab.open(KINDS["wide table"])
    tab.resize(PHONE)
    frame = tab.page.locator(".rl-explored")
    assert frame.evaluate("e => e.scrollWidth > e.clientWidth")
    assert frame.get_attribute("tabindex") == "0"
