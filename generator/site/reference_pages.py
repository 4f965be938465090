"""The pages for checking what a site says, and for finding, citing and reusing it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.citing.files import bibtex
from generator.citing.record import source_record
from generator.pages import addresses
from generator.pages.page import Page
from generator.pages.views import (
    article,
    dictionary,
    find,
    intervention,
    overview,
    source_check,
    versions,
)
from generator.site.context import Context
from generator.site.data import api
from generator.site.data.downloads import Download
from generator.site.in_sections import InSections, in_sections


def checks(ctx: Context) -> Iterator[Page]:
    """The pages for checking what this site says."""
    library, names = ctx.library, ctx.names
    if library.claims:
        yield from in_sections(ctx, _source_check(ctx))
    if library.findings:
        yield from in_sections(ctx, _findings(ctx))
    yield from in_sections(ctx, _article(ctx))
    if library.glossary:
        yield ctx.page(
            "glossary.html",
            addresses.GLOSSARY,
            "seeds/glossary.yml",
            "Glossary",
            lambda: {"entries": tuple((one, names.places(one.at)) for one in library.glossary)},
        )
    if library.related_evidence:
        yield ctx.page(
            "related.html",
            addresses.RELATED,
            "seeds/studies.yml",
            "Related evidence",
            lambda: _related(ctx),
        )


def _related(ctx: Context) -> dict[str, Any]:
    studies = ctx.library.related_evidence
    identified = studies.identified if studies else ()
    views = tuple(intervention.identified_view(study, ctx.names) for study in identified)
    return {"studies": studies, "views": views}


def _source_check(ctx: Context) -> InSections:
    def show() -> dict[str, Any]:
        view = source_check.source_check_view(ctx.library, ctx.recounts, ctx.names)
        return {"view": view, "sections": view.sections}

    return InSections(
        "source_check.html",
        addresses.SOURCE_CHECK,
        "seeds/claims.yml",
        "Source check",
        len(ctx.library.claims),
        source_check.headings(ctx.library, ctx.recounts),
        show,
    )


def _findings(ctx: Context) -> InSections:
    return InSections(
        "findings.html",
        addresses.FINDINGS,
        "seeds/findings.yml",
        "All findings",
        len(ctx.library.findings),
        overview.topics(ctx.library),
        lambda: {"sections": overview.finding_groups(ctx.library, ctx.names)},
    )


def _article(ctx: Context) -> InSections:
    def show() -> dict[str, Any]:
        view = article.article_view(ctx.library, ctx.names, ctx.back)
        return {"view": view, "sections": view.sections}

    library, source = ctx.library, ctx.library.review.source
    return InSections(
        "article.html",
        addresses.ARTICLE,
        "seeds/review.yml",
        f"The {source.noun}, paragraph by paragraph",
        len(library.theories) + len(library.interventions) + len(library.included_studies),
        article.headings(source),
        show,
    )


def uses(ctx: Context) -> Iterator[Page]:
    """The pages for finding, citing and reusing."""
    library, names = ctx.library, ctx.names
    yield ctx.page(
        "list.html",
        addresses.FIND,
        "seeds/review.yml",
        "Find",
        lambda: {
            "description": "Where to look for what. These lists need no JavaScript; the search of "
            "the site on the web does.",
            "cards": find.ways_to_find(library, names),
        },
    )
    cite = ("cite.html", addresses.CITE, "seeds/review.yml", "How to cite")
    yield ctx.page(*cite, lambda: _cite(ctx))
    yield from _data(ctx)
    if library.changes:
        page = ("changes.html", addresses.CHANGES, "seeds/changes.yml", "Changes")
        yield ctx.page(*page, lambda: _changes(ctx))
    if library.releases:
        page = ("versions.html", addresses.VERSIONS, "seeds/changes.yml", "All versions")
        yield ctx.page(
            *page, lambda: {"view": versions.versions_view(library, ctx.edition.release)}
        )


def _data(ctx: Context) -> Iterator[Page]:
    yield ctx.page(
        "dictionary.html",
        addresses.DICTIONARY,
        "seeds/attributes.yml",
        "Data dictionary",
        lambda: {"parts_of_data": dictionary.dictionary_view(ctx.library)},
    )
    yield ctx.page(
        "data.html",
        addresses.DATA,
        "seeds/review.yml",
        "Data to download",
        lambda: {
            "groups": _groups(ctx.downloads),
            "index": api.INDEX,
            "openapi": api.DESCRIPTION,
        },
    )


def _cite(ctx: Context) -> dict[str, Any]:
    example = next(iter(ctx.library.theories.values()), None)
    return {
        "citable": overview.citable(ctx.library),
        "bibtex": bibtex([source_record(ctx.library.review)]),
        "example": example,
        "statement": next((s for _, s in example.statements), None) if example else None,
    }


def _changes(ctx: Context) -> dict[str, Any]:
    earlier = tuple((version, addresses.since(version)) for version in ctx.earlier or ())
    kept = versions.kept_links(ctx.library)
    changes = tuple((one, kept.get(one.anchor, ())) for one in ctx.library.changes)
    return {"changes": changes, "earlier": earlier, "feed": ctx.feed}


def _groups(files: tuple[Download, ...]) -> tuple[tuple[str, str, tuple[Download, ...]], ...]:
    """The files of the data under two headings, each with its fragment."""
    people = tuple(file for file in files if file.for_people)
    programs = tuple(file for file in files if not file.for_people)
    return (("Tables to open", "tables", people), ("Files for programs", "programs", programs))
