"""The command `realist`: its modules parse arguments, call the core, print and exit."""

from __future__ import annotations

import gc
import os
from importlib import import_module

import click

from generator.cli.guard import Guarded

# Pydantic, which commands import, would look through all installed packages for plugins, and run
# those that it finds.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

COMMANDS = {
    "check": "check.check_command",
    "build": "site.build_command",
    "serve": "serve.serve_command",
    "export": "site.export_command",
    "document": "document.document_command",
    "release": "release.release_command",
    "register": "register.register_command",
    "schema": "schema.schema_command",
    "source": "source.source_command",
    "verify-source": "verify.verify_source_command",
    "diff": "diff.diff_command",
    "from-form": "from_form.from_form_command",
    "import": "import_.import_command",
    "format": "format.format_command",
    "new": "new.new_command",
    "migrate": "migrate.migrate_command",
}
"""Where each command stands, from this folder."""


class Commands(Guarded):
    """Commands that are imported when they are called: a check needs none of the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        """The names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name, if there is one."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(".")
        # What is imported stays; looking for garbage among it took a tenth of the time.
        gc.disable()
        command: click.Command = getattr(import_module(f"generator.cli.{module}"), name)
        gc.enable()
        return command


@click.group(cls=Commands)
def main() -> None:
    """A static website generator for realist evidence synthesis."""
