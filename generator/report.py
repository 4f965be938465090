"""Diagnostics for people: the message, the line it is about, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from generator.diagnostics import Diagnostic, Severity


def as_text(diagnostics: Iterable[Diagnostic], root: Path) -> str:
    """Every diagnostic with its line, the place in it marked, and a summary at the end."""
    found = list(diagnostics)
    read = cache(_lines)  # for this report only: while serving, files change between reports
    blocks = [_block(diagnostic, read(root / diagnostic.location.path)) for diagnostic in found]
    return "\n\n".join([*blocks, summary(found)])


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Count them in words: “2 errors and 1 warning in 2 files.”."""
    found = list(diagnostics)
    if not found:
        return "Nothing is wrong."
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in found)
    counts = [_plural(errors, "error")] if errors else []
    if len(found) > errors:
        counts.append(_plural(len(found) - errors, "warning"))
    files = len({diagnostic.location.path for diagnostic in found})
    return " and ".join(counts) + f" in {_plural(files, 'file')}."


def _block(diagnostic: Diagnostic, source: list[str]) -> str:
    location = diagnostic.location
    lines = [
        f"{location.path}:{location.line}:{location.column}: "
        f"{diagnostic.severity}: {diagnostic.message} [{diagnostic.code}]"
    ]
    if location.line <= len(source):
        text = source[location.line - 1]
        gutter = f"{location.line:5} | "
        lines += [gutter + text, " " * 5 + " | " + " " * (location.column - 1) + "^"]
    if diagnostic.expected:
        lines.append(f"      expected: {diagnostic.expected}")
    if diagnostic.remedy:
        lines.append(f"      remedy:   {diagnostic.remedy}")
    return "\n".join(lines)


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def _plural(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")
