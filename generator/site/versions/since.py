"""What changed from one kept version to a later one, as pages of the later one.

What changed from the newest one is told by the site of today. A page of an old version cannot know
what came after it. So it links to `versions/1.0.0/` on the site of today, which leads on to the
page of the newest version that tells what changed since, or to that of today.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from generator.diff.formats import NOTHING, wordings
from generator.diff.report import SECTIONS, Change, Report
from generator.entities.words import counted
from generator.library.kinds import CHANGES, MOVED
from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.addresses import CONTRIBUTING
from generator.pages.page import Page
from generator.site import policy
from generator.site.context import Context

_LABELS = {"-": "Before", "+": "Now"}


@dataclass(frozen=True)
class ToldChange:
    """One change in words."""

    words: str
    wordings: tuple[tuple[str, str], ...]
    """“Before” and “Now”, each with what stands there, where the sentence does not say it."""
    fragment: str
    """Where on its page, if it is there."""


@dataclass(frozen=True)
class ChangedPage:
    """All that changed on a page."""

    title: str
    mark: str
    """Its fragment on the page that tells of it."""
    address: Address | None
    """None where the later version has no such page."""
    changes: tuple[ToldChange, ...]


@dataclass(frozen=True)
class SinceView:
    """What changed since a version."""

    headline: str
    older: str
    """What the older of the two is called."""
    newer: str
    """What the newer of the two is called."""
    here: str
    """What a link to a page that changed is called."""
    pages: tuple[ChangedPage, ...]
    later: str
    """The way to what changed since the newer version; empty where that is today."""


def pages(ctx: Context, reports: Mapping[str, Report], others: Iterable[Page]) -> Iterator[Page]:
    """A page for each report; `others` are the pages that they can link to."""
    known = {page.address.path: page for page in others}
    for version, report in reports.items():
        address = addresses.since(version)
        page = (address, CHANGES.files, f"What changed from {report.old} to {report.new}")
        made = ctx.page("since.html", *page, partial(_told_of, report, known, ctx, address))
        # That of today tells of another state after each edit: no search engine is to keep it.
        yield replace(made, is_listed=ctx.earlier is not None)


def _told_of(
    report: Report, known: Mapping[str, Page], ctx: Context, address: Address
) -> dict[str, SinceView]:
    changed = tuple(_pages(report, known))
    number = sum(len(page.changes) for page in changed)
    later = ""
    if ctx.earlier is not None and ctx.edition.release:
        here = addresses.kept(ctx.edition.release.version, address)
        later = here.to(addresses.VERSIONS.below(ctx.edition.release.version))
    said = f"{counted(number, 'change')} on {counted(len(changed), 'page')}."
    view = SinceView(
        said if changed else NOTHING,
        report.old,
        report.new,
        f"This page in {report.new}" if ctx.earlier is not None else "This page today",
        changed,
        later,
    )
    return {"view": view}


def sentences(report: Report) -> dict[str, tuple[str, ...]]:
    """What is told of each page, by its path, without the wordings."""
    return {path: tuple(_told(c).words for c in changes) for path, changes in _by_page(report)}


def ways(ctx: Context) -> dict[str, str]:
    """For each kept version a page of the site of today that leads to what changed since it.

    While a version was the newest, the site of its day told at `since/` what changed since it: so
    that address leads on as well, as soon as a later version tells it.
    """
    versions = [one.version for one in ctx.library.releases]
    led = [(addresses.VERSIONS.below(version), version) for version in versions]
    led += [(addresses.since(version), version) for version in versions[:-1]]
    return {f"{page.path}index.html": _way(ctx, page, of, versions[-1]) for page, of in led}


def _way(ctx: Context, page: Address, version: str, newest: str) -> str:
    """A page that leads to what changed since a version."""
    told = addresses.since(version)
    return ctx.renderer.part(
        "redirect.html",
        page,
        to=told if version == newest else addresses.kept(newest, told),
        title=f"What changed since version {version}",
        content_policy=policy.within_page([]),
    )


def _pages(report: Report, known: Mapping[str, Page]) -> Iterator[ChangedPage]:
    """Every page of which something is told."""
    for path, changes in _by_page(report):
        page = known.get(path)
        yield ChangedPage(
            page.title if page else changes[0].title,
            Address(path).mark,
            page.address if page else None,
            tuple(_told(change, is_there=page is not None) for change in changes),
        )


def _by_page(report: Report) -> Iterable[tuple[str, list[Change]]]:
    """What is told, by its page, in the order in which reports tell of things."""
    order = list(SECTIONS)
    by_page: dict[str, list[Change]] = {}
    told = filter(_is_told, (*report.errors, *report.changes))
    for change in sorted(told, key=lambda change: order.index(change.thing)):
        by_page.setdefault(change.page, []).append(change)
    return by_page.items()


def _is_told(change: Change) -> bool:
    """Not that a version is new, since what it changed stands here; nor pages for contributors."""
    return change.thing != CHANGES.name and not change.page.startswith(CONTRIBUTING.path)


def _told(change: Change, *, is_there: bool = True) -> ToldChange:
    """A change; of an id that is another one or gone, a report to editors would ask to mend it."""
    if change.thing == MOVED.name and change.kind == "added":
        words = f"The page says what became of {change.fragment or 'it'}"
        return ToldChange(words, (), change.fragment if is_there else "")
    if change.kind == "identity" and change.after is not None:
        words = f"What was called {change.before} is called {change.after} now"
        return ToldChange(words, (), "")
    if change.kind == "identity":
        words = f"{change.title} is not there any more"
        return ToldChange(words, (("Before", change.before or ""),), "")
    labelled = tuple((_LABELS[mark], text) for mark, text in wordings(change))
    return ToldChange(change.words, labelled, change.fragment if is_there else "")
