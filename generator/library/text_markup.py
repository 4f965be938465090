"""Markup that texts cannot hold: HTML and links. What they can hold is the grammar of inline.py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Diagnostic
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
_MAY_HOLD = re.compile("[<&:(]")


def refused(document: Document) -> Iterator[Diagnostic]:
    """Every text with markup that is not for it. Diagnostics: html-in-text, link-in-text."""
    suspects: list[tuple[Path, str]] = []
    _look(document.data, (), suspects)
    for path, text in suspects:
        if found := _HTML.search(text):
            yield _html(document, path, found[0])
        if (found := _LINK.search(text)) and path[-1:] and path[-1] not in ADDRESSES:
            yield _link(document, path)


def _look(value: Any, path: Path, suspects: list[tuple[Path, str]]) -> None:
    """Gather the texts that may hold any; the reader has seen to it that none lies too deep."""
    if isinstance(value, str):
        if _MAY_HOLD.search(value):  # as most texts do not
            suspects.append((path, value))
    elif isinstance(value, dict):
        for key, item in value.items():
            _look(item, (*path, key), suspects)
    elif isinstance(value, list):
        for position, item in enumerate(value):
            _look(item, (*path, position), suspects)


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
        "Take the address out; a publication goes under “refined-by” or into seeds/studies.yml.",
    )
