"""`realist register`: the register of ids brought up to date."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.common import checked_library, root_option


@click.command("register")
@root_option
def register_command(root: Path) -> None:
    """Add every id of the review to seeds/ids.yml, as is done when it is published.

    From then on a deleted file is an error: what was published stays at its address.
    """
    from generator.edit.register import as_yaml, count, registered
    from generator.library.register import FILE

    library = checked_library(root)
    register = registered(library)
    before, now = count(library.register), count(register)
    (root / FILE).write_text(as_yaml(register), encoding="utf-8")
    click.echo(f"{FILE} holds {now} ids, {now - before} of them new.")
