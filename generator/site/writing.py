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


def write_all(files: Files, folder: Path, *, is_alone: bool) -> None:
    """Write every file into a folder, each part by whichever process is free.

    What a part makes for several of its files, it makes once. `is_alone`: this process may have
    threads, and does all of it.
    """
    sets = list(files.by_set())
    count = Counter("files written", sum(map(len, sets)))
    parts = [partial(_write_some, files, paths, folder, count) for paths in sets]
    if is_alone:
        for write in parts:
            write()
    else:
        SideBySide(parts, lambda: None, _WORTH).finish()
    count.stop()


def write(file: Path, content: Content) -> None:
    """Write a file, in a folder that is made where it is not there."""
    packed = content.encode() if isinstance(content, str) else content
    try:
        file.write_bytes(packed)
    except FileNotFoundError:  # for most files, a page has made the folder
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(packed)


def _write_some(files: Files, paths: Iterable[str], folder: Path, count: Counter) -> None:
    for path in paths:
        write(folder / path, files[path])
        count(1)
