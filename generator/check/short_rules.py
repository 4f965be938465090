"""Rules for short forms, and for what is made of them; part of the RULES of rules.py."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.entities import Decision, Finding
from generator.entities.guidance import Matrix
from generator.files.load import Path
from generator.library.library import Library

SHORT_WORDS = 20
"""The longest short form, in words: one sentence."""
CELL_WORDS = 12
"""The longest one in a matrix: a glance at each cell has to do."""
ANSWER_WORDS = 90
"""The longest answer at the top of a page of guidance: half a minute."""

HEDGES = frozenset({
    "almost", "appear", "appeared", "appears", "can", "comparatively", "could", "few",
    "generally", "likely", "limited", "many", "may", "might", "most", "often", "partly",
    "perhaps", "plausible", "possible", "possibility", "possibly", "potential",
    "potentially", "rarely", "relatively", "seem", "seemed", "seems", "some", "sometimes",
    "suggest", "suggested", "suggests", "tend", "tended", "tends", "unexpectedly",
    "usually", "would",
})  # fmt: skip
"""Words that hedge by themselves; any other hedge, such as “no evidence”, is kept whole."""

_WORD = re.compile(r"[\w’'-]+")


def short_forms_are_short(library: Library) -> Iterator[Diagnostic]:
    """A short form is read at a glance, and the answer of a page in half a minute.

    Diagnostic: too-many-words.
    """
    cells = {id for _, matrix in _matrices(library) for row in matrix.rows for id in row.findings}
    for id, finding in library.findings.items():
        limit = CELL_WORDS if id in cells else SHORT_WORDS
        where = " in a matrix" * (id in cells)
        if told := _too_long(finding.short or "", limit, where):
            yield Diagnostic(library.locate("finding", id, "short"), *told)
    for id, decision in library.guidance.items():
        if told := _too_long(decision.summary, ANSWER_WORDS):
            yield Diagnostic(library.locate("decision", id, "summary"), *told)


def _too_long(text: str, limit: int, where: str = "") -> tuple[str, str, str, str] | None:
    count = len(text.split())
    if count <= limit:
        return None
    return (
        "too-many-words",
        f"This text has {count} words.",
        f"{limit} words at most{where}.",
        "Leave out what its own page or statement says; never leave out “may” or “might”.",
    )


def short_forms_keep_their_hedge(library: Library) -> Iterator[Diagnostic]:
    """Rule of truth 2: the hedge travels with the finding, into its short form as well.

    Diagnostic: hedge-lost.
    """
    for id, finding in library.findings.items():
        if lost := _lost_hedge(finding):
            yield Diagnostic(
                library.locate("finding", id, "short"),
                "hedge-lost",
                f"The short form is surer than the finding, which says {lost}.",
                "A short form that is no surer: the hedge, or the word of it that hedges.",
                "Put the hedge back, and leave out something else.",
            )


def _lost_hedge(finding: Finding) -> str:
    """The hedge that the short form does not keep, in quotation marks; empty where it keeps all."""
    if finding.short is None:
        return ""
    kept = _words(finding.short)
    for quote in finding.quotes:
        hedges = HEDGES.intersection(_words(quote))
        if not (hedges.intersection(kept) if hedges else _stands_in(_words(quote), kept)):
            return f"“{quote}”"
    hedges = HEDGES.intersection(_words(finding.text))
    if not finding.quotes and hedges and not hedges.intersection(kept):
        return " or ".join(f"“{word}”" for word in sorted(hedges))
    return ""


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _stands_in(words: list[str], text: list[str]) -> bool:
    return any(text[n : n + len(words)] == words for n in range(len(text)))


def what_is_shown_in_short_has_a_short_form(library: Library) -> Iterator[Diagnostic]:
    """Headlines and matrices are made of short forms and of no texts of their own.

    Diagnostic: short-missing.
    """
    for kind, names_it, path, id in _named_in_short(library):
        finding = library.findings.get(id)
        if finding and finding.short is None:
            yield Diagnostic(
                library.locate(kind, names_it, *path),
                "short-missing",
                f"The finding “{id}” has no short form.",
                "A key “short” at the finding: the same in a few words, with its hedge.",
                "Write it in seeds/findings.yml, or take the finding out here.",
            )


def a_row_puts_every_finding_in_a_column(library: Library) -> Iterator[Diagnostic]:
    """What is about none of the formats of a matrix would silently be left out of it.

    Diagnostic: matrix-cell.
    """
    for decision, matrix in _matrices(library):
        formats = {format for column in matrix.columns for format in column.formats}
        for r, row in enumerate(matrix.rows):
            for f, id in enumerate(row.findings):
                finding = library.findings.get(id)
                if finding and not formats.intersection(finding.formats):
                    yield Diagnostic(
                        library.locate("decision", decision.id, "matrix", "rows", r, "findings", f),
                        "matrix-cell",
                        f"The finding “{id}” is about none of the formats of the columns.",
                        "A finding with one of these formats: " + ", ".join(sorted(formats)) + ".",
                        "Add “formats” to the finding, or list it under “notes”.",
                    )


def _matrices(library: Library) -> Iterator[tuple[Decision, Matrix]]:
    return ((d, d.matrix) for d in library.guidance.values() if d.matrix)


def _named_in_short(library: Library) -> Iterator[tuple[str, str, Path, str]]:
    """Every finding that is shown in short only, with the kind, id and path of what names it."""
    for n, id in enumerate(library.review.home.headlines):
        yield "review", "", ("home", "headlines", n), id
    for decision, matrix in _matrices(library):
        lists: list[tuple[Path, tuple[str, ...]]] = [
            (("board",), matrix.board),
            (("notes",), matrix.notes),
            *((("rows", r, "findings"), row.findings) for r, row in enumerate(matrix.rows)),
        ]
        for path, ids in lists:
            for n, id in enumerate(ids):
                yield "decision", decision.id, ("matrix", *path, n), id


RULES = (
    short_forms_are_short,
    short_forms_keep_their_hedge,
    what_is_shown_in_short_has_a_short_form,
    a_row_puts_every_finding_in_a_column,
)
