"""The versions that are kept as they were, and the way from each to what changed since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.entities import Release
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.address import Address


@dataclass(frozen=True)
class VersionView:
    """A version that is kept."""

    number: str
    date: date
    anchor: str
    """Its fragment on this page, and on that of the changes."""
    kept: Address
    is_told: bool
    """Whether the page of the changes tells what it changed for readers."""
    doi: str
    since: tuple[tuple[str, Address], ...]
    """Each later version, the newest first, and its page that tells what changed.

    After the newest one there is only the site of today.
    """


@dataclass(frozen=True)
class VersionsView:
    """All of them, the newest first."""

    versions: tuple[VersionView, ...]
    not_kept: Release | None
    """The version of the site of today, where it is not kept yet."""


def kept_links(library: Library) -> dict[str, tuple[tuple[str, Address], ...]]:
    """For each version that is kept, by its anchor: itself, and what changed in it page by page."""
    found, before = {}, ""
    for one in library.releases:
        links = [(f"Version {one.version} as it was", addresses.kept(one.version))]
        if before:
            told = addresses.kept(one.version, addresses.since(before))
            links.append((f"Page by page, what changed from version {before}", told))
        found[one.anchor], before = tuple(links), one.version
    return found


def versions_view(library: Library, newest: Release | None) -> VersionsView:
    """The page of all versions."""
    kept = [one.version for one in library.releases]
    told = {release.version: release for release in library.changes}
    views = []
    for position, one in enumerate(library.releases):
        page = addresses.since(one.version)
        later = [(f"version {v}", addresses.kept(v, page)) for v in reversed(kept[position + 1 :])]
        views.append(
            VersionView(
                one.version,
                one.date,
                one.anchor,
                addresses.kept(one.version),
                one.version in told,
                (told[one.version].doi or "") if one.version in told else "",
                tuple(later or [("today", page)]),
            )
        )
    is_kept = newest is None or newest.version in kept
    return VersionsView(tuple(reversed(views)), None if is_kept else newest)
