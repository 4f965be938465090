"""The files of a site beside its pages, each made when it is written, and then let go."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from generator.progress import Counter
from generator.side_by_side import SideBySide
from generator.site.files import Content, Files

_WORTH = 4
"""Parts of a site for which a process pays: some are of a hundred files, some of one or none."""


class Writing:
    """Files that other processes begin to write, while this one makes the views of pages.

    What a part makes for several of its files, it makes once. Those made from views are left for
    this process, which has the views.
    """

    def __init__(self, files: Files, folder: Path) -> None:
        """Begin to write into a folder."""
        self._files, self._folder = files, folder
        self._count: Counter | None = None
        parts = [partial(self._write, paths) for paths in files.by_set(of_views=False)]
        self._others = SideBySide(parts, lambda: None, _WORTH)

    def finish(self) -> None:
        """Write all that is not written yet. Raises what a file raises, and EndedEarlyError.

        Whoever began calls `stop` in the end, whatever happens.
        """
        self._count = Counter("files written", len(self._files))
        for paths in self._files.by_set(of_views=True):
            self._write(paths)
        self._others.finish()
        self._count.stop()

    def stop(self) -> None:
        """Give up what is not written yet."""
        self._others.stop()

    def _write(self, paths: Iterable[str]) -> None:
        for path in paths:
            write(self._folder / path, self._files[path])
            if self._count:
                self._count(1)


def write_all(files: Files, folder: Path) -> None:
    """Write every file into a folder, in a program that may have threads."""
    count = Counter("files written", len(files))
    for path in files:
        write(folder / path, files[path])
        count(1)
    count.stop()


def write(file: Path, content: Content) -> None:
    """Write a file, in a folder that is made where it is not there."""
    packed = content.encode() if isinstance(content, str) else content
    try:
        file.write_bytes(packed)
    except FileNotFoundError:  # for most files, a page has made the folder
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(packed)
