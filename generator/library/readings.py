"""Files as they were read last, for a program that reads the same review again after each edit.

A file is known by its content, so that what is kept can never be out of date: neither times nor
sizes decide.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from generator.files.text_file import LARGEST

T = TypeVar("T")


class Readings(Generic[T]):
    """What came of each file, as long as it holds the same bytes.

    What came of a file that is gone stays, for when it comes back, as with another branch.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: dict[str, tuple[bytes, T]] = {}

    def of(self, root: Path, relative: str, read: Callable[[], T]) -> T:
        """What `read` makes of a file, which it is asked only where the file is another one."""
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
