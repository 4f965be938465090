"""The table of contents of the generator: from folders of YAML to the pages of a site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.corpus import gather
from generator.diagnostics import Diagnostic, Severity
from generator.library import Library
from generator.link import link
from generator.reconcile import reconcile
from generator.rules import hold


@dataclass(frozen=True)
class Checked:
    """A review's library, if it could be linked, and all that is wrong with its files."""

    library: Library | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def has_errors(self) -> bool:
        """Whether anything was found that stops the site from being built."""
        return any(d.severity is Severity.ERROR for d in self.diagnostics)


def check(root: Path) -> Checked:
    """Read, shape, link and check a review; diagnostics are sorted by file and line."""
    corpus = gather(root)
    library, linking = link(corpus)
    found = [*corpus.diagnostics, *linking]
    if library is not None:
        found += hold(library)
        # A claim counts what the files hold: with a file missing, its count would mislead.
        if not any(d.severity is Severity.ERROR for d in found):
            found += reconcile(library)
    return Checked(library, tuple(sorted(set(found))))
