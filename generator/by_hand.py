"""Pages written by hand in `docs/`: Markdown that may quote findings and counts by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import TemplateError

from generator import addresses
from generator.diagnostics import Diagnostic, Location
from generator.render import Page
from generator.site import Context, long_date
from generator.views.common import FindingView, Link, finding_view

_TITLE = re.compile(r"^# (.+)$", re.M)
_DESCRIPTION = re.compile(r"\A---\n(?:.*\n)*?description: (.+)\n(?:.*\n)*?---\n", re.M)
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)


def pages(root: Path, ctx: Context) -> Iterator[Page | Diagnostic]:
    """Every Markdown file of `docs/`, rendered; a file that cannot be is a diagnostic."""
    docs = root / "docs"
    for file in sorted(docs.rglob("*.md")):
        relative = file.relative_to(docs).as_posix()
        yield _page(file.read_text(encoding="utf-8"), relative, ctx)


def _page(text: str, relative: str, ctx: Context) -> Page | Diagnostic:
    address = addresses.by_hand(relative)
    title = _TITLE.search(text)
    description = _DESCRIPTION.search(text)
    body = _with_notice(_FRONT.sub("", text))
    # Lines that the template does not have, or has in addition.
    front_lines = text.count("\n") - body.count("\n")
    try:
        edit = f"docs/{relative}"
        rendered = ctx.renderer.by_hand(body, address, edit=edit, **_words(ctx))
    except (TemplateError, KeyError) as error:
        line = getattr(error, "lineno", None) or 1 - front_lines
        return Diagnostic(
            Location(f"docs/{relative}", line + front_lines),
            "page-template",
            f"This page cannot be rendered: {error}.",
            "Markdown, with {{ finding('id') }} and the other words that the documentation lists.",
            "Correct what stands between the double braces.",
        )
    return Page(
        address,
        title[1] if title else relative,
        description[1] if description else ctx.library.review.description,
        edit,
        rendered,
    )


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
        return [finding_view(finding, ctx.names) for finding in chosen]

    def finding(id: str) -> list[FindingView]:
        return [finding_view(library.findings[id], ctx.names)]

    def ref(id: str) -> Link:
        return ctx.names.full(id)

    return {
        "findings": findings,
        "finding": finding,
        "ref": ref,
        "version": ctx.release.version,
        "date": long_date(ctx.release.date),
        "counts": {
            "interventions": len(library.interventions),
            "theories": sum(t.model.final == "present" for t in theories),
            "removed": sum(t.model.change == "removed" for t in theories),
            "claims": len(library.claims),
            "findings": len(library.findings),
        },
    }
