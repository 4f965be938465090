"""What supports, refines or contradicts a theory: seen from the theory and from what does so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import get_args

from generator.entities.support import How, Support
from generator.library.library import Library
from generator.pages.backlinks import Backlinks
from generator.pages.views.common import RemarkView, provenance
from generator.pages.views.names import Link, Names

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
    return _in_order(
        SupportView(item.how, SAID_OF_THEORY[item.how], names.full(item.by), _remark(item, names))
        for item in ties
    )


def of_evidence(id: str, names: Names, back: Backlinks) -> tuple[SupportView, ...]:
    """The theories that an intervention or a study supports, refines or contradicts."""
    return _in_order(
        SupportView(
            item.how,
            SAID_BY_EVIDENCE[item.how],
            replace(names.full(theory), fragment=item.id),
            replace(_remark(item, names), id=""),
        )
        for theory, item in back.supported.get(id, ())
    )


def nouns(library: Library) -> str:
    """What theories are tied to, in words: “study or intervention”; empty where they are not."""
    words = library.review.words
    both = (("study", words.study.one), ("intervention", words.intervention.one))
    return " or ".join(noun for kind, noun in both if kind in library.tied)


def _remark(item: Support, names: Names) -> RemarkView:
    return RemarkView(item.text or "", provenance(item, names), item.quotes, item.note, item.id)


def _in_order(views: Iterable[SupportView]) -> tuple[SupportView, ...]:
    return tuple(sorted(views, key=lambda view: get_args(How).index(view.how)))


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
    silent: tuple[Link, ...]
    """Theories that are tied to nothing."""
    silent_count: int
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
        names.all(silent),
        len(silent),
        len(library.theories),
    )


def _tied(id: str, ties: list[Support], used: list[How], names: Names) -> SupportRow:
    views = of_theory(ties, names)
    return SupportRow(
        names.full(id),
        tuple((COLUMNS[how], tuple(view for view in views if view.how == how)) for how in used),
        tuple(dict.fromkeys(place for view in views for place in view.remark.provenance.places)),
    )
