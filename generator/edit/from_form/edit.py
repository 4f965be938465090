"""Edits of a YAML file that leave every other character of it as it is.

The file is taken apart for the places of its values only, and the new values are put in between.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from generator.files.load import Path
from generator.files.yaml_write import WIDTH, folded, inline


class CannotEditError(ValueError):
    """The file is written in a way that only a person should edit."""


class Draft:
    """The text of a file while it is edited, and the data that it must hold in the end."""

    def __init__(self, text: str) -> None:
        self._ends = "\r\n" if "\r\n" in text else "\n"
        self.before = text
        self._text = text.replace(self._ends, "\n")
        self._data = yaml.safe_load(self._text)
        has_alias = any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(self._text))
        if has_alias or "\r" in self._text or self._with_ends() != text:
            raise CannotEditError  # one edit would change two things

    def set(self, parent: Path, key: str, value: Any) -> None:
        """Give a key of a mapping a new value; a new key comes last. Raises CannotEditError."""
        self._text = _with_key(self._text, parent, key, value)
        self._at(parent)[key] = copy.deepcopy(value)

    def remove(self, parent: Path, key: str, item: str) -> None:
        """Take an item out of the list at a key, and the key away with its last item. Raises."""
        kept = [other for other in self._at(parent)[key] if other != item]
        self._text = _without_item(self._text, parent, key, item, kept)
        if kept:
            self._at(parent)[key] = kept
        else:
            del self._at(parent)[key]

    def finished(self) -> str:
        """The edited text. Raises CannotEditError where it holds anything but what was meant."""
        try:
            held = yaml.safe_load(self._text)
        except yaml.YAMLError:
            raise CannotEditError from None
        if held != self._data:
            raise CannotEditError
        return self._with_ends()

    def _at(self, path: Path) -> Any:
        part = self._data
        for step in path:
            part = part[step]
        return part

    def _with_ends(self) -> str:
        return self._text.replace("\n", self._ends)


def _with_key(text: str, parent: Path, key: str, value: Any) -> str:
    mapping = _find(text, parent)
    if not isinstance(mapping, yaml.MappingNode) or mapping.flow_style:
        raise CannotEditError
    indent = mapping.value[0][0].start_mark.column
    lines = f"{key}:{_rendered(key, value, indent)}"
    for known, old in mapping.value:
        if known.value == key:
            start = int(known.start_mark.index)
            return text[:start] + lines + text[_end(text, old) :]
    end = _line_end(text, _end(text, mapping))
    return f"{text[:end]}\n{'':{indent}}{lines}{text[end:]}"


def _without_item(text: str, parent: Path, key: str, item: str, kept: list[str]) -> str:
    mapping, items = _find(text, parent), _find(text, (*parent, key))
    if kept and items.flow_style:
        return _with_key(text, parent, key, kept)
    if kept:
        gone = next(node for node in items.value if node.value == item)
        return _without_lines(text, gone.start_mark.index, _end(text, gone))
    name = next(known for known, _ in mapping.value if known.value == key)
    return _without_lines(text, name.start_mark.index, _end(text, items))


def _rendered(key: str, value: Any, indent: int) -> str:
    """A value as `realist format` has it, after its key, which stands `indent` characters in."""
    inner = "\n" + " " * (indent + 2)
    if isinstance(value, Mapping):
        return "".join(f"{inner}{k}:{_rendered(k, v, indent + 2)}" for k, v in value.items())
    room = WIDTH - indent - len(key) - 2
    if isinstance(value, str):
        line = inline(value)
        fits = len(line) <= room
        return f" {line}" if fits else "\n".join([" >-", *folded(value, indent + 2)])
    if isinstance(value, Sequence):
        line = "[" + ", ".join(inline(item, flow=True) for item in value) + "]"
        fits = len(line) <= room
        return f" {line}" if fits else "".join(f"{inner}- {inline(item)}" for item in value)
    return f" {value}"


def _find(text: str, path: Path) -> Any:
    """The node at a path. Raises CannotEditError."""
    node: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    for step in path:
        try:
            position = step if isinstance(step, int) else _keys(node).index(step)
            node = node.value[position] if isinstance(step, int) else node.value[position][1]
        except (LookupError, ValueError):
            raise CannotEditError from None
    return node


def _keys(mapping: Any) -> list[Any]:
    return [key.value for key, _ in mapping.value]


def _end(text: str, node: Any) -> int:
    """Where a node ends, without the empty lines and comments that may follow it."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style:
        start, end = node.start_mark.index, node.end_mark.index
        return int(start) + len(text[start:end].rstrip())
    last = node.value[-1]
    return _end(text, last[1] if isinstance(last, tuple) else last)


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def _without_lines(text: str, start: int, end: int) -> str:
    """The text without the lines from one position to another."""
    first = text.rfind("\n", 0, start) + 1
    return text[:first] + re.sub(r"\A[^\n]*\n?", "", text[end:])
