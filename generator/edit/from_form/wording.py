"""Changes a text as a form asks: what it says now, and what it should say instead."""

from __future__ import annotations

from generator.edit.from_form.form import CannotMapError
from generator.entities import Attribute
from generator.entities.numbers import Number
from generator.entities.words import opening
from generator.library.library import Library
from generator.pages.views.names import Names

_FOLDED = str.maketrans("’‘“”–—\u00a0", "''\"\"-- ")
"""What people type for what typesetting prints; one character for one, so that places stay."""


def is_whole(said: str, text: str, names: Names) -> bool:
    """Whether the words are the whole of a text, as it stands in the file or on the page."""
    return _folded(said) in (_folded(text), _folded(names.plain(text)))


def reworded(text: str, now: str, new: str, names: Names) -> str:
    """The text with the new words in the place of those it says now. Raises CannotMapError.

    Words that are only a part of the text, and stand in it once, are replaced within it.
    """
    if is_whole(now, text, names):
        return new
    part, whole = _folded(now), text.translate(_FOLDED)
    if whole.count(part) == 1:
        start = whole.index(part)
        return text[:start] + new + text[start + len(part) :]
    times = "more than once" if part in whole else "nowhere"
    raise CannotMapError(f"“{now}” stands {times} in this text: “{names.plain(text)}”")


def readable(value: str | Number | None, attribute: Attribute, library: Library) -> set[str]:
    """The ways in which the value of an attribute may stand on the page, in small letters."""
    words = {str(value).lower()}
    if attribute.kind == "choice":
        words |= {choice.label.lower() for choice in attribute.choices if choice.id == value}
    if attribute.kind == "percentage":
        words |= {f"{value}%", f"{value} per cent"}
    if attribute.kind == "intervention" and value in library.every_intervention:
        named = library.every_intervention[str(value)]
        shown = Names(library).full(named.id).text
        words |= {named.title.lower(), f"#{named.number}", shown.lower()}
    return words


def joined(old: str | None, reason: str) -> str:
    """A reason after what an editor wrote before, which is never overwritten."""
    sentence = reason if reason.endswith((".", "?", "!", "”")) else f"{reason}."
    sentence = opening(sentence)
    return f"{old} {sentence}" if old else sentence


def _folded(words: str) -> str:
    return " ".join(words.translate(_FOLDED).split()).strip("\"' ")
