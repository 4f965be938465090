"""What an address is: the path of a page, what follows from it, and the way to another one."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, order=True)
class Address:
    """A page of the site: its path from the site's root, with a slash at the end."""

    path: str
    is_index: bool = False
    """True for the first page of a folder, which other pages lie below."""

    @property
    def source(self) -> str:
        """The Markdown file that a site engine makes this page from."""
        if self.is_index:
            return f"{self.path}index.md"
        return f"{self.path.rstrip('/')}.md"

    @property
    def name(self) -> str:
        """The last part of its path."""
        return self.path.rstrip("/").rpartition("/")[2]

    @property
    def title_id(self) -> str:
        """What the title of the page is called within it, whatever its words: `page-x04`."""
        return f"page-{self.name or 'home'}"

    @property
    def mark(self) -> str:
        """The whole path as an id within another page: `theories-x04`."""
        return re.sub(r"[^a-z0-9]+", "-", self.path.lower()).strip("-") or "home"

    @property
    def above(self) -> Address:
        """The first page of the folder that this page lies in; of the first page of all, itself."""
        return Address(f"{posixpath.dirname(self.path.rstrip('/'))}/".lstrip("/"), is_index=True)

    def below(self, name: str) -> Address:
        """A page in the folder whose first page this is."""
        return Address(f"{self.path}{name}/")

    def section(self, id: str) -> Address:
        """The page of one section of this page, where all of them are too much for one."""
        return self.below(f"part-{id}")

    def to(self, target: Address | str, fragment: str = "") -> str:
        """The relative link from this page to another one, or to a file of the site."""
        path = target if isinstance(target, str) else target.path
        if isinstance(target, str) and not fragment:
            path, _, fragment = target.partition("#")
        if not fragment:
            return _relative(self.path, path)
        return f"#{fragment}" if path == self.path else f"{_relative(self.path, path)}#{fragment}"


def _relative(start: str, target: str) -> str:
    """The way from one path to another, worked out once for all pages of a folder."""
    return _path(start if target.startswith(start) else _any_in_folder(start), target)


@cache
def _any_in_folder(start: str) -> str:
    """“*” stands for any page of the folder: the way is the same from all of them."""
    return posixpath.join(posixpath.dirname(start.rstrip("/")), "*")


@cache
def _path(start: str, target: str) -> str:
    relative = posixpath.relpath(target or ".", start or ".")
    return relative if "." in posixpath.basename(target) else f"{relative}/"
