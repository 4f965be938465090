"""The comments and blank lines of a YAML text: all that stands outside its values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

SPACE = " \t"
"""What YAML takes for white space within a line; a non-breaking space is part of a text."""
BLOCKS = ("|", ">")
"""The styles of values whose text stands below them."""

_HEADER = re.compile(r"[|>][-+0-9]*")
_RARE = re.compile(r"[&*!%?]")

Position = tuple[int, int]
"""A line and a column, from 0."""


class NotFormattableError(ValueError):
    """The text holds something that cannot be kept; says what, and on which line."""


@dataclass(frozen=True)
class YamlRemark:
    """A comment or a blank line, and where it is."""

    position: Position
    text: str
    alone: bool
    gap: str = ""


def start_of(node: yaml.Node) -> Position:
    """Where a value begins."""
    return node.start_mark.line, node.start_mark.column


def end_of(node: yaml.Node) -> Position:
    """Where a value ends."""
    return node.end_mark.line, node.end_mark.column


def block(node: yaml.ScalarNode, lines: list[str]) -> list[str]:
    """The lines of a block; blank lines after it are not its own, unless it keeps them (`+`).

    Raises NotFormattableError where it says how far it is indented.
    """
    header = _HEADER.match(lines[node.start_mark.line][node.start_mark.column :])
    assert header is not None
    if re.search(r"\d", header[0]):
        line = node.start_mark.line + 1
        raise NotFormattableError(f"the block on line {line} says how far it is indented")
    end = node.end_mark.line + (node.end_mark.column > 0)
    content = lines[node.start_mark.line + 1 : end]
    while content and not content[-1].strip(SPACE) and "+" not in header[0]:
        content.pop()
    return content


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
        return
    for child in node.value:
        for part in child if isinstance(child, tuple) else (child,):
            yield from _scalars(part)


def remarks_of(node: yaml.Node, lines: list[str]) -> Iterator[YamlRemark]:
    """Every comment and blank line outside the values.

    Raises NotFormattableError for what a tree does not hold.
    """
    covered = [list(line) for line in lines]
    for scalar in _scalars(node):
        _cover(scalar, lines, covered)
    for number, line in enumerate(lines[:-1] if not lines[-1] else lines):
        bare = "".join(covered[number])
        comment = re.search(r"(?<![^ \t])#", bare)
        if _RARE.search(bare[: comment.start()] if comment else bare):
            raise NotFormattableError(f"line {number + 1} holds an anchor, an alias or a tag")
        if comment:
            before = line[: comment.start()]
            gap = before[len(before.rstrip(SPACE)) :]
            gap = "  " if "\t" in gap else gap
            text = line[comment.start() :].rstrip(SPACE)
            yield YamlRemark((number, comment.start()), text, not before.strip(SPACE), gap)
        elif not bare.strip(SPACE):
            yield YamlRemark((number, 0), "", alone=True)


def _cover(scalar: yaml.ScalarNode, lines: list[str], covered: list[list[str]]) -> None:
    """Blot out a value, so that what is left of the lines are signs and comments."""
    (first, start), (last, end) = start_of(scalar), end_of(scalar)
    if scalar.style in BLOCKS:
        last = first + len(block(scalar, lines))
        header = _HEADER.match(lines[first][start:])
        assert header is not None
        covered[first][start : start + header.end()] = "_" * header.end()
        for number in range(first + 1, last + 1):
            covered[number] = ["_"]
        return
    for number in range(first, last + 1):
        left = start if number == first else 0
        right = end if number == last else len(lines[number])
        covered[number][left:right] = "_" * max(right - left, 0)
        if first < number < last:
            covered[number].append("_")  # so that a blank line within a value counts as part of it
