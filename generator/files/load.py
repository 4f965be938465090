"""Loads files of YAML as documents that know where every value stands.

A file that cannot be read becomes diagnostics and hides nothing of the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any

from generator.diagnostics import Diagnostic, Location
from generator.files.text_file import read_text
from generator.files.yaml_beside import Beside
from generator.files.yaml_positions import Positions, positions
from generator.files.yaml_reading import Path, read_yaml

__all__ = ["Document", "Origin", "Path", "load_file"]


@dataclass(frozen=True)
class Origin:
    """One YAML file, and on demand the line and column of every key and value in it."""

    path: str
    text: str

    @cached_property
    def positions(self) -> Positions:
        """Where every key and value stands, and how; found when it is first asked for."""
        return positions(self.text)

    @property
    def stem(self) -> str:
        """The name of the file without folder and ending."""
        return FilePath(self.path).stem

    def at(self, path: Path, *, key: bool = False) -> Location:
        """Where a value stands, or its key; for what is missing, of the nearest parent."""
        known = self.positions
        if key and path in known.keys:
            return Location(self.path, *known.keys[path])
        while path and path not in known.values:
            path = path[:-1]
        return Location(self.path, *known.values[path])


@dataclass(frozen=True)
class Document(Origin):
    """One YAML file with its data, which nobody needs once entities are shaped from them."""

    data: Any
    beside: Mapping[Path, Beside] = field(default_factory=dict)
    """The comments on the lines of bare texts, by the paths of these."""

    @property
    def origin(self) -> Origin:
        """The file without its data."""
        return Origin(self.path, self.text)


def load_file(root: FilePath, relative: str) -> tuple[Document | None, list[Diagnostic]]:
    """Read one file.

    Diagnostics: unreadable, too-large, hidden-character, merge-conflict, syntax, alias, tag,
    too-deep, empty, duplicate-key.
    """
    text, unreadable = read_text(root, relative)
    if text is None:
        return None, unreadable
    reading, is_whole = read_yaml(text, relative)
    if not is_whole:
        return None, reading.diagnostics
    if reading.data is None:
        return None, [*reading.diagnostics, _empty(relative)]
    return Document(relative, text, reading.data, reading.beside), reading.diagnostics


def _empty(path: str) -> Diagnostic:
    return Diagnostic(
        Location(path),
        "empty",
        "This file holds nothing.",
        "A mapping of keys and values, or a list.",
        "Write it as a neighbouring file is written, or restore it from the history; delete the"
        " file if there is nothing to say.",
    )
