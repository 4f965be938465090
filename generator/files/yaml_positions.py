"""Where each key and value of a YAML text stands: the text is gone through again for that.

Nobody asks for the positions in a file with which nothing is wrong, as is nearly every one; to note
them all while it is read took half of the time, and most of the memory, of a check.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.files.yaml_reading import LOADER, Path, word_of


@dataclass(frozen=True)
class Positions:
    """The lines and columns of a document, from 1."""

    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    written: dict[Path, str] = field(default_factory=dict)
    """How each value that is no list or mapping stands in the file: `1.0`, `yes`."""


def positions(text: str) -> Positions:
    """The positions in a text that `read_yaml` has read to its end."""
    found = Positions()
    waiting: list[tuple[Any, Path]] = [(yaml.compose(text, LOADER), ())]
    while waiting:
        node, path = waiting.pop()
        found.values[path] = _position(node)
        if isinstance(node, yaml.SequenceNode):
            waiting += [(item, (*path, n)) for n, item in enumerate(node.value)]
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                inner = (*path, word_of(key, ""))
                if inner not in found.keys:  # of a key that stands twice, the reader took the first
                    found.keys[inner] = _position(key)
                    waiting.append((value, inner))
        else:
            found.written[path] = node.value
    return found


def _position(node: Any) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1
