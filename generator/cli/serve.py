"""`realist serve`: the site as it is edited; the last good one while an edit is wrong."""

from __future__ import annotations

import gc
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import click

from generator.cli.common import first_named, print_diagnostics, root_option
from generator.cli.progress import shown
from generator.cli.site import hold_settings

if TYPE_CHECKING:
    from generator.serve.desk import Desk
    from generator.serve.server import Server
    from generator.serve.watching import Look

_LOADED = 0.3
"""Seconds after which a browser has its page, unless something else has changed before."""
_KEPT = "The last good site is served on."
_NOTHING = "Nothing can be served before this is mended."


@click.command("serve")
@root_option
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve it.")
def serve_command(root: Path, address: str) -> None:
    """Serve the site as its files are now; a page is made when a browser asks for it.

    While an edit is wrong, what is wrong is told here and in the browser, and the last good site is
    served on.
    """
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal():
        raise click.UsageError(f"{address} is no address such as 127.0.0.1:8000.")
    hold_settings(root)
    _serve(root, host.strip("[]"), int(port), address)


def _serve(root: Path, host: str, port: int, address: str) -> None:
    from generator.cli.mkdocs import settings
    from generator.serve.desk import Desk
    from generator.serve.search import Search
    from generator.serve.server import Server
    from generator.serve.watching import look

    seen = look(root)
    report = partial(click.echo, err=True)
    with Desk(root, settings) as desk, closing(Search(root, report)) as search:
        start = time.monotonic()
        desk.look()
        try:
            server = Server((host, port), desk, search, report)
        except OSError as error:
            raise click.UsageError(f"Nothing can be served at {address}: {error}.") from None
        seen |= look(root, desk.places)
        gc.freeze()  # what is there stays, and need not be looked through after each edit
        Thread(target=server.serve_forever, daemon=True).start()
        _tell(root, desk, f"Read in {time.monotonic() - start:.1f} s")
        click.echo(f"The site is at http://{address}/ until you press Ctrl and C.")
        try:
            _follow(root, seen, desk, server)
        except KeyboardInterrupt:
            click.echo("No longer served.")
        finally:
            server.shutdown()


def _follow(root: Path, seen: Look, desk: Desk, server: Server) -> None:
    """Look again after each change since the files were `seen`, without an end."""
    from generator.serve.watching import PLACES, announced, changes, look

    with announced(root, (*PLACES, *desk.places)) as wait:
        for files in changes(lambda: look(root, (*PLACES, *desk.places)), seen, wait):
            gc.disable()  # it would look through all that an edit makes, while a browser waits
            _look_again(root, files, desk, server)
            wait(_LOADED)
            gc.collect()
            gc.enable()


def _look_again(root: Path, changed: tuple[str, ...], desk: Desk, server: Server) -> None:
    """Read the review after a change; tell browsers, search and terminal what came of it.

    A browser waits for its page, so that this is made first, and what is told holds all of it.
    """
    start = time.monotonic()
    with shown():
        desk.look()
    looked = time.monotonic()
    done = f"{first_named(changed)}: checked in {looked - start:.2f} s"
    if not desk.state.is_wrong:
        made = tuple(f"/{page}" for page in server.make_open())
        server.search.changed()
        if made:
            done += f", {first_named(made)} made again in {time.monotonic() - looked:.2f} s"
    server.tell()
    _tell(root, desk, done)


def _tell(root: Path, desk: Desk, done: str) -> None:
    """Say in one line what was done and what is wrong, below the errors themselves."""
    from generator.serve.told import headline

    state = desk.state
    print_diagnostics(state.errors, root)
    if state.failure:
        click.echo(state.failure, err=True)
    said = [f"{done}.", headline(state, state.diagnostics)]
    if len(state.diagnostics) > len(state.errors):
        said.append("Run realist check for the warnings.")
    if state.is_wrong:
        said.append(_KEPT if desk.answers else _NOTHING)
    click.echo(" ".join(said))
