"""Comments on the line of a value: after a space “#” begins one, and so ends a bare text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.diagnostics import Diagnostic

_COMMENT = re.compile(r"[ \t]+#")


@dataclass(frozen=True)
class Beside:
    """A comment on the line of a value: its place, from 1, and what it says from its “#” on."""

    line: int
    column: int
    text: str


def commented(text: str) -> dict[int, str]:
    """The lines on which a comment may stand beside a value, by their numbers from 0."""
    if " #" not in text and "\t#" not in text:  # as in most files
        return {}
    lines = enumerate(text.split("\n"))
    return {n: line for n, line in lines if "#" in line and _COMMENT.search(line)}


def beside(lines: dict[int, str], line: int, column: int) -> Beside | None:
    """The comment that follows what ends in this line and column, both from 0."""
    found = _COMMENT.match(lines[line], column) if line in lines else None
    return Beside(line + 1, found.end(), lines[line][found.end() - 1 :]) if found else None


def or_cut(told: Diagnostic, comments: Iterable[Beside]) -> Diagnostic:
    """What is told where reading ended, and that a comment just before may be why."""
    last = max(comments, key=lambda comment: comment.line, default=None)
    if last is None or last.line < told.location.line - 1:
        return told
    cut = (
        f" If “{last.text[:40]}” on line {last.line} is no comment but part of a text, put all of"
        " that text in 'quotation marks'."
    )
    return replace(told, remedy=told.remedy + cut)
