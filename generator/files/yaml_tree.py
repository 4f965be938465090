"""A YAML text as a tree that keeps what the data alone do not: comments, blank lines and form.

PyYAML reads the text, as everywhere in this generator, so that nothing is read in another way; the
comments are found between the values, and belong to what follows them or stands on their line.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field

import yaml

from generator.files.yaml_remarks import (
    BLOCKS,
    SPACE,
    NotFormattableError,
    Position,
    YamlRemark,
    block,
    end_of,
    remarks_of,
    start_of,
)

__all__ = ["Branch", "Entry", "Leaf", "NotFormattableError", "comments", "parse", "remarks_within"]

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXT, _NULL = "tag:yaml.org,2002:str", "tag:yaml.org,2002:null"
_DASH = re.compile(r"[ -]*-")
_ODD_BREAKS = re.compile("[\x85\u2028\u2029]")


@dataclass
class Leaf:
    """A single value: what it means, and how it is written."""

    value: str
    raw: str
    """As it stands in the file; of a block (`|` or `>`) its lines without their indentation."""
    is_text: bool
    is_null: bool
    style: str = ""
    """The opening `|`, `>`, `'` or `"`; nothing for a plain value."""


@dataclass
class Entry:
    """A key with its value, or an item of a list, with the comments that belong to it."""

    key: str
    """As it stands in the file; empty for an item of a list."""
    name: str
    value: Leaf | Branch
    above: list[str] = field(default_factory=list)
    """The comments and blank lines above it."""
    side: str = ""
    """The comment at the end of its line, with the spaces before it."""
    outside: int = 0
    """How many of those above it stand before its key or dash, and not behind it."""
    start: Position | None = None
    """Where its key or dash stands; None of an entry that stands in no file yet."""
    last: int = 0
    """The line on which its value ends, with the comments at its foot."""


@dataclass
class Branch:
    """A mapping or a list."""

    is_list: bool
    flow: bool
    """Whether it stands in brackets."""
    entries: list[Entry] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)
    """The comments after its last entry."""

    def named(self, name: str) -> Entry:
        """The entry with this key. Raises StopIteration where there is none."""
        return next(entry for entry in self.entries if entry.name == name)


def _nodes_of(text: str) -> yaml.Node:
    """The YAML nodes of a text that was loaded before, and so is valid and not empty."""
    node = _LOADER(text).get_single_node()
    assert node is not None
    return node


def parse(text: str) -> tuple[list[str], Branch]:
    """The comments at the head of a text, and the tree below. Raises NotFormattableError."""
    odd = _ODD_BREAKS.search(text)
    if odd:
        line = text[: odd.start()].count("\n") + 1
        raise NotFormattableError(f"line {line} holds a line separator that is no common one")
    node = _nodes_of(text)
    if not isinstance(node, yaml.CollectionNode):
        raise NotFormattableError("it holds neither keys and values nor a list")
    lines = text.split("\n")
    builder = _Builder(lines, deque(remarks_of(node, lines)))
    head = builder.above(start_of(node))
    return head, builder.branch(node, (len(lines), 0), -1)


def comments(text: str) -> list[str]:
    """The comments of a text, in the order of the alphabet."""
    return sorted(r.text for r in remarks_of(_nodes_of(text), text.split("\n")) if r.text)


def remarks_within(part: Entry | Leaf | Branch) -> list[str]:
    """The comments of an entry beside its value and in it, or of a value."""
    if isinstance(part, Entry):
        return [*([part.side.strip()] if part.side else []), *remarks_within(part.value)]
    if isinstance(part, Leaf):
        return []
    found = [remark for entry in part.entries for remark in (*entry.above, *remarks_within(entry))]
    return [remark for remark in [*found, *part.foot] if remark]


class _Builder:
    """Builds the tree in the order of the text, and gives out the comments on the way."""

    def __init__(self, lines: list[str], remarks: deque[YamlRemark]) -> None:
        self.lines = lines
        self.remarks = remarks

    def above(self, position: Position) -> list[str]:
        """The comments and blank lines before a position that nothing took yet."""
        taken = []
        while self.remarks and self.remarks[0].position < position:
            taken.append(self.remarks.popleft().text)
        return taken

    def branch(self, node: yaml.CollectionNode, until: Position, parent: int) -> Branch:
        """A mapping or list; `until` is where the next thing begins, `parent` a column."""
        is_list, flow = isinstance(node, yaml.SequenceNode), bool(node.flow_style)
        until = end_of(node) if flow else until
        pairs = [(None, item) for item in node.value] if is_list else node.value
        starts = [*(start_of(key or value) for key, value in pairs[1:]), until][: len(pairs)]
        column = -1 if flow else max(node.start_mark.column, parent + 1)
        result = Branch(is_list, flow)
        for (key, value), following in zip(pairs, starts, strict=True):
            result.entries.append(self._entry(key, value, following, node))
        result.foot = self.above(until) if flow else self._foot(until, column)
        return result

    def _entry(
        self, key: yaml.Node | None, value: yaml.Node, until: Position, within: yaml.CollectionNode
    ) -> Entry:
        entry = Entry("", "", Leaf("", "", is_text=False, is_null=True, style=""))
        entry.start = start_of(key) if key else self._dash(start_of(value), within)
        entry.above = self.above(entry.start)
        entry.outside = len(entry.above)
        entry.above += self.above(start_of(key or value))
        if key is not None:
            entry.key, entry.name = self._key(key), str(key.value)
            entry.side = self._side(key.end_mark.line, start_of(value))
        if isinstance(value, yaml.ScalarNode):
            entry.above += self.above(start_of(value))
            entry.value = self._leaf(value)
            line = (value.start_mark if value.style in BLOCKS else value.end_mark).line
            entry.side = entry.side or self._side(line, until)
        elif isinstance(value, yaml.CollectionNode):
            entry.value = self.branch(value, until, within.start_mark.column)
            if not entry.value.entries:  # comments within [] have no entry to go with
                entry.above += entry.value.foot
                entry.value.foot = []
            if value.flow_style and not entry.side:
                entry.side = self._side(value.end_mark.line, until)
        entry.last = self._last(value, entry.value)
        return entry

    def _dash(self, position: Position, within: yaml.CollectionNode) -> Position:
        """Where the dash of an item stands, which may be some lines above its value.

        An item in brackets has none, and begins with its value.
        """
        column = within.start_mark.column
        for number in () if within.flow_style else range(position[0], -1, -1):
            if _DASH.fullmatch(self.lines[number][: column + 1]):
                return number, column
        return position

    def _last(self, node: yaml.Node, value: Leaf | Branch) -> int:
        """The line where a value ends; PyYAML takes a block to reach as far as what follows it."""
        if isinstance(value, Branch) and not value.flow:
            return value.entries[-1].last + len(value.foot)
        if isinstance(node, yaml.ScalarNode) and node.style in BLOCKS:
            return int(node.start_mark.line) + len(block(node, self.lines))
        return end_of(node)[0]

    def _key(self, node: yaml.Node) -> str:
        raw = self._between(start_of(node), end_of(node))
        if not isinstance(node, yaml.ScalarNode) or len(raw) != 1 or not raw[0]:
            raise NotFormattableError(f"line {node.start_mark.line + 1} holds an unusual key")
        return raw[0]

    def _leaf(self, node: yaml.ScalarNode) -> Leaf:
        style = node.style or ""
        if style in BLOCKS:
            content = block(node, self.lines)
            first = next((line for line in content if line.strip(SPACE)), "")
            cut = len(first) - len(first.lstrip(" "))
            raw = [line[cut:] for line in content]
        else:
            raw = self._between(start_of(node), end_of(node))
        return Leaf(node.value, "\n".join(raw), node.tag == _TEXT, node.tag == _NULL, style)

    def _between(self, start: Position, end: Position) -> list[str]:
        lines = self.lines[start[0] : end[0] + 1]
        lines[-1] = lines[-1][: end[1]]
        return [lines[0][start[1] :], *lines[1:]]

    def _side(self, line: int, until: Position) -> str:
        """The comment at the end of a line, if it stands before what comes next."""
        if self.remarks:
            remark = self.remarks[0]
            if remark.position[0] == line and remark.position < until and not remark.alone:
                return self.remarks.popleft().gap + remark.text
        return ""

    def _foot(self, until: Position, column: int) -> list[str]:
        """The comments after the last entry that are indented like it, or deeper."""
        count = 0
        for number, remark in enumerate(self.remarks, 1):
            if remark.position >= until or (remark.text and remark.position[1] < column):
                break
            count = number if remark.text else count
        return [self.remarks.popleft().text for _ in range(count)]
