"""Files that MkDocs is told of from the start, and that are written once the pages are."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel


class LateFile(File):
    """A file that somebody else writes: MkDocs would do it before the pages."""

    def copy_file(self, dirty: bool = False) -> None:
        """Write nothing."""


def late_files(config: MkDocsConfig, paths: Iterable[str]) -> list[File]:
    """A file for each of these."""
    # MkDocs would leave out a file whose name begins with a point, such as `.htaccess`.
    included = InclusionLevel.INCLUDED
    return [LateFile.generated(config, path, content="", inclusion=included) for path in paths]
