"""What looks like YAML and is something else to it: other spaces, other marks, a dash by itself."""

from __future__ import annotations

import re

from generator.diagnostics import Diagnostic, Location
from generator.files import unseen

BLANKS = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that YAML takes for letters, as inside of brackets of a regular expression."""
MARKS = "“”„‘’"
"""Quotation marks that YAML takes for letters."""

_BLANK = re.compile(rf"^ *(?:- +)?(?:[\w-]+:)? *([{BLANKS}])")
_OTHER_DASH = re.compile(r"^ *([–—−‐‑•·])\s")
_DASH = re.compile(r"^ *(-)([a-z][\w-]*:(?: .*)?)$")
_MARK = re.compile(rf"(?:: +|- +|[\[,] *)([{MARKS}])")


def lookalike(lines: list[str], location: Location) -> Diagnostic | None:
    """What of it stands on the line that the parser refused, or on the one before.

    Diagnostics: syntax.
    """
    here = location.line - 1
    for number in (here, here - 1):
        line = lines[number] if 0 <= number < len(lines) else ""
        if blank := _BLANK.match(line):
            return _blank(blank[1], Location(location.path, number + 1, blank.end()))
        if other := _OTHER_DASH.match(line):
            return _other_dash(other[1], Location(location.path, number + 1, other.start(1) + 1))
        if dash := _DASH.match(line):
            return _dash(dash[2], Location(location.path, number + 1, dash.start(1) + 1))
    if mark := _MARK.search(lines[here] if here < len(lines) else ""):
        return _mark(Location(location.path, location.line, mark.start(1) + 1))
    return None


def _blank(blank: str, location: Location) -> Diagnostic:
    return Diagnostic(
        location,
        "syntax",
        f"There is {unseen.name(blank)} here, which looks like a space and is none to YAML.",
        "Spaces as the space bar types them.",
        "Replace it by a space; most came along from a web page or a text processor.",
    )


def _other_dash(sign: str, location: Location) -> Diagnostic:
    return Diagnostic(
        location,
        "syntax",
        f"An entry of a list begins with a hyphen and a space; this is “{sign}”.",
        "Each entry after “- ”.",
        "Write a hyphen in its place, and a space.",
    )


def _dash(entry: str, location: Location) -> Diagnostic:
    return Diagnostic(
        location,
        "syntax",
        "There is no space after this dash, so that it begins no entry of a list.",
        "Each entry after “- ”, with its other keys below its first one.",
        f"Write “- {entry.strip()}”.",
    )


def _mark(location: Location) -> Diagnostic:
    return Diagnostic(
        location,
        "syntax",
        "To YAML this quotation mark is a letter: it does not keep the text together.",
        "A text in 'plain marks', as the keyboard types them.",
        "Put the whole text in 'plain marks'; “these” may stand within them.",
    )
