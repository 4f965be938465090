"""One good state of a site: what stands at each of its addresses, made when it is asked for."""

from __future__ import annotations

from functools import cached_property

from generator.serve.pages import Pages
from generator.serve.versions import Versions
from generator.site.assemble import Site

MISSING = "404.html"
"""The page where no page is."""


class Answers:
    """The pages and files of a site by their paths, each made once."""

    def __init__(self, site: Site, pages: Pages, versions: Versions) -> None:
        """Answer for a site, whose pages MkDocs makes one at a time."""
        self.site, self._pages, self._versions = site, pages, versions
        self._made: dict[str, bytes | None] = {}
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
        return self._kept.get(path)

    @cached_property
    def _kept(self) -> dict[str, bytes]:
        """What the versions that are kept put into the site."""
        return self._versions.within(self.site)
