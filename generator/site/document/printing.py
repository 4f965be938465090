"""A page of HTML on a disk as a PDF, printed by a Chromium that the machine has.

Its PDF is tagged, and has an outline and numbers on its sheets. It cannot say in the contents on
which sheet something begins; that is read from a first print.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
"""What a Chromium is called."""
_SECONDS = 1_800
"""How long a print may take; one of 280 sheets takes half a minute."""
_QUIET = (
    *("--headless=new", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    "--host-resolver-rules=MAP * ~NOTFOUND",  # no network: all that the page needs is on the disk
    *("--no-pdf-header-footer", "--generate-pdf-document-outline"),
)


def browser() -> str | None:
    """The first Chromium that is found; None where there is none."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def print_numbered(
    browser: str, made: Callable[[Mapping[str, int]], str], page: Path, pdf: Path
) -> int:
    """Print what `made` makes of the sheets on which its marks stand; gives the number of sheets.

    `page` is where its HTML is written, beside all that it links to. Raises OSError.
    """
    sheets: dict[str, int] = {}
    for _ in range(2):  # the first print tells the numbers; to show them moves nothing
        page.write_text(made(sheets), encoding="utf-8")
        _print(browser, page, pdf)
        sheets, count = _sheets(pdf)
    return count


def _print(browser: str, page: Path, pdf: Path) -> None:
    with TemporaryDirectory() as profile:
        command = [browser, *_QUIET, f"--user-data-dir={profile}", f"--print-to-pdf={pdf}"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.append("--no-sandbox")  # Chromium does not start as root with a sandbox
        try:
            subprocess.run(  # noqa: S603 - our own words
                [*command, page.absolute().as_uri()],
                check=True,
                capture_output=True,
                timeout=_SECONDS,
            )
        except subprocess.SubprocessError as error:
            raise OSError(f"{browser} did not print it: {error}") from None
    if not pdf.is_file():
        raise OSError(f"{browser} printed nothing")


def _sheets(pdf: Path) -> tuple[dict[str, int], int]:
    """The sheet, from 1, of each mark that a link leads to, and how many sheets there are."""
    from pypdf import PdfReader

    with PdfReader(pdf) as read:
        found = {
            name.removeprefix("/"): (read.get_destination_page_number(place) or 0) + 1
            for name, place in read.named_destinations.items()
        }
        return found, len(read.pages)
