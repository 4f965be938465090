"""What changes in a folder while somebody edits it.

The files are looked at again and again, since what systems tell of changes is lost on shared and
virtual drives. A look at a thousand files takes a few milliseconds.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from generator.library.kinds import TOP_FOLDERS
from generator.site.versions.release_record import FOLDER

PLACES = (*TOP_FOLDERS, "docs", "mkdocs.yml", FOLDER)
"""All that a site is made from, in the folder of a review, unless its settings name more."""
_PAUSE = 0.1
"""Seconds between two looks; with very many files ten times as long as a look takes."""
_SETTLES = 0.02
"""Seconds in which nothing may change before a change counts: editors write in several steps."""

Look = dict[str, tuple[int, int, int]]
"""The time, size and number of every file, by its path within the review."""


def look(root: Path, places: Iterable[str] = PLACES) -> Look:
    """Every file of a place as it is now; names that begin with a point belong to editors."""
    found: Look = {}
    waiting = [(place, root / place) for place in places]
    while waiting:
        name, path = waiting.pop()
        try:
            if path.is_dir() and not path.is_symlink():
                with os.scandir(path) as entries:
                    within = [entry for entry in entries if not entry.name.startswith(".")]
                waiting += [(f"{name}/{entry.name}", Path(entry.path)) for entry in within]
            else:
                status = path.lstat()
                found[name] = status.st_mtime_ns, status.st_size, status.st_ino
        except OSError:  # deleted since the folder was listed
            continue
    return found


def differing(before: Look, after: Look) -> tuple[str, ...]:
    """The files that are new, gone or others."""
    return tuple(
        sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    )


def changes(see: Callable[[], Look], before: Look) -> Iterator[tuple[str, ...]]:
    """The files of each change since a look, as soon as `see` sees it; without an end."""
    while True:
        start = time.perf_counter()
        now = see()
        if now == before:
            time.sleep(max(_PAUSE, 10 * (time.perf_counter() - start)))
            continue
        time.sleep(_SETTLES)
        while (then := see()) != now:
            now = then
            time.sleep(_SETTLES)
        yield differing(before, now)
        before = now
