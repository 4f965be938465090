"""The table of contents of a build: from a folder of YAML to the pages and files of a site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.site import releases
from generator.site.assemble import Site, assemble
from generator.site.freezing import alone
from generator.site.inspection import inspect


@dataclass(frozen=True)
class Built:
    """A site, if there are no errors, and everything that was found."""

    site: Site | None
    diagnostics: tuple[Diagnostic, ...]


def build(root: Path, *, is_alone: bool = False) -> Built:
    """Inspect a review and, where nothing is wrong with it, begin to make every page of its site.

    With `is_alone` the site knows nothing of the versions that are kept of it.
    """
    inspected = alone(inspect(root)) if is_alone else inspect(root)
    library = inspected.library
    newest = releases.newest(root, library) if library and not inspected.has_errors else None
    site = assemble(inspected, newest=newest)
    if site:
        site.begin()
    return Built(site, inspected.diagnostics)
