"""Processes that die, or run out of space, at a chosen point: to see what they leave behind."""

import errno
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate"}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def changes(work: Callable[[], object], folder: Path, at: int = 0, how: str = "kill") -> int:
    """Do some work in a process of its own, up to the change number `at` of files in a folder.

    `how` says what happens there: the process is killed, or the disk is full from then on. Gives
    the number of changes that were made, or were begun; 0 at `at` lets the work end.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _die_within(work, str(folder), at, how, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as counted:
        number = len(counted.read())
    os.waitpid(child, 0)
    return number


def _die_within(work: Callable[[], object], folder: str, at: int, how: str, writing: int) -> None:
    """Count each change by a byte into the pipe; ends the process in every case."""
    number = 0

    def count(event: str, arguments: tuple) -> None:
        nonlocal number
        if event == "open":
            path, _, flags = arguments
            is_change = isinstance(flags, int) and bool(flags & WRITES)
        else:
            path, is_change = (arguments or (None,))[0], event in CHANGES
        if not is_change or not isinstance(path, str | os.PathLike):
            return
        if Path(path).is_absolute() and not os.fspath(path).startswith(folder):
            return
        number += 1
        os.write(writing, b".")
        if at and how == "kill" and number == at:
            os.kill(os.getpid(), signal.SIGKILL)
        if at and how == "full" and number >= at and event in ("open", "os.mkdir"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), os.fspath(path))

    sys.addaudithook(count)
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
