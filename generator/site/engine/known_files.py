"""What MkDocs knows of the files of a site: of each that there is one; others may write it."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator.pages.address import Address


class LateFile(File):
    """A file that somebody else writes: MkDocs would do it before the pages."""

    def copy_file(self, dirty: bool = False) -> None:
        """Write nothing."""


def late_files(config: MkDocsConfig, paths: Iterable[str]) -> list[File]:
    """A file for each of these."""
    # MkDocs would leave out a file whose name begins with a point, such as `.htaccess`.
    included = InclusionLevel.INCLUDED
    return [LateFile.generated(config, path, content="", inclusion=included) for path in paths]


def page_of(files: Files, address: Address) -> Page | None:
    """The page at an address, if MkDocs knows one."""
    file = files.get_file_from_path(address.source)
    return file.page if file else None


def put(files: Files, file: File) -> None:
    """Add a file, in the place of one that has its path."""
    known = files.get_file_from_path(file.src_uri)
    if known is not None:
        files.remove(known)
    files.append(file)
