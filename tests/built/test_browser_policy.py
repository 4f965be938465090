"""The site under its own content security policy: nothing that it needs is stopped, scripts are."""

import re
import shutil
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from builds import Build
from lxml import etree, html
from playwright.sync_api import Browser, ConsoleMessage, Page
from serving import Handler, WithHeaders, serve

LOADING = ("audio", "base", "embed", "form", "iframe", "img", "link", "object", "source", "video")
PLANTED = "<script>document.title = 'ran'</script><img src=x onerror=\"document.title = 'ran'\">"


@pytest.fixture(scope="module")
def guarded(build: Build) -> Iterator[str]:
    """The address of the real site with its headers."""
    assert build.code == 0, build.output
    with serve(build.folder, WithHeaders) as served:
        yield served


@pytest.fixture
def said(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page of a browser, and what it says of broken policies and scripts."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page, found = context.new_page(), list[str]()

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            found.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: found.append(str(error)))
    yield page, found
    context.close()


Kind = tuple[str, frozenset[tuple[str, ...]]]


def kind(file: Path, site: Path) -> Kind:
    """The folder of a page, and all of it that a policy can stop: pages alike break it alike."""
    where, found = file.relative_to(site).parts[0], set()
    for element in html.parse(file).getroot().iter(etree.Element):
        tag, what = str(element.tag), element.get("rel", "")
        source = element.get("src") or element.get("href") or element.get("data") or ""
        if element.get("http-equiv") == "Content-Security-Policy":
            found.add(("policy", element.get("content", "")))
        if element.get("http-equiv") == "refresh":
            where = ""  # an other address of a page, which leads to it
        if tag == "script" or what == "stylesheet":
            found.add((tag, source.rpartition("/")[2]))
        if tag in LOADING:
            found.add((tag, what, source.rpartition(":")[0]))
        if tag in ("script", "style") and "json" not in element.get("type", ""):
            found.add((tag, element.text or ""))
        found |= {
            (tag, name) for name in map(str, element.keys()) if name == "style" or name[:2] == "on"
        }
    return where, frozenset(found)


def held(files: Iterable[Path], said: tuple[Page, list[str]], site: Path, address: str) -> None:
    page, found = said
    for file in files:
        page.goto(address + file.relative_to(site).as_posix(), wait_until="load")
    assert found == []


def test_no_kind_of_page_breaks_the_policy(
    said: tuple[Page, list[str]], build: Build, guarded: str
) -> None:
    kinds = {kind(file, build.folder): file for file in sorted(build.folder.rglob("*.html"))}
    assert len(kinds) > 20
    held(kinds.values(), said, build.folder, guarded)


@pytest.mark.deep
def test_no_page_breaks_the_policy(
    said: tuple[Page, list[str]], build: Build, guarded: str
) -> None:
    files = sorted(build.folder.rglob("*.html"))
    assert files
    held(files, said, build.folder, guarded)


def test_search_and_the_scheme_work_under_it(said: tuple[Page, list[str]], guarded: str) -> None:
    page, found = said
    page.goto(guarded)
    page.keyboard.press("/")
    page.locator(".rl-search-dialog [type=search]").fill("volunteer")
    page.locator(".rl-found a").first.wait_for()
    page.keyboard.press("Escape")
    before = page.locator("body").get_attribute("data-md-color-media")
    page.locator("label.md-header__button[for^=__palette]:visible").click()
    page.wait_for_function(
        "before => document.body.getAttribute('data-md-color-media') !== before", arg=before
    )
    chosen = page.locator("body").get_attribute("data-md-color-media")
    page.reload()
    assert page.locator("body").get_attribute("data-md-color-media") == chosen
    assert found == []


def test_a_chart_can_be_kept_as_png_under_it(
    said: tuple[Page, list[str]], build: Build, guarded: str
) -> None:
    page, found = said
    page.goto(guarded + "evidence/stated/")
    with page.expect_download() as begun:
        page.get_by_role("button", name="the same as PNG").click()
    png = begun.value.path().read_bytes()
    drawn = (build.folder / "figures/stated/map.svg").read_text(encoding="utf-8")
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', drawn)
    assert size is not None
    assert begun.value.suggested_filename == "map.png"
    assert png.startswith(b"\x89PNG")
    for dots, drawn_size in zip(struct.unpack(">II", png[16:24]), size.groups(), strict=True):
        assert dots == pytest.approx(2 * float(drawn_size), abs=2)
    assert len(png) > 20_000  # a drawing, and no empty sheet
    assert found == []


@pytest.mark.parametrize("server", [WithHeaders, Handler], ids=["header", "meta alone"])
def test_a_planted_script_does_not_run(
    said: tuple[Page, list[str]], build: Build, tmp_path: Path, server: type[Handler]
) -> None:
    page, found = said
    site = tmp_path / "site"
    shutil.copytree(build.folder, site)
    file = site / "help/index.html"
    html = file.read_text(encoding="utf-8")
    file.write_text(html.replace("</h1>", "</h1>" + PLANTED, 1), encoding="utf-8")
    with serve(site, server) as address:
        page.goto(address + "help/", wait_until="networkidle")
        assert page.title() != "ran"
    assert sum("Content Security Policy" in text for text in found) >= 2
