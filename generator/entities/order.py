"""The order of people, in which 2 stands before 10."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count, product
from string import ascii_lowercase


def natural(text: str) -> list[tuple[int, str]]:
    """A key that sorts ids and labels: 1, 1a, 2, 10, A, b; numbers stand before letters."""
    return [
        (int(part), "") if part.isdecimal() else (-1, part.casefold())
        for part in re.split(r"(\d{1,99})", text)
    ]


def lettered() -> Iterator[str]:
    """What is counted by letters, without end: a, b, … z, aa, ab and so on."""
    for length in count(1):
        yield from map("".join, product(ascii_lowercase, repeat=length))


def letters_of(id: str) -> str:
    """What an id begins with, without its number: “x” of x04."""
    return id.rstrip("0123456789")
