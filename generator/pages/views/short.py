"""Findings in their short form: each stands in full on one page, and elsewhere links lead there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.entities import Finding
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.views.basis import Marked
from generator.pages.views.names import Link, Names


@dataclass(frozen=True)
class ShortView(Marked):
    """A finding in a few words, with a link to where it stands in full."""

    link: Link
    subject: str
    """The headings of its columns, where it was written for a cell of a matrix; else empty."""
    kind: str
    basis: str


def short_view(finding: Finding, names: Names) -> ShortView:
    """A finding in its short form, or whole where it has none."""
    text = names.plain(finding.short or finding.text)
    home = names.library.homes.get(finding.id)
    return ShortView(
        Link(text, addresses.decision(home) if home else addresses.FINDINGS, finding.id),
        _subject(finding, names.library),
        finding.kind,
        finding.basis,
    )


def _subject(finding: Finding, library: Library) -> str:
    matrix = library.matrices.get(finding.id)
    columns = matrix.columns if matrix else ()
    return ", ".join(c.title for c in columns if set(c.formats) & set(finding.formats))


def short_views(ids: Iterable[str], names: Names) -> tuple[ShortView, ...]:
    """Several findings in their short forms."""
    return tuple(short_view(names.library.findings[id], names) for id in ids)
