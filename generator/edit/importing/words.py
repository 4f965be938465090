"""How words are compared: headers, titles, statements and values."""

from __future__ import annotations

import re

_SIGNS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})


_UNSEEN = re.compile("[\u200b\u00ad\u2060\ufeff\ufffe\uffff\ud800-\udfff]")


def clean(text: str) -> str:
    """A text without letters that nobody sees, such as soft hyphens, and that YAML may refuse."""
    seen = _UNSEEN.sub("", text)
    return "".join(each for each in seen if each.isprintable() or each.isspace())


def fold(text: str) -> str:
    """A header, title or choice without case and signs: words and numbers with one space."""
    return " ".join(re.findall(r"[^\W_]+", text.translate(_SIGNS).replace("'", "").lower()))


def same(text: str) -> str:
    """What a statement says, without the differences that typesetting makes."""
    return " ".join(text.translate(_SIGNS).lower().split()).rstrip(".,; ")


def shown(text: str, letters: int = 70) -> str:
    """A text short enough for a line of a report, in quotation marks."""
    return f"“{text}”" if len(text) <= letters else f"“{text[: letters - 1].rstrip()}…”"
