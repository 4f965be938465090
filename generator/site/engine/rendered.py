"""Pages within the theme, made and written by several processes while MkDocs does its own work.

MkDocs asks for one page after the other. It is given the template `rendered.html`, which prints
nothing, so that it writes nothing: whichever process has made a page has written it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from generator.progress import Counter
from generator.side_by_side import WORTH, SideBySide

_TEMPLATE = "rendered.html"


class Rendered:
    """All pages of a site."""

    def __init__(
        self,
        pages: Sequence[Any],
        render: Callable[[Any], str],
        scripts: set[str],
        is_own: Callable[[Any], bool],
    ) -> None:
        """Begin to render these, but for those of which `is_own` says that they wait for us.

        `scripts` takes up those that a page names in its policy.
        """
        gc.freeze()  # what is there stays, for pages and for the processes that make them
        self._all, self._render, self._scripts = pages, render, scripts
        self._own = [page for page in pages if is_own(page)]
        others = [partial(self._write, page) for page in pages if not is_own(page)]
        self._count = Counter("pages made", len(pages))
        self._others = SideBySide(others, lambda: scripts, WORTH, self._count)

    def give(self) -> None:
        """Have MkDocs ask for every page here: to be called once it has read their settings."""
        for page in self._all:
            page.meta["template"] = _TEMPLATE

    def __call__(self) -> str:
        """Nothing, for a page that is written: with the first one all of them are."""
        return self._written

    def stop(self) -> None:
        """Give up what is not written yet."""
        self._others.stop()
        self._count.stop()

    @cached_property
    def _written(self) -> str:
        for page in self._all:
            page.active = False  # MkDocs has begun with the first, which the others are not to know
        for page in self._own:
            self._write(page)
            self._count(1)
        self._scripts.update(*self._others.finish())
        self._count.stop()
        return ""

    def _write(self, page: Any) -> None:
        page.active = True  # as MkDocs sets it while it renders a page
        Path(page.file.abs_dest_path).write_bytes(self._render(page).encode())
        page.active = False


def lay_out(files: Iterable[Any]) -> None:
    """Put an empty file where each page will be, before any other file is written.

    Some systems list files by when they were begun, and the search numbers pages as it finds them.
    """
    for each in files:
        file = Path(each.abs_dest_path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()


def is_elsewhere(page: Any) -> bool:
    """Whether the page is made and written here, and not by MkDocs."""
    return bool(page.meta.get("template") == _TEMPLATE)
