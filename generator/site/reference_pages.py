"""The pages for checking what a site says, and for finding, citing and reusing it."""

from __future__ import annotations

from collections.abc import Iterator

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
from generator.pages.views.common import places
from generator.site import api
from generator.site.context import Context
from generator.site.downloads import Download


def checks(ctx: Context) -> Iterator[Page]:
    """The pages for checking what this site says."""
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
            views=tuple(intervention.identified_view(s, names) for s in library.studies.identified),
        )


def uses(ctx: Context) -> Iterator[Page]:
    """The pages for finding, citing and reusing."""
    library, names = ctx.library, ctx.names
    yield ctx.page(
        "list.html",
        addresses.FIND,
        "seeds/review.yml",
        title="Find",
        description="Where to look for what. These lists need no JavaScript; the search of the "
        "site on the web does.",
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
    yield ctx.page(
        "data.html",
        addresses.DATA,
        "seeds/review.yml",
        groups=_groups(ctx.downloads),
        index=api.INDEX,
        openapi=api.DESCRIPTION,
    )
    if library.changes:
        earlier = tuple((version, addresses.since(version)) for version in ctx.earlier or ())
        page = ("changes.html", addresses.CHANGES, "seeds/changes.yml")
        yield ctx.page(*page, changes=library.changes, earlier=earlier, feeds=tuple(ctx.feeds))
    if library.releases:
        every = versions.versions_view(library, ctx.release)
        yield ctx.page("versions.html", addresses.VERSIONS, "seeds/changes.yml", view=every)


def _groups(files: tuple[Download, ...]) -> tuple[tuple[str, str, tuple[Download, ...]], ...]:
    """The files of the data under two headings, each with its fragment."""
    people = tuple(file for file in files if file.for_people)
    programs = tuple(file for file in files if not file.for_people)
    return (("Tables to open", "tables", people), ("Files for programs", "programs", programs))
