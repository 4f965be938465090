"""`realist new`: a file with every key, to fill in; a whole review in `new_review.py`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from generator.check.check import check
from generator.cli.common import print_diagnostics, root_option
from generator.cli.new_review import new_review_command
from generator.edit.scaffold import (
    Scaffold,
    ScaffoldError,
    new_intervention,
    new_middle_range_theory,
    new_study,
    new_theory,
    write_new,
)
from generator.library.library import Library

_title_option = click.option("--title", help="Its title, in plain words.")


@click.group("new")
def new_command() -> None:
    """Make a file for a theory, an intervention, a study and the like; or a whole review."""


new_command.add_command(new_review_command)


@new_command.command("theory")
@click.option("--group", help="The group of theories, where seeds/review.yml lists groups.")
@_title_option
@root_option
def new_theory_command(group: str | None, title: str | None, root: Path) -> None:
    """Make a programme theory, with the next free id."""
    _make(
        root,
        lambda library: new_theory(root, library, group, title),
        "Give its number, if the source prints one; of two models, say in which it stands.",
        "Delete what the source does not give of it, and list that under not-stated.",
    )


@new_command.command("intervention")
@_title_option
@root_option
def new_intervention_command(title: str | None, root: Path) -> None:
    """Make an intervention, with the next free id."""
    _make(
        root,
        lambda library: new_intervention(root, library, title),
        "Correct its number, if the source gives it another one.",
        "Look up every attribute. Until then realist check warns of each of them, and rightly:\n"
        "  that nobody has looked yet does not mean that the source does not state it.",
        "Once its summary is written, it counts. If the source counts the interventions, its\n"
        "  claims then disagree, and realist check says which.",
    )


@new_command.command("middle-range-theory")
@click.option("--id", required=True, help="Its id, in lower case: common-ground.")
@_title_option
@root_option
def new_middle_range_theory_command(id: str, title: str | None, root: Path) -> None:
    """Make a middle-range theory with an id of your choice."""
    _make(
        root,
        lambda library: new_middle_range_theory(root, library, id, title),
        "Say whether the source itself lists it, and under uses what it explains.",
    )


@new_command.command("study")
@click.option("--id", required=True, help="Its id, in lower case: bean-2018.")
@_title_option
@root_option
def new_study_command(id: str, title: str | None, root: Path) -> None:
    """Make a study of the source with an id of your choice."""
    _make(
        root,
        lambda library: new_study(root, library, id, title),
        "Say of design, country and quality what the source states; list under not-stated what it\n"
        "  does not.",
        "Name it under studies in the file of the intervention that it is of, if there is one.",
    )


def _make(root: Path, plan: Callable[[Library], Scaffold], *steps: str) -> None:
    """Write the file that is planned, and say what to do next."""
    before = check(root)
    if before.library is None:
        print_diagnostics(before.diagnostics, root)
        sys.exit(1)
    try:
        scaffold = plan(before.library)
        write_new(root, scaffold)
    except ScaffoldError as error:
        raise click.UsageError(str(error)) from None
    click.echo(f"{root / scaffold.path} is made. Next:")
    for step in (
        "Replace every text that begins with “To be written”, and every place in “at”.",
        *steps,
        "Run realist check: it warns of every placeholder that is left.",
    ):
        click.echo(f"- {step}")
