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


def differing(one: Build, other: Build) -> list[str]:
    """The files that two sites do not share to the byte."""
    first, second = contents(one.folder), contents(other.folder)
    return [name for name in sorted({*first, *second}) if first.get(name) != second.get(name)]


def edited_since(build: Build) -> str:
    """What explains a difference that is no fault of a build: somebody worked on, as tests ran."""
    made = (build.folder / "index.html").stat().st_mtime
    files = (f for part in (*PARTS, "generator") for f in (ROOT / part, *(ROOT / part).rglob("*")))
    later = [f for f in files if f.is_file() and f.suffix != ".pyc" and f.stat().st_mtime > made]
    return f"edited while the tests ran: {', '.join(map(str, later)) or 'nothing'}"


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
    assert differing(here, there) == [], edited_since(here)
    assert (here.folder / "sitemap.xml.gz").is_file()


def test_a_copy_gives_the_same_site_as_the_repository(build: Build, there: Build) -> None:
    assert differing(build, there) == [], edited_since(build)


def test_the_sitemap_gives_no_day_of_the_build(there: Build) -> None:
    # No version is kept yet, so that nobody knows when a page last changed.
    assert "<lastmod>" not in (there.folder / "sitemap.xml").read_text(encoding="utf-8")
