"""Whatever goes wrong, a whole site stands: killed, out of space, twice at once, a wrong edit."""

import os
import resource
import shutil
import subprocess
from pathlib import Path

import pytest
from builds import BIN, GARDEN, realist
from killing import changes, contents

from generator.cli.mkdocs import DATE, build_site
from generator.site.staging import staged

POINTS = 20


@pytest.fixture(scope="module")
def built_review(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example review in a folder of its own, with its site."""
    folder = tmp_path_factory.mktemp("whole") / "review"
    shutil.copytree(GARDEN, folder, ignore=shutil.ignore_patterns("site"))
    build(folder)  # within this process, so that those which die below need not import all again
    return folder


@pytest.fixture
def review(built_review: Path, tmp_path: Path) -> Path:
    """A copy of the example review, with a site that was built before."""
    return Path(shutil.copytree(built_review, tmp_path / "review"))


def edit(review: Path) -> None:
    """Give the review another name, which stands on every page."""
    settings = review / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("site_name: ", "site_name: Edited "), encoding="utf-8")


def build(review: Path) -> None:
    """What `realist build` does once the data are checked."""
    with staged(review / "site") as new:
        build_site(review, new)


def standing(review: Path) -> dict[str, bytes]:
    """The site as it stands; between two renames the old one, which the next run puts back."""
    site = review / "site"
    return contents(site if site.exists() else review / ".site.realist" / "old")


def test_a_build_that_is_killed_leaves_a_whole_site(review: Path) -> None:
    old = contents(review / "site")
    edit(review)
    copy = Path(shutil.copytree(review, review.parent / "copy"))
    many = changes(lambda: build(copy), copy)
    new = contents(copy / "site")
    assert many > 100
    assert old.keys() == new.keys()
    assert old != new
    points = [many * point // POINTS for point in range(1, POINTS + 1)]
    for at in points:
        assert changes(lambda: build(review), review, at) == at
        assert standing(review) in (old, new), at
    again = realist(review, review / "site")
    assert again.code == 0, again.output
    assert contents(review / "site") == new
    assert not list(review.glob(".site*"))


def test_a_full_disk_is_told_of_in_words_and_the_old_site_stands(review: Path) -> None:
    old = contents(review / "site")
    edit(review)
    largest = max(map(len, old.values()))
    failed = subprocess.run(
        [BIN / "realist", "build"],
        cwd=review,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest // 2, largest // 2)),
    )
    assert failed.returncode == 1
    assert "could not be made" in failed.stderr
    assert "What stood there is as it was." in failed.stderr
    assert "Traceback" not in failed.stdout + failed.stderr
    assert contents(review / "site") == old
    assert not list(review.glob(".site*"))


def test_a_second_build_at_the_same_time_says_so(review: Path) -> None:
    old = contents(review / "site")
    with staged(review / "site") as new:
        second = realist(review, review / "site")
        shutil.copytree(review / "site", new, dirs_exist_ok=True)
    assert second.code == 1
    assert "Another realist is making" in second.output
    assert contents(review / "site") == old


def test_a_folder_of_somebody_else_is_not_touched(review: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("mine")
    refused = realist(review, tmp_path / "mine")
    assert refused.code == 2
    assert "holds something that realist did not make" in refused.output
    assert contents(tmp_path / "mine") == {"thesis.txt": b"mine"}


def test_a_build_leaves_no_date_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DATE, raising=False)
    build_site(GARDEN, tmp_path / "site")
    assert DATE not in os.environ
    monkeypatch.setenv(DATE, "86400")
    build_site(GARDEN, tmp_path / "site")
    assert os.environ[DATE] == "86400"
