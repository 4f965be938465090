"""What an archive tells later versions is all that the version said."""

import json
from pathlib import Path

import pytest
from reviews import GARDEN, MENDING, ROOT, edit, linked

from generator.diff.compare import compare
from generator.diff.read import pages_by_hand, read
from generator.files.archive import ArchiveError
from generator.library.formats import FORMAT
from generator.site.versions.kept_states import KeptStates, state, written

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("old", "new"), [(GARDEN, ROOT), (ROOT, GARDEN)])
def test_what_changed_is_what_the_files_of_the_version_say(old: Path, new: Path):
    told = KeptStates(linked(new)).read("a", written(linked(old), pages_by_hand(old)))
    from_files = compare(*read(("a", old), ("b", new)), are_checked=True)
    assert len(from_files.changes) > 50
    assert compare(told, state("b", new, linked(new)), are_checked=True) == from_files


@pytest.mark.parametrize("review", [GARDEN, MENDING, ROOT])
def test_every_entity_is_made_again(review: Path):
    other = linked(GARDEN if review is MENDING else MENDING)
    again = KeptStates(other).read("a", written(linked(review), {})).library
    assert again.held == linked(review).held


def test_what_is_the_same_is_one_entity_and_is_read_once_where_it_is_not(garden_copy: Path):
    said = written(linked(GARDEN), {})
    edit(garden_copy, ("theories/j01.yml", "text: She joins.", "text: She asks."))
    today = linked(garden_copy)
    kept = KeptStates(today)
    first, second = (kept.read(name, said).library.theories for name in "ab")
    assert [id for id in first if first[id] is not today.theories[id]] == ["j01"]
    assert first["j01"] is second["j01"]
    assert first["j01"] == linked(GARDEN).theories["j01"]


@pytest.mark.parametrize("said", ["", "{}", json.dumps({"format": FORMAT + 1, "pages": {}})])
def test_what_is_told_in_another_way_is_refused(said: str):
    with pytest.raises(ArchiveError):
        KeptStates(linked(GARDEN)).read("a", said.encode())
