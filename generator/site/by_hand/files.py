"""The files of pages written by hand: read, and held to their few words and to Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Location
from generator.files.plain_files import plain_files
from generator.files.text_file import read_text
from generator.pages import addresses
from generator.pages.address import Address
from generator.side_by_side import EndedEarlyError, meanwhile
from generator.site.by_hand.markup import Audited, audit
from generator.site.by_hand.patience import TookTooLongError, patience
from generator.site.by_hand.reading import SpeltError
from generator.site.by_hand.words import OF_ANY_REVIEW, Meaning, stand_in, words

if TYPE_CHECKING:
    from generator.library.library import Library

TITLE = re.compile(r"^# (.+)$", re.M)
_DESCRIPTION = re.compile(r"^description: (.+)$", re.M)
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)
_SECONDS = 2
"""How long a page may take to read; one of a million letters takes less."""


_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico")
_DOCUMENTS = (".pdf",)
_LOOKS = (".css", ".woff2")
"""What `mkdocs.yml` may name, and no page; in the theme’s own folder they would replace its own."""
_OF_THEME = "docs/assets/"


@dataclass(frozen=True)
class Written:
    """A page as it is written, of which nothing is wrong: it can be rendered."""

    address: Address
    title: str
    description: str
    edit: str
    """Its file, relative to the review's folder."""
    body: str
    """What stands below its front matter."""
    ids: frozenset[str] = frozenset()
    """What a link to it can name; of a heading that quotes the data, nobody knows it yet."""
    links: tuple[tuple[str, int], ...] = ()
    """The addresses that stand in it as links, each with its line."""


def written(
    root: Path, library: Library, seen: Mapping[str, Audited] | None = None
) -> Iterator[Written | Diagnostic]:
    """Every Markdown file of `docs/`; of one with which something is wrong, what that is.

    What was `seen` of a page already, by `audited`, is not looked for again.

    Diagnostics: those of `read_text`, page-template, page-markup.
    """
    known = words(library)
    for file, text, unreadable in _texts(root):
        yield from unreadable
        if text is not None:
            yield _held_in_time(text, _page(text, file, library), known, seen or {})


def audited(root: Path) -> dict[str, Audited]:
    """What Markdown makes of the pages, by what is given to it: needs none of the data.

    Pages with which something is wrong may be left out.
    """
    found: dict[str, Audited] = {}
    for _, text, _ in _texts(root):
        with suppress(SpeltError, TookTooLongError, RecursionError), patience(_SECONDS):
            shown = stand_in(_body(text or ""), OF_ANY_REVIEW)
            found[shown] = audit(shown)
    return found


@contextmanager
def auditing(root: Path) -> Iterator[Callable[[], Mapping[str, Audited]]]:
    """Have another process audit the pages while the block does something else.

    Gives what to call for what it saw; where it has ended early, the pages are audited then.
    """
    with meanwhile(partial(audited, root)) as seen:

        def found() -> Mapping[str, Audited]:
            try:
                return seen()
            except EndedEarlyError:
                return audited(root)

        yield found


def _texts(root: Path) -> Iterator[tuple[str, str | None, list[Diagnostic]]]:
    """Every Markdown file with its text, or why it cannot be read."""
    for file in plain_files(root, "docs")[0]:
        if file.endswith(".md"):
            yield (file, *read_text(root, file))


def unpublished(root: Path) -> Iterator[Diagnostic]:
    """The files of `docs/` that are none for readers: what a browser would run, or a host obey.

    Diagnostics: unknown-file.
    """
    for file in plain_files(root, "docs")[0]:
        own_look = file.endswith(_LOOKS) and not file.startswith(_OF_THEME)
        if not own_look and not file.endswith((".md", *_PICTURES, *_DOCUMENTS)):
            yield Diagnostic(
                Location(file),
                "unknown-file",
                "This file is not published: a browser could run it, or a host obey it.",
                f"A page (.md), a picture ({', '.join(_PICTURES)}), a document (.pdf); and outside"
                f" of {_OF_THEME} a style sheet or font that mkdocs.yml names.",
                "Take it away; save a drawing as .png, and put data where they get a DOI.",
            )


def _page(text: str, file: str, library: Library) -> Written:
    relative = file.removeprefix("docs/")
    front = _FRONT.match(text)
    body = _body(text)
    title = TITLE.search(body)
    description = _DESCRIPTION.search(front[0]) if front else None
    return Written(
        addresses.by_hand(relative),
        title[1] if title else "",
        description[1] if description else library.review.description,
        file,
        body,
    )


def _body(text: str) -> str:
    front = _FRONT.match(text)
    return text[front.end() :] if front else text


def _held_in_time(
    text: str, page: Written, known: dict[str, Meaning], seen: Mapping[str, Audited]
) -> Written | Diagnostic:
    """The page, or what is wrong with it: also that it is made to keep a program busy.

    Markdown has no limits of its own.
    """
    try:
        with patience(_SECONDS):
            return _held(text, page, known, seen)
    except TookTooLongError:
        what = "what takes longer than two seconds to read"
    except RecursionError:
        what = "lists, quotations or words that stand too deep within one another"
    return _no_markdown(page.edit, 1, what)


def _held(
    text: str, page: Written, known: dict[str, Meaning], seen: Mapping[str, Audited]
) -> Written | Diagnostic:
    """The page with its ids, or the first thing that keeps it from being published."""
    try:
        shown = stand_in(page.body, known)
        of_page = seen.get(shown) or audit(shown)
    except SpeltError as error:
        at = len(text) - len(page.body) + error.at
        return _unrendered(page.edit, text.count("\n", 0, at) + 1, error.told)
    lines = text.lower().split("\n")
    for what, begins in of_page.refused:
        return _no_markdown(page.edit, _found(begins, lines), what)
    links = tuple((to, _found(f"({to}", lines)) for to in sorted(of_page.links) if f"({to}" in text)
    return replace(page, ids=of_page.ids, links=links) if page.title else _untitled(page.edit)


def _untitled(file: str) -> Diagnostic:
    return Diagnostic(
        Location(file),
        "page-template",
        "This page has no title.",
        "A line “# Title”, below the lines between --- if there are any.",
        "Write one; what stands on every page is put below it.",
    )


def _unrendered(file: str, line: int, problem: str) -> Diagnostic:
    return Diagnostic(
        Location(file, line),
        "page-template",
        f"This page cannot be rendered: {problem if problem[-1] in '.?' else problem + '.'}",
        "Markdown, with {{ finding('id') }} and the words that --explain page-template names.",
        "Correct what stands between the double braces.",
    )


def _no_markdown(file: str, line: int, what: str) -> Diagnostic:
    return Diagnostic(
        Location(file, line),
        "page-markup",
        f"This page holds {what}, which is not for pages written by hand.",
        "Markdown: headings, paragraphs, lists, tables, code, links and pictures of this site.",
        "Write a link to the page, from the address of this one: [its words](../theories/x04/)."
        if "[[" in what
        else "Take it out; code that is to be read as it stands goes between backticks.",
    )


def _found(begins: str, lines: list[str]) -> int:
    """The first of these lines in small letters that holds it; the first where none does."""
    return next((n for n, line in enumerate(lines, 1) if begins.lower() in line), 1)
