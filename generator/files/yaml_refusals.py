"""What of YAML is refused because no review needs it, and how that is told."""

from __future__ import annotations

from typing import Any

from generator.diagnostics import Diagnostic, Location

DEEPEST = 50
"""How deep lists and mappings may stand within one another; a review needs ten levels."""

_IN_FULL = "Every value in full, also where it stands twice."
_IF_TEXT = "if it is a text, put it in 'quotation marks'."
_REFUSALS: dict[str, tuple[str, str, str, str]] = {
    "alias": (
        "alias",
        "“*{name}” is an alias, a copy of another part of the file, and none is read here.",
        _IN_FULL,
        f"Write the value out; {_IF_TEXT}",
    ),
    "anchor": (
        "alias",
        "“&{name}” is an anchor, made to copy a value elsewhere, and none is read here.",
        _IN_FULL,
        f"Delete the anchor, and write the value out where it is copied; {_IF_TEXT}",
    ),
    "merge": (
        "alias",
        "“<<” would merge keys of another mapping into this one, and nothing is merged here.",
        "Every key in full, also where it stands twice.",
        "Write out the keys that it stands for.",
    ),
    "tag": (
        "tag",
        "“{name}” is a tag, which tells programs what to make of a value, and none is read here.",
        "Plain texts, numbers, lists and mappings.",
        f"Delete it; {_IF_TEXT}",
    ),
    "documents": (
        "syntax",
        "A second document begins here, and only the first would be read.",
        "One document in each file.",
        "Delete the line “---”, or move what follows into a file of its own.",
    ),
    "key": (
        "syntax",
        "A key cannot be a list or a mapping.",
        "A word, a colon and a space.",
        "Put a text that begins with “[”, “{” or “?” in 'quotation marks'.",
    ),
    "deep": (
        "too-deep",
        f"Here more than {DEEPEST} lists and mappings stand within one another.",
        "About ten levels, as in the neighbouring files.",
        "Look for brackets that are never closed, or restore the file from the history.",
    ),
    "unseen": (
        "hidden-character",
        "A backslash puts a character into this text that nobody can see.",
        "Letters, signs and spaces.",
        "Delete it, or put the text in 'single marks', where a backslash is a backslash.",
    ),
    "date": (
        "syntax",
        "“{name}” looks like a date, and the calendar has no such day.",
        "A date such as 2026-11-22, or a text.",
        f"Correct the day; {_IF_TEXT}",
    ),
}


class RefusedError(Exception):
    """Holds the diagnostic of what ends the reading."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def refusal(what: str, event: Any, path: str) -> RefusedError:
    """The error to raise for an event of the parser, `what` being a key of the table above."""
    code, message, expected, remedy = _REFUSALS[what]
    tag = str(getattr(event, "tag", None) or "").replace("tag:yaml.org,2002:", "!!")
    name = getattr(event, "anchor", None) or tag or getattr(event, "value", "")
    said = message.replace("{name}", str(name))
    location = Location(path, event.start_mark.line + 1, event.start_mark.column + 1)
    return RefusedError(Diagnostic(location, code, said, expected, remedy))


def duplicate(path: str, position: tuple[int, int], key: str, first: int) -> Diagnostic:
    """A key that stands twice, the first time on another line. Diagnostic: duplicate-key."""
    return Diagnostic(
        Location(path, *position),
        "duplicate-key",
        f"The key “{key}” already stands on line {first}.",
        "Each key once.",
        "Keep one of the two, or add the line that is missing between them.",
    )


def dash(path: str, position: tuple[int, int], key: str, first: int) -> Diagnostic:
    """The key with which an entry of a list begins, a second time: another entry, most likely.

    Diagnostic: duplicate-key.
    """
    return Diagnostic(
        Location(path, *position),
        "duplicate-key",
        f"The key “{key}”, with which this entry begins on line {first}, stands in it again.",
        "Each key once in an entry, and “- ” before the first key of each.",
        "If a new entry begins here, write “- ” before it; else keep one of the two.",
    )
