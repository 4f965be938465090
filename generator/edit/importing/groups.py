"""Which theory a row is about: by the number it prints, within the group that is named."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.edit.words import fold
from generator.entities import Theory
from generator.library.library import Library

_NUMBER = r"0*(\d+)(?=$|[\s:)\]–—,;-]|\.(?!\d))"
_FIRST = re.compile(rf"^[\s#(\[]*{_NUMBER}")
_NAMED = re.compile(
    rf"\b(?:theory|cmocs?|cmo|i?pt|configuration|number|no\.?|nr\.?)[\s:#]*{_NUMBER}", re.I
)
_ID = re.compile(r"^\W*([a-z]{1,4})\s?0*(\d+)\b", re.I)
LONGEST_CAPTION = 25
"""Words: in longer texts, the name of a group stands by chance."""


def group_in(text: str, library: Library) -> str | None:
    """The group that a heading or caption names: all words of its id that no other id has."""
    words = fold(text).split()
    if len(words) > LONGEST_CAPTION:
        return None
    ids = {group.id: set(group.id.split("-")) for group in library.review.groups}
    found = []
    for group in library.review.groups:
        others = set().union(*(ids[id] for id in ids if id != group.id))
        own = ids[group.id] - others
        if (own and own <= set(words)) or fold(group.title) in " ".join(words):
            found.append(group.id)
    return found[0] if len(found) == 1 else None


def group_of(captions: Iterable[str], library: Library) -> str | None:
    """The group that the nearest of several texts names."""
    return next((group for text in captions if (group := group_in(text, library))), None)


def number_in(text: str) -> int | None:
    """The number of a theory in its label: “4”, “4. Title”, “Theory 4”, “Title (theory 4)”."""
    found = _FIRST.search(text) or _NAMED.search(text)
    return int(found[1]) if found else None


def theory_of(label: str, number: int | None, group: str | None, library: Library) -> Theory | str:
    """The theory of a label, or why there is none."""
    by_name = _by_name(label, group, library)
    if by_name:
        return by_name
    printed = number_in(label)
    number = number if printed is None else printed
    if number is None:
        return "It prints no number of a theory, and no title or id that this review has."
    if group is None:
        return f"It prints number {number}, but nothing names the group of theories; use --group."
    for theory in library.theories_of(group):
        if theory.number == number:
            return theory
    known = [str(t.number) for t in library.theories_of(group) if t.number is not None]
    return f"The group “{group}” has no theory {number}; it has {', '.join(known) or 'none'}."


def names_theory(text: str, group: str | None, library: Library, *, is_heading: bool) -> bool:
    """Whether a heading is about one theory; “2. Positive impact”, which names a group, is not."""
    if is_heading:
        return bool(_NAMED.search(text))
    return number_in(text) is not None or _by_name(text, group, library) is not None


def _by_name(label: str, group: str | None, library: Library) -> Theory | None:
    """The theory that a label names by its id, such as T4, or by the whole of its title."""
    for theory in library.theories.values():
        if group is not None and theory.group != group:
            continue
        if fold(label) in (fold(theory.title), fold(theory.topic.text)):
            return theory
        id = _ID.match(label)
        prefix = theory.id.rstrip("0123456789")
        if id and id[1].lower() == prefix and theory.id[len(prefix) :].lstrip("0") == id[2]:
            return theory
    return None
