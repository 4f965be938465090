"""What supports, refines or contradicts a theory: seen from the theory and from what does so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import get_args

from generator.entities.support import How, Support
from generator.library.library import Library
from generator.pages.backlinks import Backlinks
from generator.pages.views.common import Link, Names, RemarkView, provenance

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
