"""The number and the title of a theory, as the label of its row has them."""

from __future__ import annotations

import re

from generator.edit.importing.headers import Header
from generator.edit.importing.making import Making, NotMadeError
from generator.edit.importing.opening.tables import Cell
from generator.edit.importing.plan import Spot
from generator.edit.importing.said import RowLabel
from generator.edit.importing.vocabulary import Vocabulary
from generator.edit.words import fold
from generator.entities import Theory
from generator.entities.gaps import GAPS

_NUMBERED = re.compile(
    r"#?\s*(?P<number>\d{1,9})(?:[.:)\]]*\s+(?:[–—-]\s+)?(?P<title>\S.*))?[.:)\]]*"
)
_LABELLED = re.compile(
    r"(?P<number>(?:[A-Z]{2,6}\s)?(?:[A-Za-z]{0,2}\d{1,9}[a-z]?|[A-Z]))"
    r"(?:(?:[.:)\]]+|\s+[–—-])\s+(?P<title>\S.*))?[.:)\]]*"
)
"""After letters stands a sign: “A: sharing” has a label, and “A shared table” is a title."""


def label_in(cells: list[Cell], header: Header) -> RowLabel:
    """The label of a row from its cells."""

    def said(*roles: str) -> str:
        columns = header.columns(*roles)
        own = (cell.text for cell in cells if cell.column in columns)
        return " ".join(text for text in own if fold(text) not in GAPS)

    counted = next((line.number for cell in cells for line in cell.lines if line.number), None)
    text = " ".join(cell.text for cell in cells if cell.text)
    return RowLabel(text, said("number"), said("title"), counted)


def make_theory(  # noqa: PLR0913, PLR0917 - what it is called, and where it goes
    said: RowLabel, group: str | None, missed: str, spot: Spot, making: Making, known: Vocabulary
) -> Theory:
    """Make the theory of a row that the review has not, if that is wanted. Raises NotMadeError.

    `missed` says why the review has none.
    """
    if not making.is_allowed:
        is_enough = group is not None or not making.library.review.groups
        raise NotMadeError(f"{missed} --create makes a file of it." if is_enough else missed)
    if making.library.review.groups and group is None:
        raise NotMadeError("Nothing names its group; add a column “group”, or use --group.")
    if not making.plan.locators(spot):
        raise NotMadeError("A heading gives no place; write its number or title into each row.")
    number, title = _apart(said, known)
    if (number is None and not title) or fold(said.text) in GAPS:
        raise NotMadeError("It has neither a number nor a title to be known by.")
    id = making.theory(number, title, group, spot)
    return making.library.theories[id]


def _apart(said: RowLabel, known: Vocabulary) -> tuple[str | int | None, str]:
    if said.number:
        return number(said.number), said.title
    if said.title:
        return said.counted, said.title
    printed, title = number_and_title(said.text, known)
    return (said.counted if printed is None else printed), title


def number_and_title(text: str, known: Vocabulary) -> tuple[str | int | None, str]:
    """A label taken apart: “4. Title”, “CMOC 3: Title”, “1a”, “Title (theory 4)” or “Title”.

    A word of the review for a theory belongs to no number: there, “Theory 4” is 4.
    """
    nouns = "|".join(sorted(map(re.escape, known.own_theory), key=len, reverse=True))
    own = re.match(rf"(?:(?:{nouns}|number|no|nr)\b\.?\s*)+(?=\S)", text, re.I)
    rest = text[own.end() :] if own else text
    found = _NUMBERED.fullmatch(rest) or _LABELLED.fullmatch(rest)
    if found:
        return number(found["number"]), found["title"] or ""
    named = known.named.search(text)
    if named is None:
        return None, text
    before, after = text[: named.start()].rstrip(), text[named.end() :].strip(" .:;)]–—-")
    return int(named[1]), after or (before[:-1].rstrip() if before.endswith(("(", "[")) else "")


def number(label: str) -> str | int:
    """What is printed in the place of a number: a whole number as that, all else as it stands."""
    plain = label.strip(" #.:()[]")
    return int(plain) if re.fullmatch(r"[0-9]{1,9}", plain) else plain
