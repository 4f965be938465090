"""The review on somebody's desk: its newest state, and the last one without an error."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from types import TracebackType

from mkdocs.config.defaults import MkDocsConfig

from generator.check.unforeseen import in_words
from generator.diagnostics import Diagnostic, Severity
from generator.serve.answers import Answers
from generator.serve.pages import Pages, Theme
from generator.serve.versions import Versions
from generator.site.assemble import Site
from generator.site.build import Again

_DATE = "SOURCE_DATE_EPOCH"
Settings = Callable[[Path, Path, Path], MkDocsConfig]
"""Gives the settings of a review, with a folder for what is made and one that is empty."""


@dataclass(frozen=True)
class DeskState:
    """What is known of a review at one moment."""

    number: int
    """How many there were before."""
    diagnostics: tuple[Diagnostic, ...] = ()
    failure: str = ""
    """What kept the site from being made, where it is no mistake in the data."""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What keeps the site as it was."""
        return tuple(one for one in self.diagnostics if one.severity is Severity.ERROR)

    @property
    def is_wrong(self) -> bool:
        """Whether the site is not that of the files."""
        return bool(self.errors or self.failure)


class Desk:
    """A review that is edited; a context, since it needs a folder for as long as it is open."""

    def __init__(self, root: Path, settings: Settings) -> None:
        """Nothing is read before the first `look`."""
        self._root, self._settings = root, settings
        self._again, self._versions = Again(root), Versions(root)
        self._theme: Theme | None = None
        self._own_date = os.environ.get(_DATE)
        self._folder = Path(tempfile.mkdtemp(prefix="realist-"))
        (self._folder / "empty").mkdir()
        self.lock = RLock()
        """Whoever has an answer made holds it: templates and settings are those of one state."""
        self.state = DeskState(0)
        self.answers: Answers | None = None
        """The last good state; None where there was none yet."""
        self.places: tuple[str, ...] = ()
        """What the settings name beside the folders of every review, from the review on.

        What `INHERIT` names is among it if `watch` names it too; hooks stay as they first were.
        """

    def __enter__(self) -> Desk:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._set_date()

    def look(self) -> DeskState:
        """Read what changed. Whatever is wrong with it becomes part of the state."""
        number = self.state.number + 1
        try:
            built = self._again.build()
            if built.site:
                with self.lock:
                    self._set_date()
                    pages = self._pages(built.site)
                    self.answers = Answers(built.site, pages, self._versions)
            self.state = DeskState(number, built.diagnostics)
        except Exception as error:  # the server must survive whatever an edit breaks
            self.state = DeskState(number, failure=in_words(error))
        return self.state

    def _pages(self, site: Site) -> Pages:
        config = self._settings(self._root, self._folder / "made", self._folder / "empty")
        named = (config.theme.custom_dir, *config.watch)
        self.places = tuple(os.path.relpath(place, self._root) for place in named if place)
        pages = Pages(config, site, self._theme)
        self._theme = pages.theme
        return pages

    def _set_date(self) -> None:
        """As it was when the command was called: the plugin sets that of the site."""
        os.environ.pop(_DATE, None)
        if self._own_date is not None:
            os.environ[_DATE] = self._own_date
