"""A limit to the time that one page may take: what a stranger writes must keep nobody waiting."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class TookTooLongError(Exception):
    """The work was not done in its time, and was given up."""


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Give up a block that computes for longer than this: raises TookTooLongError in it.

    What counts is the time that this process computes, so that a busy machine changes nothing.
    Only the main thread can be interrupted; in any other the block takes as long as it takes.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def give_up(*_: Any) -> None:
        raise TookTooLongError

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
