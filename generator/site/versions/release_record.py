"""The archives of kept versions, held to what `seeds/releases.yml` records of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic, Location
from generator.files.archive import ENDING, ArchiveError, digest, unpack
from generator.files.history import earlier
from generator.files.yaml_reading import read_yaml
from generator.library.kinds import RELEASES
from generator.library.library import Library
from generator.site.versions import version_changes

FOLDER = "releases"


def archive(version: str) -> str:
    """The file that holds a version, relative to the review."""
    return f"{FOLDER}/{version}{ENDING}"


def changed(root: Path, library: Library) -> Iterator[Diagnostic]:
    """Versions that are not as they were released. Diagnostic: release-changed."""
    recorded = list(_recorded_before(root))
    for one in library.releases:
        file = root / archive(one.version)
        content = b"" if file.is_symlink() or not file.is_file() else file.read_bytes()
        if not content:
            yield _changed(one.version, "its archive is not there")
        elif digest(content) != one.digest:
            yield _changed(one.version, "its archive is not the one that was recorded")
        else:
            recorded += _recorded_within(content)
    now = {
        (one.version, key): str(getattr(one, key)) for one in library.releases for key in _RECORDED
    }
    lost = [version for version, key, known in recorded if now.get((version, key)) != known]
    if lost:
        yield Diagnostic(
            Location(RELEASES.files),
            "release-changed",
            f"The record of version {', '.join(dict.fromkeys(lost))} is not what it was.",
            "Every version that was released, with date and digest; none is taken out or changed.",
            f"Take {RELEASES.files}, and what lies in {FOLDER}/, as they were from the history.",
        )


_RECORDED = ("date", "digest")
"""What is recorded of a version."""
_Known = tuple[str, str, str]
"""A version, the key of what is known of it, and that."""


def _recorded_before(root: Path) -> Iterator[_Known]:
    """What the record said of versions in the last states of the history."""
    for text in earlier(root, RELEASES.files):
        entries = read_yaml(text, RELEASES.files)[0].data
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict):
                yield from ((str(entry.get("version")), k, str(entry.get(k))) for k in _RECORDED)


def _recorded_within(content: bytes) -> Iterator[_Known]:
    """The date of the version of this archive, and the digests of those before, as it says them."""
    try:
        _, first = next(unpack(content), ("", b""))
    except ArchiveError:  # told of where it is unfolded
        return
    told = version_changes.read(first)
    if told:
        yield told.version, "date", str(told.date)
        yield from ((version, "digest", known) for version, known in told.digests.items())


def _changed(version: str, what: str) -> Diagnostic:
    return Diagnostic(
        Location(archive(version)),
        "release-changed",
        f"Version {version} was released, and {what}.",
        f"This file as it was: people cite what stands in it, and {RELEASES.files} has its digest.",
        f"Restore it, for example with “git checkout origin/main -- {archive(version)}”.",
    )
