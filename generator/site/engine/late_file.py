"""A file that MkDocs is told of from the start, and that is made when MkDocs writes it."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from generator.site.files import Files


class LateFile(File):
    """A file of the site, which nobody holds once it is written."""

    made_by: Files

    def copy_file(self, dirty: bool = False) -> None:
        """Make the file, write it, and let it go."""
        content = self.made_by[self.src_uri]
        self.content_bytes = content.encode() if isinstance(content, str) else content
        super().copy_file(dirty)
        self.content_bytes = b""


def late_file(config: MkDocsConfig, path: str, files: Files) -> File:
    """The file with this path, which one of `files` will be written to."""
    # MkDocs would leave out a file whose name begins with a point, such as `.htaccess`.
    included = InclusionLevel.INCLUDED
    file = LateFile.generated(config, path, content="", inclusion=included)
    assert isinstance(file, LateFile)
    file.made_by = files
    return file
