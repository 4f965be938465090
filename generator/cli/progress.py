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
    """Show how far the work in the block has come, on a terminal, and nothing of it in the end."""
    if not sys.stderr.isatty() or os.environ.get("CI") or os.environ.get("TERM") == "dumb":
        yield
        return
    begun = last = time.monotonic()

    def show(what: str, done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - begun > _PATIENCE and now - last > _OFTEN:
            last = now
            sys.stderr.write(f"{_CLEAR}{what} {done:,} of {total:,}")
            sys.stderr.flush()

    try:
        with told_to(show):
            yield
    finally:
        if last != begun:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
