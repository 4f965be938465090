"""The versions that are kept, within every state of a site that is served."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from generator.entities import Released
from generator.site.assemble import Site
from generator.site.versions.keeping import gone
from generator.site.versions.releases import unfold


@dataclass(frozen=True)
class _Unfolded:
    """What the archives of some versions hold."""

    releases: tuple[Released, ...] = ()
    files: dict[str, bytes] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    """The path of every page of theirs, with the newest version that has it."""


class Versions:
    """The versions of a review. An archive never changes, so edits do not unfold it again."""

    def __init__(self, root: Path) -> None:
        """Nothing is unfolded before somebody asks for it."""
        self._root, self._last = root, _Unfolded()

    def within(self, site: Site) -> dict[str, bytes]:
        """What they put into a site, by its path there. Raises what `releases.unfold` raises."""
        if site.library.releases != self._last.releases:
            self._last = self._unfold(site.library.releases)
        stand_in = gone(site, self._last.pages)
        return self._last.files | {path: html.encode() for path, html in stand_in}

    def _unfold(self, releases: tuple[Released, ...]) -> _Unfolded:
        with tempfile.TemporaryDirectory(prefix="realist-") as name:
            folder = Path(name)
            pages = unfold(self._root, releases, folder).pages
            found = [file for file in folder.rglob("*") if file.is_file()]
            files = {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}
        return _Unfolded(releases, files, pages)
