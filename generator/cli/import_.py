"""`realist import`: tables of Word, Excel and CSV files into the review."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from generator.check.check import check
from generator.cli.common import print_diagnostics, root_option
from generator.diagnostics import Severity, did_you_mean

_COUNTS = "claim-verdict"
"""Claims count what is imported: none can be right before a table is in, and also after it."""

if TYPE_CHECKING:
    from generator.edit.importing.plan import About, Plan, Wanted
    from generator.library.library import Library


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--group", help="The group of theories that the file is about.")
@click.option("--interventions", is_flag=True, help="The file is about interventions.")
@click.option("--studies", is_flag=True, help="The file is about studies.")
@click.option("--create", is_flag=True, help="Make files of what the review has not.")
@click.option("--source", help="What the review calls the file, such as “Additional File 5”.")
@click.option("--write", is_flag=True, help="Write what the preview shows into the YAML files.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@root_option
def import_command(  # noqa: PLR0913 - one parameter for each option of the command
    file: Path,
    group: str | None,
    source: str | None,
    form: str,
    root: Path,
    *,
    interventions: bool,
    studies: bool,
    create: bool,
    write: bool,
) -> None:
    """Show what the tables in FILE (docx, xlsx, csv) would add to the review; --write adds it."""
    from generator.edit.importing import preview
    from generator.edit.importing.plan import Wanted

    library = _library(root, write=write)
    about = _about(interventions=interventions, studies=studies)
    _hold_group(group, about, library)
    plan = _plan(file, source, library, Wanted(about, group, create))
    written = _write(plan, library, root) if write else None
    click.echo(preview.FORMATS[form](plan, written))
    if written:
        _tell_claims(root)
    if not plan.placed:
        sys.exit(1)


def _library(root: Path, *, write: bool) -> Library:
    """The review; exits 1 where it cannot be read, or has errors and would be written.

    Claims that disagree with the data are none: with half of its tables in, every review has some.
    """
    checked = check(root)
    others = [d for d in checked.diagnostics if d.code != _COUNTS]
    has_errors = any(d.severity is Severity.ERROR for d in others)
    if checked.library is None or (write and has_errors):
        print_diagnostics(checked.diagnostics, root)
        _fail("The review has errors; mend them first. Nothing was written.")
    return checked.library


def _about(*, interventions: bool, studies: bool) -> About:
    """What the file is about. Raises UsageError for two things at once."""
    if interventions and studies:
        raise click.UsageError("--interventions or --studies: a file is about one of them.")
    return "interventions" if interventions else "studies" if studies else "theories"


def _hold_group(group: str | None, about: About, library: Library) -> None:
    """Raise UsageError for a group of what has none, and for an unknown group."""
    groups = [known.id for known in library.review.groups]
    if group is not None and about != "theories":
        raise click.UsageError("--group is for theories: leave out one of the two.")
    if group is not None and group not in groups:
        hint = did_you_mean(group, groups)
        raise click.UsageError(f"There is no group “{group}”. {hint}")


def _plan(file: Path, source: str | None, library: Library, wanted: Wanted) -> Plan:
    """What the file would change; exits 1 where it cannot be read."""
    from generator.edit.importing import importer
    from generator.edit.importing.opening.tables import UnreadableError

    try:
        name = importer.source_file(file, source, library)
        return importer.plan_import(file, library, name, wanted)
    except importer.SourceNameError as error:
        raise click.UsageError(str(error)) from None
    except UnreadableError as error:
        _fail(str(error))


def _write(plan: Plan, library: Library, root: Path) -> list[str]:
    """Write the plan, and give the files; exits 1 where the review would have errors afterwards."""
    from generator.edit import trial
    from generator.edit.draft import CannotEditError
    from generator.edit.importing.apply import edited

    try:
        texts = edited(plan, library, root)
        trial.hold(texts, root, without=_COUNTS)
    except CannotEditError as error:
        _fail(f"{error} Nothing was written.")
    except trial.TrialError as error:
        click.echo(str(error), err=True)
        _fail(
            "The review would have these errors afterwards. Nothing was written. Take what causes "
            "them out of a copy of the file and import the rest; enter it by hand, together with "
            "what it makes wrong."
        )
    trial.write(texts, root)
    return sorted(texts)


def _tell_claims(root: Path) -> None:
    """Say which claims no longer agree with what is written."""
    claims = [found for found in check(root).diagnostics if found.code == _COUNTS]
    if claims:
        print_diagnostics(claims, root)
        click.echo(
            "The data are written, and count other than these claims say. While you import, let "
            "them wait; then correct each, or the data.",
            err=True,
        )


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)
