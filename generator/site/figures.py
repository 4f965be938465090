"""Charts as files of their own, with their source and the rows they show, and rows of tables."""

from __future__ import annotations

from functools import partial

from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.views.evidence import EvidencePageView, TablePage, TableView
from generator.pages.views.figures.drawing import Drawing
from generator.pages.views.figures.figure import Figure
from generator.pages.views.figures.figure_file import figure_file, sources
from generator.site.context import Context
from generator.site.data.csv_file import MARK, as_csv
from generator.site.files import Make
from generator.site.rows_of_tables import csv_of_table


def files(ctx: Context) -> dict[str, Make]:
    """What makes the files of all charts, tables and of the picture of the model, by their paths.

    Which there are, the views of the pages say; a file takes longer than it takes to know of it.
    """
    return _of_model(ctx) | {
        path: make
        for id in ctx.library.evidence
        for makes in (_of_charts, _of_tables)
        for path, make in makes(addresses.evidence(id), ctx.evidence(id), ctx).items()
    }


def _of_model(ctx: Context) -> dict[str, Make]:
    if ctx.picture is None:
        return {}
    make = partial(_drawn, ctx, addresses.MODEL, ctx.picture, ctx.model.caveat)
    return {addresses.MODEL_FIGURE: make}


def _of_charts(page: Address, view: EvidencePageView, ctx: Context) -> dict[str, Make]:
    found: dict[str, Make] = {}
    for figure in (table.figure for table in view.tables if table.figure):
        words = f"{figure.words} {figure.marks}".strip()
        found[f"{figure.path}.svg"] = partial(_drawn, ctx, page, figure.drawing, words)
        found[f"{figure.path}.csv"] = partial(_shown, figure)
    return found


def _drawn(ctx: Context, page: Address, drawing: Drawing, words: str) -> str:
    """A drawing that its page shows, as it stands alone."""
    it = figure_file(drawing, words, sources(ctx.library.review, ctx.edition.dated, page))
    return ctx.renderer.part("figure_file.html", page, it=it)


def _shown(figure: Figure) -> str:
    """The rows that a chart shows."""
    return MARK + as_csv(figure.columns, figure.rows)


def _of_tables(page: Address, view: EvidencePageView, ctx: Context) -> dict[str, Make]:
    """The rows of all tables but those to explore, which have a button for what is shown."""
    found: dict[str, Make] = {
        table.file: partial(_rows, ctx, page, table) for table in view.tables if not table.explorer
    }
    if view.claims:
        found[view.claims_file] = partial(_claims, ctx, page, view)
    return found


def _rows(ctx: Context, page: Address, table: TableView) -> str:
    section = TablePage(table.id, table.caption, table)
    return csv_of_table(ctx.renderer.part("evidence_section.html", page, section=section))


def _claims(ctx: Context, page: Address, view: EvidencePageView) -> str:
    return csv_of_table(ctx.renderer.parts(page).claims_beside(view.claims))
