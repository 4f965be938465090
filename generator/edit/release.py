"""A version of the site to keep: whether it can be released, and what is written for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.check.placeholder_rules import nothing_is_left_to_write
from generator.citing.deposit import deposits
from generator.diagnostics import Diagnostic, Location
from generator.diff.report import Report
from generator.edit.register import registered
from generator.entities.texts import is_version
from generator.files.archive import digest, pack
from generator.files.history import uncommitted
from generator.library.kinds import CHANGES, IDS, RELEASES, named
from generator.library.library import Library
from generator.site.assemble import Site, assemble
from generator.site.context import newest
from generator.site.inspection import Inspected
from generator.site.versions import release_record, releases
from generator.site.versions.freezing import Freezing, at_its_address

_HEADER = """\
# yaml-language-server: $schema=../schema/releases.schema.json
# The versions that are kept as they were, each with the digest of its archive in releases/.
# `realist release` adds to it and never changes an entry.
"""
_FEW = 5
"""The most files that a message names."""


def refusals(root: Path, library: Library, version: str) -> Iterator[Diagnostic]:
    """All that keeps a version from being released. Diagnostic: release-refused."""
    yield from _of_number(library, version)
    release = newest(library)
    if release is None or release.version != version:
        there = f": that is {release.version} of {release.date}" if release else ""
        yield _refused(
            CHANGES.files,
            f"Version {version} is not the newest in {CHANGES.files}{there}.",
            "A first entry with this version, its date and what changed for readers.",
            "Write it at the top: pages and citations take number and date from there.",
        )
    yield from _of_identity(root, library, version)
    yield from _of_placeholders(library)
    if registered(library) != library.register:
        yield _refused(
            IDS.files,
            "The register lacks ids that this version would publish.",
            "Every id that can be cited, so that none vanishes later.",
            "Run realist register, and commit what it adds.",
        )
    if changed := uncommitted(root):
        few = ", ".join(changed[:_FEW]) + (" and others" if len(changed) > _FEW else "")
        yield _refused(
            changed[0],
            f"Not committed: {few}.",
            "A version is what a commit holds, so that anybody can make it again.",
            "Commit or undo these changes.",
        )


def _of_number(library: Library, version: str) -> Iterator[Diagnostic]:
    known = [one.version for one in library.releases]
    if not is_version(version):
        told = f"“{version}” is no version."
    elif version in known:
        told = f"Version {version} was released, and a released version never changes."
    elif known and _order(version) < _order(known[-1]):
        told = f"Version {version} would come before version {known[-1]}, which was released."
    else:
        return
    above = f" above {known[-1]}" if known else ""
    yield _refused(
        RELEASES.files,
        told,
        f"Three numbers of five digits at most, with points between them{above}: 1.2.0.",
        "Take the next number, also in seeds/changes.yml.",
    )


def _of_identity(root: Path, library: Library, version: str) -> Iterator[Diagnostic]:
    """Ids that mean something else than in the newest kept version, and what is gone from it."""
    newest = [one.version for one in library.releases][-1:]
    for report in releases.since(root, library, newest, f"version {version}"):
        for change in report.errors:
            yield _refused(
                named(change.thing).file(change.subject),
                f"Since {report.old}: {change.words}.",
                "Each id for what it stood for: people cite it.",
                "Give it its id back, or say in seeds/moved.yml what became of it.",
            )


def _of_placeholders(library: Library) -> Iterator[Diagnostic]:
    left = list(nothing_is_left_to_write(library))
    if left:
        yield Diagnostic(
            left[0].location,
            "release-refused",
            f"Still to be written: {len(left)}, the first of them here.",
            "No placeholder: a version says for ever what it says.",
            "Write or delete each; realist check --all names them.",
        )


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _refused(path: str, message: str, expected: str, remedy: str) -> Diagnostic:
    return Diagnostic(Location(path), "release-refused", message, expected, remedy)


def to_keep(root: Path, inspected: Inspected, version: str) -> Site:
    """The site that nothing refuses to release, as it will lie at the address of the version."""
    library = inspected.library
    assert library is not None
    release = newest(library)
    assert release is not None
    told = _reports(root, library, version)
    freezing = Freezing(release, told, releases.changes(root, library.releases))
    site = assemble(at_its_address(inspected, version), freezing)
    assert site is not None
    return site


def _reports(root: Path, library: Library, version: str) -> dict[str, Report]:
    """What changed from each kept version to this one, the newest of them first."""
    versions = [one.version for one in reversed(library.releases)]
    reports = releases.since(root, library, versions, f"version {version}")
    return dict(zip(versions, reports, strict=True))


def write(root: Path, library: Library, files: Mapping[str, bytes]) -> list[str]:
    """Write the newest version: its archive, its record, the files for archives. Gives their paths.

    The record comes last: without it the archive counts as none.
    """
    release = newest(library)
    assert release is not None
    archive, path = pack(files), release_record.archive(release.version)
    (root / release_record.FOLDER).mkdir(exist_ok=True)
    (root / path).write_bytes(archive)
    texts = deposits(library.review, release)
    record = root / RELEASES.files
    before = record.read_text(encoding="utf-8") if record.exists() else _HEADER
    entry = f"- version: {release.version}\n  date: {release.date}\n  digest: {digest(archive)}\n"
    texts[RELEASES.files] = before + entry
    for name, text in texts.items():
        (root / name).write_text(text, encoding="utf-8")
    return [path, *texts]
