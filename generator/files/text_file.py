"""Files to text: limits that hold before anything is read, and encodings told apart in words."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from generator.diagnostics import Diagnostic, Location

LARGEST = 1_000_000
"""The largest file that is read, in bytes: ten times what any file of a review needs."""

_MARK = "\ufeff"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# What YAML forbids; the mark that may open a file, too, where it stands within the text.
FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_NAMES = {"\x00": "a NUL character", _MARK: "a byte-order mark in the middle of the text"}


def read_text(root: Path, relative: str) -> str | Diagnostic:
    """The text of a file without its byte-order mark, or what keeps it from being read.

    Diagnostics: unreadable, too-large.
    """
    try:
        status = (root / relative).stat()
        if not stat.S_ISREG(status.st_mode):  # a folder, or a pipe that never ends
            return _no_file(relative)
        if status.st_size > LARGEST:
            return _too_large(relative, status.st_size)
        raw = (root / relative).read_bytes()
    except OSError:
        return _no_file(relative)
    if raw.startswith(_UTF_16):
        return _utf_16(relative)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf_8(relative, error)


def forbidden(text: str, relative: str) -> Diagnostic | None:
    """The first character that no YAML file may hold, if there is one."""
    found = FORBIDDEN.search(text)
    if found is None:
        return None
    line, column = _place(text[: found.start()])
    name = _NAMES.get(found[0], f"the control character number {ord(found[0])}")
    return Diagnostic(
        Location(relative, line, column),
        "unreadable",
        f"There is {name} here, which nobody can see and no text needs.",
        "Letters, signs and spaces.",
        "Delete it; if the cursor cannot find it, delete the words around it and type them again.",
    )


def _place(before: str) -> tuple[int, int]:
    lines = (before + "|").splitlines()
    return len(lines), len(lines[-1])


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
        "This file is in UTF-16, which some editors call “Unicode”.",
        "A file in UTF-8.",
        "Save it again, and choose the encoding UTF-8 in the dialogue.",
    )


def _not_utf_8(relative: str, error: UnicodeDecodeError) -> Diagnostic:
    line, column = _place(error.object[: error.start].decode("utf-8-sig", errors="replace"))
    letter = error.object[error.start : error.start + 1].decode("latin-1")
    meant = f"; in an older encoding it would be “{letter}”" if letter >= "\xa1" else ""
    return Diagnostic(
        Location(relative, line, column),
        "unreadable",
        f"This file is not in UTF-8: nothing can read the character here{meant}.",
        "A file in UTF-8, as every common editor saves it.",
        "Save it again with the encoding UTF-8, and look at letters with accents.",
    )
