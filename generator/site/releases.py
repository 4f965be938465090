"""Versions that are kept as they were: their archives held to what is recorded, and unfolded.

`releases/1.2.0.tar.xz` holds a version whole: under `v/` what `realist build` puts into the site
as it is, and under `review/` the files that it was made from, which say what changed since.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.diagnostics import Diagnostic, Location
from generator.entities import Released
from generator.files.archive import ENDING, ArchiveError, digest, unpack
from generator.files.history import earlier
from generator.files.yaml_reading import read
from generator.library.kinds import RELEASES
from generator.library.library import Library
from generator.pages.addresses import KEPT

FOLDER = "releases"
REVIEW = "review/"
"""Where the files of the review lie within an archive."""
_SCRIPT = re.compile(r"'sha256-[A-Za-z0-9+/=]+'")


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


def unfold(root: Path, releases: Sequence[Released], site: Path) -> set[str]:
    """Put every kept version into a site, where nothing else may lie below `v/`.

    Gives the scripts that their pages name by hash. Raises ArchiveError, and OSError where a file
    cannot be written.
    """
    shutil.rmtree(site / KEPT.path, ignore_errors=True)
    scripts: set[str] = set()
    for one in releases:
        for path, content in files(root, one.version, KEPT.path):
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(content)
            if path.endswith(".html"):
                scripts.update(_SCRIPT.findall(content.decode("utf-8")))
    return scripts


def pages(root: Path, releases: Sequence[Released]) -> frozenset[str]:
    """The paths of the newest kept version, as they stand below its address."""
    if not releases:
        return frozenset()
    start = KEPT.below(releases[-1].version).path
    try:
        return frozenset(
            path.removeprefix(start).removesuffix("index.html")
            for path, _ in files(root, releases[-1].version, start)
        )
    except ArchiveError:  # told of where it is unfolded
        return frozenset()


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
