"""`realist format`: the YAML files in their one form."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.common import print_diagnostics, root_option
from generator.edit.formatting import Formatted, attributes_of, format_file, formattable


@click.command("format")
@click.argument("named", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Change nothing; exit 1 if a file would change.")
@root_option
def format_command(named: tuple[Path, ...], root: Path, *, check: bool) -> None:
    """Bring the YAML files, or the FILEs named, into one form; what they say stays the same."""
    attributes = attributes_of(root)
    paths = [_relative(path, root) for path in named] or formattable(root)
    results = [format_file(root, path, attributes) for path in paths]
    changed = [result for result in results if result.is_changed]
    for result in changed:
        if not check and result.after is not None:
            (root / result.path).write_bytes(result.after)
        click.echo(f"{'Would change' if check else 'Formatted'}: {result.path}")
    refused = [result for result in results if result.after is None]
    _print_refused(refused, root)
    click.echo(f"{len(changed)} of {len(results)} files {'would change' if check else 'changed'}.")
    if refused or (check and changed):
        sys.exit(1)


def _relative(path: Path, root: Path) -> str:
    """The path of a file within the review, which the command was given from anywhere."""
    for place in (path, root / path):
        if place.is_file() and place.resolve().is_relative_to(root.resolve()):
            return place.resolve().relative_to(root.resolve()).as_posix()
    raise click.UsageError(f"There is no file {path} in the review.")


def _print_refused(refused: list[Formatted], root: Path) -> None:
    """Say of each file why it was left untouched."""
    print_diagnostics((found for result in refused for found in result.diagnostics), root)
    for result in refused:
        click.echo(f"Untouched: {result.path}. {result.refusal}".strip(), err=True)
