"""All pages of a site, each with its template and view: the list that decides what there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import PurePath
from typing import Any

from generator.check.explanations import explanations
from generator.check.recount import Recounts
from generator.citing.files import bibtex
from generator.citing.record import source_record
from generator.entities import Release
from generator.library import kinds
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.backlinks import Backlinks, back_link
from generator.pages.page import Page
from generator.pages.render import Renderer
from generator.pages.views import (
    article,
    confidence,
    dictionary,
    evidence,
    find,
    guidance,
    intervention,
    model,
    moved,
    overview,
    source_check,
    study,
    theory,
)
from generator.pages.views.common import Names, places, provenance
from generator.site import downloads
from generator.site.found_as import kind_of

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

EXPLANATIONS = "generator/check/explanations.yml"
"""Where the explanations of diagnostics are edited."""


@dataclass(frozen=True)
class Context:
    """What every page is made from."""

    library: Library
    recounts: Recounts
    names: Names
    renderer: Renderer
    release: Release | None
    """The newest, which dates the site; none where nothing is published yet."""

    @cached_property
    def back(self) -> Backlinks:
        """What points to each thing; a page by hand needs none of it."""
        return back_link(self.library, self.recounts)

    @cached_property
    def theories(self) -> dict[str, theory.TheoryView]:
        """The view of every theory: its own page and the pages of the model show it."""
        return {
            id: theory.theory_view(item, self.library, self.names, self.back)
            for id, item in self.library.every_theory.items()
        }

    @cached_property
    def model(self) -> model.ModelView:
        """The whole model, of which its pages show one part each."""
        return model.model_view(self.library, self.names, self.theories)

    @cached_property
    def moved(self) -> dict[addresses.Address, tuple[moved.MovedView, ...]]:
        """What became of what is no more, by the page that an old address leads to."""
        return moved.moved_views(self.names)

    def page(self, template: str, address: addresses.Address, edit: str, **values: Any) -> Page:
        """A page of this site, with its version and date."""
        return self.renderer.page(
            template,
            address,
            edit=edit,
            edition=self.edition,
            long_date=long_date,
            found_as=kind_of(address, self.library.review.words),
            moved=[view for view in self.moved.get(address, ()) if view.fragment],
            **values,
        )

    @property
    def edition(self) -> str:
        """“version 0.2.0 of 2 March 2022”; empty where nothing is published yet."""
        release = self.release
        return f"version {release.version} of {long_date(release.date)}" if release else ""


def long_date(day: date) -> str:
    """“22 November 2026”, in every locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def newest(library: Library) -> Release | None:
    """The newest release, if there is one."""
    return max(library.changes, key=lambda release: release.date, default=None)


def context(library: Library, recounts: Recounts) -> Context:
    """What the pages of a library are made from, with its claims as `check` counted them."""
    names = Names(library)
    return Context(library, recounts, names, Renderer(names), newest(library))


def pages(ctx: Context) -> Iterator[Page]:
    """Every page that is made from YAML."""
    yield from _entrances(ctx)
    yield from _theories(ctx)
    yield from _model(ctx)
    yield from _interventions(ctx)
    yield from _studies(ctx)
    yield from _evidence(ctx)
    yield from _middle_range(ctx)
    yield from _references(ctx)
    for address, views in ctx.moved.items():
        yield from (
            ctx.page("moved.html", address, "seeds/moved.yml", it=view)
            for view in views
            if not view.fragment
        )
    told = list(explanations().values())
    yield ctx.page(
        "errors.html", addresses.ERRORS, "generator/check/explanations.yml", explanations=told
    )


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
    yield ctx.page(*page, view=ctx.model, retired=retired, scale=scale)
    for id, view in ctx.theories.items():
        address = addresses.theory(id)
        edit = kinds.THEORY.file(id)
        # Three columns side by side need the width that a table of contents would take.
        yield ctx.page("theory.html", address, edit, view=view, hide=("toc",))


def _model(ctx: Context) -> Iterator[Page]:
    forms = model.forms(ctx.library) if ctx.library.theories else ()
    for form in forms:
        yield ctx.page(
            "model.html",
            form.address,
            "seeds/review.yml",
            view=ctx.model.only(form.keep),
            form=form,
            forms=tuple((other, other is form) for other in forms),
            title=form.title,
            description=form.description,
            hide=("toc",) if form.name != "changes" else (),
        )


def _interventions(ctx: Context) -> Iterator[Page]:
    if not ctx.library.every_intervention:
        return
    cards = overview.intervention_cards(ctx.library, ctx.names)
    retired = overview.retired_cards(ctx.library.every_intervention.values(), ctx.names)
    page = ("interventions.html", addresses.INTERVENTIONS, "seeds/attributes.yml")
    includes, noun = ctx.library.review.source.includes, ctx.names.words.intervention
    how_many = overview.how_many(noun, len(cards), includes.interventions if includes else None)
    proof = provenance(includes, ctx.names) if includes and includes.interventions else None
    yield ctx.page(*page, cards=cards, retired=retired, how_many=how_many, proof=proof)
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
        description=f"{overview.tables_of(ctx.library)}, made from the data, with every "
        "contradiction of the source beside its number.",
        cards=overview.evidence_cards(ctx.library),
    )
    for item in ctx.library.evidence.values():
        view = evidence.evidence_page_view(item, ctx.library, ctx.recounts, ctx.names)
        address = addresses.evidence(item.id)
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


def _references(ctx: Context) -> Iterator[Page]:
    """The pages for checking, citing and reusing."""
    library, names = ctx.library, ctx.names
    if library.claims:
        view = source_check.source_check_view(library, ctx.recounts, names)
        yield ctx.page("source_check.html", addresses.SOURCE_CHECK, "seeds/claims.yml", view=view)
    if library.findings:
        groups = overview.finding_groups(library, names)
        yield ctx.page("findings.html", addresses.FINDINGS, "seeds/findings.yml", groups=groups)
    source = article.article_view(library, names, ctx.back)
    yield ctx.page("article.html", addresses.ARTICLE, "seeds/review.yml", view=source)
    if library.glossary:
        entries = tuple((entry, places(entry.at, names)) for entry in library.glossary)
        yield ctx.page("glossary.html", addresses.GLOSSARY, "seeds/glossary.yml", entries=entries)
    if library.studies:
        yield ctx.page(
            "related.html",
            addresses.RELATED,
            "seeds/studies.yml",
            studies=library.studies,
            views=intervention.identified_views(library, names),
        )
    yield ctx.page(
        "list.html",
        addresses.FIND,
        "seeds/review.yml",
        title="Find",
        description="Where to look for what. The search at the top of each page needs JavaScript; "
        "these lists do not.",
        cards=find.ways_to_find(library, names),
    )
    example = next(iter(library.theories.values()), None)
    yield ctx.page(
        "cite.html",
        addresses.CITE,
        "seeds/review.yml",
        citable=overview.citable(library),
        bibtex=bibtex([source_record(library.review)]),
        example=example,
        statement=next((s for _, s in example.statements), None) if example else None,
    )
    parts = dictionary.dictionary_view(library)
    page = ("dictionary.html", addresses.DICTIONARY, "seeds/attributes.yml")
    yield ctx.page(*page, parts_of_data=parts)
    files = tuple(
        (path, PurePath(path).name, downloads.holds(path, names.words))
        for path in downloads.files(library)
    )
    yield ctx.page("data.html", addresses.DATA, "seeds/review.yml", files=files)
    if library.changes:
        yield ctx.page(
            "changes.html", addresses.CHANGES, "seeds/changes.yml", changes=library.changes
        )
