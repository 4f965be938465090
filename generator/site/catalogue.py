"""All pages of a site, each with its template and view: the list that decides what there is."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.explanations import explanations
from generator.library import kinds
from generator.pages import addresses
from generator.pages.page import Page
from generator.pages.views import (
    confidence,
    guidance,
    intervention,
    model_forms,
    overview,
    study,
)
from generator.pages.views.common import provenance
from generator.pages.views.explored_interventions import intervention_explorer
from generator.pages.views.explored_theories import theory_explorer
from generator.site import reference_pages
from generator.site.context import Context


def pages(ctx: Context) -> Iterator[Page]:
    """Every page that is made from YAML."""
    yield from _entrances(ctx)
    yield from _theories(ctx)
    yield from _model(ctx)
    yield from _interventions(ctx)
    yield from _studies(ctx)
    yield from _evidence(ctx)
    yield from _middle_range(ctx)
    yield from reference_pages.checks(ctx)
    yield from reference_pages.uses(ctx)
    for address, views in ctx.moved.items():
        yield from (
            ctx.page("moved.html", address, "seeds/moved.yml", it=view)
            for view in views
            if not view.fragment
        )
    told = list(explanations().values())
    # What the tool can say is no file of a review, which may lie in a repository of its own.
    yield ctx.page("errors.html", addresses.ERRORS, "", explanations=told)


def _entrances(ctx: Context) -> Iterator[Page]:
    library, review = ctx.library, "seeds/review.yml"
    home = overview.home_view(library, ctx.names)
    yield ctx.page("home.html", addresses.HOME, review, view=home, hide=("navigation", "toc"))
    if library.review.help:
        yield ctx.page("help.html", addresses.HELP, review)
    if not library.guidance:
        return
    yield ctx.page(
        "list.html",
        addresses.GUIDANCE,
        "seeds/guidance.yml",
        title="Guidance",
        description="Start with the decision you face: what the review says that bears on it.",
        cards=overview.decision_cards(library),
    )
    for decision in library.guidance.values():
        view = guidance.decision_view(decision, library, ctx.names)
        address = addresses.decision(decision.id)
        yield ctx.page("decision.html", address, "seeds/guidance.yml", view=view)


def _theories(ctx: Context) -> Iterator[Page]:
    if not ctx.library.every_theory:
        return
    retired = overview.retired_cards(ctx.library.every_theory.values(), ctx.names)
    page = ("theories.html", addresses.THEORIES, "seeds/review.yml")
    scale = confidence.scale_view(ctx.library, ctx.names)
    explored = theory_explorer(ctx.library, ctx.names, ctx.model)
    hide = ("navigation", "toc")
    yield ctx.page(
        *page, view=ctx.model, explored=explored, retired=retired, scale=scale, hide=hide
    )
    for id, view in ctx.theories.items():
        address = addresses.theory(id)
        edit = kinds.THEORY.file(id)
        # Three columns and a table of contents need the width that the navigation would take.
        forms = model_forms.forms_of(ctx.library.every_theory[id], ctx.library)
        yield ctx.page("theory.html", address, edit, view=view, forms=forms, hide=("navigation",))


def _model(ctx: Context) -> Iterator[Page]:
    forms = model_forms.forms(ctx.library) if ctx.library.theories else ()
    for form in forms:
        yield ctx.page(
            "model.html",
            form.address,
            "seeds/review.yml",
            view=ctx.model.only(form.keep),
            form=form,
            has_picture=ctx.picture is not None,
            forms=model_forms.form_links(ctx.library, form),
            title=form.title,
            description=form.description,
            hide=("navigation", "toc") if form.shows_theories else (),
        )


def _interventions(ctx: Context) -> Iterator[Page]:
    if not ctx.library.every_intervention:
        return
    explorer = intervention_explorer(ctx.library, ctx.names)
    retired = overview.retired_cards(ctx.library.every_intervention.values(), ctx.names)
    page = ("interventions.html", addresses.INTERVENTIONS, "seeds/attributes.yml")
    includes, noun = ctx.library.review.source.includes, ctx.names.words.intervention
    how_many = overview.how_many(noun, explorer.total, includes.interventions if includes else None)
    proof = provenance(includes, ctx.names) if includes and includes.interventions else None
    hide = ("navigation", "toc")
    yield ctx.page(*page, view=explorer, retired=retired, how_many=how_many, proof=proof, hide=hide)
    for item in ctx.library.every_intervention.values():
        view = intervention.intervention_view(item, ctx.library, ctx.names, ctx.back)
        address = addresses.intervention(item.id)
        yield ctx.page("intervention.html", address, kinds.INTERVENTION.file(item.id), view=view)


def _studies(ctx: Context) -> Iterator[Page]:
    library, names = ctx.library, ctx.names
    if not library.every_study:
        return
    retired = overview.retired_cards(library.every_study.values(), names)
    every = study.studies_view(library, names)
    page = ("studies.html", addresses.STUDIES, "seeds/review.yml")
    yield ctx.page(*page, view=every, retired=retired, hide=("toc",))
    for item in library.every_study.values():
        view = study.study_view(item, library, names, ctx.back)
        yield ctx.page("study.html", addresses.study(item.id), kinds.STUDY.file(item.id), view=view)


def _evidence(ctx: Context) -> Iterator[Page]:
    if not ctx.library.evidence:
        return
    yield ctx.page(
        "list.html",
        addresses.EVIDENCE,
        "seeds/evidence.yml",
        title="Evidence tables",
        description=f"{overview.tables_of(ctx.library)}, made from the data. Where the "
        "source contradicts itself, the tables say so.",
        cards=overview.evidence_cards(ctx.library),
    )
    for id, view in ctx.evidence.items():
        address = addresses.evidence(id)
        hide = ("navigation", "toc") if view.is_wide else ()
        yield ctx.page("evidence.html", address, "seeds/evidence.yml", view=view, hide=hide)


def _middle_range(ctx: Context) -> Iterator[Page]:
    items = ctx.library.middle_range.values()
    if not items:
        return
    yield ctx.page(
        "list.html",
        addresses.MIDDLE_RANGE,
        "seeds/review.yml",
        title="Middle-range theories",
        description="Broader theories and other lenses that may explain how the "
        f"{ctx.names.words.programme_theory.many} work.",
        cards=tuple(
            overview.Card(ctx.names.full(item.id), item.summary)
            for item in sorted(items, key=lambda item: (not item.named_by_source, item.title))
        ),
    )
    for item in items:
        view = overview.middle_range_view(item, ctx.names)
        edit = kinds.MIDDLE_RANGE_THEORY.file(item.id)
        yield ctx.page("middle_range.html", addresses.middle_range(item.id), edit, view=view)
