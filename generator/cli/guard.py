"""The last guard at the door: what nobody foresaw becomes one message with what to report."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from pathlib import Path
from typing import Any

import click

from generator.check.report import visible_line

EXIT = 70
"""EX_SOFTWARE of sysexits.h: an error of the program, and not of what it was given."""
VARIABLE = "REALIST_TRACEBACK"
_ROOM = Path(__file__).parents[1]


class Guarded(click.Group):
    """A group of commands that never ends in a traceback.

    With the environment variable REALIST_TRACEBACK the traceback is shown after all.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; exits 70 with a message on what it did not foresee."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if os.environ.get(VARIABLE) or getattr(error, "errno", None) == errno.EPIPE:
                raise
            command = ctx.invoked_subcommand or ""
            click.echo(_told(error, command), err=True)
            sys.exit(EXIT)


def _told(error: Exception, command: str) -> str:
    calls = traceback.extract_tb(error.__traceback__)
    own = [call for call in calls if Path(call.filename).is_relative_to(_ROOM)]
    last = (own or calls)[-1]
    file = Path(last.filename)
    place = file.relative_to(_ROOM.parent) if file.is_relative_to(_ROOM) else file.name
    said = f"{type(error).__name__}: {error}"
    return (
        f"realist {command} stopped at something that nobody foresaw. This is a mistake of the"
        f" program, whatever the files hold.\n\n"
        f"  {visible_line(said)}\n  in {place}, line {last.lineno}\n\n"
        "Please report these lines, with the file that you changed last. With the environment"
        f" variable\n{VARIABLE}=1 the same command shows all of the way there."
    )
