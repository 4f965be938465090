"""Pages written by hand, rendered: Markdown that may quote findings and counts by name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.pages.address import Address
from generator.pages.page import Made, Page
from generator.pages.render import without_markdown
from generator.pages.views import source_check
from generator.pages.views.findings import FindingView, finding_view
from generator.pages.views.names import Link
from generator.site.by_hand.files import TITLE, Written
from generator.site.by_hand.reading import Bracketed, Length, Named, Quoted, Said, read_page
from generator.site.by_hand.words import PAGES
from generator.site.context import Context
from generator.site.found_as import also_called, kind_in_words, names_as_one_word


def page(written: Written, ctx: Context) -> Page:
    """The page of a file that `files.py` has read and found nothing wrong with."""
    edit = ctx.edit(written.edit)
    return Page(written.address, edit, written.title, partial(_made, written, ctx), by_hand=True)


def _made(written: Written, ctx: Context) -> Made:
    text = "".join(_printed(written.body, values(written.address, ctx)))
    title = TITLE.search(text)
    assert title is not None  # `files.py` refuses a page without a title
    # The notice that stands on every page stands below the heading.
    above = text[: title.end()]
    pieces = ctx.renderer.by_hand(
        above,
        text[len(above) :].strip("\n"),
        written.address,
        edit=ctx.edit(written.edit),
        checked=None,
        found_as=kind_in_words(written.address, ctx.names.words),
        also=also_called(written.address, ctx.library),
        own_id="",
        called=names_as_one_word(written.address, ctx.names),
    )
    return Made(written.description, pieces)


def values(address: Address, ctx: Context) -> dict[str, Any]:
    """What every word stands for on the page with this address; see `words.py`."""
    library, parts = ctx.library, ctx.renderer.parts(address)

    def findings(topic: str) -> list[FindingView]:
        chosen = [f for f in library.findings.values() if f.topic == topic]
        return [finding_view(finding, ctx.names) for finding in chosen]

    def finding(id: str) -> list[FindingView]:
        return [finding_view(library.findings[id], ctx.names)]

    def link(to: Link) -> str:
        return ctx.renderer.link_markup(address, to)

    return {
        "findings": findings,
        "finding": finding,
        "ref": ctx.names.full,
        "link": link,
        "parts.findings": parts.findings,
        "parts.links": parts.links,
        "parts.file": parts.file,
        "page.to": address.to,
        "edition": ctx.edition.dated,
        "review.repository": library.review.repository,
        **{f"counts.{name}": count for name, count in _counts(ctx).items()},
        **PAGES,
    }


def _counts(ctx: Context) -> dict[str, int]:
    library, theories = ctx.library, ctx.library.theories.values()
    return {
        "interventions": len(library.interventions),
        "studies": len(library.included_studies),
        "theories": sum(t.is_final for t in theories),
        "removed": sum(t.change == "removed" for t in theories),
        "findings": len(library.findings),
        **source_check.counts(library, ctx.recounts),
    }


def _printed(body: str, known: dict[str, Any]) -> Iterator[str]:
    for part in read_page(body):
        if isinstance(part, str):
            yield part
        elif isinstance(part, Named):
            known[part.name] = _value(part.value, known)
        else:
            yield without_markdown(_value(part, known))


def _value(said: Said, known: dict[str, Any]) -> Any:
    match said:
        case Quoted(text):
            return text
        case Bracketed(items):
            return [_value(item, known) for item in items]
        case Length(of):
            return len(_value(of, known))
    value = known[said.name]
    if said.arguments is None:
        return value
    return value(*(_value(argument, known) for argument in said.arguments))
