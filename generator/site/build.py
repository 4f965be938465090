"""A build, step by step: from a folder of YAML to the pages and files of a site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.citing.styling import Styling
from generator.diagnostics import Diagnostic
from generator.library.corpus import FileReading
from generator.library.readings import Readings
from generator.site.assemble import Site, assemble
from generator.site.inspection import Inspected, inspect
from generator.site.versions import releases


@dataclass(frozen=True)
class Built:
    """A site, if there are no errors, and everything that was found."""

    site: Site | None
    diagnostics: tuple[Diagnostic, ...]


def build(root: Path, *, inspected: Inspected | None = None, is_alone: bool = False) -> Built:
    """Where nothing is wrong with a review, begin with what the pages of its site share.

    Each page is made when somebody asks for it, as whoever writes the site does one by one.

    The review is inspected, unless it was: in this process, since MkDocs may serve beside it. With
    `is_alone` the site leads to none of the versions that are kept of it.
    """
    inspected = inspected or inspect(root)
    built = _built(root, inspected, Styling(), is_alone=is_alone)
    if built.site:
        built.site.begin()
    return built


class Again:
    """Builds the same review again and again, and makes what an edit changed.

    What is kept between two builds is known by its content: files, and references to pages.
    """

    def __init__(self, root: Path) -> None:
        """Build the review in this folder."""
        self._root = root
        self._known: Readings[FileReading] = Readings()
        self._styling = Styling()

    def build(self) -> Built:
        """The site as the files are now; pages are made when they are asked for."""
        return _built(self._root, inspect(self._root, self._known), self._styling)


def _built(root: Path, inspected: Inspected, styling: Styling, *, is_alone: bool = False) -> Built:
    library, newest = inspected.library, None
    if library and not inspected.has_errors:
        newest = releases.newest(root, library)
    site = assemble(inspected, newest=newest, styling=styling, is_alone=is_alone)
    return Built(site, inspected.diagnostics)
