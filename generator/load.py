"""Folders of YAML to documents that remember where every value stands.

A file that cannot be read becomes diagnostics and hides nothing of the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

import yaml

from generator.diagnostics import Diagnostic, Location

Path = tuple[str | int, ...]
"""The way from the top of a document to a value: keys and positions in lists."""


@dataclass(frozen=True)
class Document:
    """One YAML file: its data and the line and column of every key and value."""

    path: str
    data: Any
    values: Mapping[Path, tuple[int, int]]
    keys: Mapping[Path, tuple[int, int]]

    @property
    def stem(self) -> str:
        """The name of the file without folder and ending."""
        return FilePath(self.path).stem

    def at(self, path: Path, *, key: bool = False) -> Location:
        """The place of a value, or of its key; for what is missing, of the nearest parent."""
        if key and path in self.keys:
            return Location(self.path, *self.keys[path])
        while path and path not in self.values:
            path = path[:-1]
        return Location(self.path, *self.values.get(path, (1, 1)))


@dataclass
class _Reading:
    """What is gathered while one file is read."""

    path: str
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    open_nodes: set[int] = field(default_factory=set)


_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_file(root: FilePath, relative: str) -> tuple[Document | None, list[Diagnostic]]:
    """Read one file. Diagnostics: unreadable, syntax, empty, duplicate-key."""
    reading = _Reading(relative)
    try:
        text = (root / relative).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return None, [unreadable(relative, error)]
    try:
        loader = _LOADER(text)
        node = loader.get_single_node()
        data = None if node is None else _construct(loader, node, (), reading)
    except yaml.YAMLError as error:
        return None, [*reading.diagnostics, _syntax(relative, error, text)]
    except RecursionError:
        deep = yaml.YAMLError("lists or mappings stand too deep within one another")
        return None, [*reading.diagnostics, _syntax(relative, deep, text)]
    if data is None:
        reading.diagnostics.append(_empty(relative))
        return None, reading.diagnostics
    return Document(relative, data, reading.values, reading.keys), reading.diagnostics


def load_folder(root: FilePath, folder: str) -> Iterator[tuple[Document | None, list[Diagnostic]]]:
    """Read every YAML file of a folder, in the order of their names."""
    for file in sorted((root / folder).glob("*.yml")):
        yield load_file(root, f"{folder}/{file.name}")


def _construct(loader: yaml.SafeLoader, node: yaml.Node, path: Path, reading: _Reading) -> Any:
    """The plain value of a node; notes its place, and refuses nodes that contain themselves."""
    reading.values[path] = _place(node.start_mark)
    if isinstance(node, yaml.ScalarNode):
        return _construct_scalar(loader, node)
    if id(node) in reading.open_nodes:
        raise yaml.composer.ComposerError(None, None, "an alias to itself", node.start_mark)
    reading.open_nodes.add(id(node))
    result = (
        _construct_mapping(loader, node, path, reading)
        if isinstance(node, yaml.MappingNode)
        else [_construct(loader, n, (*path, i), reading) for i, n in enumerate(node.value)]
    )
    reading.open_nodes.discard(id(node))
    return result


def _construct_scalar(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> Any:
    """The plain value; what looks like a date and is none, for example, is an error of YAML."""
    try:
        return loader.construct_object(node)
    except (ValueError, TypeError, LookupError, AttributeError):
        kind = node.tag.rpartition(":")[2].replace("timestamp", "date")
        problem = f"“{node.value}” cannot be read as a {kind}"
        raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark) from None


def _construct_mapping(
    loader: yaml.SafeLoader, node: yaml.MappingNode, path: Path, reading: _Reading
) -> dict[str, Any]:
    """The mapping of a node; of a key that stands twice the first value is kept and told of."""
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
        place = _place(key_node.start_mark)
        if key in result:
            first = reading.keys[(*path, key)][0]
            reading.diagnostics.append(_duplicate(reading.path, place, key, first))
            continue
        reading.keys[(*path, key)] = place
        result[key] = _construct(loader, value_node, (*path, key), reading)
    return result


def _place(mark: Any) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1


def unreadable(path: str, error: Exception) -> Diagnostic:
    """What to say of a file that is not there or no text."""
    line = 1
    if isinstance(error, UnicodeDecodeError):
        line = error.object[: error.start].count(b"\n") + 1
    return Diagnostic(
        Location(path, line),
        "unreadable",
        "This file cannot be read as UTF-8 text.",
        "Text in UTF-8, as every common editor saves it.",
        "Save the file again with the encoding UTF-8.",
    )


def _syntax(path: str, error: yaml.YAMLError, text: str) -> Diagnostic:
    mark = getattr(error, "problem_mark", None)
    opening = getattr(error, "context_mark", None)
    if opening and "end of stream" in str(error):
        mark = opening  # what was never closed, rather than the end of the file
    location = Location(path, *_place(mark)) if mark else Location(path)
    if isinstance(error, yaml.reader.ReaderError):
        # The only error without a mark: a character that YAML forbids, named by its number.
        before = text[: text.find(chr(error.character))]
        column = len(before) - (before.rfind("\n") + 1) + 1
        location = Location(path, before.count("\n") + 1, column)
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    problem = problem.removeprefix("but ").rstrip(".")
    context = getattr(error, "context", None)
    return Diagnostic(
        location,
        "syntax",
        f"This is not valid YAML: {problem}" + (f" ({context})." if context else "."),
        "Keys and values as “key: value”, indented with spaces.",
        "Put a text that holds “: ” or begins with a special character in quotation marks,"
        " and look for a missing quotation mark or a tab on the line before.",
    )


def _empty(path: str) -> Diagnostic:
    return Diagnostic(
        Location(path),
        "empty",
        "This file holds nothing.",
        "A mapping of keys and values, or a list.",
        "Copy a neighbouring file and change it, or restore the file from the history.",
    )


def _duplicate(path: str, place: tuple[int, int], key: str, first: int) -> Diagnostic:
    return Diagnostic(
        Location(path, *place),
        "duplicate-key",
        f"The key “{key}” already stands on line {first}.",
        "Each key once.",
        "Keep one of the two and delete the other.",
    )
