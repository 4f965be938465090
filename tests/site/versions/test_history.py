"""What became of a page, as the versions that are kept tell it."""

from datetime import date
from pathlib import Path

import pytest
from reviews import GARDEN, Edit, context_of, copy_of, edit, holding, linked

from generator.diff.compare import compare
from generator.diff.read import read
from generator.diff.report import Report
from generator.entities import Release
from generator.library.kinds import CHANGES
from generator.pages.address import Address
from generator.pages.page import Page
from generator.site.catalogue import pages
from generator.site.cite_boxes import CiteBoxes, Past
from generator.site.versions import version_changes
from generator.site.versions.history import History, of_version

ASKS: Edit = ("theories/j01.yml", "text: She joins.", "text: She asks.")


def page_at(path: str, *, by_hand: bool = False) -> Page:
    """A page that nothing may ask what it says."""
    return Page(Address(path), "", "A title", lambda: pytest.fail("It was made."), by_hand=by_hand)


THEORY, OTHER, LIST = map(page_at, ("theories/j01/", "theories/j02/", "theories/"))
PAGES = [THEORY, OTHER, LIST]


def report(tmp_path: Path, *edits: Edit, hand: str = "") -> Report:
    old, new = (copy_of(GARDEN, tmp_path / name) for name in ("old", "new"))
    edit(new, *edits)
    if hand:
        (new / "docs" / hand).parent.mkdir(parents=True)
        (new / "docs" / hand).write_text("# By hand\n")
    return compare(*read(("version 1.0.0", old), ("today", new)))


def version(number: str, month: int, before: str = "", told: Report | None = None):
    release = Release(version=number, date=date(2022, month, 1), changes=("x",))
    return of_version(release, before, told, PAGES)


@pytest.fixture
def asks(tmp_path: Path) -> Report:
    return report(tmp_path, ASKS)


def test_where_nothing_is_kept_nothing_is_told(library):
    empty = History()
    assert empty.of(THEORY) is None
    assert empty.changed(THEORY, library) is None


def test_the_first_version_alone_has_nothing_to_tell():
    assert History([version("1.0.0", 4)], kept_as="1.0.0").of(THEORY) is None


def test_a_page_tells_what_changed_in_which_version(asks):
    known = [version("1.0.0", 4), version("1.1.0", 5, "1.0.0", asks)]
    told = History(known, kept_as="1.1.0").of(THEORY)
    assert told is not None
    assert told.headline == "Last changed in version 1.1.0 of 1 May 2022"
    (entry,) = told.entries
    assert entry.title == "Version 1.1.0 of 1 May 2022"
    assert entry.changes == ("Joining theory 1, outcome o1: wording changed",)
    assert entry.way == "../../since/1.0.0/#theories-j01"
    assert told.first == "version 1.0.0 of 1 April 2022"


def test_what_an_earlier_version_changed_stands_in_that_version(asks, tmp_path):
    known = [version("1.0.0", 4), version("1.1.0", 5, "1.0.0", asks)]
    nothing = report(tmp_path / "again")
    (today,) = History(known, nothing).of(THEORY).entries
    assert today.way == "../../v/1.1.0/since/1.0.0/#theories-j01"
    (kept,) = (
        History([*known, version("1.2.0", 6, "1.1.0", nothing)], kept_as="1.2.0").of(THEORY).entries
    )
    assert kept.way == "../../../1.1.0/since/1.0.0/#theories-j01"


def test_what_is_in_no_version_yet_is_told_without_a_day(asks, library):
    told = History([version("1.0.0", 4)], asks)
    shown = told.of(THEORY)
    assert shown.headline == "Changed since version 1.0.0 of 1 April 2022"
    assert shown.entries[0].way == "../../since/1.0.0/#theories-j01"
    assert told.changed(THEORY, library) is None


def test_a_page_that_did_not_change_says_since_when_that_is_known(asks):
    told = History([version("1.0.0", 4)], asks).of(OTHER)
    assert told.headline == "No change of its own since version 1.0.0 of 1 April 2022"
    assert told.entries == ()


def test_of_a_list_nothing_is_told_since_what_it_shows_is_told_elsewhere(asks, library):
    told = History([version("1.0.0", 4)], asks)
    assert told.of(LIST) is None
    assert told.changed(LIST, library) is None


@pytest.mark.parametrize(("path", "is_told"), [("methods/", True), ("contributing/x/", False)])
def test_a_page_by_hand_is_told_of_but_not_one_for_contributors(tmp_path, path, is_told):
    page = page_at(path, by_hand=True)
    told = report(tmp_path, hand=f"{path.rstrip('/')}.md")
    assert (History([version("1.0.0", 4)], told).of(page) is not None) == is_told


def test_the_day_of_the_last_change_is_that_of_a_version(asks, library):
    only = holding(
        library, CHANGES, Release(version="1.0.0", date=date(2022, 4, 1), changes=("x",))
    )
    known = [version("1.0.0", 4), version("1.1.0", 5, "1.0.0", asks)]
    told = History(known, kept_as="1.1.0")
    assert told.changed(THEORY, only) == date(2022, 5, 1)
    assert told.changed(OTHER, only) == date(2022, 4, 1)
    # Of what was published before the first version that is kept, the day is not known.
    older = holding(
        library, CHANGES, Release(version="0.1.0", date=date(2022, 1, 1), changes=("x",))
    )
    assert told.changed(OTHER, older) is None


def test_a_page_that_may_show_a_change_of_another_one_is_dated_by_it(tmp_path, library):
    told = report(tmp_path, ("theories/g02.yml", "number: 2", "number: 9"))
    tied = next(p for p in told.pages if p.startswith("interventions/"))
    page = page_at(tied)
    release = Release(version="1.1.0", date=date(2022, 5, 1), changes=("x",))
    known = [of_version(release, "1.0.0", told, [page])]
    assert History(known, kept_as="1.1.0").changed(page, library) == date(2022, 5, 1)


def test_a_version_reads_back_as_it_was_written_and_nothing_else_is_read(asks):
    made = version("1.1.0", 5, "1.0.0", asks)
    assert version_changes.read(made.model_dump_json().encode()) == made
    later = made.model_dump_json().replace("{", '{"something":"new",', 1)
    assert version_changes.read(later.encode()) == made
    assert version_changes.read(b"<html>") is None
    assert version_changes.read(b"{}") is None


@pytest.mark.slow
def test_a_page_shows_what_changed_as_text(tmp_path, library):
    told = report(tmp_path, ASKS)
    names = {"theories/j01/": ("<b>Bold</b>",) * 7}
    first = version("1.0.0", 4).model_copy(update={"before": "0.9.0", "pages": names})
    theory = next(p for p in pages(context_of(linked(GARDEN))) if p.address == THEORY.address)
    past = Past(history=History([first], told))
    (made,) = CiteBoxes(context_of(library), [theory], past).pages()
    assert "<summary>Changed since version 1.0.0 of 1 April 2022</summary>" in made.body
    assert made.body.count("<li>&lt;b&gt;Bold&lt;/b&gt;.</li>") == 5
    assert "<li>And 2 more.</li>" in made.body
    assert 'href="../../v/1.0.0/since/0.9.0/#theories-j01"' in made.body
