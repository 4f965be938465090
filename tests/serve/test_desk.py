"""What a state of a review that is served keeps of those before it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from reviews import GARDEN, edit

from generator.cli.mkdocs import build_site, settings
from generator.serve.desk import Desk
from generator.site.build import build

pytestmark = pytest.mark.slow


@pytest.fixture
def review(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GARDEN, tmp_path / "garden", ignore=shutil.ignore_patterns("site")))


@pytest.fixture
def desk(review: Path) -> Iterator[Desk]:
    with Desk(review, settings) as opened:
        opened.look()
        yield opened


def answers(desk: Desk, *paths: str) -> list[bytes | None]:
    assert desk.answers is not None
    return [desk.answers(path) for path in paths]


def test_a_theme_of_ones_own_is_served_as_it_is_now(desk: Desk, review: Path) -> None:
    own = review / "overrides"
    own.mkdir()
    (own / "404.html").write_text("One", encoding="utf-8")
    edit(review, ("mkdocs.yml", "theme:\n", "theme:\n  custom_dir: overrides\n"))
    desk.look()
    assert answers(desk, "404.html", "new.css") == [b"One", None]
    (own / "404.html").write_text("Two", encoding="utf-8")
    (own / "new.css").write_text("a {}", encoding="utf-8")
    desk.look()
    assert answers(desk, "404.html", "new.css") == [b"Two", b"a {}"]
    (review / "mkdocs.yml").write_bytes((GARDEN / "mkdocs.yml").read_bytes())
    desk.look()
    with Desk(review, settings) as fresh:
        fresh.look()
        assert answers(desk, "404.html", "new.css") == answers(fresh, "404.html", "new.css")


def test_settings_that_another_file_holds_are_those_of_now(desk: Desk, review: Path) -> None:
    (review / "mkdocs.yml").rename(review / "base.yml")
    (review / "mkdocs.yml").write_text("INHERIT: base.yml\n", encoding="utf-8")
    desk.look()
    (review / "own").mkdir()
    (review / "own" / "404.html").write_text("One", encoding="utf-8")
    edit(review, ("base.yml", "theme:\n", "theme:\n  custom_dir: own\n"))
    desk.look()
    assert answers(desk, "404.html") == [b"One"]


def test_a_page_that_the_navigation_gives_no_title_has_its_own_before_it_is_looked_at(
    desk: Desk, review: Path, tmp_path: Path
) -> None:
    with (review / "mkdocs.yml").open("a", encoding="utf-8") as settings_file:
        settings_file.write("nav:\n  - index.md\n  - theories/index.md\n  - model/index.md\n")
    desk.look()
    [page] = answers(desk, "theories/index.html")
    assert page is not None
    assert b"None" not in page
    build_site(review, tmp_path / "site", built=build(review))
    assert page == (tmp_path / "site/theories/index.html").read_bytes()


def test_a_file_that_the_navigation_names_is_led_to_as_a_build_leads_to_it(
    desk: Desk, review: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    nav = (
        "nav:\n  - Home: index.md\n  - Theories: theories/index.md\n  - Table: data/theories.csv\n"
    )
    with (review / "mkdocs.yml").open("a", encoding="utf-8") as settings_file:
        settings_file.write(nav)
    desk.look()
    [page] = answers(desk, "theories/index.html")
    assert page is not None
    assert b'<link rel="next" href="../data/theories.csv">' in page
    assert "which is not found" not in caplog.text
    build_site(review, tmp_path / "site", built=build(review))
    assert page == (tmp_path / "site/theories/index.html").read_bytes()
