"""A version of the site that is kept as it is: what its build differs in, and what is kept of it.

Its pages are those of any build at an address of their own, which they cite, with a line at the top
that says what they are. What hosts read for a whole site is left out, and files that change more
seldom than pages are called by their content, so that versions share them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from generator.diff.read import pages_by_hand
from generator.diff.report import Report
from generator.entities import Release
from generator.entities.words import long_date
from generator.files.plain_files import plain_files
from generator.library.kinds import RELEASES, REVIEW, TOP_FOLDERS
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.page import Page
from generator.site.inspection import Inspected
from generator.site.navigation import navigation
from generator.site.versions import kept_states, releases, version_changes
from generator.site.versions.handed_out import handed_out
from generator.site.versions.history import of_version
from generator.site.versions.version_changes import VersionChanges

ASSETS = "assets/"
_LINK = re.compile(
    r'(?P<before>\b(?:href|src)=")(?P<up>(?:\./|(?:\.\./)*))(?P<path>assets/[^"#?]+)'
)
_SPACE = re.compile(r"(?P<kept><(?P<tag>pre|script|textarea)\b.*?</(?P=tag)>)|\n\s+", re.DOTALL)
"""The space between lines, which takes a sixth of a page of the theme, and what it counts in."""
_SIZED = addresses.DATA.path
"""The folder whose crate tells how large each file is."""
_INDENTATION = re.compile(rb"\n +")
"""Of a file for programs, where a text has no line of its own."""
_WHOLE_SITE = re.compile(r"sitemap\.xml(\.gz)?|404\.html|_headers|\.realist")


@dataclass(frozen=True)
class Freezing:
    """What makes a build that of a version which is kept."""

    release: Release
    reports: Mapping[str, Report]
    """What changed in it since each earlier version, the newest of them first."""
    earlier: tuple[VersionChanges, ...] = ()
    """What each of those changed, the oldest first."""

    def history(
        self, pages: Iterable[Page], gone: Collection[Address]
    ) -> tuple[VersionChanges, ...]:
        """What each version up to this one changed, with the pages that this one has."""
        before = next(iter(self.reports), "")
        report = self.reports.get(before)
        return (*self.earlier, of_version(self.release, before, report, pages, gone))

    def banner(self, page: Address) -> Banner:
        """What a page says of itself."""
        version = self.release.version
        here = addresses.kept(version, page)
        # Another version, or the site of today, tells of other changes at this address.
        is_own = page.path.startswith(addresses.SINCE.path)
        return Banner(
            f"This is version {version} of {long_date(self.release.date)}, kept as it was.",
            "" if is_own else here.to(page),
            here.to(addresses.VERSIONS),
            here.to(addresses.VERSIONS.below(version), page.mark),
        )


@dataclass(frozen=True)
class Banner:
    """A line at the top of each page of a version that is kept, and its links for programs.

    Source of their names: https://www.rfc-editor.org/rfc/rfc5829.
    """

    text: str
    today: str
    """The way to the page on the site of today, if it has this page."""
    versions: str
    """The way to the list of all versions."""
    since: str
    """The way to what changed on this page since."""


def at_its_address(inspected: Inspected, version: str) -> Inspected:
    """The review as a version has it: at an address of its own, and without other versions."""
    library = inspected.library
    assert library is not None
    address = library.review.address + addresses.kept(version).path
    review = library.review.model_copy(update={"address": address})
    moved = replace(library, held={**library.held, REVIEW: (review,)})
    return alone(replace(inspected, library=moved))


def alone(inspected: Inspected) -> Inspected:
    """The review without the versions that are kept of it, as a site that lies in one folder."""
    if inspected.library is None:
        return inspected
    held = {**inspected.library.held, RELEASES: ()}
    library = replace(inspected.library, held=held)
    return replace(inspected, library=library, nav=navigation(library, inspected.hand))


def frozen(root: Path, library: Library, site: Path, changes: VersionChanges) -> dict[str, bytes]:
    """The files of the archive of a version.

    They are its finished build in the folder `site`, the review in `root`, which is the `library`,
    what it says, and what it changed.
    """
    shared: dict[str, str] = {}
    start = addresses.kept(changes.version).path
    kept = dict(_pages(site, start, shared))
    anchors = handed_out({path.removeprefix(start): content for path, content in kept.items()})
    digests = {one.version: one.digest for one in library.releases}
    told = changes.model_copy(update={"anchors": anchors, "digests": digests})
    kept[version_changes.FILE] = told.model_dump_json(indent=1).encode()
    kept[kept_states.FILE] = kept_states.written(library, pages_by_hand(root))
    for path, name in shared.items():
        kept[addresses.KEPT_FILES.path + name] = (site / path).read_bytes()
    for folder in (*TOP_FOLDERS, "docs"):
        for file in plain_files(root, folder)[0]:
            kept[releases.REVIEW + file] = (root / file).read_bytes()
    return kept


def _pages(site: Path, start: str, shared: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    """All but the assets; `shared` learns the name of each asset that a page needs."""
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if not file.is_file() or path.startswith(ASSETS) or _WHOLE_SITE.fullmatch(path):
            continue
        content = file.read_bytes()
        if path.endswith(".html"):
            content = _sharing(content.decode("utf-8"), site, shared).encode("utf-8")
        elif path.endswith(".json") and not path.startswith(_SIZED):
            content = _INDENTATION.sub(b"\n", content)
        yield start + path, content


def _sharing(html: str, site: Path, shared: dict[str, str]) -> str:
    """A page whose assets are those that versions share, two folders above its own start.

    It is written without indentation, since it stands in the site of every later day as well.
    """

    def turn(link: re.Match[str]) -> str:
        path = link["path"]
        if path not in shared:
            content = (site / path).read_bytes()
            shared[path] = releases.shared_name(content, PurePosixPath(path).suffix)
        return f"{link['before']}{link['up']}../{addresses.KEPT_FILES.name}/{shared[path]}"

    return _SPACE.sub(lambda found: found["kept"] or "\n", _LINK.sub(turn, html))
