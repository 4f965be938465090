"""`realist check`: all that is wrong with the data, at once."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.common import print_diagnostics, root_option
from generator.pipeline import check


@click.command("check")
@root_option
def check_command(root: Path) -> None:
    """Check every file of the review; exit 1 if there are errors."""
    checked = check(root)
    print_diagnostics(checked.diagnostics, root)
    if checked.has_errors:
        sys.exit(1)
    library = checked.library
    if library and not checked.diagnostics:
        click.echo(
            f"Nothing is wrong: {len(library.theories)} theories, "
            f"{len(library.interventions)} interventions, {len(library.claims)} claims."
        )
