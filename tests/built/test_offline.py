"""The site as one zip, read from a disk: every link leads to a file, no search is promised."""

import re
import zipfile
from pathlib import Path

import pytest
from builds import GARDEN, realist
from playwright.sync_api import Browser

from generator.site.offline import pack


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a reader has after unpacking."""
    folder = tmp_path_factory.mktemp("stick")
    built = realist(GARDEN, folder / "site", "--offline")
    assert built.code == 0, built.output
    assert [f.name for f in folder.iterdir()] == ["site.zip"]
    with zipfile.ZipFile(folder / "site.zip") as packed:
        packed.extractall(folder)
    return folder / "site"


def test_every_link_of_every_page_leads_to_a_file(unpacked: Path) -> None:
    checked = 0
    for file in unpacked.rglob("*.html"):
        for link in re.findall(r'\b(?:href|src)="([^"#?]+)', file.read_text(encoding="utf-8")):
            if not re.match(r"[a-z]+:", link):
                assert (file.parent / link).is_file(), (file, link)
                checked += 1
    assert checked > 1000


def test_nothing_in_it_is_for_servers_or_for_a_search(unpacked: Path) -> None:
    names = {f.relative_to(unpacked).as_posix() for f in unpacked.rglob("*")}
    assert {"index.html", "theories/j01/index.html", "assets/realist.css"} <= names
    assert (
        names & {"_headers", "404.html", "sitemap.xml", "robots.txt", "pagefind", ".realist"}
        == set()
    )
    assert not any(re.search("pagefind|search-dialog|answers", name) for name in names)


def test_a_reader_finds_a_theory_and_explores_a_chart(unpacked: Path, browser: Browser) -> None:
    page = browser.new_page()
    errors: list[str] = []
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    page.goto((unpacked / "index.html").as_uri())
    page.keyboard.press("/")  # opens no search, which would not be there
    page.get_by_role("link", name="Find", exact=True).click()
    page.locator("main").get_by_role("link", name="theories").first.click()
    page.locator(".md-content a[href*='j01']").first.click()
    page.wait_for_url("**/theories/j01/index.html")
    page.locator("h1").wait_for()
    page.goto((unpacked / "evidence/plots/explore-by-plot/index.html").as_uri())
    page.locator(".rl-plot path.point").first.wait_for()
    assert errors == []
    page.close()


def test_the_same_site_gives_the_same_zip(unpacked: Path, tmp_path: Path) -> None:
    pack(unpacked, tmp_path / "site.zip")
    first = (tmp_path / "site.zip").read_bytes()
    for file in unpacked.rglob("*"):
        file.touch()
    pack(unpacked, tmp_path / "site.zip")
    assert (tmp_path / "site.zip").read_bytes() == first


def test_a_zip_that_cannot_be_written_leaves_the_last_one(unpacked: Path, tmp_path: Path) -> None:
    archive = tmp_path / "site.zip"
    archive.write_bytes(b"the last one")
    (unpacked / "broken.html").write_bytes(b"\xff")
    with pytest.raises(UnicodeDecodeError):
        pack(unpacked, archive)
    (unpacked / "broken.html").unlink()
    assert archive.read_bytes() == b"the last one"
    assert [f.name for f in tmp_path.iterdir()] == ["site.zip"]
