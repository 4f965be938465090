"""Tells from the look of a line what became of it: struck letters were removed, capitals added."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from generator.edit.importing.capitals import capital_words, sentence_case
from generator.edit.importing.opening.tables import Line, Run
from generator.entities import Change
from generator.entities.inline import has_change_markup, pieces

Kind = Literal["text", "deleted", "inserted"]
_LEADING = re.compile(r"^(?:[•●▪◦·*–—-]\s*|\(?\d{1,2}[.)]\s+|\(?[a-z]\)\s+)(?=\S)")


@dataclass(frozen=True)
class MarkedStatement:
    """A statement as it goes into the YAML."""

    text: str
    change: Change
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Letter:
    letter: str
    struck: bool
    capital: bool


def marked_statement(line: Line, abbreviations: frozenset[str]) -> MarkedStatement | None:
    """The statement of a line; None where it holds no word."""
    letters = _letters(line)
    if not any(each.letter.isalnum() for each in letters):
        return None
    parts = _parts(_smoothed(letters), abbreviations)
    kinds = {kind for kind, text in parts if _has_words(text)}
    text = "".join(text for _, text in parts).strip()
    if kinds == {"text"}:
        return MarkedStatement(text, "retained")
    remarks = _remarks(letters)
    if kinds == {"deleted"}:
        return MarkedStatement(text, "removed", remarks)
    if kinds == {"inserted"}:
        return MarkedStatement(sentence_case(text, abbreviations, opens=True), "added", remarks)
    return MarkedStatement(_both_wordings(parts, abbreviations), "reworded", remarks)


def _letters(line: Line) -> list[_Letter]:
    """The letters with their look: one space between words, no bullet before them."""
    found: list[_Letter] = []
    for run in (part for whole in line.runs for part in _without_markup(whole)):
        for letter in run.text.replace("[[", "[").replace("]]", "]"):
            if not letter.isspace():
                found.append(_Letter(letter, run.struck, run.capitals))
            elif found and found[-1].letter != " ":
                found.append(_Letter(" ", run.struck, run.capitals))
    text = "".join(each.letter for each in found)
    bullet = _LEADING.match(text)
    return found[bullet.end() if bullet else 0 : len(text.rstrip())]


def _without_markup(run: Run) -> Iterator[Run]:
    """CriticMarkup that somebody typed is a look, too."""
    if not has_change_markup(run.text):
        yield run
        return
    around = {"reference": "[{}]", "emphasis": "*{}*", "strong": "**{}**"}
    for piece in pieces(run.text):
        text = around.get(piece.kind, "{}").format(piece.content)
        yield Run(text, run.struck or piece.kind == "deleted", piece.kind == "inserted")


def _smoothed(letters: list[_Letter]) -> list[_Letter]:
    """Spaces and signs look like the words around them: people select them or not by accident."""
    groups = [list(group) for _, group in groupby(letters, key=lambda each: each.struck)]
    found: list[_Letter] = []
    for position, group in enumerate(groups):
        struck = group[0].struck
        is_inside = 0 < position < len(groups) - 1
        if is_inside and not _has_words("".join(each.letter for each in group)):
            struck = not struck
        found += [_Letter(each.letter, struck, each.capital) for each in group]
    return found


def _parts(letters: list[_Letter], abbreviations: frozenset[str]) -> list[tuple[Kind, str]]:
    """The text cut where its look changes."""
    cut = [(struck, list(group)) for struck, group in groupby(letters, key=lambda e: e.struck)]
    parts: list[tuple[Kind, str]] = []
    for position, (struck, group) in enumerate(cut):
        text = "".join(each.letter for each in group)
        if struck:
            parts.append(("deleted", text))
            continue
        flags = [each.capital for each in group]
        beside = (position > 0, position < len(cut) - 1)
        capital = capital_words(text, flags, abbreviations, beside)
        for is_capital, piece in groupby(range(len(text)), key=capital.__getitem__):
            kind: Kind = "inserted" if is_capital else "text"
            parts.append((kind, "".join(text[n] for n in piece)))
    return parts


def _both_wordings(parts: list[tuple[Kind, str]], abbreviations: frozenset[str]) -> str:
    """The parts as one text with CriticMarkup; spaces stay outside of it."""
    marks = {"deleted": ("{--", "--}"), "inserted": ("{++", "++}")}
    out = ""
    current = ""
    """What is read of the newer wording so far: it says whether a sentence begins."""
    for kind, text in parts:
        core = text.strip()
        if kind == "text" or not _has_words(core):
            out, current = out + text, current + text
            continue
        if kind == "inserted":
            opens = not _has_words(current) or current.rstrip()[-1:] in ".!?"
            core = sentence_case(core, abbreviations, opens=opens)
            current += core
        before, after = marks[kind]
        start, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        out += f"{start}{before}{core}{after}{end}"
    return re.sub(r"--\}\s+\{\+\+", "--}{++", " ".join(out.split()))


def _has_words(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def _remarks(letters: list[_Letter]) -> tuple[str, ...]:
    both = any(each.struck and each.capital and each.letter.isalpha() for each in letters)
    return ("It is struck through and in capitals at once; taken as removed.",) if both else ()
