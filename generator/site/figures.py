"""Charts as files of their own, with their source and the rows they show, and rows of tables."""

from __future__ import annotations

from generator.pages import addresses
from generator.pages.views.evidence import EvidencePageView, TablePage
from generator.pages.views.figures.figure_file import figure_file, sources
from generator.site.context import Context
from generator.site.data.csv_file import MARK, as_csv
from generator.site.rows_of_tables import csv_of_table


def files(ctx: Context) -> dict[str, str]:
    """Every file of every chart, table and of the picture of the model, by its path in the site."""
    return _of_model(ctx) | {
        path: text
        for id in ctx.library.evidence
        for made in (_of_charts, _of_tables)
        for path, text in made(id, ctx.evidence(id), ctx).items()
    }


def _of_model(ctx: Context) -> dict[str, str]:
    if ctx.picture is None:
        return {}
    below = sources(ctx.library.review, ctx.edition, addresses.MODEL)
    it = figure_file(ctx.picture, ctx.model.caveat, below)
    return {addresses.MODEL_FIGURE: ctx.renderer.part("figure_file.html", addresses.MODEL, it=it)}


def _of_charts(id: str, view: EvidencePageView, ctx: Context) -> dict[str, str]:
    page = addresses.evidence(id)
    found: dict[str, str] = {}
    for figure in (table.figure for table in view.tables if table.figure):
        below = sources(ctx.library.review, ctx.edition, page)
        words = f"{figure.words} {figure.marks}".strip()
        it = figure_file(figure.drawing, words, below)
        found[f"{figure.path}.svg"] = ctx.renderer.part("figure_file.html", page, it=it)
        found[f"{figure.path}.csv"] = MARK + as_csv(figure.columns, figure.rows)
    return found


def _of_tables(id: str, view: EvidencePageView, ctx: Context) -> dict[str, str]:
    """The rows of all tables but those to explore, which have a button for what is shown."""
    page = addresses.evidence(id)
    made = {
        table.file: csv_of_table(
            ctx.renderer.part(
                "evidence_section.html", page, section=TablePage(table.id, table.caption, table)
            )
        )
        for table in view.tables
        if not table.explorer
    }
    if view.claims:
        made[view.claims_file] = csv_of_table(ctx.renderer.parts(page).claims_beside(view.claims))
    return made
