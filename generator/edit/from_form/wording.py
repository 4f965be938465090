"""What a text says now and what it should say, as a form puts it, to the text that comes of it."""

from __future__ import annotations

from generator.edit.from_form.form import CannotMapError
from generator.pages.views.common import Names

_FOLDED = str.maketrans("’‘“”–—\u00a0", "''\"\"-- ")
"""What people type for what typesetting prints; one character for one, so that places stay."""


def same(said: str, text: str, names: Names) -> bool:
    """Whether the words are the whole of a text, as it stands in the file or on the page."""
    return _folded(said) in (_folded(text), _folded(names.plain(text)))


def reworded(text: str, now: str, new: str, names: Names) -> str:
    """The text with the new words in the place of those it says now. Raises CannotMapError.

    Words that are only a part of the text, and stand in it once, are replaced within it.
    """
    if same(now, text, names):
        return new
    part, whole = _folded(now), text.translate(_FOLDED)
    if whole.count(part) == 1:
        start = whole.index(part)
        return text[:start] + new + text[start + len(part) :]
    times = "more than once" if part in whole else "nowhere"
    raise CannotMapError(f"“{now}” stands {times} in this text: “{names.plain(text)}”")


def joined(old: str | None, reason: str) -> str:
    """A reason after what an editor wrote before, which is never overwritten."""
    sentence = reason if reason.endswith((".", "?", "!", "”")) else f"{reason}."
    sentence = sentence[0].upper() + sentence[1:]
    return f"{old} {sentence}" if old else sentence


def _folded(words: str) -> str:
    return " ".join(words.translate(_FOLDED).split()).strip("\"' ")
