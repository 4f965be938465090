"""Versions that are kept as they were: their archives unfolded, and what changed since.

`releases/1.2.0.tar.xz` holds a version whole: under `v/` what `realist build` puts into the site
as it is, under `review/` the files that it was made from, and before both what it says and what
it changed, for later versions to read.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.citing.edition import Edition
from generator.diff.compare import compare
from generator.diff.report import Report
from generator.entities import Released
from generator.files.archive import ArchiveError, digest, unpack
from generator.library.library import Library
from generator.pages.addresses import KEPT, KEPT_FILES
from generator.site import context
from generator.site.versions import kept_states, version_changes
from generator.site.versions.kept_states import KeptStates, state
from generator.site.versions.release_record import archive
from generator.site.versions.since import sentences
from generator.site.versions.version_changes import VersionChanges

REVIEW = "review/"
"""Where the files of the review lie within an archive."""
TODAY = "today"
_SHORT = 16
"""How many characters of a digest are kept: enough to tell a few thousand files apart."""
_SCRIPT = re.compile(rb"&#39;(sha256-[A-Za-z0-9+/=]+)&#39;")
"""The name of a script in the policy of a page, as HTML writes it."""


@dataclass(frozen=True)
class Newest:
    """The newest version that is kept, as the site of today knows it."""

    version: str
    since: Report
    """What changed from it to the site of today."""
    history: tuple[VersionChanges, ...] = ()
    """What it and the versions before it changed, the oldest first."""

    @property
    def reports(self) -> Mapping[str, Report]:
        """What changed since it, by its name."""
        return {self.version: self.since}

    @property
    def is_changed(self) -> bool:
        """Whether the site of today reads otherwise: a DOI that the version has since is told."""
        return bool(sentences(self.since))

    def shows(self, path: str) -> bool:
        """Whether its page there is not one that only says that something is gone."""
        newest = self.history[-1] if self.history else None
        return newest is not None and path in (newest.titles or newest.pages)

    def has(self, path: str) -> bool:
        """Whether it has a page at a path below its address."""
        return bool(self.history) and path in self.history[-1].pages


@dataclass(frozen=True)
class Unfolded:
    """What a site learns from the versions that were put into it."""

    scripts: set[str]
    """Those that their pages name by hash."""
    pages: dict[str, str]
    """The path of every page that a version has, with the newest of those versions."""


def files(root: Path, version: str, below: str) -> Iterator[tuple[str, bytes]]:
    """The files of a version below `v/` or `review/`. Raises ArchiveError."""
    for path, content in unpack((root / archive(version)).read_bytes()):
        if path.startswith(below):
            yield path, content
        elif path > below:  # files are sorted by path: no other can follow
            return


def unfold(root: Path, releases: Sequence[Released], site: Path) -> Unfolded:
    """Put every kept version into a site, where nothing else may lie below `v/`.

    Raises ArchiveError, also where a version holds what belongs to another one, and OSError where a
    file cannot be written.
    """
    shutil.rmtree(site / KEPT.path, ignore_errors=True)
    folder = _Folder(site)
    scripts: set[str] = set()
    pages: dict[str, str] = {}
    for one in releases:
        own = KEPT.below(one.version).path
        for path, content in files(root, one.version, KEPT.path):
            if not path.startswith(own) and not _is_shared(path, content):
                raise ArchiveError(f"Version {one.version} holds {path}, which is not its own.")
            folder.write(path, content)
            if path.endswith(".html"):
                scripts.update(f"'{found.decode()}'" for found in _SCRIPT.findall(content))
                pages[path.removeprefix(own).removesuffix("index.html")] = one.version
    return Unfolded(scripts, pages)


class _Folder:
    """A folder that files are written into; each folder within it is made once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._made: set[str] = set()

    def write(self, path: str, content: bytes) -> None:
        within = path.rpartition("/")[0]
        if within not in self._made:
            (self._path / within).mkdir(parents=True, exist_ok=True)
            self._made.add(within)
        (self._path / path).write_bytes(content)


def shared_name(content: bytes, ending: str) -> str:
    """What a file that versions share is called: by its content."""
    return digest(content).partition(":")[2][:_SHORT] + ending


def _is_shared(path: str, content: bytes) -> bool:
    name = shared_name(content, PurePosixPath(path).suffix)
    return path == KEPT_FILES.path + name


def edition(library: Library, kept: Newest | None) -> Edition:
    """What the site of today is called by: the newest version, or what changed since that."""
    release = context.newest(library)
    is_kept = release and kept and release.version == kept.version
    return Edition(release, is_changed=bool(is_kept and kept and kept.is_changed))


def newest(root: Path, library: Library) -> Newest | None:
    """The newest kept version; None where there is none, or an archive cannot be unpacked."""
    if not library.releases:
        return None
    version = library.releases[-1].version
    try:
        history = changes(root, library.releases)
        today = next(since(root, library, [version], TODAY))
    except ArchiveError:  # told of where it is unfolded
        return None
    return Newest(version, today, history)


def changes(root: Path, releases: Sequence[Released]) -> tuple[VersionChanges, ...]:
    """What each version changed, the oldest first; from where on all of them say so.

    Raises ArchiveError.
    """
    found: list[VersionChanges] = []
    for one in reversed(releases):
        _, content = next(files(root, one.version, version_changes.FILE), ("", b""))
        told = version_changes.read(content)
        if told is None:
            break
        found.insert(0, told)
    return tuple(found)


def since(root: Path, library: Library, versions: Iterable[str], now: str) -> Iterator[Report]:
    """What changed from each of these kept versions to the review as it is, which is called `now`.

    Nothing is wrong with any of them. Which pages show a change is told of the first one alone.
    Raises ArchiveError.
    """
    kept, new = KeptStates(library), state(now, root, library)
    for number, version in enumerate(versions):
        _, content = next(files(root, version, kept_states.FILE), ("", b""))
        old = kept.read(f"version {version}", content)
        yield compare(old, new, are_checked=True, with_pages=number == 0)
