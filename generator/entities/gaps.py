"""Words by which people say that nothing is said, where a review has a state for that."""

from __future__ import annotations

import re

SIGNS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})
"""What typesetting prints, as people type it."""
_SAID = ("stated", "reported", "given", "described", "identified")
GAPS = frozenset(
    (
        *("", "n a", "na", "nil", "none", "unclear", "unknown", "not known"),
        *(f"{none} {said}" for none in ("not", "none") for said in _SAID),
    )
)
"""Words, as `fold` leaves them, for that nothing is said."""
DOES_NOT_APPLY = frozenset(("not applicable", "does not apply"))
"""Words for that something cannot have a value."""


def fold(text: str) -> str:
    """A header, title or choice without case and signs: words and numbers with one space."""
    return " ".join(re.findall(r"[^\W_]+", text.translate(SIGNS).replace("'", "").lower()))


def says_nothing(text: str) -> bool:
    """Whether a text is a word for that there is nothing, or signs alone."""
    return fold(text) in GAPS | DOES_NOT_APPLY
