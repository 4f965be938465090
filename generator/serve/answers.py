"""One good state of a site: what stands at each of its addresses, made when it is asked for."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from generator.serve.pages import Pages
from generator.site.assemble import Site
from generator.site.versions.keeping import put_versions

MISSING = "404.html"
"""The page where no page is."""


class Answers:
    """The pages and files of a site by their paths, each made once."""

    def __init__(self, root: Path, site: Site, pages: Pages) -> None:
        """Answer for a site, whose pages MkDocs makes one at a time."""
        self._root, self.site, self._pages = root, site, pages
        self._made: dict[str, bytes | None] = {}
        self._kept: dict[str, bytes] | None = None
        self.base = pages.base
        """Where the site begins at its own address: `review/`, or nothing."""

    def __call__(self, path: str) -> bytes | None:
        """What stands at a path such as `model/index.html`; None where nothing does."""
        if path not in self._made:
            self._made[path] = self._make(path)
        return self._made[path]

    def file(self, path: str) -> str:
        """What a path of an address means, below the path of the site's own address or not."""
        below = path.removeprefix(self.base)
        return f"{below}index.html" if not below or below.endswith("/") else below

    def _make(self, path: str) -> bytes | None:
        if path in self._pages.pages:
            return self._pages.page(path)
        if path in self.site.files:
            content = self.site.files[path]
            return content.encode() if isinstance(content, str) else content
        if path in self._pages.assets:
            return self._pages.assets[path].content_bytes
        if path in self._pages.templates:
            return self._pages.template(path)
        return self._of_versions().get(path)

    def _of_versions(self) -> dict[str, bytes]:
        """What the versions that are kept put into the site."""
        if self._kept is None:
            self._kept = {}
            if self.site.library.releases:
                folder = Path(tempfile.mkdtemp(prefix="realist-"))
                put_versions(self.site, self._root, folder)
                files = [file for file in folder.rglob("*") if file.is_file()]
                self._kept = {f.relative_to(folder).as_posix(): f.read_bytes() for f in files}
                shutil.rmtree(folder)
        return self._kept
