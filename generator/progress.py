"""How far long work has come, told to whoever listens: nobody, unless a command shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[str, int, int], None]
"""Is told what is counted, how many are done, and how many there are."""

_LISTENER: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def told_to(listener: Listener) -> Iterator[None]:
    """Tell somebody of all work within the block."""
    before = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(before)


def counter(what: str, total: int) -> Callable[..., None]:
    """What is to be called after each of so many things, or with how many were done since."""
    done = 0

    def count(more: int = 1) -> None:
        nonlocal done
        done += more
        if listener := _LISTENER.get():
            listener(what, done, total)

    return count
