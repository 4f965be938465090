"""How the files of a review are read: one after the other, by several processes, or only anew.

A program that reads the same review again after each edit keeps what it read. A file is known by
its content, so that what is kept can never be out of date: neither times nor sizes decide.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from generator.files.text_file import LARGEST
from generator.side_by_side import SideBySide

T = TypeVar("T")

Reads = Mapping[str, Callable[[], T]]
"""What reads each file, by its path within a review."""
Reader = Callable[[Path, Reads[T], Callable[[int], None]], Mapping[str, T]]
"""Gives what came of each file, and tells how many more were read."""

_WORTH = 150
"""Files for which a process pays: what it read has to be sent."""


def one_by_one(_root: Path, reads: Reads[T], count: Callable[[int], None]) -> dict[str, T]:
    """Read every file in this process, which may have threads."""
    found = {}
    for file, read in reads.items():
        found[file] = read()
        count(1)
    return found


def by_several(_root: Path, reads: Reads[T], count: Callable[[int], None]) -> dict[str, T]:
    """Read files by several processes, where there are many; for a program without threads.

    What a process that fell has read, or could not read, is read here: so an error is raised as
    `one_by_one` raises it.
    """
    found: dict[str, T] = {}

    def read(file: str) -> None:
        found[file] = reads[file]()

    jobs = [partial(read, file) for file in reads]
    with suppress(Exception):
        for sent in SideBySide(jobs, lambda: found, _WORTH, count).finish():
            found.update(sent)
    return {file: found[file] if file in found else again() for file, again in reads.items()}


class Readings(Generic[T]):
    """What came of each file, as long as it holds the same bytes.

    What came of a file that is gone stays, for when it comes back, as with another branch.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: dict[str, tuple[bytes, T]] = {}

    def __call__(self, root: Path, reads: Reads[T], count: Callable[[int], None]) -> dict[str, T]:
        """Read in this process, which may have threads, every file that is another one."""
        known = {file: partial(self._of, root, file, read) for file, read in reads.items()}
        return one_by_one(root, known, count)

    def _of(self, root: Path, relative: str, read: Callable[[], T]) -> T:
        before = _content(root / relative)
        known = self._kept.get(relative)
        if known and known[0] == before:
            return known[1]
        made = read()
        # Of a file that was written meanwhile nobody knows which content was read.
        if before is not None and before == _content(root / relative):
            self._kept[relative] = before, made
        return made


def _content(file: Path) -> bytes | None:
    """All bytes of a file; None where it cannot be read, or is larger than any that is read."""
    try:
        return file.read_bytes() if file.stat().st_size <= LARGEST else None
    except OSError:
        return None
