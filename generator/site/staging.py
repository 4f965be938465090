"""A folder that is replaced as a whole: made beside the old one, and put in its place at the end.

`site` is made in `.site.realist/new-1234`, where 1234 is the process: what a killed one had
started, as the program that makes the search, may go on writing for a moment, and must not write
into the next site. Then `site` moves to `.site.realist/old`, the new one takes its name, and the
hidden folder goes. Every system can rename a folder; only Linux can exchange two in one call. So
there is a moment between two renames in which no folder has the name. A process that is killed just
then leaves both folders whole, and the next run puts the old one back before it does anything else.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MARKER = ".realist"
"""The file by which a folder is known as one that may be replaced."""
_NOTE = "Made by realist, which replaces this folder as a whole. Keep nothing of your own here.\n"
_REPOSITORY = ".git"


class NotOursError(Exception):
    """The folder holds what realist did not make; nothing was written."""


class BusyError(Exception):
    """Another process is making the same folder; nothing was written."""


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """Give an empty folder that takes the place of `target` when the block ends well.

    Whatever else happens, `target` stays as it was: an exception, a full disk, a killed process.
    What a killed process left behind is cleared away here, too. Raises NotOursError, BusyError, and
    OSError where nothing can be written.
    """
    target = target.resolve()  # a link stays, and the folder that it leads to is replaced
    _hold_ours(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.parent / f".{target.name}.realist"
    with _locked(beside):
        _tidy(beside, target)
        new = beside / f"new-{os.getpid()}"
        new.mkdir()
        try:
            (new / MARKER).write_text(_NOTE, encoding="utf-8")
            yield new
            if target.exists():
                target.rename(beside / "old")
            new.rename(target)
        finally:
            _tidy(beside, target)


def _hold_ours(target: Path) -> None:
    """Raise NotOursError where somebody else's files would be lost."""
    if not target.exists():
        return
    names = {f.name for f in target.iterdir()} if target.is_dir() else {target.name}
    if names and (MARKER not in names or _REPOSITORY in names):
        raise NotOursError(str(target))


def _tidy(beside: Path, target: Path) -> None:
    """Put the old folder back where none took its place, and clear away the rest."""
    old = beside / "old"
    if old.exists() and not target.exists():
        old.rename(target)
    for leftover in (*beside.glob("new*"), old):
        shutil.rmtree(leftover, ignore_errors=True)


@contextmanager
def _locked(beside: Path) -> Iterator[None]:
    """Hold the folder beside for this process alone; the system lets go when the process dies.

    Raises BusyError, also where another process has ended, and deleted its lock, this moment.
    """
    beside.mkdir(exist_ok=True)
    lock = beside / "lock"
    try:
        file = lock.open("w")
    except FileNotFoundError:
        raise BusyError(str(beside)) from None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError(str(beside)) from None
        if not lock.exists() or not os.path.samestat(os.fstat(file.fileno()), lock.stat()):
            raise BusyError(str(beside))
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)
            with suppress(OSError):  # what could not be cleared away waits for the next run
                beside.rmdir()
