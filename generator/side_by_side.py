"""Work that several processes share: whoever is free takes the next piece of it.

A process that is forked knows all that was read and made before, so that nothing need be sent to
it. Only Linux forks a process safely in whatever state it is.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Generic, TypeVar

from generator.progress import told_to

T = TypeVar("T")

WORTH = 60
"""Pages for which a process pays: to make fewer it would cost more than it saves."""
MOST = 8
"""As many processes share the work at most: each needs memory."""
_TURN = 4
"""Bytes of the number of a job, in the file in which the turns stand."""


class EndedEarlyError(OSError):
    """A process that did a part of the work is no more, for example for want of memory."""


class SideBySide(Generic[T]):
    """Jobs that several processes do, each the next one as soon as it is free.

    What a job makes, it puts where it belongs, such as into a file. Jobs share nothing that they
    change: what one keeps for others may not be there for them.
    """

    def __init__(
        self,
        jobs: Sequence[Callable[[], None]],
        found: Callable[[], T],
        worth: int,
        count: Callable[[int], None] | None = None,
    ) -> None:
        """Have other processes begin at once, one for each `worth` jobs, as far as there are cores.

        `found` gives what a process has found in the end. `count` is called with how many jobs were
        done, by whichever process, since it last was.
        """
        self._jobs, self._found, self._count = jobs, found, count
        self._first = os.getpid()
        # A file that all of them have open has one place for all, at which each reads on.
        self._turns = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - closed by `stop`
        self._turns.write(b"".join(n.to_bytes(_TURN, "big") for n in range(len(jobs))))
        self._turns.seek(0)
        others = range(1, min(_cores(), MOST, len(jobs) // worth))
        self._helpers = [_Helper(self._work) for _ in others]

    def finish(self) -> list[T]:
        """Do what is left, wait for the others, and give what each process has found.

        Raises what a job raises, and EndedEarlyError.
        """
        try:
            return [self._work(), *[helper.result() for helper in self._helpers]]
        finally:
            self.stop()

    def stop(self) -> None:
        """Give up what is not done yet."""
        for helper in self._helpers:
            helper.stop()
        self._helpers.clear()
        self._turns.close()

    def _work(self) -> T:
        done = 0
        while self._is_wanted() and (turn := os.read(self._turns.fileno(), _TURN)):
            number = int.from_bytes(turn, "big")
            self._jobs[number]()
            if self._count:
                self._count(number + 1 - done)
            done = number + 1
        return self._found()

    def _is_wanted(self) -> bool:
        """Whether the process that asked for all this is still there."""
        return self._first in (os.getpid(), os.getppid())


@contextmanager
def meanwhile(job: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Have a job done by another process while the block does something else.

    Gives what to call, once, for what the job gives; that raises what the job raises, or
    EndedEarlyError. On one core the job is done then. What nobody has asked for is given up.
    """
    if _cores() < 2:
        yield job
        return
    helper = _Helper(job)
    try:
        yield helper.result
    finally:
        helper.stop()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


class _Helper:
    """A process that does a job."""

    def __init__(self, job: Callable[[], Any]) -> None:
        reading, writing = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self._process = os.fork()
        if self._process:
            os.close(writing)
            self._result = os.fdopen(reading, "rb")
            return
        with suppress(BaseException):  # whatever it is, the one who waits sees the end
            # With nobody left to read, as when the others were killed, writing fails.
            os.close(reading)
            with os.fdopen(writing, "wb") as pipe, told_to(_nobody):
                pickle.dump(_outcome(job), pipe)
        os._exit(0)

    def result(self) -> Any:
        """What the job gives. Raises what the job raises, or EndedEarlyError."""
        try:
            result, error = pickle.load(self._result)  # noqa: S301 - from a process of our own
        except (EOFError, pickle.UnpicklingError):  # ended before it sent anything, or all of it
            raise EndedEarlyError("a process that made a part of it has ended early") from None
        if error:
            raise error
        return result

    def stop(self) -> None:
        """Let the process go, whatever it still does."""
        os.kill(self._process, signal.SIGKILL)  # one that has ended stays until it is waited for
        self._result.close()
        os.waitpid(self._process, 0)


def _nobody(what: str, done: int, total: int) -> None:
    """Only the process that asked for the work says how far it has come."""


def _outcome(job: Callable[[], T]) -> tuple[T | None, Exception | None]:
    """What a job gives, or what it raises, which is raised again where the result is wanted."""
    try:
        return job(), None
    except Exception as error:
        return None, error
