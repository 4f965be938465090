"""Versions that are kept as they were: their archives held to what is recorded, and unfolded.

`releases/1.2.0.tar.xz` holds a version whole: under `v/` what `realist build` puts into the site
as it is, and under `review/` the files that it was made from, which say what changed since.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from generator.diagnostics import Diagnostic, Location
from generator.diff.compare import compare
from generator.diff.read import read as read_states
from generator.diff.report import Report
from generator.entities import Released
from generator.files.archive import ENDING, ArchiveError, digest, unpack
from generator.files.history import earlier
from generator.files.yaml_reading import read
from generator.library.kinds import RELEASES
from generator.library.library import Library
from generator.pages.addresses import KEPT, KEPT_FILES

FOLDER = "releases"
REVIEW = "review/"
"""Where the files of the review lie within an archive."""
TODAY = "today"
_SHORT = 16
"""As much of a digest as tells a few thousand files apart."""
_SCRIPT = re.compile(r"'sha256-[A-Za-z0-9+/=]+'")


@dataclass(frozen=True)
class Newest:
    """The newest version that is kept, as the site of today knows it."""

    version: str
    pages: frozenset[str]
    """The paths of its pages and files, as they stand below its address."""
    since: Report
    """What changed from it to the site of today."""


@dataclass(frozen=True)
class Unfolded:
    """What a site learns from the versions that were put into it."""

    scripts: set[str]
    """Those that their pages name by hash."""
    pages: dict[str, str]
    """The path of every page that a version has, with the newest of those versions."""


def archive(version: str) -> str:
    """The file that holds a version, relative to the review."""
    return f"{FOLDER}/{version}{ENDING}"


def changed(root: Path, library: Library) -> Iterator[Diagnostic]:
    """Versions that are not as they were released. Diagnostic: release-changed."""
    for one in library.releases:
        file = root / archive(one.version)
        if file.is_symlink() or not file.is_file():
            yield _changed(one.version, "its archive is not there")
        elif digest(file.read_bytes()) != one.digest:
            yield _changed(one.version, "its archive is not the one that was recorded")
    now = {one.version: one.digest for one in library.releases}
    lost = [v for v, d in _recorded_before(root) if now.get(v) != d]
    if lost:
        yield Diagnostic(
            Location(RELEASES.files),
            "release-changed",
            f"The record of version {', '.join(dict.fromkeys(lost))} is not what it was.",
            "Every version that was released, with its digest; none is taken out or changed.",
            f"Take {RELEASES.files} as it was from the history.",
        )


def files(root: Path, version: str, below: str) -> Iterator[tuple[str, bytes]]:
    """The files of a version below `v/` or `review/`. Raises ArchiveError."""
    for path, content in unpack((root / archive(version)).read_bytes()):
        if path.startswith(below):
            yield path, content


def unfold(root: Path, releases: Sequence[Released], site: Path) -> Unfolded:
    """Put every kept version into a site, where nothing else may lie below `v/`.

    Raises ArchiveError, also where a version holds what belongs to another one, and OSError where a
    file cannot be written.
    """
    shutil.rmtree(site / KEPT.path, ignore_errors=True)
    scripts: set[str] = set()
    pages: dict[str, str] = {}
    for one in releases:
        own = KEPT.below(one.version).path
        for path, content in files(root, one.version, KEPT.path):
            if not path.startswith(own) and not _is_shared(path, content):
                raise ArchiveError(f"Version {one.version} holds {path}, which is not its own.")
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(content)
            if path.endswith(".html"):
                scripts.update(_SCRIPT.findall(content.decode("utf-8")))
                pages[path.removeprefix(own).removesuffix("index.html")] = one.version
    return Unfolded(scripts, pages)


def shared_name(content: bytes, ending: str) -> str:
    """What a file that versions share is called: by its content."""
    return digest(content).partition(":")[2][:_SHORT] + ending


def _is_shared(path: str, content: bytes) -> bool:
    name = shared_name(content, PurePosixPath(path).suffix)
    return path == KEPT_FILES.path + name


def newest(root: Path, library: Library) -> Newest | None:
    """The newest kept version; None where there is none, or its archive cannot be unpacked."""
    if not library.releases:
        return None
    version = library.releases[-1].version
    start = KEPT.below(version).path
    try:
        unpacked = dict(files(root, version, ""))
    except ArchiveError:  # told of where it is unfolded
        return None
    paths = (path.removeprefix(start) for path in unpacked if path.startswith(start))
    there = frozenset(path.removesuffix("index.html") for path in paths)
    return Newest(version, there, _since(version, unpacked.items(), (TODAY, root)))


def since(root: Path, version: str, now: str) -> Report:
    """What changed from a kept version to the review as it is. Raises ArchiveError."""
    return _since(version, files(root, version, REVIEW), (f"version {now}", root))


def _since(version: str, unpacked: Iterable[tuple[str, bytes]], now: tuple[str, Path]) -> Report:
    with TemporaryDirectory() as folder:
        for path, content in unpacked:
            if path.startswith(REVIEW):
                file = Path(folder, path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
        return compare(*read_states((f"version {version}", Path(folder, REVIEW)), now))


def _recorded_before(root: Path) -> Iterator[tuple[str, str]]:
    """The versions, and their digests, that the record listed in the last states of the history."""
    for text in earlier(root, RELEASES.files):
        entries = read(text, RELEASES.files)[0].data
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict):
                yield str(entry.get("version")), str(entry.get("digest"))


def _changed(version: str, what: str) -> Diagnostic:
    return Diagnostic(
        Location(archive(version)),
        "release-changed",
        f"Version {version} was released, and {what}.",
        f"This file as it was: people cite what stands in it, and {RELEASES.files} has its digest.",
        f"Restore it, for example with “git checkout origin/main -- {archive(version)}”.",
    )
