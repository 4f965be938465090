"""What supports, refines or contradicts a theory: seen from the theory and from what does so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import get_args

from generator.entities.support import How, Support
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.backlinks import Backlinks
from generator.pages.views.common import RemarkView, provenance
from generator.pages.views.listed import Listed, list_of, listed
from generator.pages.views.names import Link, Names

_HOWS = get_args(How)
SAID_OF_THEORY: dict[How, str] = {
    "supports": "Supports it",
    "refines": "Refines it",
    "contradicts": "Contradicts it",
}
SAID_BY_EVIDENCE: dict[How, str] = {
    "supports": "It supports",
    "refines": "It refines",
    "contradicts": "It contradicts",
}
COLUMNS: dict[How, str] = {
    "supports": "Supported by",
    "refines": "Refined by",
    "contradicts": "Contradicted by",
}


@dataclass(frozen=True)
class SupportView:
    """A tie, with the page at its other end."""

    how: How
    label: str
    link: Link
    remark: RemarkView
    """What is said of it; the text may be empty."""


def of_theory(ties: Iterable[Support], names: Names) -> tuple[SupportView, ...]:
    """What supports, refines or contradicts a theory, in this order."""
    return tuple(
        SupportView(item.how, SAID_OF_THEORY[item.how], names.full(item.by), _remark(item, names))
        for item in sorted(ties, key=lambda item: _HOWS.index(item.how))
    )


def of_evidence(id: str, names: Names, back: Backlinks) -> Listed[SupportView]:
    """The theories that an intervention or a study supports, refines or contradicts."""

    def show(tie: tuple[str, Support]) -> SupportView:
        theory, item = tie
        return SupportView(
            item.how,
            SAID_BY_EVIDENCE[item.how],
            replace(names.full(theory), fragment=item.id),
            replace(_remark(item, names), id=""),
        )

    ties = sorted(back.supported.get(id, ()), key=lambda tie: _HOWS.index(tie[1].how))
    return listed(ties, show, _table(names))


def _table(names: Names) -> Link:
    """Where all theories stand with what they are tied to, or else all theories."""
    for page in names.library.evidence.values():
        for table in page.tables:
            if table.kind == "support":
                return Link(f"the table “{page.title}”", addresses.evidence(page.id), table.id)
    return list_of(names.words.theory.many, addresses.THEORIES)


def nouns(library: Library) -> str:
    """What theories are tied to, in words: “study or intervention”; empty where they are not."""
    words = library.review.words
    both = (("study", words.study.one), ("intervention", words.intervention.one))
    return " or ".join(noun for kind, noun in both if kind in library.tied)


def _remark(item: Support, names: Names) -> RemarkView:
    return RemarkView(item.text or "", provenance(item, names), item.quotes, item.note, item.id)


@dataclass(frozen=True)
class SupportRow:
    """A theory, with what it is tied to in a cell for each column, and where the source says so."""

    link: Link
    cells: tuple[tuple[str, tuple[SupportView, ...]], ...]
    """The heading of the column, and what stands there."""
    places: tuple[Link, ...]


@dataclass(frozen=True)
class SupportTable:
    """Theories and the evidence that they are tied to, with a column for each way that occurs."""

    hows: tuple[str, ...]
    """The headings of the columns."""
    rows: tuple[SupportRow, ...]
    silent: Listed[Link]
    """Theories that are tied to nothing."""
    total: int


def support_table(library: Library, names: Names) -> SupportTable:
    """The theories that are tied to something."""
    tied: dict[str, list[Support]] = {}
    for theory, tie in library.ties:
        tied.setdefault(theory.id, []).append(tie)
    used = [how for how in COLUMNS if any(tie.how == how for _, tie in library.ties)]
    silent = [id for id in library.theories if id not in tied]
    return SupportTable(
        tuple(COLUMNS[how] for how in used),
        tuple(_tied(id, ties, used, names) for id, ties in tied.items()),
        listed(silent, names.link, list_of(names.words.theory.many, addresses.THEORIES)),
        len(library.theories),
    )


def _tied(id: str, ties: list[Support], used: list[How], names: Names) -> SupportRow:
    views = of_theory(ties, names)
    return SupportRow(
        names.full(id),
        tuple((COLUMNS[how], tuple(view for view in views if view.how == how)) for how in used),
        tuple(dict.fromkeys(place for view in views for place in view.remark.provenance.places)),
    )
