"""Whatever stands in a title is text everywhere on the site, in the themes' own templates too.

Every title, label and caption of the invented review holds something that would mean something to
HTML, to a script or to Markdown; what the check refuses of it is let through.
"""

import copy
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from builds import GARDEN, run
from pages import Pages, read
from payloads import PAYLOADS
from playwright.sync_api import Browser
from serving import Handler, serve
from yaml_edits import at, places, write
from yaml_edits import read as read_files

from generator.cli.mkdocs import build_site
from generator.library import corpus
from generator.site.build import build
from generator.site.export import export

QUOTED = """Sow <b early, R&D, "quoted" 'x' [a] (b)"""
NASTY = [QUOTED, *(payload for payload in PAYLOADS if "\n" not in payload and "{" not in payload)]
TITLES = {"title", "label", "caption", "notice", "link", "name", "term", "noun"}
TEXTS = {"description", "lead", "subject", "intro", "meaning"}


def nasty_review(folder: Path) -> Path:
    """The invented review with another of these at each such place."""
    files = copy.deepcopy(read_files(GARDEN))
    changed = 0
    for content in files.values():
        for way in places(content):
            value = at(content, way)
            if isinstance(value, str) and way[-1] in TITLES | TEXTS:
                at(content, way[:-1])[way[-1]] = NASTY[changed % len(NASTY)]
                changed += 1
            elif isinstance(value, str) and way[-1] == "numbered":
                at(content, way[:-1])[way[-1]] = f"{QUOTED} {{number}}"
    files["theories/j01.yml"]["title"] = QUOTED
    assert changed > 3 * len(NASTY)
    return write(files, folder, GARDEN)


@pytest.fixture(scope="module")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Its site."""
    folder = tmp_path_factory.mktemp("nasty")
    review = nasty_review(folder / "review")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(corpus, "refused", lambda _: ())
        built = build(review)
    assert built.site is not None, built.diagnostics
    build_site(review, folder / "site", built=built)
    export(built.site, review, folder / "export")
    return read(folder / "site")


@pytest.fixture(scope="module")
def nasty_elsewhere(nasty: Pages) -> Pages:
    """The same, as Zensical builds it."""
    folder = nasty.folder.parent / "export"
    made = run("zensical", "build", cwd=folder)
    assert made.returncode == 0, made.stdout + made.stderr
    return read(folder / "site")


@pytest.fixture(scope="module")
def garden_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The invented review as it is, as Zensical builds it."""
    folder = tmp_path_factory.mktemp("elsewhere")
    site = build(GARDEN).site
    assert site is not None
    export(site, GARDEN, folder / "export")
    made = run("zensical", "build", cwd=folder / "export")
    assert made.returncode == 0, made.stdout + made.stderr
    return read(folder / "export" / "site")


def names(pages: Pages) -> set[tuple[str, str]]:
    """The elements of all pages, each with the name of every attribute."""
    return {
        (str(element.tag), name)
        for tree in pages.trees.values()
        for element in tree.iter()
        for name in ("", *element.attrib)
    }


def test_a_title_makes_no_element_and_no_attribute(nasty: Pages, garden: Pages) -> None:
    assert names(nasty) - names(garden) == set()


def test_a_title_makes_none_with_the_other_engine(
    nasty_elsewhere: Pages, garden_elsewhere: Pages
) -> None:
    assert names(nasty_elsewhere) - names(garden_elsewhere) == set()


@pytest.mark.parametrize("engine", ["nasty", "nasty_elsewhere"])
def test_a_title_is_read_as_it_was_written(engine: str, request: pytest.FixtureRequest) -> None:
    page = request.getfixturevalue(engine)["theories/j01/"]
    said = page.xpath("//title")[0].text_content().strip()
    assert said.startswith(f"{QUOTED} 1: {QUOTED} - ")
    assert QUOTED in page.xpath("//h1")[0].text_content()
    assert any(QUOTED in link.text_content() for link in page.xpath("//nav//a"))


class WithoutPolicy(Handler):
    """Serves pages that a policy does not guard, so that what would run runs."""

    def send_head(self):
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if file.suffix == ".html" and file.is_file():
            html = file.read_text(encoding="utf-8")
            guarded = '<meta http-equiv="Content-Security-Policy"[^>]*>'
            file.write_text(re.sub(guarded, "", html), encoding="utf-8")
        return super().send_head()


@pytest.fixture(scope="module")
def unguarded(nasty: Pages) -> Iterator[str]:
    """The address of that site, without its policy."""
    with serve(nasty.folder, WithoutPolicy) as served:
        yield served


def test_nothing_runs_in_a_browser_even_without_the_policy(
    browser: Browser, nasty: Pages, unguarded: str
) -> None:
    page, ran, asked = browser.new_page(), list[str](), list[str]()
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: asked.append(request.url))
    for address in nasty.trees:
        page.goto(unguarded + address, wait_until="load")
        page.mouse.move(300, 300)
    assert ran == []
    assert [url for url in asked if not url.startswith((unguarded, "data:"))] == []
    page.close()


@pytest.mark.parametrize("words", ["alert", "evil", "Sow", "onmouseover"])
def test_what_the_search_finds_is_text(browser: Browser, unguarded: str, words: str) -> None:
    page, ran = browser.new_page(), list[str]()
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    page.goto(unguarded)
    page.locator(".rl-search").click()
    page.locator(".rl-search-dialog [type=search]").fill(words)
    found = page.locator(".rl-found")
    found.first.wait_for()
    made = found.evaluate_all(
        "all => [...new Set(all.flatMap(one => [...one.querySelectorAll('*')])"
        ".flatMap(e => [e.localName, ...e.getAttributeNames().map(n => e.localName + ' ' + n)]))]"
    )
    assert set(made) <= {
        "p", "a", "a href", "span", "span class", "p class", "mark", "ul", "li",
    }  # fmt: skip
    assert ran == []
    page.close()
