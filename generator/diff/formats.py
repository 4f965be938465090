"""A report as text for a terminal, and what the other formats share with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import fill

from generator.diff.report import SECTIONS, Change, Problem, Report
from generator.entities.words import counted
from generator.files.unseen import REPLACEMENT, marked

NOTHING = "Nothing a reader would notice."
TOUCHED = (
    "Own pages of what changed, and of what shows it by a tie in the data; lists are left out."
)
WIDTH = 100
FEW = 10
"""The most errors of the states themselves that are listed: `realist check` tells them all."""
_CONTEXT = 8
"""How many unchanged words stand on each side of those that changed."""


def as_text(report: Report) -> str:
    """The whole report, grouped by kind of page and by thing."""
    blocks = [f"From {report.old} to {report.new}: {headline(report)}", *_problems(report)]
    if report.errors:
        blocks.append("\n".join(["Errors", *(_item(error) for error in report.errors)]))
    if report.counts:
        lines = [f"  {name}: {after}, was {before}" for name, before, after in _counts(report)]
        blocks.append("\n".join(["Counts", *lines]))
    for title, groups in grouped(report.changes):
        blocks.append(f"{title}: {counted(sum(len(g) for _, g in groups), 'change')}")
        blocks += [_group(thing, changes) for thing, changes in groups]
    if report.pages:
        blocks.append("\n".join(["Pages touched", f"  ({TOUCHED})", *_addresses(report)]))
    return visible("\n\n".join(blocks) + "\n")


def visible(text: str) -> str:
    """A text in which characters that hide or turn round others are seen as what they are."""
    return marked(text.replace("\t", REPLACEMENT))


def headline(report: Report) -> str:
    """The numbers at the top: “2 errors, 14 changes on 6 pages.”, or that there is nothing."""
    if report.is_empty:
        only = " in what can be compared." if report.not_compared else "."
        return NOTHING.removesuffix(".") + only
    errors = f"{counted(len(report.errors), 'error')}, " if report.errors else ""
    own = {change.page for change in (*report.errors, *report.changes)}
    shown = len(report.pages) - len(own)
    also = f"; {counted(shown, 'other page')} may show some of it" if shown else ""
    changes = counted(len(report.changes), "change")
    return f"{errors}{changes} on {counted(len(own), 'page')}{also}."


def grouped(changes: Sequence[Change]) -> Iterator[tuple[str, list[tuple[str, list[Change]]]]]:
    """Changes by the heading of their kind of page, and within it by what they are about.

    What there is only one of stands below the heading itself: its name is empty.
    """
    for thing, title in SECTIONS.items():
        groups: dict[str, list[Change]] = {}
        for change in changes:
            if change.thing == thing:
                groups.setdefault(
                    "" if change.title == title or not change.subject else label(change), []
                ).append(change)
        if groups:
            yield title, list(groups.items())


def label(change: Change) -> str:
    """What a change is about, with the address of its page."""
    anchor = f"#{change.subject}" if change.fragment == change.subject else ""
    return f"{change.title} ({change.page}{anchor})"


def own_problems(report: Report) -> list[str]:
    """Which of the states has errors of its own, and what that leaves out, in sentences."""
    names = {"old": report.old, "new": report.new}
    found = []
    for side, name in names.items():
        number = sum(problem.side == side for problem in report.problems)
        if number:
            found.append(f"In {name} {counted(number, 'error')} must be mended: see realist check.")
    if report.not_compared:
        found.append(
            f"Not compared, since they cannot be read: {', '.join(report.not_compared)}. "
            "Without them, counts and recomputed claims would mislead and are left out."
        )
    return [*found, "All that can be read is compared."] if found else []


def first_problems(report: Report) -> tuple[list[Problem], str]:
    """The first errors of the states themselves, and what there is besides, in words.

    Verdicts of claims that the data contradict are left out: what changed in them is a change.
    """
    others = [problem for problem in report.problems if problem.code != "claim-verdict"]
    verdicts = len(report.problems) - len(others)
    rest = []
    if len(others) > FEW:
        rest.append(f"… and {len(others) - FEW} more")
    if verdicts:
        rest.append(f"{counted(verdicts, 'recorded verdict')} of claims: see Source check")
    return others[:FEW], "; ".join(rest)


def wordings(change: Change) -> list[tuple[str, str]]:
    """What stood and stands there, marked - and +, where the sentence does not say it."""
    before, after = change.before or "", change.after or ""
    if before in change.words and after in change.words:
        return []
    if before and after:
        before, after = excerpt(before, after)
    return [(mark, text) for mark, text in (("-", before), ("+", after)) if text]


def excerpt(before: str, after: str) -> tuple[str, str]:
    """Two long texts without what is the same at their beginnings and ends."""
    old, new = before.split(), after.split()
    most = min(len(old), len(new))
    start = next((i for i in range(most) if old[i] != new[i]), most)
    end = next((i for i in range(most - start) if old[-1 - i] != new[-1 - i]), most - start)
    return _cut(old, start, end), _cut(new, start, end)


def _cut(words: list[str], start: int, end: int) -> str:
    first = start - _CONTEXT if start > _CONTEXT + 2 else 0
    last = len(words) - end + _CONTEXT if end > _CONTEXT + 2 else len(words)
    ends = ("… " if first else "", " …" if last < len(words) else "")
    return " ".join(words[first:last]).join(ends)


def _problems(report: Report) -> Iterator[str]:
    problems, more = first_problems(report)
    lines = [_filled(f"{p.file}:{p.line}: {p.message} [{p.code}]", "  ", "") for p in problems]
    sentences = [_filled(" ".join(own_problems(report)), "", "")]
    if report.problems or report.not_compared:
        yield "\n".join([*sentences, *lines, *([f"  {more}"] if more else [])])


def _counts(report: Report) -> Iterator[tuple[str, int, int]]:
    for count in report.counts:
        yield count.name, count.before, count.after


def _group(title: str, changes: Sequence[Change]) -> str:
    heading = [f"  {title}"] if title else []
    indent = "    " if title else "  "
    return "\n".join([*heading, *(_item(change, indent) for change in changes)])


def _item(change: Change, indent: str = "  ") -> str:
    lines = [_filled(change.words + _stop(change.words), indent, "- ")]
    lines += [_filled(text, indent + "    ", f"{mark} ") for mark, text in wordings(change)]
    return "\n".join(lines)


def _stop(words: str) -> str:
    return "" if words.endswith((".", "?", "!")) else "."


def _filled(text: str, indent: str, mark: str) -> str:
    return fill(
        text,
        WIDTH,
        initial_indent=indent + mark,
        subsequent_indent=indent + " " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _addresses(report: Report) -> list[str]:
    return [f"  {page or 'the first page'}" for page in report.pages]
