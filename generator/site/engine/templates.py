"""The theme with our templates before its own, and without files that no page loads.

Nothing here depends on a state of the review: one environment serves all of them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

import mkdocs
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from mkdocs.theme import Theme

from generator.pages.compiled import Compiled

_OURS = Path(__file__).parent / "theme"
_UNUSED = re.compile(r"assets/(javascripts/(lunr|workers)/.*|.*\.map)")
"""Of Material the maps of its sources, and what only its own search loads, which is not used."""


def put_before(theme: Theme, *, is_plain: bool) -> None:
    """Put our templates before those of a theme, in one environment for all who ask for it.

    Of a theme that is plain, with no template but its own and ours, they are kept compiled, and
    files that no page of ours loads are not published.
    """
    # After those of a review's own custom_dir.
    theme.dirs.insert(1 if theme.custom_dir else 0, str(_OURS))
    make = partial(_environment, theme, theme.get_env, is_plain=is_plain)
    theme.get_env = cache(make)  # type: ignore[method-assign]


def _environment(theme: Theme, make: Callable[[], Environment], *, is_plain: bool) -> Environment:
    environment = make()
    environment.loader = _Templates(theme.dirs, is_plain=is_plain)
    # The theme's templates print titles as they stand.
    environment.autoescape = _is_escaped
    if is_plain:
        environment.bytecode_cache = Compiled(mkdocs.__version__)
    return environment


class _Templates(ChoiceLoader):
    """Finds every template, and lists what is to be published of a theme.

    That is no file in a hidden folder, where MkDocs takes none from and Material has fourteen
    thousand icons; nor, of a plain theme, any that no page loads. `below/x.html` is the theme’s own
    `x.html`, for a template of ours that includes it.
    """

    def __init__(self, folders: list[str], *, is_plain: bool) -> None:
        below = folders[folders.index(str(_OURS)) + 1 :]
        super().__init__(
            [FileSystemLoader(folders), PrefixLoader({"below": FileSystemLoader(below)})]
        )
        self._folders, self._is_plain = folders, is_plain

    def list_templates(self) -> list[str]:
        """The paths of all files but those, in order."""
        found = {path for top in self._folders for path in _within(Path(top))}
        return sorted(path for path in found if not (self._is_plain and _UNUSED.fullmatch(path)))


def _within(top: Path) -> Iterator[str]:
    for folder, within, files in os.walk(top):
        within[:] = [name for name in within if not name.startswith(".")]
        start = Path(folder).relative_to(top)
        yield from ((start / name).as_posix() for name in files)


def _is_escaped(template: str | None) -> bool:
    """All of the theme but its texts in our languages, which hold quotation marks for scripts."""
    return not (template or "").startswith("partials/languages/")
