"""Pages written by hand in `docs/`: Markdown that may quote findings and counts by name."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError

from generator.diagnostics import Diagnostic, Location
from generator.files.plain_files import plain_files
from generator.files.text_file import read_text
from generator.pages import addresses
from generator.pages.render import Page
from generator.pages.views import source_check
from generator.pages.views.common import FindingView, Link, finding_view
from generator.site.by_hand_markup import refused
from generator.site.by_hand_words import hold
from generator.site.catalogue import Context

_TITLE = re.compile(r"^# (.+)$", re.M)
_DESCRIPTION = re.compile(r"\A---\n(?:.*\n)*?description: (.+)\n(?:.*\n)*?---\n", re.M)
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)
_NOTICE_LINES = 2
"""As many as are put below the title of a page."""


def pages(root: Path, ctx: Context) -> Iterator[Page | Diagnostic]:
    """Every Markdown file of `docs/`, rendered; a file that cannot be is a diagnostic."""
    files, _ = plain_files(root, "docs")
    for file in files:
        text, unreadable = read_text(root, file) if file.endswith(".md") else (None, [])
        yield from unreadable
        if text is not None:
            yield _page(text, file.removeprefix("docs/"), ctx)


def _page(text: str, relative: str, ctx: Context) -> Page | Diagnostic:
    address = addresses.by_hand(relative)
    title = _TITLE.search(text)
    description = _DESCRIPTION.search(text)
    body = _FRONT.sub("", text)
    front_lines = text.count("\n") - body.count("\n")
    edit = f"docs/{relative}"
    words = _words(ctx)
    try:
        hold(body, _names(words))
    except TemplateSyntaxError as error:
        return _unrendered(edit, error.lineno + front_lines, error.message)
    try:
        rendered = ctx.renderer.by_hand(_with_notice(body), address, edit=edit, **words)
    except (TemplateError, LookupError, TypeError, ValueError, ArithmeticError) as error:
        return _unrendered(edit, _line(error, body) + front_lines, str(error))
    for what, begins in refused(rendered):
        return _no_markdown(edit, _found(begins, text), what)
    return Page(
        address,
        title[1] if title else relative,
        description[1] if description else ctx.library.review.description,
        edit,
        rendered,
        by_hand=True,
    )


def _unrendered(file: str, line: int, problem: str | None) -> Diagnostic:
    return Diagnostic(
        Location(file, line),
        "page-template",
        f"This page cannot be rendered: {(problem or '').rstrip('.')}.".replace("?.", "?"),
        "Markdown, with {{ finding('id') }} and the other words that the documentation lists.",
        "Correct what stands between the double braces.",
    )


def _no_markdown(file: str, line: int, what: str) -> Diagnostic:
    return Diagnostic(
        Location(file, line),
        "page-markup",
        f"This page holds {what}, which is not for pages written by hand.",
        "Markdown: headings, paragraphs, lists, tables, code, links and pictures of this site.",
        "Take it out; code that is to be read as it stands goes between backticks.",
    )


def _found(begins: str, text: str) -> int:
    """The first line with these characters; the first of all where the file says it otherwise."""
    lines = text.lower().split("\n")
    return next((n for n, line in enumerate(lines, 1) if begins.lower() in line), 1)


def _names(words: dict[str, object]) -> Iterator[str]:
    """The words as a page writes them: `counts.theories` for what lies within a mapping."""
    for name, value in words.items():
        yield from (f"{name}.{key}" for key in value) if isinstance(value, dict) else (name,)


def _line(error: Exception, body: str) -> int:
    """The line of the body that an error comes from, without the lines of the notice."""
    calls = traceback.extract_tb(error.__traceback__)
    line = next((call.lineno or 1 for call in calls if call.filename == "<template>"), 1)
    title = _TITLE.search(body)
    is_below = title is not None and line > body[: title.end()].count("\n") + 1
    return line - _NOTICE_LINES if is_below else line


def _with_notice(body: str) -> str:
    """The notice that stands on every page, below the heading and on lines of its own."""
    noticed = _TITLE.sub(lambda title: title[0] + '\n\n{% include "notice.html" %}', body, count=1)
    return noticed.rstrip() + '\n\n{% include "made_from.html" %}\n'


def _words(ctx: Context) -> dict[str, object]:
    """What a page written by hand can say between double braces."""
    library = ctx.library
    theories = library.theories.values()

    def findings(topic: str) -> list[FindingView]:
        chosen = [f for f in library.findings.values() if f.topic == topic]
        if not chosen:
            raise LookupError(f"there is no finding on “{topic}”")
        return [finding_view(finding, ctx.names) for finding in chosen]

    def finding(id: str) -> list[FindingView]:
        if id not in library.findings:
            raise LookupError(f"there is no finding “{id}”")
        return [finding_view(library.findings[id], ctx.names)]

    def ref(id: str) -> Link:
        link = ctx.names.full(id)
        if link.address == addresses.HOME:
            raise LookupError(f"there is no page “{id}”")
        return link

    return {
        "findings": findings,
        "finding": finding,
        "ref": ref,
        "edition": ctx.edition,
        "counts": {
            "interventions": len(library.interventions),
            "theories": sum(t.final == "present" for t in theories),
            "removed": sum(t.change == "removed" for t in theories),
            **source_check.counts(library, ctx.recounts),
            "findings": len(library.findings),
        },
    }
