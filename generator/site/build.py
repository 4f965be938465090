"""The table of contents of a build: from a folder of YAML to the pages and files of a site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.check.check import check
from generator.diagnostics import Diagnostic
from generator.site.assemble import Site, assemble


@dataclass(frozen=True)
class Built:
    """A site, if there are no errors, and everything that was found."""

    site: Site | None
    diagnostics: tuple[Diagnostic, ...]


def build(root: Path) -> Built:
    """Check a review and, where nothing is wrong with it, render every page of its site."""
    checked = check(root)
    if checked.library is None or checked.has_errors:
        return Built(None, checked.diagnostics)
    site, wrong = assemble(root, checked.library, checked.recounts)
    return Built(None if wrong else site, (*checked.diagnostics, *wrong))
