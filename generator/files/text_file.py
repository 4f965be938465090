"""Reads the text of a file, within limits, and says in words which encoding is wrong."""

from __future__ import annotations

import re
import stat
import unicodedata
from itertools import islice
from pathlib import Path

from generator.diagnostics import MOST, Diagnostic, Location
from generator.files import unseen

LARGEST = 1_000_000
"""The largest file that is read, in bytes: ten times what any file of a review needs."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_OPENS_A_CONFLICT, _ENDS_A_CONFLICT = re.compile("^<{7}(?= )", re.M), re.compile("^>{7}(?= )", re.M)
"""What git puts before and after two versions of the same lines; it indents neither."""


def read_text(root: Path, relative: str) -> tuple[str | None, list[Diagnostic]]:
    """The text of a file, or None and what keeps it from being read.

    The byte-order mark is left out, lines end with a line feed, and letters are in Unicode's
    composed form (NFC): an accent typed apart from its letter is no mistake that anybody sees.

    Diagnostics: unreadable, too-large, hidden-character and merge-conflict (the first hundred
    of each in the file).
    """
    raw = _bytes(root, relative)
    if isinstance(raw, Diagnostic):
        return None, [raw]
    if raw.startswith(_UTF_16) or b"\0" in raw:
        return None, [_utf_16(relative)]
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return None, [_not_utf_8(relative, error)]
    hidden = [
        hidden_character(Location(relative, line, column), character)
        for character, line, column in islice(unseen.found(text), MOST)
    ]
    wrong = hidden + _merge_conflicts(relative, text)
    return (None, wrong) if wrong else (unicodedata.normalize("NFC", text), [])


def _bytes(root: Path, relative: str) -> bytes | Diagnostic:
    file = root / relative
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):  # a folder, or a pipe that never ends
            return _no_file(relative)
        if status.st_size > LARGEST:
            return _too_large(relative, status.st_size)
        return file.read_bytes()
    except OSError:
        return _no_file(relative)


def hidden_character(location: Location, character: str) -> Diagnostic:
    """A character that nobody can see. Diagnostic: hidden-character."""
    return Diagnostic(
        location,
        "hidden-character",
        f"There is {unseen.name(character)} here, which nobody can see and no text needs.",
        "Letters, signs and spaces.",
        "Delete it; if the cursor cannot find it, delete the words around it and type them again.",
    )


def _merge_conflicts(relative: str, text: str) -> list[Diagnostic]:
    """One for each place where two versions stand; where only their end is left, for that."""
    if "<" * 7 not in text and ">" * 7 not in text:  # ten times as fast as an expression
        return []
    marks = [*_OPENS_A_CONFLICT.finditer(text)] or [*_ENDS_A_CONFLICT.finditer(text)]
    return [
        Diagnostic(
            Location(relative, *_position(text[: mark.start()])),
            "merge-conflict",
            f"This line, “{mark[0]}” and a name, is left from a merge that has not ended.",
            "The lines of one version, or what is right of both, and no marks of git.",
            "Choose between the lines above and below “=======”, and delete the marks.",
        )
        for mark in marks[:MOST]
    ]


def _position(before: str) -> tuple[int, int]:
    lines = before.split("\n")
    return len(lines), len(lines[-1]) + 1


def _no_file(relative: str) -> Diagnostic:
    return Diagnostic(
        Location(relative),
        "unreadable",
        "This is not there, is no file, or may not be read.",
        "A file that you can open in an editor.",
        "Look at its name and at who may read it.",
    )


def _too_large(relative: str, size: int) -> Diagnostic:
    return Diagnostic(
        Location(relative),
        "too-large",
        f"This file has {size:,} bytes, and it was not read.",
        f"At most {LARGEST:,} bytes.",
        "Look whether something else landed in it; restore it from the history or divide it.",
    )


def _utf_16(relative: str) -> Diagnostic:
    return Diagnostic(
        Location(relative),
        "unreadable",
        "This file is in UTF-16, which some editors call “Unicode”, or is no text.",
        "A file in UTF-8.",
        "Save it again, and choose the encoding UTF-8 in the dialogue.",
    )


def _not_utf_8(relative: str, error: UnicodeDecodeError) -> Diagnostic:
    line, column = _position(error.object[: error.start].decode("utf-8-sig", errors="replace"))
    letter = error.object[error.start : error.start + 1].decode("latin-1")
    meant = f"; in an older encoding it would be “{letter}”" if letter >= "\xa1" else ""
    return Diagnostic(
        Location(relative, line, column),
        "unreadable",
        f"This file is not in UTF-8: nothing can read the character here{meant}.",
        "A file in UTF-8, as every common editor saves it.",
        "Save it again with the encoding UTF-8, and look at letters with accents.",
    )
