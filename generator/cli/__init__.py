"""The command `realist`: its modules parse arguments, call the core, print and exit."""

from __future__ import annotations

import click

from generator.cli.check import check_command
from generator.cli.diff import diff_command
from generator.cli.format import format_command
from generator.cli.from_form import from_form_command
from generator.cli.guard import Guarded
from generator.cli.import_ import import_command
from generator.cli.new import new_command
from generator.cli.register import register_command
from generator.cli.schema import schema_command
from generator.cli.serve import serve_command
from generator.cli.site import build_command, export_command
from generator.cli.source import source_command
from generator.cli.verify import verify_source_command


@click.group(cls=Guarded)
def main() -> None:
    """A static website generator for realist evidence synthesis."""


for command in (
    check_command,
    build_command,
    serve_command,
    export_command,
    register_command,
    schema_command,
    source_command,
    verify_source_command,
    diff_command,
    from_form_command,
    import_command,
    format_command,
    new_command,
):
    main.add_command(command)
