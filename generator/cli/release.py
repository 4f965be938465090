"""`realist release`: a version of the site, kept as it is for as long as the site stands."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from shlex import quote

import click

from generator.cli.common import print_diagnostics, root_option
from generator.cli.site import hold_settings
from generator.entities import Review
from generator.files.history import uncommitted


@click.command("release")
@click.argument("version")
@root_option
def release_command(version: str, root: Path) -> None:
    """Keep the site as it is as VERSION, at an address of its own below v/.

    VERSION is the newest entry of seeds/changes.yml. What is written is to be committed; from then
    on every build puts that version into the site, byte for byte, and refuses where it changed.
    """
    from generator.cli.mkdocs import build_site
    from generator.edit.release import refusals, to_keep, write
    from generator.pages.views.names import Names
    from generator.site.build import Built
    from generator.site.context import newest
    from generator.site.inspected_once import inspect_once
    from generator.site.versions.freezing import frozen

    inspected = inspect_once(root)
    library = inspected.library
    is_whole = library is not None and not inspected.has_errors
    refused = tuple(refusals(root, library, version)) if is_whole and library else ()
    print_diagnostics((*inspected.diagnostics, *refused), root)
    if library is None or not is_whole or refused:
        sys.exit(1)
    hold_settings(root)
    site = to_keep(root, inspected, version)
    site.begin()
    with tempfile.TemporaryDirectory() as folder:
        build_site(root, Path(folder), built=Built(site, ()))
        files = frozen(root, library, Path(folder), site.versions[-1])
    written = write(root, library, files)
    size = (root / written[0]).stat().st_size / 1_000_000
    click.echo(f"Version {version} is kept: {len(files)} files, {size:.1f} MB in {written[0]}.")
    release = newest(library)
    told = [Names(library).plain(change) for change in release.changes] if release else []
    left = _what_is_left(version, library.review, told, written)
    for note in (*_notes(root, library.review), *left):
        click.echo(note)


def _what_is_left(
    version: str, review: Review, changes: Sequence[str], written: Sequence[str]
) -> Iterator[str]:
    """What somebody has to do by hand."""
    yield "Commit what was written, and give the commit the name of the version:\n"
    yield f"  git add {' '.join(written)}"
    yield f'  git commit -m "Version {version}"'
    text = (f"{review.title}, version {version}", *changes)
    yield f"  git tag -a v{version}" + "".join(f" \\\n    -m {quote(part)}" for part in text)
    yield "\nPrint the whole as one PDF, and attach it where people download the version:\n"
    yield f"  realist document {version}.pdf"
    yield (
        "\nIf an archive gives the version a DOI, add doi to its entry in seeds/changes.yml"
        " (and to CITATION.cff, where that was written): its pages of today show it."
    )


def _notes(root: Path, review: Review) -> Iterator[str]:
    """What this version has to do without, and always will."""
    if uncommitted(root) is None:
        yield (
            "This folder lies in no repository of git, or git is missing or hangs: whether all of"
            " it is committed, so that anybody can make this version again, could not be seen."
        )
    if not review.has_address:
        yield "The review has no address of its own yet, so this version will never name one."
    if not (review.authors or review.organisation):
        yield (
            "seeds/review.yml names neither authors nor organisation, so CITATION.cff and"
            " .zenodo.json, which need one, were not written."
        )
