"""`realist diff`: what a reader of the site will notice between two states of a review."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.common import root_option

if TYPE_CHECKING:
    from generator.diff.report import Report

WORKING_TREE = "."


@click.command("diff")
@click.argument("old")
@click.argument("new", default=WORKING_TREE)
@root_option
@click.option(
    "--format",
    "format",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    help="markdown: for a comment on a proposal; json: as schema/diff.schema.json says.",
)
def diff_command(old: str, new: str, root: Path, format: str) -> None:
    """Say in words what readers will notice between OLD and NEW.

    Each is a folder or a revision of git; NEW may be left out, and stands for the files as they
    are now. Exit 1 if an id changed or a page was deleted.
    """
    from generator.diff.formats import as_text
    from generator.diff.markdown import as_markdown

    report = _report(old, new, root)
    if format == "json":
        click.echo(report.model_dump_json(indent=2))
    else:
        click.echo((as_text if format == "text" else as_markdown)(report), nl=False)
    if report.errors:
        sys.exit(1)


def _report(old: str, new: str, root: Path) -> Report:
    from generator.diff.compare import compare
    from generator.diff.read import NothingToCompareError, read

    with tempfile.TemporaryDirectory() as folder:
        named = [
            (_name(words), _of_today(words, _folder(words, root, Path(folder) / side), folder))
            for words, side in ((old, "old"), (new, "new"))
        ]
        try:
            return compare(*read(named[0], named[1]))
        except NothingToCompareError as error:
            raise click.UsageError(f"{error} can be read in neither of the two.") from None


def _name(words: str) -> str:
    return "the files as they are now" if words == WORKING_TREE else words


def _of_today(words: str, state: Path, beside: str) -> Path:
    """The folder of a state; of one in an older format, a copy in the format of today.

    Where its format cannot be told it stays as it is: the comparison says what is wrong there.
    Raises UsageError for a newer format.
    """
    from generator.diff.revisions import PARTS
    from generator.edit import trial
    from generator.edit.migrate import MigrationError, NewerFormatError, texts_of_today

    try:
        changed = texts_of_today(state)
    except NewerFormatError as error:
        raise click.UsageError(f"{_name(words)} cannot be compared.\n\n{error}") from None
    except MigrationError:
        return state
    if not changed:
        return state
    click.echo(
        f"The files of {_name(words)} are in an older format; they are compared as realist migrate "
        "would leave them.",
        err=True,
    )
    copy = Path(tempfile.mkdtemp(dir=beside))
    for part in PARTS:
        if (state / part).is_dir():
            shutil.copytree(state / part, copy / part)
    trial.write(changed, copy)
    return copy


def _folder(words: str, root: Path, into: Path) -> Path:
    """The folder that holds a state; a revision of git is unpacked into `into`."""
    from generator.diff.revisions import RevisionError, unpack

    named = root if words == WORKING_TREE else Path(words)
    if (named / "seeds").is_dir():
        return named
    if words == WORKING_TREE:
        raise click.UsageError(f"{root} is not the folder of a review: it has no seeds/.")
    try:
        unpack(root, words, into)
    except RevisionError as error:
        if named.is_dir():
            raise click.UsageError(f"{words} is a folder without seeds/, so no review.") from None
        raise click.UsageError(str(error)) from None
    return into
