"""How words are compared: headers, titles, statements and values."""

from __future__ import annotations

import unicodedata

from generator.entities.gaps import SIGNS, fold
from generator.files import unseen

__all__ = ["clean", "fold", "quoted", "without_typesetting"]


def clean(text: str) -> str:
    """A text as files of a review hold it: composed, and without what nobody sees."""
    seen = unseen.replaced(text, lambda each: " " if each.isspace() else "")
    return unicodedata.normalize("NFC", seen)


def without_typesetting(text: str) -> str:
    """What a statement says, without the differences that typesetting makes."""
    return " ".join(text.translate(SIGNS).lower().split()).rstrip(".,; ")


def quoted(text: str, letters: int = 70) -> str:
    """A text short enough for a line of a report, in quotation marks."""
    return f"“{text}”" if len(text) <= letters else f"“{text[: letters - 1].rstrip()}…”"
