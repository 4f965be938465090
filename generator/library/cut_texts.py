"""Texts of which a “#” cut off the end: YAML takes what follows for a comment, without a word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args

from generator.diagnostics import Diagnostic, Location
from generator.entities.forms import OneSpace, TextForm
from generator.entities.walk import types_at
from generator.files.load import Document, Path
from generator.files.yaml_beside import Beside

_CHOICE = re.compile(r"[a-z][a-z0-9-]*")
"""A value that may be the id of a choice, where any text may stand: no sentence is so short."""


def cut_texts(document: Document, entity: Any) -> Mapping[Path, Diagnostic]:
    """What is said of each text in words, without quotation marks, that a comment stands beside.

    An id, a place in the source or a number may have one: its type takes none of the words.

    Diagnostics: text-cut.
    """
    found = {}
    for path, beside in document.beside.items():
        kept = document.positions.written[path]
        if _CHOICE.fullmatch(kept) and beside.text.startswith("# "):
            continue
        if any(_takes(kind, f"{kept} {beside.text}".strip()) for kind in types_at(entity, path)):
            found[path] = _cut(document.path, kept, beside)
    return found


def _takes(kind: Any, text: str) -> bool:
    """Whether it is a type of words that would take all of a text."""
    marks = get_args(kind)[1:]
    is_of_words = any(isinstance(mark, OneSpace) for mark in marks)
    return is_of_words and all(mark.fits(text) for mark in marks if isinstance(mark, TextForm))


def _cut(file: str, kept: str, beside: Beside) -> Diagnostic:
    return Diagnostic(
        Location(file, beside.line, beside.column),
        "text-cut",
        "A “#” after a space begins a comment: "
        + (f"the text ends with “{kept[-40:]}”." if kept else "there is no text before it."),
        "The whole text in quotation marks, or no comment beside it.",
        f"If “{beside.text[:40]}” belongs to the text, put all of it in 'quotation marks', with"
        " every ' in it doubled; if it is a comment, put it on a line of its own.",
    )
