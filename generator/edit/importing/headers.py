"""Which column of a table of theories holds what, by the words of its header."""

from __future__ import annotations

from dataclasses import dataclass

from generator.edit.importing.tables import Row, Table
from generator.edit.importing.vocabulary import Vocabulary
from generator.edit.words import fold

PARTS = ("contexts", "mechanisms", "outcomes")
_WORDS = {
    "contexts": "context contexts contextual circumstance circumstances",
    "mechanisms": "mechanism mechanisms resource resources reasoning response",
    "outcomes": "outcome outcomes result results effect effects impact impacts",
    "status": "status change changes marking font",
}
_LETTERS = {"c": "contexts", "m": "mechanisms", "o": "outcomes"}
_LABELS = frozenset(("no", "nr", "number", "num", "id", "title", "topic", "name"))
LONGEST = 12
"""Words: what is longer is no header."""


@dataclass(frozen=True)
class Header:
    """The last row of a header, what each column holds, and the columns that hold something else.

    A column holds `contexts`, `mechanisms`, `outcomes`, `theory`, `status`, or the status of one
    part: `status of contexts`.
    """

    row: Row
    roles: dict[int, str]
    others: dict[int, str]

    def columns(self, role: str) -> list[int]:
        """The columns that hold something."""
        return [column for column, found in self.roles.items() if found == role]


def role(text: str, known: Vocabulary) -> str | None:
    """What a column with this header holds."""
    words = fold(text).split()
    if not words or len(words) > LONGEST:
        return "theory" if text.strip() in ("#", "№") else None
    parts = [part for part in PARTS if set(words) & set(_WORDS[part].split())]
    if set(words) & set(_WORDS["status"].split()):
        return f"status of {parts[0]}" if len(parts) == 1 else "status"
    if len(parts) == 1 and not set(words) & {"source", "sources", "evidence", "reference"}:
        return parts[0]
    if len(parts) > 1:
        return "theory" if len(parts) == len(PARTS) else None
    if len(words) == 1 and words[0] in _LETTERS:
        return _LETTERS[words[0]]
    names = known.theory | _LABELS
    return "theory" if words[0] in names and set(words) <= names | known.beside else None


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


def repeats(row: Row, header: Header) -> bool:
    """Whether a row prints the header once more."""
    words = [fold(cell.text) for cell in row.filled]
    return bool(words) and words == [fold(cell.text) for cell in header.row.filled]


def _names_parts(row: Row, known: Vocabulary) -> bool:
    roles = {role(cell.text, known) for cell in row.cells}
    parts = roles & set(PARTS)
    return len(parts) > 1 or (len(parts) == 1 and "theory" in roles)


def _is_second(first: Row, second: Row, known: Vocabulary) -> bool:
    """Whether a header goes on: all that the next row holds are headers, below merged cells."""
    cells = second.filled
    goes_on = any(cell.goes_on for cell in second.cells) or any(c.width > 1 for c in first.cells)
    return goes_on and all(role(cell.text, known) in (*PARTS, "status") for cell in cells)


def _header(table: Table, rows: list[Row], known: Vocabulary) -> Header:
    """A header from its rows, the one that counts first."""
    roles: dict[int, str] = {}
    others: dict[int, str] = {}
    for column in range(1, table.width + 1):
        cells = [cell for row in rows if (cell := row.at(column)) and cell.text]
        # A title above the header, merged over the whole table, says nothing of a column.
        cells = [cell for cell in cells if cell.width < table.width]
        found = [name for cell in cells if (name := role(cell.text, known))]
        if found:
            roles[column] = found[0]
        elif cells:
            others[column] = cells[0].text
    if "theory" not in roles.values() and 1 not in roles:
        roles[1] = "theory"  # the first column names the theory, whatever its header says
        others.pop(1, None)
    return Header(rows[0], roles, others)
