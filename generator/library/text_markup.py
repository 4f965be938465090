"""Markup that texts cannot hold: HTML, links, and half of what the grammar of inline.py has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.diagnostics import Diagnostic
from generator.entities.inline import pieces
from generator.files.load import Document, Path

ADDRESSES = frozenset({"url", "licence-url", "leave-url", "address", "repository"})
"""The keys that hold an address: nowhere else does one belong."""

# A tag as browsers know it, or a character by its name. “p < 0.05”, “a<b” and “R&D” are neither.
_HTML = re.compile(
    r"""</?[a-z][^\s<>/]*(?:\s*/?>|[\s/][^<>]*=)
    |<!--|<!\[|<![a-z]|<\?[a-z]|&(?:[a-z]{2,31}|\#\w{1,8});""",
    re.I | re.X,
)
# The name of a site, such as “www.site.example”, is a fact of the source; a scheme makes it a link.
_LINK = re.compile(r"\]\([^)\s]|\b(?:https?|ftp|file|data|javascript|mailto):[^\s]", re.I)
# What the grammar of inline.py leaves as text, and nobody can have meant: half of a pair. Two stars
# alone may be a note to a number, and doubled brackets may stand within one another.
_HALF = re.compile(
    r"""(?=[{*+-])(?:\{--|--\}|\{\+\+|\+\+\}
    |(?<![\w*])\*\*\w(?:[^*]*\w)?\*(?![\w*])
    |(?<![\w*])\*\w(?:[^*]*\w)?\*\*(?![\w*]))""",
    re.X,
)
_BRACKETS = re.compile(r"\[\[(?=\w)|(?<!\[)\[[^\[\]]+\]\]")
_SIGN = re.compile(r"[{*}]|\[\[|\]\]")


def refused(document: Document) -> Iterator[Diagnostic]:
    """Every text with markup that is not for it.

    Diagnostics: html-in-text, link-in-text, markup-half.
    """
    suspects: list[tuple[Path, str]] = []
    _look(document.data, (), suspects)
    for path, text in suspects:
        if found := _HTML.search(text):
            yield _html(document, path, found[0])
        if path[-1] not in ADDRESSES and (found := _LINK.search(text)):
            yield _link(document, path)
        if half := _half(text):
            yield _unpaired(document, path, half)


def _half(text: str) -> str:
    """The first words around markup that is opened or closed and not both; empty where none is."""
    for piece in pieces(text) if _SIGN.search(text) else ():
        rest = piece.content if piece.kind == "text" else ""
        lone = rest.count("[") != rest.count("]") and _BRACKETS.search(rest)
        if found := _HALF.search(rest) or lone:
            return rest[max(0, found.start() - 20) : found.end() + 20].strip()
    return ""


def _look(value: Any, path: Path, suspects: list[tuple[Path, str]]) -> None:
    """Gather the texts that may hold any; the reader has seen to it that none lies too deep."""
    steps: Iterable[tuple[str | int, Any]]
    if isinstance(value, dict):
        steps = value.items()
    elif isinstance(value, list):
        steps = enumerate(value)
    else:
        return
    for step, item in steps:
        if not isinstance(item, str):
            _look(item, (*path, step), suspects)
        elif _may_hold(item):
            suspects.append(((*path, step), item))


def _may_hold(text: str) -> bool:
    """A quick look at a text, since most hold none of it."""
    return (
        "<" in text or "&" in text or ":" in text or "](" in text
        or "{" in text or "}" in text or "*" in text or "[[" in text or "]]" in text
    )  # fmt: skip


def _html(document: Document, path: Path, found: str) -> Diagnostic:
    return Diagnostic(
        document.at(path),
        "html-in-text",
        f"This text holds HTML, “{found[:40]}”, which readers would see as it stands.",
        "Plain words; *emphasis* and **strong** for what is to stand out.",
        "Delete the tags, and write characters themselves: & and not &amp;.",
    )


def _link(document: Document, path: Path) -> Diagnostic:
    return Diagnostic(
        document.at(path),
        "link-in-text",
        "This text holds a link or an address of the web.",
        "Links within the site: [[an id]] or [[a place in the source]].",
        "Take the address out. That of a study belongs under its “url” or “doi”, another "
        "publication under “refined-by” or in seeds/studies.yml.",
    )


def _unpaired(document: Document, path: Path, found: str) -> Diagnostic:
    return Diagnostic(
        document.at(path),
        "markup-half",
        f"Markup is opened or closed here and not both: “{found}”. Readers would see its signs.",
        "Pairs: {--old--}, {++new++}, [[an id]], **strong** and *emphasis*.",
        "Write the sign that is missing, each without a space in it, or delete its other half.",
    )
