"""Invisible characters: those that hide, turn text round or separate. All others ask this module.

Of text that rests on a source nothing may be there that a reader of the file cannot see: two words
that look alike would differ, a line could end where none does, and what is shown could run in
another direction than what is meant (https://trojansource.codes).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# Unicode counts these among letters and marks, and yet they show nothing (its property
# Default_Ignorable_Code_Point), or a blank that is no space.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0100-\U000e01ef]"
)
_KINDS = {
    "Cc": "a control character",
    "Co": "a character for private use",
    "Cn": "a number that stands for no character",
    "Cs": "half a character",
}


@cache
def is_unseen(character: str) -> bool:
    """Whether a reader cannot see it: all but letters, signs, spaces, tabs and ends of lines."""
    if character.isprintable():
        return _BLANK.match(character) is not None
    return character not in "\t\n" and unicodedata.category(character) != "Zs"


def holds_unseen(text: str) -> bool:
    """Whether any character of a text cannot be seen."""
    return any(map(is_unseen, set(text)))


def found(text: str) -> Iterator[tuple[str, int, int]]:
    """Every unseen character with its line and column, both from 1."""
    odd = sorted(filter(is_unseen, set(text)))
    line, start = 1, 0
    for found in re.finditer(f"[\n{re.escape(''.join(odd))}]", text) if odd else ():
        if found[0] == "\n":
            line, start = line + 1, found.end()
        else:
            yield found[0], line, found.start() - start + 1


def name(character: str) -> str:
    """An unseen character by its name and number: “RIGHT-TO-LEFT OVERRIDE (U+202E)”."""
    kind = _KINDS.get(unicodedata.category(character), "a character without a name")
    return f"{unicodedata.name(character, kind)} (U+{ord(character):04X})"


def marked(text: str) -> str:
    """A text of one line in which every character that cannot be seen is marked as such."""
    if not holds_unseen(text):
        return text
    return "".join(REPLACEMENT if is_unseen(character) else character for character in text)
