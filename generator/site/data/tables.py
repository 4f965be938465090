"""The data as tables that people open: a row for each thing, in words, with its address.

What the files of `long_files.py` leave to programs is said here within a cell: what the source
contradicts, what this site infers, what is not stated. An empty cell never means that the source
says “none”.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.check.recount import Recounts
from generator.entities.words import opening
from generator.library.kinds import CLAIM, FINDING, INTERVENTION, STUDY, THEORY, Kind
from generator.library.library import Library
from generator.pages import addresses
from generator.site.data.column import Cell, Column
from generator.site.data.columns import Columns


@dataclass(frozen=True)
class DataTable:
    """One table: the first column names what the row is about, and never twice the same."""

    name: str
    title: str
    columns: tuple[Column, ...]
    items: Sequence[Any]
    """What its rows are about."""

    @cached_property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """A row for each item, made for whoever is the first to ask."""
        return tuple(tuple(column.make(item) for column in self.columns) for item in self.items)

    @property
    def path(self) -> str:
        """Where the table lies as a file of its own."""
        return f"{addresses.TABLES}{self.name}.csv"

    @property
    def key(self) -> str:
        """The column that names what a row is about."""
        return self.columns[0].key

    def is_whole(self, column: int) -> bool:
        """Whether a column holds whole numbers alone, and some."""
        cells = {type(row[column]) for row in self.rows if row[column] != ""}
        return cells == {int}

    def links(self, tables: Iterable[DataTable]) -> Iterator[tuple[Column, DataTable]]:
        """Each column whose cells name rows of one of these tables, with that table."""
        named = {table.name: table for table in tables}
        return ((c, named[c.names]) for c in self.columns if c.names in named)


def tables(library: Library, recounts: Recounts) -> tuple[DataTable, ...]:
    """Every table of which the review has a row; `recounts` are those of its claims."""
    it = Columns(library, recounts)
    statements = [(t, kind, s) for t in library.theories.values() for kind, s in t.statements]
    words = library.review.words
    made = (
        (
            "interventions",
            words.intervention.many,
            it.interventions,
            _values(library, INTERVENTION),
        ),
        ("theories", words.programme_theory.many, it.theories, _values(library, THEORY)),
        ("statements", "statements", it.statements, statements),
        ("support", "support", it.support, library.ties),
        ("studies", words.study.many, it.studies, _values(library, STUDY)),
        ("findings", "findings", it.findings, _values(library, FINDING)),
        ("claims", "source check", it.claims, _values(library, CLAIM)),
    )
    return tuple(
        DataTable(name, opening(title), tuple(columns()), items)
        for name, title, columns, items in made
        if items
    )


def _values(library: Library, kind: Kind[Any]) -> list[Any]:
    return list(library.current(kind).values())
