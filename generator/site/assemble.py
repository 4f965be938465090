"""A Library to a Site: pages from YAML, pages by hand, files, navigation and date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from importlib.resources import files as package_files
from pathlib import Path

from generator.check.recount import Recounts
from generator.diagnostics import Diagnostic
from generator.entities import Release
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.render import Page
from generator.site import by_hand, catalogue, downloads, schema
from generator.site.doors import dead_doors
from generator.site.navigation import Nav, navigation


@dataclass(frozen=True)
class Site:
    """All pages and files of a site, for any engine."""

    library: Library
    pages: tuple[Page, ...]
    files: dict[str, str]
    """Other files by their path within the site."""
    nav: Nav
    epoch: int | None
    """The date of the data, in seconds since 1970; none where nothing is published yet."""


def assemble(root: Path, library: Library, recounts: Recounts) -> tuple[Site, list[Diagnostic]]:
    """The site of a library. Diagnostics: page-template, unknown-reference (of first links)."""
    ctx = catalogue.context(library, recounts)
    made = list(catalogue.pages(ctx))
    written = list(by_hand.pages(root, ctx))
    hand = [page for page in written if isinstance(page, Page)]
    wrong = [found for found in written if isinstance(found, Diagnostic)]
    nav = navigation(library, hand)
    wrong += dead_doors(library, nav, made, hand)
    return (
        Site(
            library,
            (*made, *hand),
            {
                addresses.STYLESHEET: _asset(addresses.STYLESHEET),
                addresses.ICON: _asset(addresses.ICON),
                **downloads.files(library),
                **schema.schemas(library),
            },
            nav,
            _epoch(ctx.release),
        ),
        wrong,
    )


def _epoch(release: Release | None) -> int | None:
    """What dates a build that is to be repeated."""
    if release is None:
        return None
    return max(0, int(datetime.combine(release.date, time(), tzinfo=UTC).timestamp()))


def _asset(path: str) -> str:
    """A file of the generator that every site has at the same path."""
    return (package_files("generator.site") / path).read_text(encoding="utf-8")
