"""What a terminal shows of work that takes long: counts, which say how long it will take."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from generator.progress import told_to

_PATIENCE = 2
"""Seconds after which somebody wonders whether anything happens."""
_OFTEN = 0.1
"""Seconds between two counts; a terminal that is told of each thing would be slower than it."""
_CLEAR = "\r\x1b[K"


@contextmanager
def shown() -> Iterator[None]:
    """Show how far the work in the block has come, on a terminal, and nothing of it in the end.

    A count that is full is taken away, so that what is printed then has a line of its own.
    """
    if not sys.stderr.isatty() or os.environ.get("CI") or os.environ.get("TERM") == "dumb":
        yield
        return
    begun, last, said = time.monotonic(), 0.0, ""

    def show(what: str, done: int, total: int) -> None:
        nonlocal last, said
        now = time.monotonic()
        if done == total:
            clear()
        elif now - begun > _PATIENCE and (what != said or now - last > _OFTEN):
            last, said = now, what
            sys.stderr.write(_CLEAR + (f"{what} {done:,} of {total:,}" if total > 1 else what))
            sys.stderr.flush()

    def clear() -> None:
        nonlocal said
        if said:
            said = ""
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()

    try:
        with told_to(show):
            yield
    finally:
        clear()
