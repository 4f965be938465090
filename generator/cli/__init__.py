"""The command `realist`: its modules parse arguments, call the core, print and exit."""

from __future__ import annotations

import click

from generator.cli.check import check_command
from generator.cli.schema import schema_command
from generator.cli.site import build_command, export_command, serve_command
from generator.cli.verify import verify_source_command


@click.group()
def main() -> None:
    """A static website generator for realist evidence synthesis."""


for command in (
    check_command,
    build_command,
    serve_command,
    export_command,
    schema_command,
    verify_source_command,
):
    main.add_command(command)
