"""What counts as a change of a review that somebody edits."""

import sys
from functools import partial
from threading import enumerate as enumerate_threads
from time import monotonic

import pytest
from watchdog.observers.api import BaseObserver, EventEmitter

from generator.serve.watching import announced, changes, differing, look

LONG = 60
"""Seconds: more than any test waits."""


def test_new_changed_and_deleted_files_are_told_of(garden_copy):
    before = look(garden_copy)
    (garden_copy / "theories" / "j01.yml").write_text("id: j01\n", encoding="utf-8")
    (garden_copy / "theories" / "j02.yml").unlink()
    (garden_copy / "docs").mkdir()
    (garden_copy / "docs" / "new.md").write_text("# New\n", encoding="utf-8")
    told = ("docs/new.md", "theories/j01.yml", "theories/j02.yml")
    assert differing(before, look(garden_copy)) == told
    assert next(changes(partial(look, garden_copy), before)) == told


def test_what_editors_keep_for_themselves_is_no_change(garden_copy):
    before = look(garden_copy)
    (garden_copy / "theories" / ".j01.yml.swp").write_text("x", encoding="utf-8")
    (garden_copy / "notes.txt").write_text("x", encoding="utf-8")
    assert differing(before, look(garden_copy)) == ()


def test_a_link_is_not_followed(garden_copy):
    (garden_copy / "docs").symlink_to(garden_copy)
    assert [name for name in look(garden_copy) if name.startswith("docs")] == ["docs"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems tell of changes later")
def test_a_wait_ends_with_what_the_system_tells_of(garden_copy):
    edited = garden_copy / "theories" / "j01.yml"
    with announced(garden_copy) as wait:
        for change in (
            lambda: edited.write_text("id: j01\n", encoding="utf-8"),
            lambda: edited.rename(edited.with_name("j09.yml")),
            edited.with_name("j09.yml").unlink,
        ):
            change()
            start = monotonic()
            wait(LONG)
            assert monotonic() - start < LONG


def test_where_no_folder_is_a_wait_is_whole(tmp_path):
    with announced(tmp_path) as wait:
        start = monotonic()
        wait(0.1)
        assert monotonic() - start >= 0.1


@pytest.mark.parametrize("method", ["schedule", "start"])
def test_where_the_system_watches_no_more_folders_a_wait_is_whole(garden_copy, monkeypatch, method):
    """Of the folders that it does watch nothing is told, since nobody would take it."""
    watching = BaseObserver if method == "schedule" else EventEmitter
    as_ever, called = getattr(watching, method), []

    def third_refused(self: object, *args: object, **options: object) -> None:
        called.append(self)
        if len(called) == 3:
            raise OSError(28, "inotify watch limit reached")
        as_ever(self, *args, **options)

    monkeypatch.setattr(watching, method, third_refused)
    with announced(garden_copy) as wait:
        assert len(called) == 3
        assert not [one for one in enumerate_threads() if isinstance(one, EventEmitter)]
        (garden_copy / "theories" / "j01.yml").unlink()
        start = monotonic()
        wait(0.1)
        assert monotonic() - start >= 0.1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems tell of changes later")
def test_a_look_brings_on_no_look(garden_copy):
    with announced(garden_copy) as wait:
        look(garden_copy)
        start = monotonic()
        wait(0.5)
        assert monotonic() - start >= 0.5
