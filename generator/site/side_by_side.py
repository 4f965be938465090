"""Work that several processes share: each does a part, and what comes of it keeps its order.

A process that is forked knows all that was read and made before, so that nothing need be sent to
it. It sends back one result after the other, and waits while nobody takes them: never are there
more than a few of them. Only Linux forks a process safely in whatever state it is.
"""

from __future__ import annotations

import fcntl
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

T = TypeVar("T")

WORTH = 60
"""A process that would make fewer pages than this costs more than it saves."""
MOST = 8
"""As many processes share the work at most: each needs memory."""
_ROOM = 1_048_576
"""Bytes of results that wait in a pipe, some ten pages: helpers go on while a page takes long."""


class EndedEarlyError(OSError):
    """A process that did a part of the work is no more, for example for want of memory."""


def side_by_side(jobs: Sequence[Callable[[], T]]) -> Iterator[T]:
    """What each job gives, in the order of the jobs; raises what a job raises.

    The others begin at once, this process when it is asked for the first result.
    Jobs share nothing that they change: what one keeps for others may not be there for them.
    Raises EndedEarlyError.
    """
    count = min(_cores(), MOST, len(jobs) // WORTH)
    helpers: list[_Helper] = []
    for number in range(1, count):
        helpers.append(_Helper(jobs[number::count], helpers))
    return _results(jobs, helpers)


@contextmanager
def meanwhile(job: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Have a job done by another process while the block does something else.

    Gives what to call, once, for what the job gives; that raises what the job raises, or
    EndedEarlyError. On one core the job is done then. What nobody has asked for is given up.
    """
    if _cores() < 2:
        yield job
        return
    helper = _Helper([job], [])
    try:
        yield helper.result
    finally:
        helper.stop()


def _results(jobs: Sequence[Callable[[], T]], helpers: Sequence[_Helper]) -> Iterator[T]:
    try:
        for number, job in enumerate(jobs):
            turn = number % (len(helpers) + 1)
            yield helpers[turn - 1].result() if turn else job()
    finally:
        for helper in helpers:
            helper.end()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


class _Helper:
    """A process that does some of the jobs."""

    def __init__(self, jobs: Sequence[Callable[[], Any]], others: Sequence[_Helper]) -> None:
        reading, writing = os.pipe()
        with suppress(OSError):  # where somebody has many pipes, the system gives no such room
            fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, _ROOM)
        sys.stdout.flush()
        sys.stderr.flush()
        self._process = os.fork()
        if self._process:
            os.close(writing)
            self._results = os.fdopen(reading, "rb")
            return
        with suppress(BaseException):  # whatever it is, the one who waits sees the end
            # With nobody left to read, as when the others were killed, writing fails.
            for end in (reading, *(other._results.fileno() for other in others)):
                os.close(end)
            _send(jobs, writing)
        os._exit(0)

    def result(self) -> Any:
        """The result of the next job."""
        try:
            result, error = pickle.load(self._results)  # noqa: S301 - from a process of our own
        except EOFError:
            raise EndedEarlyError("a process that made a part of it has ended early") from None
        if error:
            raise error
        return result

    def end(self) -> None:
        """Let the process go, which fails if it is not done yet."""
        self._results.close()
        os.waitpid(self._process, 0)

    def stop(self) -> None:
        """Let the process go, whatever it still does."""
        os.kill(self._process, signal.SIGKILL)  # one that has ended stays until it is waited for
        self.end()


def _send(jobs: Sequence[Callable[[], Any]], writing: int) -> None:
    with os.fdopen(writing, "wb") as pipe:
        for job in jobs:
            pickle.dump(_outcome(job), pipe)
            pipe.flush()


def _outcome(job: Callable[[], T]) -> tuple[T | None, Exception | None]:
    """What a job gives, or what it raises, which is raised again where the result is wanted."""
    try:
        return job(), None
    except Exception as error:
        return None, error
