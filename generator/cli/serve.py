"""`realist serve`: the site as it is edited; the last good one while an edit is wrong."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import click

from generator.cli.common import root_option


@click.command("serve")
@root_option
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve it.")
def serve_command(root: Path, address: str) -> None:
    """Serve the site, rebuilt whenever a file changes.

    While an edit is wrong, what is wrong is told here and the last good site is served on.
    """
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal():
        raise click.UsageError(f"{address} is no address such as 127.0.0.1:8000.")
    with tempfile.TemporaryDirectory(prefix="realist-") as folder:
        _serve(root, Path(folder) / "site", host.strip("[]"), int(port))


def _serve(root: Path, site: Path, host: str, port: int) -> None:
    from mkdocs.livereload import LiveReloadServer

    from generator.cli.mkdocs import build_site
    from generator.library.kinds import TOP_FOLDERS
    from generator.site.staging import staged

    def build() -> int:
        with staged(site) as new:
            build_site(root, new, address=f"http://{host}:{port}/")
            return _changed(site, new)

    def rebuild() -> None:
        start = time.monotonic()
        try:
            pages = build()
            click.echo(f"Built again in {time.monotonic() - start:.1f} s; pages changed: {pages}.")
        except Exception as error:  # whatever an edit breaks, the server goes on
            click.echo(f"{error}\nThe last good site is served on.", err=True)

    build()
    server = LiveReloadServer(builder=rebuild, host=host, port=port, root=str(site))
    server.error_handler = lambda code: (site / "404.html").read_bytes() if code == 404 else None
    for name in (*TOP_FOLDERS, "docs", "mkdocs.yml"):
        if (root / name).exists():
            server.watch(str(root / name))
    try:
        click.echo(f"The site is at {server.url} until you press Ctrl and C.")
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        click.echo("No longer served.")
    finally:
        server.shutdown()


def _changed(old: Path, new: Path) -> int:
    """How many pages differ from those before, or are new."""
    count = 0
    for page in new.rglob("*.html"):
        before = old / page.relative_to(new)
        count += not before.is_file() or before.read_bytes() != page.read_bytes()
    return count
