"""A page of guidance: the answer, what is known, for whom, what may go wrong, what is not said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.entities import Decision, GlossaryEntry
from generator.entities.guidance import GuidanceSection
from generator.library.library import Library
from generator.pages.backlinks import theories_bearing_on
from generator.pages.by_format import ByFormat
from generator.pages.views.common import RemarkView, remark_view
from generator.pages.views.findings import FindingView, finding_view
from generator.pages.views.matrix import MatrixView, matrix_view
from generator.pages.views.names import Link, Names
from generator.pages.views.short import ShortView, short_views

PARTS = {
    "known": "What is known",
    "for-whom": "For whom",
    "risks": "What may go wrong",
}


@dataclass(frozen=True)
class GuidanceSectionView:
    """Findings under a heading: in full where this page is their home, else in short."""

    id: str
    """Its address within the page: it does not follow the heading."""
    title: str
    findings: tuple[FindingView, ...]
    elsewhere: tuple[ShortView, ...]


@dataclass(frozen=True)
class GuidancePartView:
    """One of the parts that every page of guidance has, as far as there is something in it."""

    id: str
    title: str
    sections: tuple[GuidanceSectionView, ...]


@dataclass(frozen=True)
class DecisionView:
    """A page of guidance."""

    title: str
    summary: str
    matrix: MatrixView | None
    parts: tuple[GuidancePartView, ...]
    theories: tuple[Link, ...]
    without_evidence: tuple[Link, ...]
    """Theories that were expected and for which no evidence was found."""
    silent: tuple[str, ...]
    questions: tuple[str, ...]
    terms: tuple[GlossaryEntry, ...]
    """Terms of the field that stand on the page."""
    cautions: tuple[RemarkView, ...]


def decision_view(
    decision: Decision, library: Library, names: Names, by_format: ByFormat
) -> DecisionView:
    """The view of one page of guidance."""
    theories = [names.full(id) for id in theories_bearing_on(decision, library)]
    return DecisionView(
        decision.title,
        decision.summary,
        matrix_view(decision.matrix, names, by_format) if decision.matrix else None,
        tuple(_parts(decision, names)),
        tuple(link for link in theories if link.change != "removed"),
        tuple(link for link in theories if link.change == "removed"),
        decision.silent,
        decision.questions,
        _terms(decision, names),
        tuple(remark_view(caution, names) for caution in library.review.cautions),
    )


def _parts(decision: Decision, names: Names) -> Iterator[GuidancePartView]:
    for id, title in PARTS.items():
        sections = [section for section in decision.sections if section.part == id]
        if sections:
            yield GuidancePartView(id, title, tuple(_section(s, decision, names) for s in sections))


def _section(section: GuidanceSection, decision: Decision, names: Names) -> GuidanceSectionView:
    here, homes, findings = decision.id, names.library.homes, names.library.findings
    return GuidanceSectionView(
        f"section-{section.id}",
        section.title,
        tuple(finding_view(findings[id], names) for id in section.findings if homes[id] == here),
        short_views((id for id in section.findings if homes[id] != here), names),
    )


def _terms(decision: Decision, names: Names) -> tuple[GlossaryEntry, ...]:
    """The terms of the glossary that stand on the page, as it words what is at home elsewhere."""
    library = names.library
    listed = (library.findings[id] for section in decision.sections for id in section.findings)
    shown = (
        it.text if library.homes[it.id] == decision.id else it.short or it.text for it in listed
    )
    beside = (caution.text for caution in library.review.cautions)
    text = " ".join((decision.summary, *shown, *beside, *decision.silent, *decision.questions))
    return tuple(
        entry
        for entry in library.glossary
        if not entry.is_label and re.search(rf"\b{re.escape(entry.term)}s?\b", text, re.I)
    )
