"""A file that MkDocs is told of from the start, and that is made once the pages are written."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from generator.site.files import Files


class LateFile(File):
    """A file of the site that nobody holds: what MkDocs copies before the pages comes after them.

    It is then made and written while another process reads the pages for the search.
    """

    made_by: Files

    def copy_file(self, dirty: bool = False) -> None:
        """Write nothing yet."""

    def write(self) -> None:
        """Make the file, write it, and let it go."""
        content = self.made_by[self.src_uri]
        packed = content.encode() if isinstance(content, str) else content
        file = Path(self.abs_dest_path)
        try:
            file.write_bytes(packed)
        except FileNotFoundError:  # for most files, a page has made the folder
            file.parent.mkdir(parents=True)
            file.write_bytes(packed)


def late_files(config: MkDocsConfig, files: Files) -> list[LateFile]:
    """A file for each of `files`."""
    return [_late_file(config, path, files) for path in files]


def _late_file(config: MkDocsConfig, path: str, files: Files) -> LateFile:
    # MkDocs would leave out a file whose name begins with a point, such as `.htaccess`.
    included = InclusionLevel.INCLUDED
    file = LateFile.generated(config, path, content="", inclusion=included)
    assert isinstance(file, LateFile)
    file.made_by = files
    return file
