"""Diagnostics for people: the message, the line it is about, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from generator.diagnostics import CODES, Diagnostic, Severity, first_of_each
from generator.files.text_file import LARGEST
from generator.files.unseen import marked

MORE = "Run realist check --explain CODE for more."
ALL = "Run realist check --all for each of them, --explain CODE for more."
FEW = 3
"""As many of one kind or cause are told one by one; more than these share a line."""
_WIDTH = 100
"""As much of a long line is shown, around the place that is meant."""
_LONGEST = 400
"""The longest message: a name of a thousand letters is shown in part."""

_STYLES = {"error": "1;31", "warning": "1;33", "mark": "1;36", "label": "1", "code": "2"}


def as_text(
    diagnostics: Iterable[Diagnostic], root: Path, *, color: bool = False, every: bool = False
) -> str:
    """Errors, then warnings, with the line they are about, and a summary at the end.

    Many errors of one cause and many warnings of one kind share a line, and of each code the first
    hundred are told, unless `every` one of them is wanted. The summary counts all.
    """
    found = list(diagnostics)
    read = cache(_lines)  # for this report only: while serving, files change between reports

    def block(diagnostic: Diagnostic) -> str:
        return _block(diagnostic, read(root, diagnostic.location.path), color=color)

    blocks: list[str] = []
    for kind in _kinds(found):
        if every or (len(kind) <= FEW and kind[0].severity is Severity.WARNING):
            blocks += map(block, kind)
        elif kind[0].severity is Severity.ERROR:
            blocks += map(block, first_of_each(_of_each_cause(kind)))
        else:
            blocks.append(_shared(kind, color=color))
    more = "" if not found else MORE if len(blocks) == len(found) else ALL
    return "\n\n".join([*blocks, f"{summary(found)} {more}".strip()])


def _of_each_cause(errors: list[Diagnostic]) -> list[Diagnostic]:
    """The errors, of many with one cause the first alone, which says how many there are."""
    alike: dict[tuple[str, str], list[Diagnostic]] = {}
    for one in errors:
        alike.setdefault((one.code, one.message), []).append(one)
    told = []
    for one in errors:
        same = alike[one.code, one.message]
        if not CODES[one.code].is_effect or len(same) <= FEW:
            told.append(one)
        elif one is same[0]:
            places, files = (
                _plural(len(same) - 1, "more place"),
                len({d.location.path for d in same}),
            )
            known = f"{one.message} (The same in {places}; in {_plural(files, 'file')} in all.)"
            told.append(replace(one, message=known))
    return told


def _kinds(found: list[Diagnostic]) -> list[list[Diagnostic]]:
    """The errors in their order, then the warnings kind by kind."""
    errors = [one for one in found if one.severity is Severity.ERROR]
    warnings: dict[str, list[Diagnostic]] = {}
    for one in found:
        if one.severity is Severity.WARNING:
            warnings.setdefault(one.code, []).append(one)
    return [*([errors] if errors else []), *warnings.values()]


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


def visible_line(text: str) -> str:
    """A text of one line in which nothing is hidden, and not longer than a reader wants it."""
    # Escape sequences of terminals, and all else that cannot be seen, must not come through.
    seen = marked(text.replace("\t", " ").replace("\n", " "))
    return seen if len(seen) <= _LONGEST else seen[:_LONGEST] + "…"


def _shared(kind: list[Diagnostic], *, color: bool) -> str:
    """One line for all warnings of a kind, with the place of the first."""
    files = _plural(len({one.location.path for one in kind}), "file")
    first = kind[0]
    message = f"{len(kind):,} in {files}, here the first. {CODES[first.code].meaning}"
    return _headline(replace(first, message=message), color=color)


def _headline(diagnostic: Diagnostic, *, color: bool) -> str:
    location, severity = diagnostic.location, diagnostic.severity
    position = f"{visible_line(location.path)}:{location.line}:{location.column}:"
    label = _styled(f"{severity}:", severity, color=color)
    code = _styled(f"[{diagnostic.code}]", "code", color=color)
    return f"{position} {label} {visible_line(diagnostic.message)} {code}"


def _block(diagnostic: Diagnostic, source: list[str], *, color: bool) -> str:
    location = diagnostic.location
    lines = [_headline(diagnostic, color=color)]
    if location.line <= len(source):
        text, before = _excerpt(source[location.line - 1], location.column)
        mark = _styled("^", "mark", color=color)
        lines += [f"{location.line:5} | {text}", f"      | {' ' * before}{mark}"]
    for label, words in (("expected:", diagnostic.expected), ("remedy:  ", diagnostic.remedy)):
        if words:
            lines.append(f"      {_styled(label, 'label', color=color)} {visible_line(words)}")
    return "\n".join(lines)


def _styled(text: str, style: str, *, color: bool) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if color else text


def _excerpt(line: str, column: int) -> tuple[str, int]:
    """A line, or the part of a long one around a column, and how much of it is before the place."""
    seen = marked(line.replace("\t", "→"))
    before = min(column - 1, len(seen))
    if len(seen) <= 2 * _WIDTH:
        return seen, before
    start = max(0, before - _WIDTH // 2)
    part = seen[start : start + _WIDTH]
    opening = "…" if start else ""
    closing = "…" if start + _WIDTH < len(seen) else ""
    return opening + part + closing, before - start + len(opening)


def _lines(root: Path, path: str) -> list[str]:
    """The lines of a file; none behind a link, which leads to what was not read either."""
    file = root / path
    try:
        within = (file, *file.parents[: len(Path(path).parts) - 1])
        if any(part.is_symlink() for part in within) or not file.is_file():
            return []
        if file.stat().st_size > LARGEST:
            return []
        text = file.read_bytes().decode("utf-8-sig", errors="replace")
        return text.replace("\r\n", "\n").split("\n") if text else []
    except OSError:
        return []


def _plural(number: int, word: str) -> str:
    return f"{number:,} {word}" + ("" if number == 1 else "s")
