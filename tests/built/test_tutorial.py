"""The page “Publish another review” does what it says: it is carried out from its top to its end.

Blocks of `sh` are run, one after the other, in one folder; what stands in the block of `text` below
is printed. Blocks of `yaml` are files, each with its path in the first line. Blocks of `console`
are only shown: they install from an index, which these tests do not ask.
"""

import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from builds import BIN, ROOT
from pages import Pages, main, read, words

from generator.check.check import check
from generator.library.kinds import KINDS

PAGE = (ROOT / "docs/contributing/another-review.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.M | re.S)
NOT_RUN = {"python3 -m venv tool", "tool/bin/pip install realist-site"}


@dataclass
class Reader:
    """Somebody who follows the page: where they are, and what they saw last."""

    place: Path
    seen: str = ""
    read: list[str] = field(default_factory=list)

    def follow(self, kind: str, text: str) -> None:
        """Do what a block says."""
        self.read.append(kind)
        getattr(self, kind)(text)

    def sh(self, text: str) -> None:
        """Run it in bash, and stay in the folder where it ends."""
        if (self.place / "Makefile").is_file() and not (self.place / ".venv").exists():
            (self.place / ".venv").symlink_to(sys.prefix)  # what `make` would install
        here = self.place.parent / "here"
        ran = subprocess.run(
            ["bash", "-c", f"set -e\n{text}\npwd > '{here}'"],
            cwd=self.place,
            env={**os.environ, "MAKEFLAGS": "-- READY=", "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        self.seen = ran.stdout + ran.stderr
        assert ran.returncode == 0, f"{text}\n{self.seen}"
        self.place = Path(here.read_text(encoding="utf-8").strip())

    def text(self, text: str) -> None:
        """See it on the screen, line by line in this order."""
        position = 0
        for line in text.splitlines():
            found = self.seen.find(line.strip(), position)
            assert found >= 0, f"{line!r} is not in\n{self.seen}"
            position = found + len(line.strip())

    def yaml(self, text: str) -> None:
        """Write the file."""
        path = text.splitlines()[0].removeprefix("# ")
        assert re.fullmatch(r"(seeds|theories|interventions|studies)/[\w-]+\.yml", path)
        (self.place / path).parent.mkdir(exist_ok=True)
        (self.place / path).write_text(text.partition("\n")[2], encoding="utf-8")

    def console(self, text: str) -> None:
        """Look at it only."""
        assert set(text.splitlines()) <= NOT_RUN


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """Somebody at the end of the page, with `realist` from an environment `tool`."""
    folder = tmp_path_factory.mktemp("tutorial") / "desk"
    (folder / "tool/bin").mkdir(parents=True)
    (folder / "tool/bin/realist").symlink_to(BIN / "realist")
    reader = Reader(folder)
    for kind, text in BLOCKS:
        reader.follow(kind, text)
    return reader


@pytest.fixture(scope="module")
def site(reader: Reader) -> Pages:
    """The site that it ends with."""
    return read(reader.place / "site")


def test_the_page_has_every_kind_of_block(reader: Reader) -> None:
    assert set(reader.read) == {"sh", "text", "yaml", "console"}
    assert reader.place.name == "bread-clubs"


def test_nothing_is_wrong_with_the_review_in_the_end(reader: Reader) -> None:
    assert check(reader.place).diagnostics == ()


def test_its_pages_speak_its_words(site: Pages) -> None:
    home = words(main(site[""]))
    assert "2 clubs" in home
    theory = words(main(site["theories/t01/"]))
    assert "CMOC 1" in theory
    assert "Methods, Table 1, row 1" in theory
    assert "this site’s sorting" not in theory
    club = words(main(site["interventions/i02/"]))
    assert "Not stated in the report’s text" in club
    assert "These configurations bear" not in club
    assert "No configuration is tied to this rhythm in particular." in club
    assert {"studies/oven-2019/", "source-check/", "article/"} <= set(site.trees)


def test_no_page_uses_a_word_that_the_review_does_not(site: Pages) -> None:
    """But for the pages about files, whose keys have the same names in every review."""
    usual = re.compile(
        r"(?<!@)\b(?:intervention|programme theor|article|initial model)(?!s/)", re.I
    )
    elsewhere = ("contributing/", "data-dictionary/", "data/")
    found = {a: usual.findall(words(main(t))) for a, t in site.proper.items()}
    assert {a: w for a, w in found.items() if w and not a.startswith(elsewhere)} == {}


def test_below_every_heading_stands_something(site: Pages) -> None:
    bare = "following-sibling::*[1][self::h1 or self::h2] or not(following-sibling::*)"
    empty = {a: [words(h) for h in main(t).xpath(f"h2[{bare}]")] for a, t in site.proper.items()}
    assert {address: titles for address, titles in empty.items() if titles} == {}


def test_the_page_lists_every_kind_of_file() -> None:
    named = set(re.findall(r"`((?:seeds|theories|interventions|studies)/[^`]*)`", PAGE))
    named |= {text.splitlines()[0].removeprefix("# ") for kind, text in BLOCKS if kind == "yaml"}
    for kind in KINDS:
        assert any(re.fullmatch(kind.files.replace("*", "[^/]+"), file) for file in named), (
            kind.files
        )
