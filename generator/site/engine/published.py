"""The files of the theme, listed without those that MkDocs never publishes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme


class Published(FileSystemLoader):
    """Finds every template, and lists none in a hidden folder.

    MkDocs looks through the list for files to publish, and takes none from there. Material has
    fourteen thousand icons in such a folder.
    """

    def list_templates(self) -> list[str]:
        """The paths of all other files, in order."""
        return sorted({path for top in self.searchpath for path in _below(Path(top))})


def list_published(theme: Theme) -> None:
    """Have a theme list its files so."""
    theme.get_env = partial(_environment, theme, theme.get_env)  # type: ignore[method-assign]


def _environment(theme: Theme, make: Callable[[], Environment]) -> Environment:
    environment = make()
    environment.loader = Published(theme.dirs)
    return environment


def _below(top: Path) -> Iterator[str]:
    for folder, within, files in os.walk(top):
        within[:] = [name for name in within if not name.startswith(".")]
        start = Path(folder).relative_to(top)
        yield from ((start / name).as_posix() for name in files)
