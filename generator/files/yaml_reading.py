"""YAML to plain data with the place of every key and value: the part of YAML that people need.

The text is read event by event, without recursion, and nothing is ever made of a tag or repeated by
an alias: both are refused. What a bare word means is decided here, by the few rules below.
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml

from generator.diagnostics import Diagnostic
from generator.files import unseen
from generator.files.yaml_errors import explain
from generator.files.yaml_refusals import DEEPEST, RefusedError, duplicate, refusal

Path = tuple[str | int, ...]
"""The way from the top of a document to a value: keys and positions in lists."""

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
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
    data: Any = None
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    written: dict[Path, str] = field(default_factory=dict)
    """How values that are no texts stand in the file: `1.0`, `yes`."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    levels: list[_Level] = field(default_factory=list)
    documents: int = 0


@dataclass
class _Level:
    """A list or mapping that is being filled."""

    container: Any
    path: Path | None
    """None within the second value of a key, which is read and dropped."""
    key: str | None = None
    """In a mapping the key whose value comes next."""
    is_lost: bool = False


def read(text: str, path: str) -> tuple[Parsed, bool]:
    """What a text holds, and whether it could be read to its end.

    Diagnostics: syntax, duplicate-key, alias, tag, too-deep.
    """
    parsed = Parsed(path)
    loader: Any = _LOADER(text)
    try:
        while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
            _take(event, parsed)
    except yaml.YAMLError as error:
        parsed.diagnostics.append(explain(error, text, path))
    except RefusedError as refused:
        parsed.diagnostics.append(refused.diagnostic)
    else:
        return parsed, True
    finally:
        loader.dispose()
    return parsed, False


def _take(event: Any, parsed: Parsed) -> None:
    """Add what an event says to what is being read."""
    if isinstance(event, yaml.NodeEvent):
        _refuse(event, parsed)
    if isinstance(event, yaml.ScalarEvent):
        level = parsed.levels[-1] if parsed.levels else None
        if level is not None and isinstance(level.container, dict) and level.key is None:
            _take_key(event, level, parsed)
        else:
            _put(_scalar(event, parsed), event, parsed)
    elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
        _open(event, parsed)
    elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
        parsed.levels.pop()
    elif isinstance(event, yaml.DocumentStartEvent):
        parsed.documents += 1
        if parsed.documents > 1:
            raise refusal("documents", event, parsed.path)


def _open(event: Any, parsed: Parsed) -> None:
    container: Any = [] if isinstance(event, yaml.SequenceStartEvent) else {}
    above = parsed.levels[-1] if parsed.levels else None
    if above is not None and isinstance(above.container, dict) and above.key is None:
        raise refusal("key", event, parsed.path)
    if len(parsed.levels) >= DEEPEST:
        raise refusal("deep", event, parsed.path)
    path = _put(container, event, parsed)
    parsed.levels.append(_Level(container, path))


def _take_key(event: yaml.ScalarEvent, level: _Level, parsed: Parsed) -> None:
    """Note the key of a mapping; of one that stands twice the first value is kept."""
    key, position = _word(event, parsed), _position(event)
    if key == "<<" and event.implicit[0]:
        raise refusal("merge", event, parsed.path)
    level.key, level.is_lost = key, key in level.container
    if level.path is None:
        return
    if level.is_lost:
        first = parsed.keys[(*level.path, key)][0]
        parsed.diagnostics.append(duplicate(parsed.path, position, key, first))
    else:
        parsed.keys[(*level.path, key)] = position


def _put(value: Any, event: Any, parsed: Parsed) -> Path | None:
    """Put a value where it belongs; its path, or None where it is dropped."""
    path: Path | None = ()
    if not parsed.levels:
        parsed.data = value
    else:
        level = parsed.levels[-1]
        step: str | int = level.key or ""
        if isinstance(level.container, list):
            step = len(level.container)
            level.container.append(value)
        elif not level.is_lost:
            level.container[step] = value
        path = None if level.path is None or level.is_lost else (*level.path, step)
        level.key, level.is_lost = None, False
    if path is not None:
        parsed.values[path] = _position(event)
        if isinstance(event, yaml.ScalarEvent) and not isinstance(value, str):
            parsed.written[path] = str(event.value)
    return path


def _scalar(event: yaml.ScalarEvent, parsed: Parsed) -> Any:
    """The value of a word: in quotation marks always a text, bare by the rules of this module."""
    word = _word(event, parsed)
    if not event.implicit[0]:
        return word
    if word in _WORDS:
        return _WORDS[word]
    if word[0] not in _MAY_BE_NUMBER:
        return word
    return _number(word, event, parsed)


def _word(event: yaml.ScalarEvent, parsed: Parsed) -> str:
    """What a scalar says; a backslash can put into it what the file itself does not hold."""
    word = str(event.value)
    if event.style != '"':
        return word
    if unseen.holds_unseen(word):
        raise refusal("unseen", event, parsed.path)
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


def _position(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _refuse(event: Any, parsed: Parsed) -> None:
    """Raise what is wrong where an event uses a part of YAML that is not for reviews."""
    if isinstance(event, yaml.AliasEvent):
        raise refusal("alias", event, parsed.path)
    if event.anchor is not None:
        raise refusal("anchor", event, parsed.path)
    if event.tag is not None:
        raise refusal("tag", event, parsed.path)


def means_the_same(one: Any, other: Any) -> bool:
    """Whether two data are equal, types too; the order of keys says nothing, that of lists does."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(means_the_same(one[k], other[k]) for k in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(means_the_same, one, other))
    return repr(one) == repr(other)  # a number that is none differs even from itself
