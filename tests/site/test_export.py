import os
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml
from reviews import GARDEN, edit

from generator import side_by_side
from generator.site import export as module
from generator.site import writing
from generator.site.assemble import Site
from generator.site.build import build
from generator.site.export import export
from generator.site.staging import MARKER, NotOursError

ADDRESS = "https://gardens.test/review/"


@pytest.fixture(scope="module")
def site() -> Site:
    found = build(GARDEN).site
    assert found is not None
    return found


@pytest.fixture(scope="module")
def exported(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("export") / "new" / "folder"
    export(site, GARDEN, target)
    return target


@pytest.mark.slow
def test_every_page_and_file_is_written(site: Site, exported: Path):
    for page in site.pages:
        assert (exported / "docs" / page.address.source).is_file()
    for path, content in site.files.items():
        written = (exported / "docs" / path).read_bytes()
        assert written == (content if isinstance(content, bytes) else content.encode("utf-8"))
    assert (exported / MARKER).is_file()


def test_the_settings_say_what_the_review_says(site: Site, exported: Path):
    settings = yaml.safe_load((exported / "mkdocs.yml").read_text(encoding="utf-8"))
    assert "site_url" not in settings  # its address is none yet
    assert settings["nav"] == site.nav
    assert settings["site_name"].startswith("Community gardens")


@pytest.mark.slow
def test_the_address_is_told_where_there_is_one(garden_copy: Path, tmp_path: Path):
    edit(garden_copy, ("seeds/review.yml", "https://garden-review.example/\n", ADDRESS + "\n"))
    found = build(garden_copy).site
    assert found is not None
    export(found, GARDEN, tmp_path / "out")
    settings = yaml.safe_load((tmp_path / "out/mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["site_url"] == ADDRESS


def test_own_settings_win_over_those_of_the_review(site: Site, tmp_path: Path):
    (tmp_path / "mkdocs.yml").write_text("site_url: https://mine.example/\nsite_name: Mine\n")
    export(site, tmp_path, tmp_path / "out")
    settings = yaml.safe_load((tmp_path / "out/mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["site_url"] == "https://mine.example/"


def test_every_link_leads_to_a_page_that_was_written(site: Site, exported: Path):
    known = {page.address.path for page in site.pages} | set(site.files)
    for page in site.pages:
        text = (exported / "docs" / page.address.source).read_text(encoding="utf-8")
        start = "https://x/" + page.address.source.rpartition("/")[0]
        start += "/" if not start.endswith("/") else ""
        for link in re.findall(r'href="([^"#:]+)(?:#[^"]*)?"', text):
            assert urljoin(start, link).removeprefix("https://x/") in known, (page.address, link)


@pytest.mark.parametrize("name", ["mine.txt", ".hidden"])
def test_a_folder_with_anything_else_in_it_is_left_alone(site: Site, tmp_path: Path, name: str):
    (tmp_path / name).write_text("mine")
    with pytest.raises(NotOursError):
        export(site, GARDEN, tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_an_empty_folder_may_be_filled(site: Site, tmp_path: Path):
    export(site, GARDEN, tmp_path)
    assert (tmp_path / "docs/index.md").is_file()


def test_nobody_writes_on_where_a_page_fails(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_: object) -> None:
        raise KeyError("no such page")

    monkeypatch.setattr(side_by_side, "_cores", lambda: 2)
    monkeypatch.setattr(writing, "_WORTH", 1)
    monkeypatch.setattr(module, "_write_page", fail)
    with pytest.raises(KeyError, match="no such page"):
        export(site, GARDEN, tmp_path / "out")
    with pytest.raises(ChildProcessError):  # there is none
        os.waitpid(-1, os.WNOHANG)
    assert list(tmp_path.rglob("*")) == []
