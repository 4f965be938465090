"""From the wheel alone to a published review: `realist new review`, then what its Makefile does."""

import gzip
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from builds import BIN, ROOT
from pages import Pages, main, read, words
from playwright.sync_api import Browser
from serving import serve
from test_browser import AXE, RULES, Tab
from test_links import missing

PLACEHOLDERS = {
    r"To be written": "Invented",
    r"year: 0$": "year: 2021",
    r"https://to-be-written\.example/": "https://allotments.example/",
}
"""What stands in the place of each placeholder once somebody has written it."""
OTHERS = re.compile("peer support|perinatal|birth|mother|volunteer|McLeish|gardener", re.I)
"""Words of the reviews in this repository."""


@dataclass(frozen=True)
class Fresh:
    """A new review, and an environment that holds the wheel and nothing of this repository."""

    root: Path
    bin: Path

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a command of that environment in the folder of the review."""
        env = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
        return subprocess.run(
            [str(part) for part in command],
            cwd=self.root,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )

    def make(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a target of its Makefile, with what is installed already."""
        return self.run("make", "--no-print-directory", f"BIN={self.bin}", "READY=", *words)


def made_wheel(folder: Path) -> Path:
    """The wheel, by the command that makes it."""
    made = subprocess.run(
        # make takes a space for the end of a word, and this folder may lie below a name with one
        ["make", "wheel", f"DIST={folder}", f"BIN={os.path.relpath(BIN, ROOT)}", "DEV_READY="],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stdout + made.stderr
    (wheel,) = folder.glob("*.whl")
    return wheel


def bare_environment(folder: Path, wheel: Path) -> Path:
    """The programs of an environment with the wheel, which finds all else where these tests do.

    The real installation, with every package by its hash, is held by `.ci/new-review`.
    """
    venv.create(folder, with_pip=False)
    paths = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
    (Path(paths["purelib"]) / "others.pth").write_text(sysconfig.get_paths()["purelib"])
    pip = ["-m", "pip", "--python", str(folder), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([sys.executable, *pip, str(wheel)], check=True)
    return folder / "bin"


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Fresh:
    """A review of which little was said."""
    folder = tmp_path_factory.mktemp("fresh")
    programs = bare_environment(folder / "env", made_wheel(folder / "dist"))
    review = Fresh(folder / "review", programs)
    command = [programs / "realist", "new", "review", review.root]
    told = ["--title", "Allotments: what works", "--intervention", "scheme, schemes"]
    subprocess.run([*command, *told, "--licence", "cc-by-4.0"], check=True, cwd=folder)
    return review


@pytest.fixture(scope="module")
def written(fresh: Fresh, tmp_path_factory: pytest.TempPathFactory) -> Fresh:
    """The same review with something in the place of every placeholder, built with --strict."""
    root = tmp_path_factory.mktemp("written") / "review"
    shutil.copytree(fresh.root, root)
    for file in (root / folder for folder in ("seeds", "theories", "interventions")):
        for path in file.glob("*.yml"):
            text = path.read_text(encoding="utf-8")
            for old, new in PLACEHOLDERS.items():
                text = re.sub(old, new, text, flags=re.M)
            path.write_text(text, encoding="utf-8")
    review = Fresh(root, fresh.bin)
    built = review.make("site", "STRICT=--strict")
    assert built.returncode == 0, built.stdout + built.stderr
    return review


@pytest.fixture(scope="module")
def pages(written: Fresh) -> Pages:
    """Its pages."""
    return read(written.root / "site")


@pytest.fixture(scope="module")
def fresh_address(written: Fresh) -> Iterator[str]:
    """Its address on a server of this machine."""
    with serve(written.root / "site") as served:
        yield served


def test_the_program_that_made_it_is_that_of_the_wheel(fresh: Fresh) -> None:
    place = fresh.run(fresh.bin / "python", "-c", "import generator; print(generator.__file__)")
    assert Path(place.stdout.strip()).is_relative_to(fresh.bin.parent)


def test_check_and_site_succeed_at_once_and_warn_of_placeholders_alone(fresh: Fresh) -> None:
    for target in ("check", "site"):
        ran = fresh.make(target)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        codes = set(re.findall(r"(?:error|warning): .* \[([a-z-]+)\]", ran.stdout + ran.stderr))
        assert codes == {"placeholder"}
    assert (fresh.root / "site/theories/t01/index.html").is_file()


def test_nothing_is_published_while_something_is_to_be_written(fresh: Fresh) -> None:
    ran = fresh.make("site", "STRICT=--strict")
    assert ran.returncode != 0
    assert "[placeholder]" in ran.stdout + ran.stderr


def test_what_was_made_is_ignored_by_git(fresh: Fresh) -> None:
    fresh.run("git", "init", "--quiet")
    status = fresh.run("git", "status", "--porcelain", "--untracked-files=all").stdout
    held = {line[3:] for line in status.splitlines()}
    assert "seeds/review.yml" in held
    assert [path for path in held if path.startswith((".venv", "site", ".site"))] == []


def test_every_internal_link_leads_somewhere(pages: Pages) -> None:
    proper = pages.proper.items()
    assert [link for address, tree in proper for link in missing(pages, address, tree)] == []


def test_no_page_holds_a_word_of_another_review(pages: Pages) -> None:
    """But for the page that shows each error in an invented example, and says so."""
    found = {
        address: held
        for address, tree in pages.trees.items()
        if address != "contributing/errors/" and (held := OTHERS.findall(words(tree)))
    }
    assert found == {}


def test_no_page_speaks_of_what_the_review_does_not_have(pages: Pages) -> None:
    absent = re.compile("initial model|final model|guidance|source check|1970|To be written", re.I)
    elsewhere = ("contributing/errors/", "data-dictionary/")
    found = {a: absent.findall(words(main(t))) for a, t in pages.proper.items()}
    assert {a: held for a, held in found.items() if held and a not in elsewhere} == {}


def test_without_a_release_the_sitemap_has_no_dates_and_the_archive_none(written: Fresh) -> None:
    sitemap = (written.root / "site/sitemap.xml").read_bytes()
    assert b"<loc>https://allotments.example/theories/t01/</loc>" in sitemap
    assert re.findall(rb"lastmod|1970|20[0-9]{2}-", sitemap) == []
    archive = (written.root / "site/sitemap.xml.gz").read_bytes()
    assert archive[4:8] == b"\0\0\0\0"  # the time within a gzip file (RFC 1952): none
    assert gzip.decompress(archive) == sitemap


@pytest.mark.parametrize(
    "path", ["", "theories/t01/", "interventions/i01/", "theories/", "article/", "cite/"]
)
def test_its_pages_pass_axe(browser: Browser, fresh_address: str, path: str) -> None:
    context = browser.new_context()
    tab = Tab(context.new_page(), fresh_address, RULES["light"])
    tab.open(path)
    tab.page.evaluate(AXE)
    assert tab.violations() == []
    assert tab.errors == []
    context.close()
