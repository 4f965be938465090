"""The command `realist`: it parses arguments, calls the core, prints and exits."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.diagnostics import Diagnostic
from generator.pipeline import build, check
from generator.report import as_text

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from generator.assemble import Site

Root = click.Path(exists=True, file_okay=False, path_type=Path)
_root = click.option("--root", type=Root, default=".", help="The folder of the review.")


@click.group()
def main() -> None:
    """A static website generator for realist evidence synthesis."""


@main.command("check")
@_root
def check_command(root: Path) -> None:
    """Check every file of the review; exit 1 if there are errors."""
    checked = check(root)
    _print(checked.diagnostics, root)
    if checked.has_errors:
        sys.exit(1)
    library = checked.library
    if library and not checked.diagnostics:
        click.echo(
            f"Nothing is wrong: {len(library.theories)} theories, "
            f"{len(library.interventions)} interventions, {len(library.claims)} claims."
        )


@main.command("build")
@_root
@click.option("--strict", is_flag=True, help="Warnings stop the build, too.")
def build_command(root: Path, strict: bool) -> None:
    """Check the review and build its site into site/."""
    _site(root)
    config = _mkdocs_config(root, strict=strict)
    from mkdocs.commands.build import build as mkdocs_build

    mkdocs_build(config)
    click.echo(f"The site is in {root / 'site'}. To look at it: make serve, or realist serve.")


@main.command("serve")
@_root
@click.option("--address", default="127.0.0.1:8000", help="Where to serve it.")
def serve_command(root: Path, address: str) -> None:
    """Serve the site, rebuilt whenever a file changes."""
    _quiet()
    from mkdocs.commands.serve import serve

    serve(config_file=str(root / "mkdocs.yml"), dev_addr=address, open_in_browser=False)


@main.command("export")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@_root
def export_command(folder: Path, root: Path) -> None:
    """Write the pages to FOLDER for another engine, such as Zensical."""
    from generator.export import NotAnExportError, export

    site = _site(root)
    try:
        export(site, root, folder)
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
    click.echo(f"{len(site.pages)} pages are in {folder}. Build them there with: zensical build")


@main.command("schema")
@_root
def schema_command(root: Path) -> None:
    """Write the JSON Schemas by which editors explain and complete the YAML files."""
    from generator.schema import schemas

    checked = check(root)
    if checked.library is None:
        _print(checked.diagnostics, root)
        sys.exit(1)
    for path, content in schemas(checked.library).items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(content, encoding="utf-8")
    click.echo(f"The schemas are in {root / 'schema'}.")


@main.command("verify-source")
@click.argument("text", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_root
def verify_source_command(text: Path, root: Path) -> None:
    """Hold every place, quotation and number against a copy of the source in TEXT."""
    from generator.verify import verify

    checked = check(root)
    if checked.library is None or checked.has_errors:
        _print(checked.diagnostics, root)
        sys.exit(1)
    found = verify(checked.library, text.read_text(encoding="utf-8"))
    _print(tuple(found), root)
    if found:
        sys.exit(1)
    click.echo("Every place, quotation and number stands in the text.")


def _site(root: Path) -> Site:
    built = build(root)
    _print(built.diagnostics, root)
    if built.site is None:
        sys.exit(1)
    return built.site


def _print(diagnostics: tuple[Diagnostic, ...], root: Path) -> None:
    if diagnostics:
        click.echo(as_text(diagnostics, root), err=True)


def _quiet() -> None:
    # Material prints a banner about the future of MkDocs at every start; the decision on
    # it is ours and recorded, and a newcomer could take it for an error of the site.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def _mkdocs_config(root: Path, *, strict: bool) -> MkDocsConfig:
    _quiet()
    (root / "docs").mkdir(exist_ok=True)  # MkDocs wants it, also where no page is by hand
    from mkdocs.config import load_config

    return load_config(str(root / "mkdocs.yml"), strict=strict, site_dir=str(root / "site"))
