"""Tables of evidence with a row for each of many things: how many, known before any is made."""

from __future__ import annotations

from generator.entities import EvidencePage, EvidenceTable
from generator.library.library import Library
from generator.pages.views.explorer import cut
from generator.pages.views.intervention_table import with_rows


def is_to_explore(table: EvidenceTable) -> bool:
    """Whether it holds all interventions by all that they are compared by, to be explored."""
    return table.kind == "interventions" and table.facets and not table.stated_only


def longest(page: EvidencePage, library: Library) -> int:
    """How many rows the longest table of a page has."""
    return max((_rows(table, library) for table in page.tables), default=0)


def headings(page: EvidencePage, library: Library) -> tuple[tuple[str, str], ...]:
    """The id and the title of each page of rows; a table to explore leads to those of its own."""
    return tuple(
        (id, title)
        for table in page.tables
        if not is_to_explore(table)
        for id, title, _ in pages_of(table.id, table.caption, _rows(table, library))
    )


def pages_of(id: str, caption: str, rows: int) -> list[tuple[str, str, slice]]:
    """What `cut` gives where the rows are too many for one page, else nothing."""
    all = list(cut(id, caption, rows))
    return all if len(all) > 1 else []


def _rows(table: EvidenceTable, library: Library) -> int:
    match table.kind:
        case "interventions":
            return len(with_rows(table, library))
        case "support":
            return len({theory.id for theory, _ in library.ties})
    return 0
