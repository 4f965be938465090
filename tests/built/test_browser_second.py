"""The second invented review in a browser: what only it has passes axe, wide and on a phone."""

from collections.abc import Iterator

import pytest
from builds import MENDING, realist
from playwright.sync_api import Browser
from serving import serve
from test_browser import AXE, OVERFLOWING, PHONE, RULES, WIDE, Tab

PATHS = {
    "home": "",
    "theories with confidence": "theories/",
    "theory with parts, confidence, chain and studies": "theories/m01/",
    "theory at the end of a chain": "theories/m02/",
    "theory that a study contradicts": "theories/m03/",
    "model": "model/",
    "studies": "studies/",
    "study": "studies/cedar/",
    "theories by studies": "evidence/borne-out/",
    "demi-regularity": "findings/",
    "source check": "source-check/",
    "tables as places": "article/",
    "how to cite": "cite/",
    "data": "data/",
}


@pytest.fixture(scope="module")
def tab(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    """A tab that is used for all pages of the second review."""
    built = realist(MENDING, tmp_path_factory.mktemp("mending") / "site", "--strict")
    assert built.code == 0, built.output
    with serve(built.folder) as address:
        context = browser.new_context()
        yield Tab(context.new_page(), address, RULES["light"])
        context.close()


@pytest.mark.parametrize("kind", PATHS)
def test_a_page_opens_fits_and_passes_axe(tab: Tab, kind: str) -> None:
    tab.open(PATHS[kind])
    tab.page.evaluate(AXE)
    for width in (WIDE, PHONE):
        tab.resize(width)
        assert tab.page.evaluate("document.documentElement.scrollWidth") <= width
        assert tab.page.evaluate(OVERFLOWING) == [], width
        assert tab.violations() == [], width
    assert tab.errors == []
