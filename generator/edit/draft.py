"""The text of a file while it is edited: every line that no edit concerns stays as it is.

What an edit concerns is written as `realist format` writes it. No comment is ever lost: those of
what goes away stay in its place.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from generator.edit.key_order import position_of
from generator.files.yaml_reading import Path, means_the_same, read_yaml
from generator.files.yaml_tree import (
    Branch,
    Entry,
    Leaf,
    NotFormattableError,
    comments,
    parse,
    remarks_within,
)
from generator.files.yaml_write import entry_lines, tree_of
from generator.library.kinds import of_file
from generator.library.library import Library


class CannotEditError(ValueError):
    """The file is written in a way that only a person should edit; says why."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"{path} is written in a way that this command leaves to people: {why}. Edit it by "
            "hand."
        )


class _Splice(NamedTuple):
    """Lines for the place of others; the text before `column` on the first of them stays."""

    first: int
    column: int
    after: int
    """The first line behind those replaced: `first` itself where lines are only put in."""
    lines: list[str]


class Draft:
    """A file and the data that it must hold in the end.

    Its path and the ids of the review's attributes say where a new key goes. Raises
    CannotEditError.
    """

    def __init__(self, text: str, path: str = "", attributes: Sequence[str] = ()) -> None:
        self._path, self._attributes = path, attributes
        self._start = "\ufeff" if text.startswith("\ufeff") else ""
        self._ends = "\r\n" if "\r\n" in text else "\n"
        self._before = text.removeprefix("\ufeff").replace(self._ends, "\n")
        if "\r" in self._before or self._as_file(self._before) != text:
            raise CannotEditError(self._path, "its lines end in more than one way")
        reading, is_whole = read_yaml(self._before, "")
        if not is_whole or reading.diagnostics:
            raise CannotEditError(self._path, "it cannot be read without errors")
        try:
            _, self._top = parse(self._before)
        except NotFormattableError as error:
            raise CannotEditError(self._path, str(error)) from None
        if self._top.flow:
            raise CannotEditError(self._path, "the whole of it stands in brackets")
        self._data = reading.data
        self._lines = self._before.split("\n")
        self._changed: dict[int, Entry] = {}
        self._gone: list[Entry] = []

    def put(self, path: Path, value: Any) -> None:
        """Give a key or an item a value; a new key goes where the order of its file has it."""
        *above, key = path
        branch = self._branch(above)
        if not branch.is_list and key not in self._at(above):
            self._insert(above, str(key), value)
        else:
            entry = self._entry(path)
            entry.above += remarks_within(entry.value)
            entry.value = tree_of(value, flow=branch.flow)
            self._touch(path)
        self._at(above)[key] = copy.deepcopy(value)

    def append(self, path: Path, value: Any) -> None:
        """Put an item at the end of a list; where there is no list yet, it is made."""
        *above, key = path
        if not self._branch(above).is_list and key not in self._at(above):
            self.put(path, [value])
            return
        branch = self._branch(path)
        branch.entries.append(Entry("", "", tree_of(value, flow=branch.flow)))
        if branch.flow:
            self._touch(path)
        self._at(path).append(copy.deepcopy(value))

    def remove(self, path: Path, item: Any) -> None:
        """Take an item out of a list, and the key away with its last item."""
        items = self._at(path)
        if items == [item]:
            self.drop(path)
        else:
            self._take_out((*path, items.index(item)))
            items.remove(item)

    def drop(self, path: Path) -> None:
        """Take a key away with its value."""
        *above, key = path
        if key in self._at(above):
            self._take_out(path)
            del self._at(above)[key]

    def finished(self) -> str:
        """The edited text. Raises CannotEditError where it holds anything but what was meant."""
        lines = list(self._lines)
        for splice in sorted(self._splices(self._top), key=lambda s: s.first)[::-1]:
            kept = lines[splice.first][: splice.column] if splice.column else ""
            new = [kept + splice.lines[0].lstrip(" "), *splice.lines[1:]] if kept else splice.lines
            lines[splice.first : splice.after] = new
        text = "\n".join(lines)
        reading, is_whole = read_yaml(text, "")
        if not is_whole or not means_the_same(reading.data, self._data):
            raise CannotEditError(self._path, "edited, it would not hold what is meant")
        if comments(text) != comments(self._before):
            raise CannotEditError(self._path, "edited, it would lose a comment")
        return self._as_file(text)

    def _as_file(self, text: str) -> str:
        return self._start + text.replace("\n", self._ends)

    def _at(self, path: Sequence[str | int]) -> Any:
        part = self._data
        for step in path:
            part = part[step]
        return part

    def _way(self, path: Sequence[str | int]) -> Iterator[Entry]:
        """The entries on the way to a path."""
        value: Leaf | Branch = self._top
        for step in path:
            assert isinstance(value, Branch)
            entry = value.entries[step] if isinstance(step, int) else value.named(step)
            yield entry
            value = entry.value

    def _entry(self, path: Sequence[str | int]) -> Entry:
        *_, entry = self._way(path)
        return entry

    def _branch(self, path: Sequence[str | int]) -> Branch:
        value = self._entry(path).value if path else self._top
        assert isinstance(value, Branch)
        return value

    def _insert(self, above: Sequence[str | int], key: str, value: Any) -> None:
        branch = self._branch(above)
        shape = getattr(of_file(self._path), "shape", None)
        position = position_of(key, self._top, tuple(above), shape, self._attributes)
        first = next((entry for entry in branch.entries if entry.start), None)
        new = tree_of({key: value}, flow=branch.flow)
        assert isinstance(new, Branch)
        branch.entries.insert(position, new.entries[0])
        if not self._at(above):
            branch.flow = False  # it was `{}` only because it was empty
            self._touch(above)
        elif branch.flow or (position == 0 and first and not self._is_alone(first)):
            self._touch(above)

    def _touch(self, path: Sequence[str | int]) -> None:
        """Note what is to be written anew: what is at a path, or all that stands in brackets."""
        for entry in self._way(path):
            last = entry
            if isinstance(entry.value, Branch) and entry.value.flow:
                break
        self._changed[id(last)] = last

    def _take_out(self, path: Sequence[str | int]) -> None:
        """Take an entry away; its comments stay where it was."""
        *above, _ = path
        entry, branch = self._entry(path), self._branch(above)
        position = next(n for n, other in enumerate(branch.entries) if other is entry)
        del branch.entries[position]
        if not above:
            self._gone.append(entry)
            return
        remarks = [*entry.above, *remarks_within(entry)]
        if branch.flow or not branch.entries:
            self._entry(above).above += [*remarks, *branch.foot]
            branch.flow, branch.foot = True, []
        elif position < len(branch.entries):
            branch.entries[position].above[:0] = remarks
        else:
            branch.foot[:0] = remarks
        self._touch(above)

    def _is_alone(self, entry: Entry) -> bool:
        """Whether nothing stands before an entry on its line, as a dash does."""
        line, column = entry.start or (0, 0)
        return not self._lines[line][:column].strip()

    def _splices(self, branch: Branch) -> Iterator[_Splice]:
        """What becomes of the lines of a list or mapping, in the order of the text."""
        old: Entry | None = None
        for entry in branch.entries:
            if entry.start is None:
                yield self._put_in(entry, old, branch)
                continue
            old = entry
            if id(entry) in self._changed:
                yield _written(entry)
            elif isinstance(entry.value, Branch) and not entry.value.flow:
                yield from self._splices(entry.value)
        if branch is self._top:
            yield from (_left(entry) for entry in self._gone if entry.start)

    def _put_in(self, entry: Entry, old: Entry | None, branch: Branch) -> _Splice:
        """A new entry behind an old one; where there is none, above the first."""
        beside = old or next(other for other in branch.entries if other.start)
        assert beside.start is not None
        line = old.last + 1 if old else beside.start[0] - beside.outside
        return _Splice(line, 0, line, entry_lines(entry, beside.start[1]))


def draft_of(file: str, library: Library, root: FilePath) -> Draft:
    """The draft of a file of a review that was checked. Raises CannotEditError."""
    text = (root / file).read_bytes().decode("utf-8")
    return Draft(text, file, [attribute.id for attribute in library.attributes.attributes])


def _written(entry: Entry) -> _Splice:
    """An entry of the file, written anew; the comments above it are none of its lines."""
    assert entry.start is not None
    line, column = entry.start
    lines = entry_lines(replace(entry, above=entry.above[entry.outside :]), column)
    return _Splice(line, column, entry.last + 1, lines)


def _left(entry: Entry) -> _Splice:
    """What is left of an entry that goes away: its comments."""
    assert entry.start is not None
    line, column = entry.start
    remarks = [*entry.above[entry.outside :], *remarks_within(entry)]
    return _Splice(line, 0, entry.last + 1, [" " * column + remark for remark in remarks])
