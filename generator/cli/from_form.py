"""`realist from-form`: a correction that somebody sent through the form, as a patch."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

import click

from generator.cli.common import checked_library, root_option


@click.command("from-form")
@click.argument("file", type=click.File("rb"))
@root_option
@click.option("--write", is_flag=True, help="Make the edit in the file instead of printing it.")
def from_form_command(file: BinaryIO, root: Path, *, write: bool) -> None:
    """Turn the body of a correction issue in FILE (- for standard input) into a patch.

    The patch is for a maintainer to judge; `git apply` takes it. Exit 1 if the form does not say
    what to edit, and why.
    """
    from generator.edit import trial
    from generator.edit.from_form import CannotMapError, correct

    try:
        body = file.read().decode("utf-8")
    except UnicodeDecodeError:
        raise click.UsageError("The file is no text in UTF-8.") from None
    try:
        correction = correct(body, checked_library(root), root)
    except CannotMapError as error:
        click.echo("No edit was made from this form:\n", err=True)
        click.echo("\n\n".join(error.problems), err=True)
        sys.exit(1)
    for remark in correction.remarks:
        click.echo(f"For the reviewer: {remark}", err=True)
    if write:
        trial.write({correction.path: correction.after}, root)
        click.echo(f"{correction.path} is edited. Look at it with: git diff {correction.path}")
    else:
        # As bytes, to keep the line ends of the file.
        sys.stdout.buffer.write(correction.patch.encode("utf-8"))
