"""How words are compared: headers, titles, statements and values."""

from __future__ import annotations

import re
import unicodedata

from generator.files import unseen

_SIGNS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})


def clean(text: str) -> str:
    """A text as files of a review hold it: composed, and without what nobody sees."""
    seen = unseen.replaced(text, lambda each: " " if each.isspace() else "")
    return unicodedata.normalize("NFC", seen)


def fold(text: str) -> str:
    """A header, title or choice without case and signs: words and numbers with one space."""
    return " ".join(re.findall(r"[^\W_]+", text.translate(_SIGNS).replace("'", "").lower()))


def without_typesetting(text: str) -> str:
    """What a statement says, without the differences that typesetting makes."""
    return " ".join(text.translate(_SIGNS).lower().split()).rstrip(".,; ")


def quoted(text: str, letters: int = 70) -> str:
    """A text short enough for a line of a report, in quotation marks."""
    return f"“{text}”" if len(text) <= letters else f"“{text[: letters - 1].rstrip()}…”"
