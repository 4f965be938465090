"""`realist build`, `serve` and `export`: the site, through MkDocs or for another engine."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.check.check import check
from generator.cli.common import print_diagnostics, root_option
from generator.site.build import build

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


@click.command("build")
@root_option
@click.option("--strict", is_flag=True, help="Warnings stop the build, too.")
def build_command(root: Path, *, strict: bool) -> None:
    """Check the review and build its site into site/."""
    checked = check(root)
    if checked.has_errors:
        print_diagnostics(checked.diagnostics, root)
        sys.exit(1)
    config = _mkdocs_config(root, strict=strict)
    from mkdocs.commands.build import build as mkdocs_build

    mkdocs_build(config)
    click.echo(f"The site is in {root / 'site'}. To look at it: make serve, or realist serve.")


@click.command("serve")
@root_option
@click.option("--address", default="127.0.0.1:8000", help="Where to serve it.")
def serve_command(root: Path, address: str) -> None:
    """Serve the site, rebuilt whenever a file changes."""
    _quiet()
    from mkdocs.commands.serve import serve

    serve(config_file=str(root / "mkdocs.yml"), dev_addr=address, open_in_browser=False)


@click.command("export")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@root_option
def export_command(folder: Path, root: Path) -> None:
    """Write the pages to FOLDER for another engine, such as Zensical."""
    from generator.site.export import NotAnExportError, export

    built = build(root)
    print_diagnostics(built.diagnostics, root)
    if built.site is None:
        sys.exit(1)
    try:
        export(built.site, root, folder)
    except NotAnExportError:
        raise click.UsageError(
            f"{folder} holds something else than an earlier export. Name a folder that is "
            "empty or does not exist; nothing was written."
        ) from None
    except FileNotFoundError as error:
        raise click.UsageError(
            f"{error.filename} is not there, and it says how to build the pages; "
            "nothing was written."
        ) from None
    pages = len(built.site.pages)
    click.echo(f"{pages} pages are in {folder}. Build them there with: zensical build")


def _quiet() -> None:
    # Material prints a banner about the future of MkDocs at every start; the decision on
    # it is ours and recorded, and a newcomer could take it for an error of the site.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def _mkdocs_config(root: Path, *, strict: bool) -> MkDocsConfig:
    _quiet()
    (root / "docs").mkdir(exist_ok=True)  # MkDocs wants it, also where no page is by hand
    from mkdocs.config import load_config

    return load_config(str(root / "mkdocs.yml"), strict=strict, site_dir=str(root / "site"))
