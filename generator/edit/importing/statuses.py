"""The words of a column that says what became of a statement."""

from __future__ import annotations

from generator.edit.importing.vocabulary import Vocabulary
from generator.edit.words import fold
from generator.entities import Change

_WORDS: dict[Change, str] = {
    "retained": "retained|unchanged|kept|normal|plain|same|no change|both",
    "removed": "removed|deleted|strikethrough|strike through|struck|struck through|dropped|refuted",
    "added": "added|new|capitals|capital letters|capital|caps|uppercase|upper case",
    "reworded": "reworded|changed|modified|amended|refined|revised",
    "not-stated": "not stated|unknown|unclear",
}
_KNOWN = {word: change for change, words in _WORDS.items() for word in words.split("|")}


def status_in(text: str, known: Vocabulary) -> Change | str:
    """The change that a cell names; other words as they stand."""
    by_models: dict[str, Change] = {}
    for initial, final in (("initial", "final"), (known.initial, known.final)):
        by_models |= {
            f"{initial} and {final}": "retained",
            f"{initial} only": "removed",
            f"{final} only": "added",
        }
    return (_KNOWN | by_models).get(fold(text), text.strip())


def settle(look: Change, status: Change | str | None) -> tuple[Change, str]:
    """The change of a statement from its look and the word beside it; and how they contradict."""
    if status is None or status == look:
        return look, ""
    plain = look in ("retained", "not-stated")
    if status not in _WORDS:
        return look, f"the status “{status}” is no known word; went by the look of the letters."
    if plain and status == "reworded":
        return "not-stated", "the status is reworded, and the text holds only one wording."
    if plain:
        return status, ""
    if status in ("not-stated", "reworded"):
        return look, ""
    if look == "reworded":
        return look, f"the letters are those of a rewording, and the status is {status}."
    return "not-stated", f"the letters are those of “{look}”, and the status is {status}."
