"""`realist build` and `export`: the site, through MkDocs or for another engine."""

from __future__ import annotations

import gc
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.common import print_diagnostics, root_option
from generator.site.by_hand.files import auditing
from generator.site.staging import BusyError, NotOursError, staged

if TYPE_CHECKING:
    from generator.site.build import Built

_SELDOM = 50_000
"""How many new objects Python waits for before it looks for garbage: a page leaves little."""


@click.command("build")
@root_option
@click.option("--strict", is_flag=True, help="Warnings stop the build, too.")
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site goes; site/ in the folder of the review if not said.",
)
@click.option("--offline", is_flag=True, help="One zip instead, whose pages open from a disk.")
def build_command(root: Path, site_dir: Path | None, *, strict: bool, offline: bool) -> None:
    """Check the review and build its site, which takes the place of the last one as a whole."""
    # What is made stays, and to look for garbage among it took a twentieth of the time.
    gc.disable()
    # What is needed next is imported while other processes do what needs none of it: to import
    # what makes a site takes as long as to inspect a small review.
    with auditing(root) as audits:
        from generator.site.inspection import inspecting

        with inspecting(root, audits) as inspected:
            from generator.cli.mkdocs import build_site
            from generator.site.build import build

            found = inspected()
    built = build(root, inspected=found, is_alone=offline)
    gc.freeze()
    gc.set_threshold(_SELDOM)
    gc.enable()
    if built.site is None:
        print_diagnostics(built.diagnostics, root)
        sys.exit(1)
    hold_settings(root)
    target = site_dir or root / "site"
    if offline:
        _pack(root, target.with_name(f"{target.name}.zip"), built, strict=strict)
        return
    with told(target), staged(target) as new:
        build_site(root, new, strict=strict, built=built)
    click.echo(f"The site is in {target}. To look at it: make serve, or realist serve.")


def _pack(root: Path, archive: Path, built: Built, *, strict: bool) -> None:
    """Write the site into a zip, for readers without a connection."""
    from generator.cli.mkdocs import build_site
    from generator.site.offline import pack

    with told(archive), tempfile.TemporaryDirectory() as folder:
        build_site(root, Path(folder), strict=strict, built=built, offline=True)
        pack(Path(folder), archive)
    click.echo(f"The site is in {archive}. Unpack it and open index.html in a browser.")


@click.command("export")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@root_option
def export_command(folder: Path, root: Path) -> None:
    """Write the pages to FOLDER for another engine, such as Zensical."""
    from generator.site.build import build
    from generator.site.export import export
    from generator.site.inspected_once import inspect_once

    built = build(root, inspected=inspect_once(root))
    print_diagnostics(built.diagnostics, root)
    if built.site is None:
        sys.exit(1)
    hold_settings(root)
    with told(folder):
        export(built.site, root, folder)
    pages = len(built.site.pages)
    click.echo(f"{pages} pages are in {folder}. Build them there with: zensical build")


def hold_settings(root: Path) -> None:
    """Raise UsageError where the review does not say how its pages become a site."""
    if not (root / "mkdocs.yml").is_file():
        raise click.UsageError(
            f"{root / 'mkdocs.yml'} is not there, and it says how to build the pages; "
            "nothing was written."
        )


@contextmanager
def told(target: Path) -> Iterator[None]:
    """Say in words why a folder could not be made; what stood there is then as it was."""
    try:
        yield
    except NotOursError:
        raise click.UsageError(
            f"{target} holds something that realist did not make, or is a repository of git. "
            "Name a folder that is empty or does not exist, or delete this one if nothing in it "
            "is needed; nothing was written."
        ) from None
    except BusyError:
        _fail(f"Another realist is making {target} at this moment; this one wrote nothing.")
    except OSError as error:
        _fail(f"{target} could not be made: {error}. What stood there is as it was.")


def _fail(message: str) -> None:
    click.echo(message, err=True)
    sys.exit(1)
