"""Which theory a row is about: by the number it prints, within the group that is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.edit.importing.said import RowLabel
from generator.edit.importing.vocabulary import NUMBER, Vocabulary
from generator.edit.words import fold
from generator.entities import Theory
from generator.entities.order import letters_of
from generator.library.library import Library

_FIRST = re.compile(rf"^[\s#(\[]*{NUMBER}")
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


def number_in(text: str, known: Vocabulary) -> int | None:
    """The number of a theory in its label: “4”, “4. Title”, “Theory 4”, “Title (theory 4)”."""
    found = _FIRST.search(text) or known.named.search(text)
    return int(found[1]) if found else None


def theory_of(
    label: RowLabel, group: str | None, library: Library, known: Vocabulary
) -> Theory | str:
    """The theory of the label of a row, a retired one if no other is called so; or why none is."""
    theories = [t for t in library.every_theory.values() if group in (None, t.group)]
    printed = number_in(label.name, known)
    number = label.counted if printed is None else printed
    called = [theory for theory in theories if _is_called(theory, label.name, number, known)]
    # A theory whose whole label this is comes first; for another it may begin the title.
    called.sort(key=lambda theory: not _is_whole(theory, label.name))
    found = _found(label, theories, called)
    if found:
        return found
    if number is None and not called:
        return "It prints no number of a theory, and no title or id that this review has."
    if group is None and library.review.groups:
        return f"It prints number {number}, but nothing names the group of theories; use --group."
    if called:
        return called[0]
    where = f"The group “{group}”" if group else "The review"
    has = ", ".join(str(theory.number) for theory in theories if theory.number is not None)
    return f"{where} has no theory {number}; it has {has or 'none'}."


def names_theory(
    text: str, group: str | None, library: Library, known: Vocabulary, *, is_heading: bool
) -> bool:
    """Whether a heading is about one theory; “2. Impact”, which names a group, is not."""
    if is_heading:
        return bool(known.named.search(text))
    theories = [t for t in library.every_theory.values() if group in (None, t.group)]
    named = _by_title(text, theories) or _by_id(text, theories)
    return number_in(text, known) is not None or named is not None


def _found(label: RowLabel, theories: Sequence[Theory], called: Sequence[Theory]) -> Theory | None:
    """The theory that a label names by title or id; `called` are those of its number or label."""
    if called and _is_whole(called[0], label.name):
        return None
    found = _by_title(label.name, theories)
    if not found and not any(isinstance(theory.number, str) for theory in called):
        found = _by_id(label.name, theories)
    if not found and not called:
        found = _by_title(label.title, [theory for theory in theories if theory.number is None])
    return found


def _is_whole(theory: Theory, label: str) -> bool:
    return isinstance(theory.number, str) and fold(theory.number) == fold(label)


def _by_title(label: str, theories: Iterable[Theory]) -> Theory | None:
    """The theory that a label names by the whole of its title or topic."""
    words = fold(label)
    found = (t for t in theories if words and words in (fold(t.title), fold(t.topic.text)))
    return next(found, None)


def _by_id(label: str, theories: Iterable[Theory]) -> Theory | None:
    """The theory that a label names by its id, also as people shorten it: X4 for x04.

    Where the source has labels of its own, M5 may be one of them, and not short for m05.
    """
    id = _ID.match(label)
    for theory in theories:
        prefix = letters_of(theory.id)
        is_short = id and id[1].lower() == prefix and theory.id[len(prefix) :].lstrip("0") == id[2]
        is_own = re.match(rf"\W*{re.escape(theory.id)}(?![\w-])", label)
        if is_own or (is_short and not isinstance(theory.number, str)):
            return theory
    return None


def _is_called(theory: Theory, label: str, number: int | None, known: Vocabulary) -> bool:
    """Whether a label begins with that of a theory, or the numbers of both are the same."""
    if theory.number is None or isinstance(theory.number, int):
        return theory.number is not None and theory.number == number
    own = re.escape(theory.number)
    # “A shared table” begins with a word, and “A: a shared table” with a label.
    after = r"[:.)\]–—,;]|\s[–—-]\s" if len(theory.number) == 1 else r"[\s:.)\]–—,;-]"
    if re.match(rf"\W*{own}(?=$|{after})", label, re.I):
        return True
    return number is not None and number_in(theory.number, known) == number
