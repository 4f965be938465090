"""The order of people, in which 2 stands before 10."""

from __future__ import annotations

import re


def natural(text: str) -> list[tuple[int, str]]:
    """A key that sorts ids and labels: 1, 1a, 2, 10, A, b; numbers stand before letters."""
    return [
        (int(part), "") if part.isdecimal() else (-1, part.casefold())
        for part in re.split(r"(\d{1,99})", text)
    ]


def letters_of(id: str) -> str:
    """What an id begins with, without its number: “x” of x04."""
    return id.rstrip("0123456789")
