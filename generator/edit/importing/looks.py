"""Where normal letters prove nothing of what became of a statement."""

from __future__ import annotations

from collections.abc import Iterable

from generator.edit.importing.headers import PARTS, Header
from generator.edit.importing.marks import marked_statement
from generator.edit.importing.opening.tables import Table
from generator.edit.importing.vocabulary import Vocabulary

NO_LOOKS = (
    "A CSV file has no strikethrough, so normal letters prove nothing here: such statements get "
    "“change: not-stated”. Add a column “status”, or import the Word or Excel file."
)
NO_MARKS = (
    "This table has a column of places, so it is no file of the source, and no statement in it is "
    "struck through or in capitals. So normal letters prove nothing here: such statements get "
    "“change: not-stated”. Add a column “status”."
)


def is_marked(tables: Iterable[tuple[Table, Header | None]], known: Vocabulary) -> bool:
    """Whether the letters of any statement of a file say that it was removed, added or reworded."""
    lines = (
        line
        for table, header in tables
        if header
        for row in table.rows
        for column in header.columns(*PARTS)
        if row.number > header.row.number and (cell := row.at(column)) and cell.width < table.width
        for line in cell.lines
    )
    looks = (marked_statement(line, known.abbreviations) for line in lines)
    return any(look and look.change != "retained" for look in looks)
