"""`realist verify-source`: the data held against a copy of the source."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.common import checked_library, print_diagnostics, root_option, source_text


@click.command("verify-source")
@click.argument("text", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@root_option
def verify_source_command(text: Path, root: Path) -> None:
    """Hold every place, quotation, number and wording against a copy of the source in TEXT."""
    from generator.check.verify import verify

    found = verify(checked_library(root), source_text(text))
    print_diagnostics(found, root)
    if found:
        sys.exit(1)
    click.echo("Every place, quotation and number stands in the text, and nothing is copied.")
    click.echo(
        "Places in tables, boxes and other files are not held: the text has paragraphs only."
    )
