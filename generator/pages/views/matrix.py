"""Formats side by side: each cell made of findings in their short form."""

from __future__ import annotations

from dataclasses import dataclass

from generator.entities.guidance import Matrix, MatrixColumn
from generator.pages import addresses
from generator.pages.by_format import ByFormat
from generator.pages.views import formats
from generator.pages.views.listed import Listed, listed
from generator.pages.views.names import Link, Names
from generator.pages.views.short import ShortView, short_views


@dataclass(frozen=True)
class ColumnView:
    """One column: a cell for each row, and the interventions that it stands for."""

    title: str
    cells: tuple[tuple[str, tuple[ShortView, ...]], ...]
    """The heading of each row, with what stands under it."""
    interventions: Listed[Link]


@dataclass(frozen=True)
class MatrixView:
    """A whole matrix, with what stands above and below it."""

    title: str
    board: tuple[ShortView, ...]
    rows: tuple[str, ...]
    columns: tuple[ColumnView, ...]
    notes: tuple[ShortView, ...]


def matrix_view(matrix: Matrix, names: Names, by_format: ByFormat) -> MatrixView:
    """The view of a matrix."""
    return MatrixView(
        matrix.title,
        short_views(matrix.board, names),
        tuple(row.title for row in matrix.rows),
        tuple(_column(column, matrix, names, by_format) for column in matrix.columns),
        short_views(matrix.notes, names),
    )


def _column(column: MatrixColumn, matrix: Matrix, names: Names, by_format: ByFormat) -> ColumnView:
    library, own_formats = names.library, set(column.formats)
    where = formats.table(library, addresses.INTERVENTIONS, names.words.intervention.many)

    def shown(ids: tuple[str, ...]) -> tuple[ShortView, ...]:
        own = (id for id in ids if own_formats.intersection(library.findings[id].formats))
        return short_views(own, names)

    return ColumnView(
        column.title,
        tuple((row.title, shown(row.findings)) for row in matrix.rows),
        listed(by_format.having(own_formats), names.link, where),
    )
