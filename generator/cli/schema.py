"""`realist schema`: JSON Schemas for editors."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.common import checked_library, root_option


@click.command("schema")
@root_option
def schema_command(root: Path) -> None:
    """Write the JSON Schemas by which editors explain and complete the YAML files."""
    from generator.site.schema import schemas

    for path, content in schemas(checked_library(root)).items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(content, encoding="utf-8")
    click.echo(f"The schemas are in {root / 'schema'}.")
