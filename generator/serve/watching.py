"""What changes in a folder while somebody edits it.

The files are looked at again and again, since what systems tell of changes is lost on shared and
virtual drives. A look at a thousand files takes a few milliseconds. Where a system does tell, it
does so before the next look would be due: so what it tells brings on that look, and nothing else.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISDIR
from threading import Event

from watchdog import events
from watchdog.observers import Observer

from generator.library.kinds import TOP_FOLDERS
from generator.site.versions.release_record import FOLDER

PLACES = (*TOP_FOLDERS, "docs", "mkdocs.yml", FOLDER)
"""All that a site is made from, in the folder of a review, unless its settings name more."""
_PAUSE = 0.1
"""Seconds between two looks; with very many files ten times as long as a look takes."""
_SETTLES = 0.02
"""Seconds in which nothing may change before a change counts: editors write in several steps."""

_TOLD_OF: list[type[events.FileSystemEvent]] = [
    events.FileCreatedEvent,
    events.FileDeletedEvent,
    events.FileModifiedEvent,
    events.FileMovedEvent,
]
"""Without that a file was opened: a look opens folders, and each would bring on another."""
Wait = Callable[[float], object]
"""Waits so many seconds, or until there may be something to see."""

Look = dict[str, tuple[int, int, int]]
"""The time, size and number of every file, by its path within the review."""


def look(root: Path, places: Iterable[str] = PLACES) -> Look:
    """Every file of a place as it is now; names that begin with a point belong to editors."""
    found: Look = {}
    waiting = [(place, f"{root}/{place}") for place in places]
    while waiting:
        name, path = waiting.pop()
        try:
            status = os.lstat(path)
            if S_ISDIR(status.st_mode):
                entries = os.listdir(path)  # noqa: PTH208 - a `Path` takes four times as long
                within = [entry for entry in entries if not entry.startswith(".")]
                waiting += [(f"{name}/{entry}", f"{path}/{entry}") for entry in within]
            else:
                found[name] = status.st_mtime_ns, status.st_size, status.st_ino
        except OSError:  # deleted since the folder was listed
            continue
    return found


def differing(before: Look, after: Look) -> tuple[str, ...]:
    """The files that are new, gone or others."""
    return tuple(
        sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    )


class _Handler(events.FileSystemEventHandler):
    def __init__(self, told: Event) -> None:
        self._told = told

    def on_any_event(self, event: events.FileSystemEvent) -> None:  # noqa: ARG002 - a look tells
        """Remember that there is something to see."""
        self._told.set()


@contextmanager
def announced(root: Path, places: Iterable[str] = PLACES) -> Iterator[Wait]:
    """Have the system tell of changes; gives a wait that ends with what it tells.

    Where it cannot tell of a folder, or of no more folders, all waits are whole.
    """
    told = Event()
    handler, observer = _Handler(told), Observer()
    try:
        for folder in (root / place for place in places):
            if folder.is_dir():
                observer.schedule(handler, str(folder), recursive=True, event_filter=_TOLD_OF)
        observer.start()
    except OSError:
        # Of those that have begun nobody would take what they tell, so that it would heap up.
        observer.unschedule_all()

    def wait(seconds: float) -> None:
        told.wait(seconds)
        told.clear()

    try:
        yield wait
    finally:
        observer.stop()


def changes(
    see: Callable[[], Look], before: Look, wait: Wait = time.sleep
) -> Iterator[tuple[str, ...]]:
    """The files of each change since a look, as soon as `see` sees it; without an end.

    `wait` passes the time between two looks.
    """
    while True:
        start = time.perf_counter()
        now = see()
        if now == before:
            wait(max(_PAUSE, 10 * (time.perf_counter() - start)))
            continue
        time.sleep(_SETTLES)
        while (then := see()) != now:
            now = then
            time.sleep(_SETTLES)
        yield differing(before, now)
        before = now
