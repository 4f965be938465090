"""The search of a served site: which files it has, and of which state of the review they are."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest
from reviews import GARDEN

from generator.serve.search import Search
from generator.site.search import FOLDER

FILE = f"{FOLDER}/pagefind.js"
PATIENCE = 30
FAKE = f"""
import sys, time
from pathlib import Path
root, site = Path(sys.argv[3]), Path(sys.argv[5])
state = (root / "state").read_text()
with (root / "begun").open("a") as begun:
    begun.write(state)
while (root / "wait").exists():
    time.sleep(0.01)
if state == "x":
    sys.exit("Something.\\nIt is wrong.")
(site / "{FILE}").parent.mkdir(parents=True, exist_ok=True)
(site / "{FILE}").write_text(state)
"""
"""A build that takes as long as there is a file `wait`, and fails of a state called x."""


@pytest.mark.slow
def test_it_gives_the_index_and_nothing_else(garden_copy: Path):
    (garden_copy / "mkdocs.yml").write_bytes((GARDEN / "mkdocs.yml").read_bytes())
    with closing(Search(garden_copy, print)) as search:
        assert search.answer("assets/search.js") is None
        assert search.answer(FILE)
        assert search.answer(f"{FOLDER}/../index.html") is None


class Searched:
    """A search of a review whose builds are not real."""

    def __init__(self, root: Path) -> None:
        self.root, self.told = root, list[str]()
        self.edit("1")
        self.search = Search(root, self.told.append)

    def edit(self, state: str) -> None:
        (self.root / "state").write_text(state)

    def changed(self, state: str) -> None:
        self.edit(state)
        self.search.changed()

    @property
    def begun(self) -> str:
        """The states of which builds have begun."""
        log = self.root / "begun"
        return log.read_text() if log.exists() else ""

    def hold(self) -> None:
        (self.root / "wait").touch()

    def let_go(self) -> None:
        (self.root / "wait").unlink()


def until(state: Callable[[], object]) -> None:
    end = monotonic() + PATIENCE
    while not state():
        assert monotonic() < end
        sleep(0.01)


@pytest.fixture
def searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Searched]:
    monkeypatch.setattr("generator.serve.search._BUILD", FAKE)
    monkeypatch.setattr("generator.serve.search._QUIET", 0.5)
    made = Searched(tmp_path)
    with closing(made.search):
        yield made


def test_an_edit_during_the_first_build_leaves_that_and_is_built_after_it(searched: Searched):
    searched.changed("0")
    searched.edit("1")
    searched.hold()
    given: list[bytes | None] = []
    asking = Thread(target=lambda: given.append(searched.search.answer(FILE)))
    asking.start()
    until(lambda: searched.begun == "1")
    searched.changed("2")
    sleep(0.5)
    assert given == []
    searched.let_go()
    asking.join()
    assert given == [b"1"]
    until(lambda: searched.search.answer(FILE) == b"2")
    sleep(1)
    assert searched.begun == "12"
    assert searched.told == []


def test_several_edits_are_built_once_when_they_are_over(searched: Searched):
    assert searched.search.answer(FILE) == b"1"
    for state in "234":
        searched.changed(state)
    assert searched.search.answer(FILE) == b"1"
    until(lambda: searched.search.answer(FILE) == b"4")
    assert searched.begun == "14"


def test_a_build_that_fails_is_told_of_and_leaves_the_last_index(searched: Searched):
    assert searched.search.answer(FILE) == b"1"
    searched.changed("x")
    until(lambda: searched.told)
    assert searched.told == ["The index of the search could not be made. It is wrong."]
    assert searched.search.answer(FILE) == b"1"
    searched.changed("3")
    until(lambda: searched.search.answer(FILE) == b"3")


def test_without_a_first_index_nobody_waits_for_ever(searched: Searched):
    searched.edit("x")
    assert searched.search.answer(FILE) is None
    searched.changed("2")
    until(lambda: searched.search.answer(FILE) == b"2")


def test_a_build_ends_with_the_search(searched: Searched):
    searched.hold()
    asking = Thread(target=searched.search.answer, args=(FILE,))
    asking.start()
    until(lambda: searched.begun)
    searched.search.close()
    asking.join(PATIENCE)
    assert not asking.is_alive()
    sleep(0.1)
    assert searched.begun == "1"
    assert searched.told == []
