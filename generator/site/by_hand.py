"""Pages written by hand, rendered: Markdown that may quote findings and counts by name."""

from __future__ import annotations

from generator.pages.page import Page
from generator.pages.views import source_check
from generator.pages.views.common import FindingView, Link, finding_view
from generator.site.by_hand_files import TITLE, Written
from generator.site.catalogue import Context
from generator.site.facets import facets


def page(written: Written, ctx: Context) -> Page:
    """The page of a file that was read and held by `by_hand_files`."""
    body = ctx.renderer.by_hand(
        _with_notice(written.body),
        written.address,
        edit=written.edit,
        facets=tuple(facets(written.address, ctx.library)),
        **meanings(ctx),
    )
    return Page(
        written.address, written.title, written.description, written.edit, body, by_hand=True
    )


def _with_notice(body: str) -> str:
    """The notice that stands on every page, below the heading and on lines of its own."""
    noticed = TITLE.sub(lambda title: title[0] + '\n\n{% include "notice.html" %}', body, count=1)
    return noticed.rstrip() + '\n\n{% include "made_from.html" %}\n'


def meanings(ctx: Context) -> dict[str, object]:
    """What the words of this review mean; which there are stands in `by_hand_words.py`."""
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
        "edition": ctx.edition,
        "counts": {
            "interventions": len(library.interventions),
            "studies": len(library.included_studies),
            "theories": sum(t.final == "present" for t in theories),
            "removed": sum(t.change == "removed" for t in theories),
            **source_check.counts(library, ctx.recounts),
            "findings": len(library.findings),
        },
    }
