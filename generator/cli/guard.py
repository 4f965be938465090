"""The last guard at the door: what nobody foresaw becomes one message with what to report."""

from __future__ import annotations

import errno
import os
import sys
from typing import Any

import click

from generator.check.unforeseen import VARIABLE, in_words
from generator.cli.progress import shown

EXIT = 70
"""EX_SOFTWARE of sysexits.h: an error of the program, and not of what it was given."""
STOPPED = 130
"""As shells tell that somebody pressed Ctrl and C: 128 and the number of the signal."""


class Guarded(click.Group):
    """A group of commands that never ends in a traceback.

    With the environment variable REALIST_TRACEBACK the traceback is shown after all.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command, and show on a terminal how far it has come.

        Exits 70 with a message on what it did not foresee, and 130 where somebody stopped it.
        """
        try:
            with shown():
                return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except (KeyboardInterrupt, click.Abort):
            # What was typed, or counted, stands on a line of its own.
            line = "\n" * sys.stderr.isatty()
            click.echo(f"{line}realist {ctx.invoked_subcommand or ''} was stopped.", err=True)
            sys.exit(STOPPED)
        except Exception as error:
            if os.environ.get(VARIABLE) or getattr(error, "errno", None) == errno.EPIPE:
                raise
            command = ctx.invoked_subcommand or ""
            click.echo(_told(error, command), err=True)
            sys.exit(EXIT)


def _told(error: Exception, command: str) -> str:
    return (
        f"realist {command} stopped at something that nobody foresaw. This is a mistake of the"
        f" program, whatever the files hold.\n\n"
        f"  {in_words(error)}\n\n"
        "Please report these lines, with the file that you changed last. With the environment"
        f" variable\n{VARIABLE}=1 the same command shows all of the way there."
    )
