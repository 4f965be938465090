"""Every page in every look and at every width, for `make test-deep`: axe, and nothing sideways.

Every proposal is held to a sample of the same (test_browser.py); all of it takes too long for that.
"""

from collections.abc import Iterator

import pytest
from builds import Build
from pages import Pages
from playwright.sync_api import Browser
from serving import serve
from test_browser import AXE, NARROWEST, OVERFLOWING, RULES, SCHEMES, SETTLED, WIDE, Tab

pytestmark = pytest.mark.deep

MIDDLE = 768
LOOKS = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
}
OUT_OF_REACH = """() => [...document.querySelectorAll("article *")].filter((element) =>
  element.scrollWidth > element.clientWidth + 1
  && ["auto", "scroll"].includes(getComputedStyle(element).overflowX)
  && !(element.tabIndex === 0 && (element.ariaLabel || element.matches("pre > code"))),
).map((element) => element.outerHTML.slice(0, 120))"""
"""What scrolls sideways, but has no name or cannot be reached by keyboard."""


@pytest.fixture(scope="module")
def tab(browser: Browser, build: Build) -> Iterator[Tab]:
    """A tab that is used for all pages."""
    with serve(build.folder) as address:
        context = browser.new_context()
        yield Tab(context.new_page(), address, RULES["light"])
        context.close()


def cut_by_scrolling(found: str) -> bool:
    """Whether a link is only small since the edge of the navigation, which scrolls, lies on it."""
    return found.startswith("target-size") and "partially obscured" in found


def problems(tab: Tab, look: str) -> Iterator[str]:
    """What is wrong with the page that is open, in a look, at each width."""
    tab.page.emulate_media(**LOOKS[look])  # type: ignore[arg-type]
    scheme = SCHEMES["light" if look == "light" else "dark"]
    tab.page.wait_for_function(f"() => document.body.dataset.mdColorScheme === '{scheme}'")
    tab.rules = RULES["light" if look == "light" else "dark"]
    for width in (NARROWEST, MIDDLE, WIDE):
        tab.resize(width)
        tab.page.wait_for_function(SETTLED)
        found = [
            *(one for one in tab.violations() if not cut_by_scrolling(one)),
            *(f"sticks out: {one}" for one in tab.page.evaluate(OVERFLOWING)),
            *(f"scrolls out of reach: {one}" for one in tab.page.evaluate(OUT_OF_REACH)),
        ]
        if tab.page.evaluate("document.documentElement.scrollWidth") > width:
            found.append("scrolls sideways")
        yield from (f"{look}, {width}: {one}" for one in found)


def test_every_page_passes_axe_in_every_look_at_every_width(tab: Tab, site: Pages) -> None:
    wrong = {}
    for path in site.trees:
        tab.open(path)
        tab.page.evaluate(AXE)
        found = [one for look in LOOKS for one in problems(tab, look)] + tab.errors
        if found:
            wrong[path] = found
    assert len(site.trees) > 100
    assert not wrong, "\n".join(f"{path}: {one}" for path, all in wrong.items() for one in all)
