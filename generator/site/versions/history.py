"""What became of each page, version by version, as the page tells it.

What a version changed is kept with it; what changed since the newest one follows from its files. A
build reads no history of git: it would differ between copies, and a commit is not what readers saw.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.diff.report import Report
from generator.entities import Release
from generator.entities.words import long_date, opening
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.page import Page
from generator.site.versions import since
from generator.site.versions.version_changes import VersionChanges

_FEW = 5
"""The most changes of one version that a page names; all stand where both wordings do."""
_VERSIONS = 12
"""The most versions that a page names."""
_WHOLE = (
    addresses.FINDINGS,
    addresses.GLOSSARY,
    addresses.HELP,
    addresses.RELATED,
    addresses.SOURCE_CHECK,
)
"""Pages that are no thing's own and list nothing that has one: all they show is told as theirs."""


def of_version(
    release: Release,
    before: str,
    report: Report | None,
    pages: Iterable[Page],
    gone: Collection[Address] = (),
) -> VersionChanges:
    """What a version changed, from what is told of it since the version before and its pages.

    Those of `gone` only say that something is no longer there.
    """
    titles = {page.address: page.title for page in pages}
    told = since.sentences(report) if report else {}
    return VersionChanges(
        version=release.version,
        date=release.date,
        before=before,
        pages={page.path: told.get(page.path, ()) for page in sorted(titles)},
        touched=report.pages if report else (),
        titles={page.path: titles[page] for page in sorted(titles) if page not in gone},
    )


@dataclass(frozen=True)
class HistoryEntry:
    """What changed on a page in one version, or since the newest one."""

    title: str
    changes: tuple[str, ...]
    """The first of them, in sentences."""
    more: int
    """How many there are besides."""
    way: str
    """Where all of them stand, with both wordings."""


@dataclass(frozen=True)
class PageHistory:
    """What became of a page."""

    headline: str
    entries: tuple[HistoryEntry, ...]
    """The newest first."""
    first: str
    """The first version that has the page, of those that say what they changed."""


class History:
    """What became of the pages of a site, as far as versions of it are kept."""

    def __init__(
        self,
        versions: Sequence[VersionChanges] = (),
        today: Report | None = None,
        kept_as: str = "",
    ) -> None:
        """Take the versions, the oldest first, and what changed since the newest of them.

        A site that is to be kept is `kept_as` the newest of the versions, and nothing came after.
        """
        self._versions = versions
        self._is_compared = bool(versions) and (today is not None or len(versions) > 1)
        self._today = since.sentences(today) if versions and today else {}
        self._touched = frozenset(today.pages if versions and today else ())
        self._kept_as = kept_as

    def of(self, page: Page) -> PageHistory | None:
        """What is told on a page; None where nothing is known of it."""
        path = page.address.path
        first = next((one for one in self._versions if path in one.pages), None)
        entries = tuple(self._entries(page.address))
        if not (self._is_compared and is_told(page) and (first or entries)):
            return None
        begun = _named(first) if first else ""
        return PageHistory(self._headline(path, begun), entries[:_VERSIONS], begun)

    def changed(self, page: Page, library: Library) -> date | None:
        """The day of the version in which a page last changed, or may have; None if unknown."""
        path = page.address.path
        if not is_told(page) or path in self._touched or path in self._today:
            return None
        for one in reversed(self._versions):
            if path in one.touched or one.pages.get(path):
                return one.date
        # What the first version that is kept shows may be older, where others came before it.
        first = next(iter(self._versions), None)
        is_first = first and all(release.date >= first.date for release in library.changes)
        return first.date if first and is_first and path in first.pages else None

    def is_as_kept(self, page: Page) -> bool:
        """Whether a page is known to read as in the newest version; of lists nobody knows it."""
        path = page.address.path
        return is_told(page) and path not in self._touched and path not in self._today

    def _headline(self, path: str, begun: str) -> str:
        if path in self._today:
            return f"Changed since {_named(self._versions[-1])}"
        changed = next((one for one in reversed(self._versions) if one.pages.get(path)), None)
        if changed:
            return f"Last changed in {_named(changed)}"
        return f"No change of its own since {begun}"

    def _entries(self, page: Address) -> Iterator[HistoryEntry]:
        here = addresses.kept(self._kept_as, page) if self._kept_as else page
        if changes := self._today.get(page.path):
            newest = self._versions[-1]
            told = addresses.since(newest.version)
            yield _entry(f"Since {_named(newest)}", changes, here.to(told, page.mark))
        for one in reversed(self._versions):
            if changes := one.pages.get(page.path, ()):
                told = addresses.kept(one.version, addresses.since(one.before))
                yield _entry(_named(one), changes, here.to(told, page.mark))


def is_told(page: Page) -> bool:
    """Whether all that a page says by itself is told where it changes; of lists it is not."""
    address = page.address
    if page.by_hand:
        return not address.path.startswith(addresses.CONTRIBUTING.path)
    return bool(addresses.kind_of(address)) or address in _WHOLE


def _entry(title: str, changes: tuple[str, ...], way: str) -> HistoryEntry:
    return HistoryEntry(opening(title), changes[:_FEW], len(changes[_FEW:]), way)


def _named(one: VersionChanges) -> str:
    return f"version {one.version} of {long_date(one.date)}"
