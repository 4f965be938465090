"""Every page is valid HTML for a checker that is not ours, whatever leads to it."""

from collections import Counter
from pathlib import Path

from builds import Build
from nu import complaints


def test_every_page_is_valid(build: Build, garden_build: Build) -> None:
    assert len(list(build.folder.rglob("*.html"))) > 300
    assert complaints(build.folder, garden_build.folder) == Counter()


def test_what_is_wrong_is_told(tmp_path: Path) -> None:
    page = '<!doctype html><html lang="en"><title>A</title><p><b>One</p><td role="button">'
    (tmp_path / "wrong.html").write_text(page)
    told = "\n".join(complaints(tmp_path))
    assert "wrong.html" in told
    assert "Unclosed element" in told or "unclosed" in told
