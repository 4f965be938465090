"""`realist check`: all that is wrong with the data, at once; and what each code means."""

from __future__ import annotations

import gc
import os
import sys
import time
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.check.report import summary
from generator.cli.common import colored, first_named, print_diagnostics, root_option
from generator.cli.progress import shown
from generator.diagnostics import CODES, Diagnostic, Severity, did_you_mean
from generator.site.inspected_once import inspect_once

if TYPE_CHECKING:
    from generator.check.check import Checked
    from generator.library.corpus import FileReading

FORMATS = ("text", "json", "github", "sarif")


def _explain(ctx: click.Context, _option: click.Parameter, code: str | None) -> None:
    """Tell what a code means, and end there."""
    if code is None:
        return
    from generator.check.explanations import as_text, explanations

    wanted = code.strip("[]")  # reports print codes in brackets
    if wanted not in CODES:
        raise click.UsageError(f"There is no code “{code}”. {did_you_mean(wanted, CODES)}".strip())
    click.echo(as_text(explanations()[wanted]))
    ctx.exit()


@click.command("check")
@click.argument("files", nargs=-1, metavar="[FILE ...]", type=click.Path(path_type=Path))
@root_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--all", "every", is_flag=True, help="Each by itself, also of many alike.")
@click.option("--color/--no-color", default=None, help="Colours; on a terminal if not said.")
@click.option("--watch", is_flag=True, help="Check again after each change, until Ctrl and C.")
@click.option(
    "--explain",
    metavar="CODE",
    callback=_explain,
    expose_value=False,
    is_eager=True,
    help="Tell what CODE means, and check nothing.",
)
def check_command(  # noqa: PLR0913 - one for each option
    files: tuple[Path, ...],
    root: Path,
    form: str,
    color: bool | None,
    *,
    every: bool,
    watch: bool,
) -> None:
    """Check every file of the review; exit 1 if there are errors.

    With FILE only what is wrong there is told; it is still held against all other files.
    """
    chosen = _within(root, files)
    if watch:
        if form != "text":
            raise click.UsageError("--watch tells people, and --format is for programs.")
        _watch(root, chosen, color=colored(color), every=every)
        return
    # A check keeps what it makes until it ends; looking for garbage took a quarter of its time, and
    # the interpreter would look once more when it ends.
    gc.disable()
    checked = inspect_once(root)
    gc.freeze()
    found = _told(checked, chosen)
    if form == "text":
        print_diagnostics(found, root, color=colored(color), every=every)
        if not found:
            click.echo(_nothing_wrong(checked, chosen))
    else:
        click.echo(_formatted(form, found, root), nl=False)
    if any(diagnostic.severity is Severity.ERROR for diagnostic in found):
        sys.exit(1)


def _watch(root: Path, chosen: frozenset[str], *, color: bool, every: bool) -> None:
    """Tell after each change what is wrong, and in a line what changed and how long it took."""
    from generator.library.readings import Readings
    from generator.serve.watching import changes, look
    from generator.site.inspection import inspect

    known: Readings[FileReading] = Readings()
    seen = look(root)
    try:
        for changed in chain([()], changes(partial(look, root), seen)):
            start = time.monotonic()
            with shown():
                checked = inspect(root, known)
            found = _told(checked, chosen)
            print_diagnostics(found, root, color=color, every=every)
            done = f"{first_named(changed)}: " if changed else ""
            told = summary(found) if found else _nothing_wrong(checked, chosen)
            click.echo(f"{done}{time.monotonic() - start:.2f} s. {told}")
    except KeyboardInterrupt:
        click.echo("No longer watched.")


def _told(checked: Checked, chosen: frozenset[str]) -> tuple[Diagnostic, ...]:
    """What is told of the review, or of the files that were chosen."""
    from generator.check.check import about_files

    return about_files(checked, chosen) if chosen else checked.diagnostics


def _within(root: Path, files: tuple[Path, ...]) -> frozenset[str]:
    """The paths of files within the review; exits 2 where one is no file of it."""
    if not files:
        return frozenset()
    from generator.library.corpus import data_files

    known, _ = data_files(root)
    chosen = set()
    for file in files:
        path = Path(os.path.relpath(file.absolute(), root.absolute())).as_posix()
        if path not in known and file.as_posix() in known:
            path = file.as_posix()  # named as messages name it, from another folder
        if path not in known:
            raise click.UsageError(
                f"{file} is no file of this review. {did_you_mean(path, known)}".strip()
            )
        chosen.add(path)
    return frozenset(chosen)


def _formatted(form: str, found: tuple[Diagnostic, ...], root: Path) -> str:
    from generator.check.report_formats import as_github, as_json, as_sarif

    # A name that is not in UTF-8 could not be written in any of these formats.
    way = os.fsencode(Path(os.path.relpath(root.absolute())).as_posix()).decode("utf-8", "replace")
    prefix = "" if way == "." else f"{way}/"
    return {"json": as_json, "github": as_github, "sarif": as_sarif}[form](found, prefix)


def _nothing_wrong(checked: Checked, chosen: frozenset[str]) -> str:
    from generator.entities.words import Noun

    library = checked.library
    assert library is not None  # without one there are errors, and this is not called
    if chosen:
        return f"Nothing is wrong in {', '.join(sorted(chosen))}."
    words = library.review.words
    counted = (
        (words.theory, library.theories),
        (words.intervention, library.interventions),
        (words.study, library.included_studies),
        (Noun(one="claim", many="claims"), library.claims),
    )
    there_are = [noun.counted(len(things)) for noun, things in counted if things]
    return f"Nothing is wrong: {', '.join(there_are)}."
