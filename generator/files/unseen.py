"""Invisible characters: those that hide, turn text round or separate. All others ask this module.

Of text that rests on a source nothing may be there that a reader of the file cannot see: two words
that look alike would differ, a line could end where none does, and what is shown could run in
another direction than what is meant (https://trojansource.codes).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
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


# Letters of these scripts, and pictures, are joined or kept apart by two characters that show
# nothing themselves (Unicode Standard, 23.2): Arabic, those of India and of South-East Asia, and
# emoji. A reader sees what they do, so that behind such letters they belong to the text.
_JOINED = re.compile(
    "(?<=[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\u1a20-\u1b7f\ua840-\ua9ff"
    "\ufb50-\ufdff\ufe70-\ufefc\u2190-\u2bff\U0001f000-\U0001faff])[\u200c\u200d]"
)


@cache
def is_unseen(character: str) -> bool:
    """Whether a reader cannot see it: all but letters, signs, spaces, tabs and ends of lines."""
    if character.isprintable():
        return _BLANK.match(character) is not None
    return character not in "\t\n" and unicodedata.category(character) != "Zs"


def holds_unseen(text: str) -> bool:
    """Whether any character of a text cannot be seen, nor what it does."""
    return any(map(is_unseen, set(_JOINED.sub("", text))))


def found(text: str) -> Iterator[tuple[str, int, int]]:
    """Every unseen character with its line and column, both from 1."""
    odd = sorted(filter(is_unseen, set(text)))
    line, start = 1, 0
    for found in re.finditer(f"[\n{re.escape(''.join(odd))}]", text) if odd else ():
        if found[0] == "\n":
            line, start = line + 1, found.end()
        elif not _JOINED.match(text, found.start()):
            yield found[0], line, found.start() - start + 1


def name(character: str) -> str:
    """An unseen character by its name and number: “RIGHT-TO-LEFT OVERRIDE (U+202E)”."""
    kind = _KINDS.get(unicodedata.category(character), "a character without a name")
    return f"{unicodedata.name(character, kind)} (U+{ord(character):04X})"


def replaced(text: str, put: Callable[[str], str]) -> str:
    """A text with something put in the place of every unseen character."""
    return "".join(
        put(each) if is_unseen(each) and not _JOINED.match(text, place) else each
        for place, each in enumerate(text)
    )


def marked(text: str) -> str:
    """A text of one line in which every character that cannot be seen is marked as such."""
    return replaced(text, lambda _: REPLACEMENT) if holds_unseen(text) else text
