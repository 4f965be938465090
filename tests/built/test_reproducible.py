"""The same data give the same bytes, wherever and whenever the site is built."""

import os
import shutil
from pathlib import Path

import pytest
from builds import ROOT, Build, mkdocs

PARTS = ("docs", "interventions", "releases", "seeds", "theories", "mkdocs.yml")
YEAR_2001 = 1_000_000_000


def copy(folder: Path) -> Path:
    """The real review in another folder."""
    folder.mkdir(parents=True)
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, copy_function=shutil.copyfile)
        elif (ROOT / part).exists():
            shutil.copyfile(ROOT / part, folder / part)
    return folder


def age(folder: Path) -> None:
    """Give every file of a folder a date of long ago."""
    for file in folder.rglob("*"):
        os.utime(file, (YEAR_2001, YEAR_2001))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A build from files of today, in one environment."""
    folder = tmp_path_factory.mktemp("here")
    env = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
    return mkdocs(copy(folder / "review"), folder / "site", "--strict", **env)


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A build from files of 2001, in a folder of another depth and in another environment."""
    folder = tmp_path_factory.mktemp("there")
    review = copy(folder / "a folder" / "far" / "below")
    age(review)
    env = {"TZ": "Pacific/Pago_Pago", "LC_ALL": "C", "PYTHONHASHSEED": "2", "HOME": str(folder)}
    return mkdocs(review, folder / "site", "--strict", **env)


def test_two_builds_are_the_same_to_the_byte(here: Build, there: Build) -> None:
    assert here.code == 0, here.output
    assert there.code == 0, there.output
    one, other = contents(here.folder), contents(there.folder)
    assert set(one) == set(other)
    assert [name for name in one if one[name] != other[name]] == []
    assert "sitemap.xml.gz" in one


def test_a_copy_gives_the_same_site_as_the_repository(build: Build, there: Build) -> None:
    one, other = contents(build.folder), contents(there.folder)
    assert [name for name in one if one[name] != other.get(name)] == []


def test_the_sitemap_gives_no_day_of_the_build(there: Build) -> None:
    # No version is kept yet, so that nobody knows when a page last changed.
    assert "<lastmod>" not in (there.folder / "sitemap.xml").read_text(encoding="utf-8")
