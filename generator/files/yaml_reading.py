"""Reads YAML as plain data: the part of YAML that people need.

The text is read event by event, without recursion, and nothing is ever made of a tag or repeated by
an alias: both are refused. What a bare word means is decided here, by the few rules below.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml

from generator.diagnostics import Diagnostic
from generator.files import unseen
from generator.files.yaml_beside import Beside, beside, commented, or_cut
from generator.files.yaml_errors import explain
from generator.files.yaml_refusals import DEEPEST, RefusedError, dash, duplicate, refusal

Path = tuple[str | int, ...]
"""The way from the top of a document to a value: keys and positions in lists."""

LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS: dict[str, bool | None] = {
    spelling: value
    for words, value in (
        (("", "~", "null"), None),
        (("true", "yes", "on"), True),
        (("false", "no", "off"), False),
    )
    for word in words
    for spelling in (word, word.capitalize(), word.upper())
}
"""What YAML takes bare words for, in every spelling that it knows."""
_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]{0,99})")
_BROKEN = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]{1,3})?")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MAY_BE_NUMBER = frozenset("+-.0123456789")


@dataclass
class Parsed:
    """What is gathered while one file is read."""

    path: str
    lines: dict[int, str]
    """Those on which a comment may stand beside a value."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    levels: list[_Level] = field(default_factory=lambda: [_Level([])])
    """What is open; at the bottom a list, into which the document goes."""
    documents: int = 0
    beside: dict[Path, Beside] = field(default_factory=dict)
    """The comments on the lines of bare texts, and of keys that nothing follows."""

    @property
    def data(self) -> Any:
        """What the document holds; None where it holds nothing."""
        return next(iter(self.levels[0].container), None)


@dataclass(slots=True)
class _Level:
    """A list or mapping that is being filled."""

    container: Any
    is_dropped: bool = False
    """Whether it stands within the second value of a key, which is read and dropped."""
    lines: dict[str, int] = field(default_factory=dict)
    """In a mapping the line of each key."""
    key: str | None = None
    """In a mapping the key whose value comes next."""
    is_lost: bool = False
    """Whether that key stands here for the second time."""
    lacks_dash: bool = False
    """Whether a second entry of a list seems to have begun here: all its keys stand twice."""


def read_yaml(text: str, path: str) -> tuple[Parsed, bool]:
    """What a text holds, and whether it could be read to its end.

    Where its keys and values stand, `yaml_positions.py` finds. Diagnostics: syntax, duplicate-key,
    alias, tag, too-deep.
    """
    parsed = Parsed(path, commented(text))
    loader: Any = LOADER(text)
    try:
        while (kind := type(event := loader.get_event())) is not yaml.StreamEndEvent:
            if take := _TAKES.get(kind):
                take(event, parsed)
    except yaml.YAMLError as error:
        told = explain(error, text, path)
        parsed.diagnostics.append(or_cut(told, parsed.beside.values()))
    except RefusedError as refused:
        parsed.diagnostics.append(refused.diagnostic)
    else:
        return parsed, True
    finally:
        loader.dispose()
    return parsed, False


def _begin(event: yaml.DocumentStartEvent, parsed: Parsed) -> None:
    parsed.documents += 1
    if parsed.documents > 1:
        raise refusal("documents", event, parsed.path)


def _take_alias(event: yaml.AliasEvent, parsed: Parsed) -> None:
    raise refusal("alias", event, parsed.path)


def _take_scalar(event: yaml.ScalarEvent, parsed: Parsed) -> None:
    if event.anchor is not None or event.tag is not None:
        raise _mark_refused(event, parsed)
    level = parsed.levels[-1]
    if level.key is None and isinstance(level.container, dict):
        _take_key(event, level, parsed)
        return
    value, is_kept = _scalar(event, parsed), not (level.is_lost or level.is_dropped)
    _put(value, level)
    # In most files stand no comments beside values.
    is_bare = parsed.lines and event.implicit[0]
    if is_bare and is_kept and (isinstance(value, str) or event.value == ""):
        _note_beside(event, parsed)


def _note_beside(event: Any, parsed: Parsed) -> None:
    """Keep the comment on the line of the bare text that was put last, if there is one."""
    if found := beside(parsed.lines, event.end_mark.line, event.end_mark.column):
        within = (level.container for level in parsed.levels[1:])
        path = (
            len(held) - 1 if isinstance(held, list) else next(reversed(held)) for held in within
        )
        parsed.beside[tuple(path)] = found


def _open(event: yaml.CollectionStartEvent, parsed: Parsed) -> None:
    if event.anchor is not None or event.tag is not None:
        raise _mark_refused(event, parsed)
    container: Any = [] if isinstance(event, yaml.SequenceStartEvent) else {}
    above = parsed.levels[-1]
    if above.key is None and isinstance(above.container, dict):
        raise refusal("key", event, parsed.path)
    if len(parsed.levels) > DEEPEST:
        raise refusal("deep", event, parsed.path)
    is_dropped = above.is_dropped or above.is_lost
    _put(container, above)
    parsed.levels.append(_Level(container, is_dropped))


def _close(_event: yaml.CollectionEndEvent, parsed: Parsed) -> None:
    parsed.levels.pop()


_TAKES: dict[type[yaml.Event], Callable[[Any, Parsed], None]] = {
    yaml.DocumentStartEvent: _begin,
    yaml.AliasEvent: _take_alias,
    yaml.ScalarEvent: _take_scalar,
    yaml.SequenceStartEvent: _open,
    yaml.MappingStartEvent: _open,
    yaml.SequenceEndEvent: _close,
    yaml.MappingEndEvent: _close,
}
"""What adds an event to what is being read; others say nothing."""


def _take_key(event: Any, level: _Level, parsed: Parsed) -> None:
    """Note the key of a mapping; of one that stands twice the first value is kept."""
    key, line = word_of(event, parsed.path), event.start_mark.line + 1
    if key == "<<" and event.implicit[0]:
        raise refusal("merge", event, parsed.path)
    level.key, level.is_lost = key, key in level.container
    if not level.is_lost:
        level.lines[key] = line
    elif not level.is_dropped and not level.lacks_dash:
        is_entry = len(parsed.levels) > 2 and isinstance(parsed.levels[-2].container, list)
        level.lacks_dash = is_entry and key == next(iter(level.container))
        told = dash if level.lacks_dash else duplicate
        position = line, event.start_mark.column + 1
        parsed.diagnostics.append(told(parsed.path, position, key, level.lines[key]))


def _put(value: Any, level: _Level) -> None:
    """Put a value where it belongs."""
    if level.key is None:
        level.container.append(value)
    elif not level.is_lost:
        level.container[level.key] = value
    level.key, level.is_lost = None, False


def _scalar(event: yaml.ScalarEvent, parsed: Parsed) -> Any:
    """The value of a word: in quotation marks always a text, bare by the rules of this module."""
    word = word_of(event, parsed.path)
    if not event.implicit[0]:
        return word
    if word in _WORDS:
        return _WORDS[word]
    if word[0] not in _MAY_BE_NUMBER:
        return word
    return _number(word, event, parsed)


def word_of(scalar: Any, path: str) -> str:
    """What an event or a node says. Raises RefusedError for characters that nobody can see.

    A backslash can put into it what the file does not hold.
    """
    word: str = scalar.value
    if scalar.style != '"':
        return word
    if unseen.holds_unseen(word):
        raise refusal("unseen", scalar, path)
    return unicodedata.normalize("NFC", word)


def _number(word: str, event: yaml.ScalarEvent, parsed: Parsed) -> Any:
    """A number or a date; what only old YAML takes for one (010, 1_000, 12:30) is a text."""
    if _WHOLE.fullmatch(word):
        return int(word)
    if _BROKEN.fullmatch(word):
        return float(word) if math.isfinite(float(word)) else word
    day = _DATE.fullmatch(word)
    if day is None:
        return word
    try:
        return date(int(day[1]), int(day[2]), int(day[3]))
    except ValueError:
        raise refusal("date", event, parsed.path) from None


def _mark_refused(event: Any, parsed: Parsed) -> RefusedError:
    """The error for an event that has an anchor or a tag: nothing in a review needs them."""
    return refusal("tag" if event.anchor is None else "anchor", event, parsed.path)


def means_the_same(one: Any, other: Any) -> bool:
    """Whether two data are equal, types too; the order of keys says nothing, that of lists does."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(means_the_same(one[k], other[k]) for k in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(means_the_same, one, other))
    return repr(one) == repr(other)  # by repr, since .nan is not equal to itself
