"""Which column of a table of theories holds what, by the words of its header."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

from generator.diagnostics import suggestion
from generator.edit.importing.opening.tables import Row, Table
from generator.edit.importing.vocabulary import Vocabulary
from generator.edit.words import fold
from generator.library.library import Library

PARTS = ("contexts", "mechanisms", "outcomes")
_WORDS = {
    "contexts": "context contexts contextual circumstance circumstances",
    "mechanisms": "mechanism mechanisms resource resources reasoning response",
    "outcomes": "outcome outcomes result results effect effects impact impacts",
    "status": "status change changes marking font",
}
_LETTERS = {"c": "contexts", "m": "mechanisms", "o": "outcomes"}
_NUMBERS = frozenset(("no", "nr", "number", "num", "id", "label"))
_SIGNS = frozenset(("#", "№", "nº", "n°"))
_TITLES = frozenset(("title", "topic", "name"))
LABELS = ("theory", "number", "title")
"""The columns that say which theory a row is about: its number, its title, or the one or other."""
PLACES = frozenset(("place", "places", "locator", "locators", "at"))
_CONFIDENCE = frozenset(("confidence", "certainty"))
_BESIDE_CONFIDENCE = frozenset(("level", "rating", "overall", "evidence"))
_TIES = {
    "contradicts": frozenset(("contradicts", "contradict", "contradicting", "contradictory")),
    "refines": frozenset(("refines", "refine", "refining")),
    "supports": frozenset(("supports", "support", "supporting")),
}
TIED = "tied"
"""A column of studies or interventions that does not say how they bear on the theory."""
FACTS = ("summary", "confidence", *_TIES, TIED, "leads-to")
"""The columns that say something beside the statements."""
_LEADS = frozenset(("leads", "lead", "leading"))
LONGEST = 12
"""Words: what is longer is no header."""


@dataclass(frozen=True)
class Header:
    """The last row of a header, what each column holds, and the columns that hold something else.

    A column holds one of PARTS, LABELS and FACTS, `group`, `place`, `status`, or the status of one
    part: `status of contexts`.
    """

    row: Row
    roles: dict[int, str]
    others: dict[int, str]
    splits: dict[int, str | None] = field(default_factory=dict)
    """Of columns of mechanisms, whether resource or response; none where there is no split."""

    def columns(self, *roles: str) -> list[int]:
        """The columns that hold something."""
        return [column for column, found in self.roles.items() if found in roles]


def is_number_sign(text: str) -> bool:
    """Whether a header is a sign for “number”."""
    return text.lower().replace(".", "").strip() in _SIGNS


def role(text: str, known: Vocabulary) -> str | None:
    """What a column with this header holds."""
    words = fold(text).split()
    if not words or len(words) > LONGEST:
        return "number" if is_number_sign(text) else None
    if is_number_sign(text):
        return "number"
    said = set(words)
    parts = [part for part in PARTS if said & _words_of(part, known)]
    if said & _words_of("status", known):
        return f"status of {parts[0]}" if len(parts) == 1 else "status"
    if len(parts) == 1 and not said & {"source", "sources", "evidence", "reference"}:
        return parts[0]
    if len(parts) > 1:
        return "theory" if len(parts) == len(PARTS) else None
    if len(words) == 1 and words[0] in _LETTERS:
        return _LETTERS[words[0]]
    return _label(words, known) or _fact(said, known)


def _words_of(part: str, known: Vocabulary) -> set[str]:
    words = set(_WORDS[part].split())
    return words | known.resource | known.response if part == "mechanisms" else words


def _label(words: list[str], known: Vocabulary) -> str | None:
    """Whether a column names theories, by number or title or both."""
    names = known.theory | _NUMBERS | _TITLES
    if words[0] not in names or not set(words) <= names | known.beside:
        return None
    said = [kind for kind, own in (("number", _NUMBERS), ("title", _TITLES)) if own & set(words)]
    return said[0] if len(said) == 1 else "theory"


def _fact(said: set[str], known: Vocabulary) -> str | None:
    """Whether a column says something else that a theory has a key for."""
    about = known.theory | known.beside
    if said & PLACES and said <= PLACES | about:
        return "place"
    if said & {"group", "groups"} and said <= {"group", "groups"} | about:
        return "group"
    if "summary" in said and said <= {"summary", "plain", "words"} | about:
        return "summary"
    if said & _LEADS and said <= _LEADS | {"to", "outcome"} | about:
        return "leads-to"
    is_scale = any(said == set(name.split()) for name in known.scale)
    if is_scale or (said & _CONFIDENCE and said <= _CONFIDENCE | _BESIDE_CONFIDENCE | about):
        return "confidence"
    things = known.study | known.intervention
    hows = [how for how, words in _TIES.items() if said & words]
    every = frozenset().union(*_TIES.values(), things, about, ("included", "evidence", "that"))
    if len(hows) < 2 and (hows or said & things) and said <= every:
        return hows[0] if hows else TIED
    return None


def find_header(table: Table, known: Vocabulary) -> Header | None:
    """The header of a table; None where no row names two of context, mechanism and outcome."""
    for position, row in enumerate(table.rows):
        if _names_parts(row, known):
            above = table.rows[position - 1] if position else None
            below = table.rows[position + 1] if position + 1 < len(table.rows) else None
            if below is not None and _is_second(row, below, known):
                return _header(table, [below, row], known)
            return _header(table, [row, above] if above else [row], known)
    return None


def is_heading(row: Row, table: Table, header: Header) -> bool:
    """One text over the whole table; or in its first cell alone, where it names no theory's row."""
    if len(row.filled) != 1:
        return False
    cell = row.filled[0]
    if cell.width >= table.width > 1:
        return True
    return (
        cell.column == 1
        and header.roles.get(1) in LABELS
        and len(row.cells) > 1
        and not any(other.goes_on for other in row.cells)
    )


def repeats(row: Row, header: Header) -> bool:
    """Whether a row prints the header once more."""
    words = [fold(cell.text) for cell in row.filled]
    return bool(words) and words == [fold(cell.text) for cell in header.row.filled]


def _names_parts(row: Row, known: Vocabulary) -> bool:
    roles = {role(cell.text, known) for cell in row.cells}
    parts = roles & set(PARTS)
    return len(parts) > 1 or (len(parts) == 1 and bool(roles & set(LABELS)))


def _is_second(first: Row, second: Row, known: Vocabulary) -> bool:
    """Whether a header goes on: all that the next row holds are headers, below merged cells."""
    cells = second.filled
    goes_on = any(cell.goes_on for cell in second.cells) or any(c.width > 1 for c in first.cells)
    return goes_on and all(role(cell.text, known) in (*PARTS, "status") for cell in cells)


def _header(table: Table, rows: list[Row], known: Vocabulary) -> Header:
    """A header from its rows, the one that counts first."""
    roles: dict[int, str] = {}
    others: dict[int, str] = {}
    splits: dict[int, str | None] = {}
    for column in range(1, table.width + 1):
        cells = [cell for row in rows if (cell := row.at(column)) and cell.text]
        # A title above the header, merged over the whole table, says nothing of a column.
        cells = [cell for cell in cells if cell.width < table.width]
        found = [(name, cell) for cell in cells if (name := role(cell.text, known))]
        if found:
            roles[column], cell = found[0]
            splits[column] = _half(cell.text, known)
        elif cells:
            others[column] = cells[0].text
    if not set(LABELS) & set(roles.values()) and 1 not in roles:
        roles[1] = "theory"  # the first column names the theory, whatever its header says
        others.pop(1, None)
    beside = {"title": "number", "number": "title"}
    for own, other in beside.items():
        if own in roles.values() and other not in roles.values():
            roles = {c: other if kind == "theory" else kind for c, kind in roles.items()}
    is_split = {"resource", "response"} <= set(splits.values())
    return Header(rows[0], roles, others, splits if is_split else {})


def _half(text: str, known: Vocabulary) -> str | None:
    """Which half of a mechanism a header names; None where it names both or neither."""
    said = set(fold(text).split())
    is_resource, is_response = bool(said & known.resource), bool(said & known.response)
    if is_resource == is_response:
        return None
    return "resource" if is_resource else "response"


_LIKE_STUDIES = frozenset(
    ("document", "documents", "paper", "papers", "publication",
     "publications", "source", "sources", "record", "records")
)  # fmt: skip
"""What people call that on which a theory rests, and what may as well be a number of it."""


def hint(text: str, library: Library, known: Vocabulary) -> str:
    """How to call a column that may hold something, or the nearest name that is known.

    “Studies (n)” names things or only counts them; numbers would be read as those of the list of
    references.
    """
    said, words = set(fold(text).split()), library.review.words
    for noun, own in (
        (words.study, known.study | _LIKE_STUDIES),
        (words.intervention, known.intervention),
    ):
        if said & own:
            return f"If it names {noun.many}, call it “{noun.many}”."
    things = (words.study.many, words.intervention.many)
    kinds = (word for group in _WORDS.values() for word in group.split())
    return nearest_name(text, [*kinds, *LABELS, "group", "place", *_SAID, *things])


_SAID = ("summary", "confidence", "supports", "contradicts", "refines", "leads to")
_ALIKE = 0.75
"""How much of two words must be the same for one to be a mistake in the other."""


def nearest_name(text: str, names: Iterable[str]) -> str:
    """A remedy with the known name of a column that is nearest; empty where none is near."""
    every = sorted(set(names))
    words = [fold(text), *fold(text).split()]
    return suggestion(
        next((near for word in words if (near := get_close_matches(word, every, 1, _ALIKE))), [])
    )
