"""The words of a column that says what became of a statement."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.edit.importing.headers import PARTS, Header
from generator.edit.importing.opening.tables import Row
from generator.edit.importing.vocabulary import Vocabulary
from generator.edit.values import is_blank
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


@dataclass
class Statuses:
    """What the columns of status say of a row of a table."""

    known: Vocabulary
    said: dict[str, Change | str] = field(default_factory=dict)
    """By the part that they are about, or “status”; nothing where the cell is empty."""

    def enter(self, row: Row, header: Header) -> list[int]:
        """Take up a row; a merged cell goes on with the row above.

        Gives the columns that are empty beside a part of which the row says something.
        """
        empty = []
        for column, role in header.roles.items():
            cell = row.at(column)
            if not role.startswith("status") or (cell and cell.goes_on):
                continue
            text = cell.text if cell and not is_blank(cell.text) else ""
            about = role.removeprefix("status of ")
            self.said[about] = status_in(text, self.known)
            parts = header.columns(*(PARTS if about == "status" else (about,)))
            if not text and any(row.at(part) in row.filled for part in parts):
                empty.append(column)
        return empty

    def of(self, part: str) -> Change | str | None:
        """The status of what the row says of a part; None where no column is about it."""
        return self.said.get(part, self.said.get("status"))


def settle(look: Change, status: Change | str | None) -> tuple[Change, str]:
    """The change of a statement from its look and the word beside it; and how they contradict."""
    if not status or status == look:
        return look, ""
    plain = look in ("retained", "not-stated")
    if status not in _WORDS:
        went = "its change is not stated" if plain else "went by the look of the letters"
        return look, f"the status “{status}” is no known word; {went}."
    if plain and status == "reworded":
        return "not-stated", "the status is reworded, and the text holds only one wording."
    if plain:
        return status, ""
    if status in ("not-stated", "reworded"):
        return look, ""
    if look == "reworded":
        return look, f"the letters are those of a rewording, and the status is {status}."
    return "not-stated", f"the letters are those of “{look}”, and the status is {status}."
