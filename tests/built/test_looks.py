"""How ten pages of the example review are laid out and coloured, as it was when somebody looked.

A picture of a page has the fonts of the machine that made it, and would fail on every other one. So
what is kept is what a picture shows beside its letters: each block’s place from the left, its width
and its size of letters, at two widths, and its colours in both schemes. Heights depend on letters.

After a change that is meant: `REALIST_REGOLD=1 pytest tests/built/test_looks.py`, and look at the
pages.
"""

import os
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from reviews import EXAMPLES
from test_browser import SCHEMES, SETTLED

from generator.site import assemble
from generator.site.look import STYLES

PAGES = {
    "home": "",
    "guidance": "guidance/starting-a-garden/",
    "theories": "theories/",
    "theory": "theories/j01/",
    "model": "model/",
    "interventions": "interventions/",
    "intervention": "interventions/s01/",
    "charts": "evidence/side-by-side/",
    "source-check": "source-check/",
    "help": "help/",
}
WIDTHS = (1280, 390)
PARTS = Path(assemble.__file__).parent / "assets" / "styles"
CLOSE = 2
"""In pixels: what rounding may do to a place or a width."""

BLOCKS = """() => {
  const sized = /flex|inline|table/;  // what its text makes as wide as it is
  const free = (element) => {
    for (let box = element; box && !box.matches("article"); box = box.parentElement)
      if (box !== element && sized.test(getComputedStyle(box).display)) return false;
    return !/inline/.test(getComputedStyle(element).display);
  };
  const name = (element) => [element.localName,
    ...[...element.classList].filter((one) => /^rl-/.test(one))].join(".");
  const frame = ".md-header, .md-tabs, .md-sidebar, .md-footer, article";
  return [...document.querySelectorAll(`${frame}, article *`)]
    .filter((it) => it.matches(`${frame}, h1, h2, h3, figure, svg, [class*='rl-']`))
    .filter((it) => !it.matches("svg *, table, table *, .rl-meta"))  // as wide as their letters
    .filter((it) => it.checkVisibility({visibilityProperty: true}) && !it.closest(".rl-hidden"))
    .filter((it) => !it.closest("article") || free(it))
    .map((it) => [it.getBoundingClientRect(), getComputedStyle(it), it])
    .map(([box, style, it]) => ({name: name(it), left: Math.round(box.left),
      width: Math.round(box.width), letters: style.fontSize,
      ink: style.color, paper: style.backgroundColor}));
}"""
OTHER_FONTS = ":root { --md-text-font: monospace !important; --rl-serif: monospace !important }"


@pytest.fixture
def page(browser: Browser, garden_address: str) -> Iterator[Page]:
    """A reader whose page may be given other fonts."""
    context = browser.new_context(base_url=garden_address, bypass_csp=True)
    yield context.new_page()
    context.close()


def blocks(page: Page) -> list[dict[str, str]]:
    """The blocks that are seen, in their order."""
    page.wait_for_function(SETTLED)
    found: list[dict[str, str]] = page.evaluate(BLOCKS)
    return found


def places(page: Page, width: int) -> list[str]:
    """A line for each block, or for several in a row that are alike."""
    page.set_viewport_size({"width": width, "height": 900})
    lines = (f"{b['name']} at {b['left']} width {b['width']} {b['letters']}" for b in blocks(page))
    return [next(alike) for _, alike in groupby(lines)]


def colours(page: Page, scheme: str) -> list[str]:
    """The colours of each kind of block."""
    # As the theme does it; the example review has not asked it to follow the reader’s device.
    page.evaluate(
        "name => document.body.setAttribute('data-md-color-scheme', name)", SCHEMES[scheme]
    )
    return sorted({f"{b['name']} {b['ink']} on {b['paper']}" for b in blocks(page)})


def look(page: Page) -> str:
    """All that is kept of a page."""
    parts = {f"{width} pixels": places(page, width) for width in WIDTHS}
    parts |= {scheme: colours(page, scheme) for scheme in SCHEMES}
    return "\n".join(f"{title}\n  " + "\n  ".join(lines) for title, lines in parts.items()) + "\n"


def differences(one: str, other: str) -> list[str]:
    """The lines that are not the same, but for what rounding may do to their numbers."""
    both = one.splitlines(), other.splitlines()
    if len(both[0]) != len(both[1]):
        return sorted(set(both[0]) ^ set(both[1]))
    return [f"{a} | {b}" for a, b in zip(*both, strict=True) if not alike(a, b)]


def alike(one: str, other: str) -> bool:
    """Whether two lines say the same, with numbers that are close."""
    numbers = [list(map(float, re.findall(r"\d+(?:\.\d+)?", line))) for line in (one, other)]
    words = [re.sub(r"\d+(?:\.\d+)?", "#", line) for line in (one, other)]
    return words[0] == words[1] and all(abs(a - b) <= CLOSE for a, b in zip(*numbers, strict=True))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_did(page: Page, name: str) -> None:
    golden = EXAMPLES / "looks" / f"{name}.txt"
    page.goto(f"/{PAGES[name]}")
    seen = look(page)
    if os.environ.get("REALIST_REGOLD"):
        golden.write_text(seen, encoding="utf-8")
    assert differences(seen, golden.read_text(encoding="utf-8")) == []


def test_other_fonts_change_nothing_that_is_kept_and_another_style_does(page: Page) -> None:
    page.goto("/theories/j01/")
    before = look(page)
    page.add_style_tag(content=OTHER_FONTS)
    assert differences(look(page), before) == []
    page.add_style_tag(content=".rl-facts { padding: 0 9px; color: #123456 }")
    assert differences(look(page), before)


RULES = """(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map((rule) => rule.cssText.replace(/, /g, ","));
}"""
"""What a browser makes of a style sheet; it keeps the spaces in values of properties of our own."""


def test_the_style_sheet_says_the_same_as_it_is_written_and_as_it_is_sent(
    page: Page, garden_address: str
) -> None:
    written = "\n".join((PARTS / f"{name}.css").read_text("utf-8") for name in STYLES)
    sent = page.request.get(f"{garden_address}assets/realist.css").text()
    assert len(sent) < len(written)
    page.goto("help/")
    assert page.evaluate(RULES, sent) == page.evaluate(RULES, written)
