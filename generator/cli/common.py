"""What every command shares: the option --root, and how diagnostics are printed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.check.report import as_text
from generator.diagnostics import Diagnostic

if TYPE_CHECKING:
    from generator.library.library import Library

Folder = click.Path(exists=True, file_okay=False, path_type=Path)
HOME = Path("seeds", "review.yml")
"""The file by which a folder is known as that of a review."""


def _nearest(_context: click.Context, _option: click.Parameter, named: Path | None) -> Path:
    """The folder named; else this one, or the nearest above it that is a review."""
    here = Path.cwd()
    for folder in (here, *here.parents) if named is None else ():
        if (folder / HOME).is_file():
            if folder != here:
                click.echo(f"The review is in {folder}.", err=True)
            return Path(os.path.relpath(folder))
    return named or Path()  # if no review is there, the check says so


root_option = click.option(
    "--root",
    type=Folder,
    callback=_nearest,
    help="The folder of the review; this one, or the nearest above it, if not named.",
)


def colored(wanted: bool | None) -> bool:
    """Whether to print in colour: on a terminal or where asked for, never with NO_COLOR."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stderr.isatty() if wanted is None else wanted


def print_diagnostics(
    diagnostics: Iterable[Diagnostic],
    root: Path,
    *,
    color: bool | None = None,
    every: bool = False,
) -> None:
    """Print what was found, if anything, to the error stream."""
    found = tuple(diagnostics)
    is_colored = colored(None) if color is None else color
    if found:
        text = as_text(found, root, color=is_colored, every=every)
        click.echo(text, err=True, color=is_colored)


def checked_library(root: Path) -> Library:
    """The library of a review; prints what is wrong and exits 1 if there are errors."""
    from generator.check.check import check

    checked = check(root)
    print_diagnostics(checked.diagnostics, root)
    if checked.library is None or checked.has_errors:
        sys.exit(1)
    return checked.library


def source_text(path: Path) -> str:
    """The text of a copy of the source. Raises UsageError where it is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise click.UsageError(f"{path} is not UTF-8 text; save it again as that.") from None


def first_named(files: tuple[str, ...]) -> str:
    """The first of the files that changed, and how many more there are."""
    return files[0] + (f" and {len(files) - 1} more" if len(files) > 1 else "")
