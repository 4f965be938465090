"""The charts as files of their own: as pictures with their source, and the rows they show."""

from __future__ import annotations

from generator.pages import addresses
from generator.pages.views.evidence import EvidencePageView
from generator.pages.views.figures.figure_file import figure_file, sources
from generator.site.context import Context
from generator.site.data.csv_file import MARK, as_csv


def files(ctx: Context) -> dict[str, str]:
    """Every file of every chart and of the picture of the model, by its path within the site."""
    return _of_model(ctx) | {
        path: text
        for id in ctx.library.evidence
        for path, text in _of_page(id, ctx.evidence(id), ctx).items()
    }


def _of_model(ctx: Context) -> dict[str, str]:
    if ctx.picture is None:
        return {}
    below = sources(ctx.library.review, ctx.edition, addresses.MODEL)
    it = figure_file(ctx.picture, ctx.model.caveat, below)
    return {addresses.MODEL_FIGURE: ctx.renderer.part("figure_file.html", addresses.MODEL, it=it)}


def _of_page(id: str, view: EvidencePageView, ctx: Context) -> dict[str, str]:
    page = addresses.evidence(id)
    found: dict[str, str] = {}
    for figure in (table.figure for table in view.tables if table.figure):
        below = sources(ctx.library.review, ctx.edition, page)
        words = f"{figure.words} {figure.marks}".strip()
        it = figure_file(figure.drawing, words, below)
        found[f"{figure.path}.svg"] = ctx.renderer.part("figure_file.html", page, it=it)
        found[f"{figure.path}.csv"] = MARK + as_csv(figure.columns, figure.rows)
    return found
