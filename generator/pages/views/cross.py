"""Interventions by two attributes: a row for each choice of one, a column for each of the other."""

from __future__ import annotations

from dataclasses import dataclass

from generator.entities import Attribute
from generator.library.library import Library
from generator.pages.views.figures.figure import counted_values
from generator.pages.views.names import Link, Names


@dataclass(frozen=True)
class CrossRow:
    """A choice, and the interventions that have it by the column that they stand in."""

    label: str
    cells: tuple[tuple[str, tuple[Link, ...]], ...]
    """The label of each column, and the interventions in it."""


@dataclass(frozen=True)
class CrossTable:
    """Two attributes against one another."""

    down: str
    columns: tuple[str, ...]
    rows: tuple[CrossRow, ...]


def cross_table(down: Attribute, across: Attribute, library: Library, names: Names) -> CrossTable:
    """The table of two attributes; what no intervention has is left out."""
    rows, columns = (
        [value for value in counted_values(attribute, library) if value.members]
        for attribute in (down, across)
    )
    members = [{item.id for item in column.members} for column in columns]
    return CrossTable(
        down.label,
        tuple(column.label for column in columns),
        tuple(
            CrossRow(
                row.label,
                tuple(
                    (column.label, names.all(i.id for i in row.members if i.id in ids))
                    for column, ids in zip(columns, members, strict=True)
                ),
            )
            for row in rows
        ),
    )
