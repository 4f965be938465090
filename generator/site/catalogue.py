"""All pages of a site, each with its template and view: the list that decides what there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from generator.check.explanations import explanations
from generator.entities import EvidencePage, EvidenceTable, Intervention, Study
from generator.entities.guidance import Decision
from generator.entities.words import opening
from generator.library import kinds
from generator.pages import addresses
from generator.pages.page import Page
from generator.pages.views import guidance, intervention, long_tables, overview, study
from generator.pages.views.explored_interventions import intervention_groups
from generator.pages.views.explorer import cut
from generator.pages.views.figures.explored_chart import PLOTLY, explored_chart, explored_charts
from generator.site import reference_pages, theory_pages
from generator.site.context import Context
from generator.site.in_sections import FOR_TABLES, InSections, in_sections

Values = dict[str, Any]
"""What a template shows."""


def pages(ctx: Context) -> Iterator[Page]:
    """Every page that is made from YAML."""
    yield from _entrances(ctx)
    yield from _guidance(ctx)
    yield from theory_pages.theories(ctx)
    yield from theory_pages.models(ctx)
    yield from _interventions(ctx)
    yield from _studies(ctx)
    yield from _evidence(ctx)
    yield from theory_pages.middle_range(ctx)
    yield from reference_pages.checks(ctx)
    yield from reference_pages.uses(ctx)
    yield from _moved(ctx)
    # What the tool can say is no file of a review, which may lie in a repository of its own.
    yield ctx.page(
        "errors.html",
        addresses.ERRORS,
        "",
        "What a check can find",
        lambda: {"explanations": list(explanations().values())},
    )


def _moved(ctx: Context) -> Iterator[Page]:
    """A page where each thing was that had one of its own."""
    for address, views in ctx.moved.items():
        for view in views:
            if not view.fragment:
                seen = ctx.last_seen(address)
                title = f"No longer here: {seen.title if seen else view.name}"
                about = (address, "seeds/moved.yml", title)
                yield ctx.page("moved.html", *about, partial(dict, it=view, seen=seen))


def _shown(name: str, view: Any) -> Callable[[], Values]:
    """What shows one view that is there already."""
    return lambda: {name: view}


def _entrances(ctx: Context) -> Iterator[Page]:
    library, review = ctx.library, "seeds/review.yml"
    yield ctx.page(
        "home.html",
        addresses.HOME,
        review,
        library.review.title,
        lambda: {"view": overview.home_view(library, ctx.names), "hide": ("navigation", "toc")},
    )
    if library.review.help:
        yield ctx.page("help.html", addresses.HELP, review, library.review.help.title)


def _guidance(ctx: Context) -> Iterator[Page]:
    library = ctx.library
    if not library.guidance:
        return
    yield ctx.page(
        "list.html",
        addresses.GUIDANCE,
        "seeds/guidance.yml",
        "Guidance",
        lambda: {
            "description": "Start with the decision you face: what the review says that bears on "
            "it.",
            "cards": overview.decision_cards(library),
        },
    )
    for decision in library.guidance.values():
        page = (addresses.decision(decision.id), "seeds/guidance.yml", decision.title)
        yield ctx.page("decision.html", *page, partial(_decision, decision, ctx))


def _decision(decision: Decision, ctx: Context) -> Values:
    return {"view": guidance.decision_view(decision, ctx.library, ctx.names, ctx.back.formats)}


def _interventions(ctx: Context) -> Iterator[Page]:
    if not ctx.library.every_intervention:
        return
    yield from in_sections(ctx, _all_interventions(ctx))
    for item in ctx.library.every_intervention.values():
        title = ctx.names.intervention_heading(item)
        page = (addresses.intervention(item.id), kinds.INTERVENTION.file(item.id), title)
        yield ctx.page("intervention.html", *page, partial(_intervention, item, ctx))


def _all_interventions(ctx: Context) -> InSections:
    groups = intervention_groups(ctx.library, ctx.names)
    return InSections(
        "interventions.html",
        addresses.INTERVENTIONS,
        "seeds/attributes.yml",
        opening(ctx.names.words.intervention.many),
        len(ctx.library.interventions),
        tuple(
            (id, title)
            for group, ids in groups
            for id, title, _ in cut(group.name, group.title, len(ids))
        ),
        partial(_explored_interventions, ctx),
        hide=FOR_TABLES,
    )


def _explored_interventions(ctx: Context) -> Values:
    library, names, explorer = ctx.library, ctx.names, ctx.explorer
    noun = names.words.intervention
    how_many, proof = overview.how_many(noun, explorer.total, "interventions", names)
    return {
        "view": explorer,
        "sections": explorer.sections,
        "retired": overview.retired_cards(library.every_intervention.values(), names),
        "how_many": how_many,
        "proof": proof,
        "hide": FOR_TABLES,
    }


def _intervention(item: Intervention, ctx: Context) -> Values:
    view = intervention.intervention_view(item, ctx.library, ctx.recounts, ctx.names, ctx.back)
    return {"view": view}


def _studies(ctx: Context) -> Iterator[Page]:
    library, names = ctx.library, ctx.names
    if not library.every_study:
        return
    yield ctx.page(
        "studies.html",
        addresses.STUDIES,
        "seeds/review.yml",
        opening(names.words.study.many),
        lambda: {
            "view": study.studies_view(library, names),
            "retired": overview.retired_cards(library.every_study.values(), names),
            "hide": ("toc",),
        },
    )
    for item in library.every_study.values():
        title = f"{opening(names.words.study.one)}: {item.title}"
        page = (addresses.study(item.id), kinds.STUDY.file(item.id), title)
        yield ctx.page("study.html", *page, partial(_study, item, ctx))


def _study(item: Study, ctx: Context) -> Values:
    return {"view": study.study_view(item, ctx.library, ctx.names, ctx.back)}


def _evidence(ctx: Context) -> Iterator[Page]:
    if not ctx.library.evidence:
        return
    yield ctx.page(
        "list.html",
        addresses.EVIDENCE,
        "seeds/evidence.yml",
        "Evidence tables",
        lambda: {
            "description": f"{overview.tables_of(ctx.library)}, made from the data. Where the "
            "source contradicts itself, the tables say so.",
            "cards": overview.evidence_cards(ctx.library),
        },
    )
    for page in ctx.library.evidence.values():
        yield from in_sections(ctx, _tables(page, ctx))
    for page, table in explored_charts(ctx.library):
        about = (addresses.explored(page.id, table.id), "seeds/evidence.yml")
        show = partial(_explored, page, table, ctx)
        made = ctx.page("explore.html", *about, f"Explore: {table.caption}", show)
        yield replace(made, is_listed=False)


def _tables(page: EvidencePage, ctx: Context) -> InSections:
    return InSections(
        "evidence.html",
        addresses.evidence(page.id),
        "seeds/evidence.yml",
        f"Evidence table: {page.title}",
        long_tables.longest(page, ctx.library),
        long_tables.headings(page, ctx.library),
        partial(_evidence_page, page, ctx),
        hide=FOR_TABLES,
    )


def _explored(page: EvidencePage, table: EvidenceTable, ctx: Context) -> Values:
    drawn = {one.id: one.figure for one in ctx.evidence(page.id).tables}
    figure = drawn[table.id]
    assert figure is not None, "held by `has_explored_chart`"
    view = explored_chart(page, table, figure, ctx.library, ctx.names)
    return {"view": view, "plotly": PLOTLY, "hide": ("navigation", "toc")}


def _evidence_page(page: EvidencePage, ctx: Context) -> Values:
    view = ctx.evidence(page.id)
    return {
        "view": view,
        "sections": [some for table in view.tables for some in table.pages],
        "hide": FOR_TABLES if view.is_wide else (),
    }
