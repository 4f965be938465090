"""The chart above a table of evidence: which kind of table has which."""

from __future__ import annotations

from dataclasses import replace

from generator.entities import EvidencePage, EvidenceTable
from generator.entities.words import opening
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.views.figures.bar_chart import percentages_figure
from generator.pages.views.figures.explored_chart import is_explored
from generator.pages.views.figures.figure import MOST, Figure
from generator.pages.views.figures.flow import flow_figure
from generator.pages.views.figures.lineage import lineage_figure
from generator.pages.views.figures.statement_map import states_figure
from generator.pages.views.figures.unit_chart import choices_figure, cross_figure
from generator.pages.views.names import Names


def chart(
    table: EvidenceTable, page: EvidencePage, library: Library, names: Names
) -> Figure | None:
    """The chart of a table; None where there is nothing to draw, or too much."""
    if not 0 < len(library.interventions) <= MOST:
        return None
    figure = _figure(table, library, names)
    if figure is None:
        return None
    narrow = figure.narrow if figure.drawing.is_wide else None
    explored = addresses.explored(page.id, table.id) if is_explored(table, library) else None
    path = addresses.figure(page.id, table.id)
    seen = opening(figure.title.removeprefix(table.caption).lstrip(".: "))
    return replace(figure, narrow=narrow, path=path, seen=seen, explored=explored)


def _figure(table: EvidenceTable, library: Library, names: Names) -> Figure | None:
    columns = [library.attribute(column) for column in table.columns]
    match table.kind, [column.kind for column in columns]:
        case "choices" | "interventions", ["choice"]:
            return choices_figure(columns[0], table.caption, library, names)
        case "interventions", ["percentage"]:
            return percentages_figure(columns[0], table.caption, library, names)
        case "cross", _:
            return cross_figure(columns[0], columns[1], table.caption, library, names)
        case "states", _:
            return states_figure(table.caption, library, names)
        case "flow", _:
            return flow_figure(table, library, names)
        case "lineage", _:
            return lineage_figure(columns, table.caption, library, names)
    return None
