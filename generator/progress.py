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


class Counter:
    """Counts how many of so many things are done; what cannot be counted is one thing."""

    def __init__(self, what: str, total: int) -> None:
        """Begin with none of them."""
        self._what, self._total, self._done = what, total, 0
        self()

    def __call__(self, more: int = 0) -> None:
        """Tell that so many more are done, or that it is still being done."""
        self._done += more
        if listener := _LISTENER.get():
            listener(self._what, self._done, self._total)

    def stop(self) -> None:
        """Tell that no more will be done, or that others have done the rest."""
        self(self._total - self._done)
