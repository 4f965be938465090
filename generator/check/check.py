"""A check, step by step: from a folder of YAML to a Library and all that is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.check.reconcile import reconcile
from generator.check.recount import Recounts, recount
from generator.check.rules import hold
from generator.diagnostics import Diagnostic, Severity, in_order
from generator.library.corpus import FileReading, gather
from generator.library.kinds import ATTRIBUTES, REVIEW
from generator.library.library import Library
from generator.library.link import link
from generator.library.readings import Reader, one_by_one
from generator.progress import Counter


@dataclass(frozen=True)
class Checked:
    """A review's library, if it could be linked, and all that is wrong with its files."""

    library: Library | None
    diagnostics: tuple[Diagnostic, ...]
    recounts: Recounts = field(default_factory=dict)
    """The claims of the source, counted again: once here, for all who need it. Empty where there
    are errors of another kind, since a count would mislead with a file missing."""

    @property
    def has_errors(self) -> bool:
        """Whether anything was found that stops the site from being built."""
        return any(d.severity is Severity.ERROR for d in self.diagnostics)


def check(root: Path, reader: Reader[FileReading] = one_by_one) -> Checked:
    """Read, shape, link and check a review; diagnostics are all there are, `in_order`."""
    corpus = gather(root, reader)
    count = Counter("files held against each other", 1)
    library, linking = link(corpus)
    count.stop()
    recounts: Recounts = {}
    found = [*corpus.diagnostics, *linking]
    if library is not None:
        found += hold(library)
        # A claim counts what the files hold: with a file missing, its count would mislead.
        if not any(d.severity is Severity.ERROR for d in found):
            recounts = recount(library)
            found += reconcile(library, recounts)
    return Checked(library, tuple(in_order(found)), recounts)


def about_files(checked: Checked, files: frozenset[str]) -> tuple[Diagnostic, ...]:
    """What was found in these files, and what keeps them from being judged at all."""
    needed = {REVIEW.files, ATTRIBUTES.files} if checked.library is None else set()
    return tuple(d for d in checked.diagnostics if d.location.path in files | needed)
