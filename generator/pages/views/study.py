"""The pages of the studies that the source includes: the list of them, and each by itself."""

from __future__ import annotations

from dataclasses import dataclass

from generator.entities import Study
from generator.entities.intervention import State
from generator.entities.study import Fact
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.backlinks import Backlinks
from generator.pages.views import support
from generator.pages.views.common import (
    Provenance,
    RemarkView,
    RetiredView,
    in_reference_list,
    remark_view,
    retired_view,
)
from generator.pages.views.links import neighbours
from generator.pages.views.listed import Listed, list_of, listed
from generator.pages.views.names import Link, Names
from generator.pages.views.overview import how_many
from generator.pages.views.rows import state_label
from generator.pages.views.support import SupportView

LABELS: dict[Fact, str] = {"design": "Design", "country": "Country", "quality": "Quality"}


@dataclass(frozen=True)
class FactView:
    """What is known of the design, the country or the quality of a study."""

    id: Fact
    label: str
    state: State
    state_label: str
    remark: RemarkView | None


@dataclass(frozen=True)
class StudyView:
    """Everything that the page of a study shows."""

    study: Study
    description: str
    places: tuple[Link, ...]
    """Where the source names it."""
    listed: str
    """Where it stands in the source’s list of references."""
    facts: tuple[FactView, ...]
    reports: tuple[RemarkView, ...]
    interventions: Listed[Link]
    """The interventions that name it."""
    supports: Listed[SupportView]
    """The theories that it supports, refines or contradicts."""
    tables: tuple[Link, ...]
    """Pages of evidence tables that show what theories are tied to."""
    is_tied: bool
    """Whether any study of the review is tied to a theory."""
    neighbours: tuple[Link | None, Link | None]
    retired: RetiredView | None


@dataclass(frozen=True)
class StudyRow:
    """A study in the table of all of them."""

    link: Link
    text: str | None
    """What it is, in a sentence."""
    facts: tuple[FactView, ...]
    places: tuple[Link, ...]


@dataclass(frozen=True)
class StudiesView:
    """The page of all studies."""

    how_many: str
    proof: Provenance | None
    """Where the source says how many there are."""
    labels: tuple[str, ...]
    """What is recorded of any of them."""
    has_texts: bool
    rows: tuple[StudyRow, ...]


def studies_view(library: Library, names: Names) -> StudiesView:
    """The studies that count, each with what is recorded of it."""
    rows = tuple(
        StudyRow(
            names.full(item.id),
            _in_a_sentence(item),
            _facts(item, library, names),
            names.places(item.at),
        )
        for item in library.included_studies.values()
    )
    return StudiesView(
        *how_many(names.words.study, len(rows), "studies", names),
        tuple(LABELS[name] for name in library.recorded_of_studies),
        any(row.text for row in rows),
        rows,
    )


def study_view(item: Study, library: Library, names: Names, back: Backlinks) -> StudyView:
    """The view of one study."""
    return StudyView(
        study=item,
        description=_in_a_sentence(item) or _named(item, names),
        places=names.places(item.at),
        listed=in_reference_list(item.references),
        facts=_facts(item, library, names),
        reports=tuple(remark_view(report, names) for report in item.reports),
        interventions=listed(
            back.studied.get(item.id, ()),
            names.full,
            list_of(names.words.intervention.many, addresses.INTERVENTIONS),
        ),
        supports=support.of_evidence(item.id, names, back),
        tables=tuple(
            Link(page.title, addresses.evidence(page.id))
            for page in library.evidence.values()
            if any(table.kind == "support" for table in page.tables)
        ),
        is_tied="study" in library.tied,
        neighbours=neighbours(item.id, names, back),
        retired=retired_view(item, names),
    )


def _named(item: Study, names: Names) -> str:
    """What is said of a study of which nothing is known that fits a sentence."""
    return f"One of the {names.words.study.many} of the review: “{item.title}”."


def _in_a_sentence(item: Study) -> str | None:
    """What it is: the summary, or else the publication."""
    return item.summary or item.citation


def _facts(item: Study, library: Library, names: Names) -> tuple[FactView, ...]:
    found = []
    for name in library.recorded_of_studies:
        known, state = item.fact(name), item.state_of(name)
        label = state_label(state, library)
        remark = remark_view(known, names) if known else None
        found.append(FactView(name, LABELS[name], state, label, remark))
    return tuple(found)
