"""A report as Markdown for a comment on a proposal: texts of the data mean nothing as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from textwrap import wrap

from generator.diff.formats import (
    TOUCHED,
    WIDTH,
    first_problems,
    grouped,
    headline,
    own_problems,
    visible,
    wordings,
)
from generator.diff.report import Change, Report

MANY = 10
"""A section with more changes than this is folded away."""
_JOINER = "\u2060"
"""A character without width: a host of code sees no name, number or address across it."""
_CALLS = re.compile(r"([@#!$%&~:])(?=[\w\"/])|(?<=\bwww)(?=\.)|(?<=\bGH-)(?=\d)", re.IGNORECASE)
_MARKUP = re.compile(r"([\\`*_\[\]~|$#])")
_BLOCK = re.compile(r"^(?=[-+=]|\d+[.)])")


def as_markdown(report: Report) -> str:
    """The whole report, as safe to post as its own words."""
    blocks = [f"**From {inline(report.old)} to {inline(report.new)}:** {headline(report)}"]
    blocks += _problems(report)
    if report.errors:
        blocks.append("### Errors")
        blocks += [_item(error) for error in report.errors]
    if report.counts:
        rows = [f"| {c.name} | {c.before} | {c.after} |" for c in report.counts]
        blocks.append("\n".join(["| Count | before | after |", "| --- | --: | --: |", *rows]))
    for title, groups in grouped(report.changes):
        number = sum(len(changes) for _, changes in groups)
        body = "\n\n".join(_group(thing, changes) for thing, changes in groups)
        blocks.append(_section(f"{title} ({number})", body, is_folded=number > MANY))
    if report.pages:
        pages = "\n".join(f"- {code(page or '/')}" for page in report.pages)
        title = f"Pages touched ({len(report.pages)})"
        blocks.append(_section(title, f"{TOUCHED}\n\n{pages}", is_folded=len(report.pages) > MANY))
    return "\n\n".join(blocks) + "\n"


def inline(text: str) -> str:
    """A text in a line of Markdown: no markup, no HTML, no mention, no issue, no link."""
    joined = _CALLS.sub(lambda found: (found[1] or "") + _JOINER, visible(" ".join(text.split())))
    return escape(_BLOCK.sub(_JOINER, _MARKUP.sub(r"\\\1", joined)), quote=False)


def code(text: str) -> str:
    """A text as code in a line: nothing in it means anything."""
    line = visible(" ".join(text.split()))
    fence = "`" * (_longest_run(line) + 1)
    return f"{fence} {line} {fence}" if "`" in line else f"`{line}`"


def fenced(lines: Sequence[str]) -> str:
    """Lines as a block of code in the colours of a difference."""
    fence = "`" * max(3, _longest_run("\n".join(lines)) + 1)
    return visible("\n".join([f"{fence}diff", *lines, fence]))


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)


def _problems(report: Report) -> Iterator[str]:
    problems, more = first_problems(report)
    lines = [
        f"- {code(f'{p.file}:{p.line}')} {inline(p.message)} ({code(p.code)})" for p in problems
    ]
    yield from (" ".join(map(inline, words)) for words in [own_problems(report)] if words)
    if lines or more:
        yield "\n".join([*lines, *([f"- {more}"] if more else [])])


def _section(title: str, body: str, *, is_folded: bool) -> str:
    if not is_folded:
        return f"### {title}\n\n{body}"
    return f"<details>\n<summary>{title}</summary>\n\n{body}\n\n</details>"


def _group(title: str, changes: Sequence[Change]) -> str:
    heading = [f"**{inline(title)}**"] if title else []
    return "\n\n".join([*heading, *(_item(change) for change in changes)])


def _item(change: Change) -> str:
    lines = [
        line
        for mark, text in wordings(change)
        for line in wrap(
            text, WIDTH, initial_indent=f"{mark} ", subsequent_indent=f"{mark} ",
            break_on_hyphens=False,
        )
    ]  # fmt: skip
    head = f"- {inline(change.words)}"
    if not lines:
        return head
    return "\n".join([head, "", *("  " + line for line in fenced(lines).split("\n"))])
