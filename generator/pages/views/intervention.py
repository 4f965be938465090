"""The page of one intervention."""

from __future__ import annotations

from dataclasses import dataclass

from generator.check.recount import Recounts
from generator.entities import Intervention
from generator.entities.related_evidence import IdentifiedStudy
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.backlinks import Backlinks
from generator.pages.views import support
from generator.pages.views.claims import ClaimAbout, claims_about
from generator.pages.views.common import RemarkView, RetiredView, remark_view, retired_view
from generator.pages.views.formats import TheoriesOnFormats, theories_on
from generator.pages.views.links import neighbours
from generator.pages.views.listed import Listed, list_of, listed
from generator.pages.views.names import Link, Names
from generator.pages.views.rows import AttributeTable, attribute_table
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
    attributes: AttributeTable
    followers: tuple[tuple[str, Listed[Link]], ...]
    theories: TheoriesOnFormats
    remarks: tuple[RemarkView, ...]
    claims: Listed[ClaimAbout]
    supports: Listed[SupportView]
    """The theories that it supports, refines or contradicts."""
    lists_studies: bool
    """Whether the review says of any intervention which studies it is known from."""
    studies: tuple[tuple[Link, tuple[Link, ...]], ...]
    """Its studies, each with where the source names it."""
    identified: tuple[IdentifiedView, ...]
    identified_about: str
    evidence: tuple[Link, ...]
    neighbours: tuple[Link | None, Link | None]
    retired: RetiredView | None


def intervention_view(
    item: Intervention, library: Library, recounts: Recounts, names: Names, back: Backlinks
) -> InterventionView:
    """The view of one intervention."""
    own = tuple(map(str, item.values_of(library.format.id)))
    return InterventionView(
        id=item.id,
        title=names.intervention_title(item),
        summary=item.summary,
        attributes=attribute_table(item, library, names),
        followers=_followers(item, names, back),
        theories=theories_on(own, back.formats, names),
        remarks=tuple(remark_view(remark, names) for remark in item.remarks),
        claims=claims_about(back.claims.get(item.id, ()), recounts, names),
        supports=support.of_evidence(item.id, names, back),
        lists_studies=bool(back.studied),
        studies=tuple(
            (names.full(id), names.places(library.every_study[id].at)) for id in item.studies
        ),
        identified=tuple(identified_view(s, names) for s in back.identified.get(item.id, ())),
        identified_about=library.related_evidence.about if library.related_evidence else "",
        evidence=_evidence(library),
        neighbours=neighbours(item.id, names, back),
        retired=retired_view(item, names),
    )


def _followers(
    item: Intervention, names: Names, back: Backlinks
) -> tuple[tuple[str, Listed[Link]], ...]:
    """The interventions that name it, by the attribute that does."""
    found: dict[str, list[str]] = {}
    for attribute, follower in back.followers.get(item.id, ()):
        found.setdefault(names.library.attribute(attribute).label, []).append(follower)
    where = list_of(names.words.intervention.many, addresses.INTERVENTIONS)
    return tuple((label.lower(), listed(ids, names.link, where)) for label, ids in found.items())


def _evidence(library: Library) -> tuple[Link, ...]:
    """The pages with a table of interventions."""
    return tuple(
        Link(page.title, addresses.evidence(page.id))
        for page in library.evidence.values()
        if any(table.holds_interventions for table in page.tables)
    )


def identified_view(study: IdentifiedStudy, names: Names) -> IdentifiedView:
    """A publication that this site identified, with what its degree of confidence means."""
    studies = names.library.related_evidence
    assert studies is not None, "what was identified stands there"
    meaning = getattr(studies.confidence, study.confidence)
    return IdentifiedView(study, names.all(study.interventions), meaning)
