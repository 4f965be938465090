"""The page of one intervention."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from generator.entities import Intervention
from generator.entities.base import Basis
from generator.entities.intervention import IdentifiedStudy
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.backlinks import Backlinks
from generator.pages.views import formats, support
from generator.pages.views.common import RemarkView, RetiredView, remark_view, retired_view
from generator.pages.views.formats import BearingTheory
from generator.pages.views.links import claim_link, neighbours
from generator.pages.views.listed import Listed, listed
from generator.pages.views.names import Link, Names
from generator.pages.views.rows import RowGroup, attribute_row, choice_label, grouped
from generator.pages.views.support import SupportView


@dataclass(frozen=True)
class IdentifiedView:
    """A publication that this site, not the source, ties to an intervention."""

    study: IdentifiedStudy
    interventions: tuple[Link, ...]
    confidence: str

    @property
    def degree(self) -> str:
        """How sure the identification is, in one word."""
        return self.study.confidence.capitalize()


@dataclass(frozen=True)
class InterventionView:
    """Everything that the page of an intervention shows."""

    id: str
    title: str
    summary: str
    known: tuple[RowGroup, ...]
    """The headings with anything known below them."""
    silent: tuple[RowGroup, ...]
    """The headings with anything unknown below them."""
    followers: tuple[tuple[str, tuple[Link, ...]], ...]
    theories_named: Listed[BearingTheory]
    theories_any: Listed[BearingTheory]
    theories_unstated: Listed[Link]
    """The theories of which the source states no format."""
    formats: tuple[str, ...]
    remarks: tuple[RemarkView, ...]
    claims: tuple[Link, ...]
    supports: tuple[SupportView, ...]
    """The theories that it supports, refines or contradicts."""
    lists_studies: bool
    """Whether the review says of any intervention which studies it is known from."""
    studies: tuple[tuple[Link, tuple[Link, ...]], ...]
    """Its studies, each with where the source names it."""
    identified: tuple[IdentifiedView, ...]
    identified_about: str
    evidence: tuple[Link, ...]
    not_stated_count: int
    attribute_count: int
    neighbours: tuple[Link | None, Link | None]
    retired: RetiredView | None


def intervention_view(
    item: Intervention, library: Library, names: Names, back: Backlinks
) -> InterventionView:
    """The view of one intervention."""
    rows = [
        attribute_row(item, attribute, library, names)
        for attribute in library.attributes.attributes
    ]
    groups = grouped(rows, library)
    own = tuple(map(str, item.values_of(library.format.id)))
    table = formats.table(library, addresses.THEORIES, names.words.theory.many)
    bearing = partial(_bearing, names)
    return InterventionView(
        id=item.id,
        title=names.intervention_title(item),
        summary=item.summary,
        known=tuple(group for group in groups if group.known),
        silent=tuple(group for group in groups if group.silent),
        followers=_followers(item, names, back),
        theories_named=listed(back.formats.naming(own), bearing, table),
        theories_any=listed(back.formats.not_limited, bearing, table),
        theories_unstated=listed(back.formats.unstated, names.full, table),
        formats=tuple(choice_label(library.format, value) for value in own),
        remarks=tuple(remark_view(remark, names) for remark in item.remarks),
        claims=tuple(claim_link(id, names) for id in back.claims.get(item.id, ())),
        supports=support.of_evidence(item.id, names, back),
        lists_studies=bool(back.studied),
        studies=tuple(
            (names.full(id), names.places(library.every_study[id].at)) for id in item.studies
        ),
        identified=tuple(identified_view(s, names) for s in back.identified.get(item.id, ())),
        identified_about=library.studies.about if library.studies else "",
        evidence=_evidence(library),
        not_stated_count=sum(r.state == "not-stated" for r in rows),
        attribute_count=len(rows),
        neighbours=neighbours(item.id, names, back),
        retired=retired_view(item, names),
    )


def _bearing(names: Names, found: tuple[str, Basis]) -> BearingTheory:
    theory, basis = found
    return formats.bearing_theory(theory, basis, names)


def _followers(
    item: Intervention, names: Names, back: Backlinks
) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """The interventions that name it, by the attribute that does."""
    found: dict[str, list[str]] = {}
    for attribute, follower in back.followers.get(item.id, ()):
        found.setdefault(names.library.attribute(attribute).label, []).append(follower)
    return tuple((label.lower(), names.all(ids)) for label, ids in found.items())


def _evidence(library: Library) -> tuple[Link, ...]:
    """The pages with a table of interventions."""
    return tuple(
        Link(page.title, addresses.evidence(page.id))
        for page in library.evidence.values()
        if any(table.holds_interventions for table in page.tables)
    )


def identified_view(study: IdentifiedStudy, names: Names) -> IdentifiedView:
    """A publication that this site identified, with what its degree of confidence means."""
    studies = names.library.studies
    assert studies is not None, "what was identified stands there"
    meaning = getattr(studies.confidence, study.confidence)
    return IdentifiedView(study, names.all(study.interventions), meaning)
