"""`realist migrate`: files of an older format brought to the one of today."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.common import root_option


@click.command("migrate")
@root_option
def migrate_command(root: Path) -> None:
    """Bring the files to the format that this version reads, where they are in an older one.

    Nothing is written where the review would have errors afterwards; comments stay. Look at what
    changed with: git diff.
    """
    from generator.edit.migrate import MigrationError, migrate
    from generator.library.formats import FORMAT

    try:
        changed = migrate(root)
    except MigrationError as error:
        raise click.ClickException(f"{error}\nNothing was written.") from None
    for path in changed:
        click.echo(f"Changed: {path}")
    click.echo(
        f"The files are in format {FORMAT} now."
        if changed
        else f"Nothing is to do: the files are in format {FORMAT}, the newest there is."
    )
