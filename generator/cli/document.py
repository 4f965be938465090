"""`realist document`: the whole review as one PDF, to print, to keep and to attach to a release."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import click

from generator.cli.common import print_diagnostics, root_option
from generator.cli.site import hold_settings, told


@click.command("document")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@root_option
@click.option("--browser", help="The Chromium that prints; the first that is found if not said.")
def document_command(file: Path, root: Path, browser: str | None) -> None:
    """Write the whole review to FILE, a tagged PDF with contents and numbers on its sheets.

    It is made from the pages of the site and printed by a Chromium on this machine.
    """
    from generator.cli.mkdocs import build_site
    from generator.site.build import build
    from generator.site.document import printing
    from generator.site.document.whole import document
    from generator.site.inspected_once import inspect_once

    found = browser or printing.browser()
    if found is None or shutil.which(found) is None:
        raise click.UsageError(
            f"{browser or 'A Chromium'} is not there, and it prints the document; "
            f"looked for: {', '.join(printing.BROWSERS)}. Install one, or name it with --browser; "
            "nothing was written."
        )
    built = build(root, inspected=inspect_once(root), is_alone=True)
    print_diagnostics(built.diagnostics, root)
    if built.site is None:
        sys.exit(1)
    hold_settings(root)
    with told(file), tempfile.TemporaryDirectory() as folder:
        site, pdf = Path(folder), Path(folder, "document.pdf")
        build_site(root, site, built=built, offline=True)
        made = document(built.site, site)
        sheets = printing.print_numbered(found, made, site / "document.html", pdf)
        shutil.copyfile(pdf, file)
    size = file.stat().st_size / 1_000_000
    click.echo(f"The whole review is in {file}: {sheets} sheets, {size:.1f} MB.")
