"""Reads the tiny language between double braces on pages written by hand.

It has words with arguments, lists, names for something and the length of a list. No template engine
ever reads such a page, since anybody can propose one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

GRAMMAR = "between braces only words and their arguments can stand"

_OPENING = re.compile(r"\{[{%]")
_SET = re.compile(r"\s*set\s+([a-z_]+)\s*=(.*)", re.S)
_END_OF_RAW = re.compile(r"\{%\s*endraw\s*%\}")
_TOKEN = re.compile(
    r"""\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<name>\w[\w.]*)|(?P<sign>\S))"""
)
_NAME = re.compile(r"\w[\w.]*")
_DEEPEST = 4
"""How deep brackets may stand within one another: deeper than anything that makes sense."""
_MOST = 500
"""The most words between the braces of one page, since each can mean dozens of findings."""


class SpeltError(ValueError):
    """Something between braces is not of the language; holds what, and where in the text."""

    def __init__(self, told: str, at: int) -> None:
        super().__init__(told)
        self.told, self.at = told, at


@dataclass(frozen=True)
class Quoted:
    """A text in quotation marks."""

    text: str
    at: int


@dataclass(frozen=True)
class Word:
    """A word as it is written, such as `counts.theories`; with arguments where it has brackets."""

    name: str
    arguments: tuple[Said, ...] | None
    at: int


@dataclass(frozen=True)
class Bracketed:
    """Several things, [in, brackets]."""

    items: tuple[Said, ...]
    at: int


@dataclass(frozen=True)
class Length:
    """How many there are of something: `few | length`."""

    of: Said
    at: int


@dataclass(frozen=True)
class Named:
    """A name for something: `{% set few = … %}`, which prints nothing."""

    name: str
    value: Said
    at: int


Said = Quoted | Word | Bracketed | Length


def read_page(text: str) -> Iterator[str | Said | Named]:
    """A page taken apart: texts as they stand, and what is said between them.

    Raises SpeltError at the first thing that is not of the language.
    """
    end, words = 0, 0
    while opening := _OPENING.search(text, end):
        yield text[end : opening.start()]
        start = opening.end()
        said, end = _between(text, opening)
        words += len(_NAME.findall(said))
        if words > _MOST:
            raise SpeltError(f"it has more than {_MOST} words between braces", start)
        if opening[0] == "{{":
            yield _Reader(said, start).all()
        elif said.strip() == "raw":
            raw = _END_OF_RAW.search(text, end)
            if raw is None:
                raise SpeltError("“raw” is never ended", start)
            yield text[end : raw.start()]
            end = raw.end()
        else:
            yield _named(said, start)
            end += text[end : end + 1] == "\n"  # a line that prints nothing leaves none behind
    yield text[end:]


def _between(text: str, opening: re.Match[str]) -> tuple[str, int]:
    """What stands between braces, and where they end."""
    closing = text.find("}}" if opening[0] == "{{" else "%}", opening.end())
    if closing < 0:
        raise SpeltError("these braces are never closed", opening.start())
    return text[opening.end() : closing], closing + 2


def _named(said: str, start: int) -> Named:
    block = _SET.fullmatch(said)
    if block is None:
        raise SpeltError(GRAMMAR, start)
    return Named(block[1], _Reader(block[2], start + block.start(2)).all(), start)


class _Reader:
    """Reads what stands between one pair of braces, from left to right."""

    def __init__(self, text: str, start: int) -> None:
        self.text, self.start, self.end = text, start, 0
        self._step()

    def all(self) -> Said:
        said = self._said(0)
        if self._sign("|"):
            if self.token is None or self.token["name"] != "length":
                raise self._wrong()
            said = Length(said, self.at)
            self._step()
        if self.token is not None:
            raise self._wrong()
        return said

    def _said(self, depth: int) -> Said:
        token, at = self.token, self.at
        if token is None or depth > _DEEPEST:
            raise self._wrong()
        self._step()
        if token["name"]:
            takes = self._several(")", depth) if self._sign("(") else None
            return Word(token["name"], takes, at)
        if token["sign"] == "[":
            return Bracketed(self._several("]", depth), at)
        if token["sign"]:
            raise SpeltError(GRAMMAR, at)
        return Quoted(token["double"] or token["single"] or "", at)

    def _several(self, closing: str, depth: int) -> tuple[Said, ...]:
        found: list[Said] = []
        while not self._sign(closing):
            if found and not self._sign(","):
                raise self._wrong()
            found.append(self._said(depth + 1))
        return tuple(found)

    def _sign(self, sign: str) -> bool:
        """Whether this sign comes next; it is then read."""
        is_there = self.token is not None and self.token["sign"] == sign
        if is_there:
            self._step()
        return is_there

    def _step(self) -> None:
        self.token = _TOKEN.match(self.text, self.end)
        if self.token is not None:
            self.end = self.token.end()

    @property
    def at(self) -> int:
        """Where in the page the next thing stands, or the end."""
        if self.token is None:
            return self.start + len(self.text.rstrip())
        return self.start + self.token.start(self.token.lastgroup or 0)

    def _wrong(self) -> SpeltError:
        return SpeltError(GRAMMAR, self.at)
