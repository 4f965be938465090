"""The chart above a table of evidence: which kind of table has which."""

from __future__ import annotations

from dataclasses import replace

from generator.entities import EvidencePage, EvidenceTable
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.views.figures.bar_chart import percentages_figure
from generator.pages.views.figures.explored_chart import has_explored_chart
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
    title = f"{table.caption}. {figure.seen}"
    narrow = figure.narrow if figure.drawing.is_wide else None
    return replace(
        figure,
        title=title,
        drawing=replace(figure.drawing, title=title),
        narrow=narrow and replace(narrow, title=title),
        path=addresses.figure(page.id, table.id),
        explored=addresses.explored(page.id, table.id)
        if has_explored_chart(table, library)
        else None,
    )


def _figure(table: EvidenceTable, library: Library, names: Names) -> Figure | None:
    columns = [library.attribute(column) for column in table.columns]
    match table.kind, [column.kind for column in columns]:
        case "choices" | "interventions", ["choice"]:
            return choices_figure(columns[0], library, names)
        case "interventions", ["percentage"]:
            return percentages_figure(columns[0], library, names)
        case "cross", _:
            return cross_figure(columns[0], columns[1], library, names)
        case "states", _:
            return states_figure(library, names)
        case "flow", _:
            return flow_figure(table, library, names)
        case "lineage", _:
            return lineage_figure(columns, library, names)
    return None
