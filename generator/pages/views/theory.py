"""The page of one programme theory."""

from __future__ import annotations

from dataclasses import dataclass

from generator.entities import Remark, Review, Theory
from generator.entities.theory import Refinement, TheoryFormat
from generator.entities.words import opening
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.backlinks import Backlinks
from generator.pages.views import formats, support
from generator.pages.views.common import (
    Link,
    Names,
    Provenance,
    RemarkView,
    RetiredView,
    places,
    provenance,
    remark_view,
    retired_view,
)
from generator.pages.views.confidence import ConfidenceView, confidence_view
from generator.pages.views.links import Tie, claim_link, neighbours
from generator.pages.views.listed import Listed, listed
from generator.pages.views.revisions import RevisionView, revision_view
from generator.pages.views.short import ShortView, short_views
from generator.pages.views.statements import ChainView, Part, follows_from, parts_view
from generator.pages.views.support import SupportView


@dataclass(frozen=True)
class FormatView:
    """A format that the theory bears on, and the interventions that have it."""

    text: str
    interventions: Listed[Link]
    provenance: Provenance


@dataclass(frozen=True)
class ReadingOfView:
    """A notice that the theory's place in the model is this site's reading."""

    claim: Link
    letter: str
    readings: int
    why: str


@dataclass(frozen=True)
class TheoryView:
    """Everything that the page of a theory shows."""

    id: str
    title: str
    name: str
    summary: str
    group: Link | None
    subject: str
    change: str
    change_label: str
    model: Provenance | None
    topic: RemarkView
    shared_with: tuple[Link, ...]
    number_places: tuple[Link, ...]
    reading_of: ReadingOfView | None
    sorting: str
    """Whose sorting into contexts, mechanisms and outcomes it is."""
    parts: tuple[Part, ...]
    follows_from: tuple[ChainView, ...]
    """The outcomes that lead to the theory as a whole."""
    revisions: tuple[RevisionView, ...]
    confidence: ConfidenceView | None
    evidence: tuple[RemarkView, ...]
    support: tuple[SupportView, ...]
    support_nouns: str
    """What theories of this review are tied to, in words; empty where they are not."""
    group_evidence: tuple[RemarkView, ...]
    glance_evidence: tuple[RemarkView, ...]
    """What is said first of the evidence for the whole group, where nothing is of the theory."""
    review_remarks: tuple[RemarkView, ...]
    formats: tuple[FormatView, ...]
    has_formats: bool
    """Whether the review tells interventions apart by a format at all."""
    middle_range: tuple[Tie, ...]
    related: tuple[Tie, ...]
    """Theories that it is related to, and those that say so of it."""
    implications: tuple[RemarkView, ...]
    nearby: tuple[RemarkView, ...]
    findings: tuple[ShortView, ...]
    """What the source ties to it."""
    findings_here: tuple[ShortView, ...]
    """What this site ties to it."""
    guidance: tuple[Link, ...]
    claims: tuple[Link, ...]
    not_stated: tuple[str, ...]
    not_at_hand: tuple[str, ...]
    note: str | None
    refined_by: tuple[Refinement, ...]
    """Later publications; what this site adds to the source."""
    neighbours: tuple[Link | None, Link | None]
    retired: RetiredView | None

    @property
    def change_mark(self) -> str:
        """What became of it, where it has to be marked: nothing where it is not stated."""
        return "" if self.change == "not-stated" else self.change_label

    @property
    def evidence_count(self) -> int:
        """How many remarks say how sure the source is, of it, of its group and of all."""
        return len(self.evidence) + len(self.group_evidence) + len(self.review_remarks)

    @property
    def bearing_count(self) -> int:
        """How much else bears on it."""
        every = (self.implications, self.nearby, self.findings, self.findings_here, self.guidance)
        return sum(map(len, every))

    @property
    def source_count(self) -> int:
        """How many entries say where it comes from: its topic, and what else there is."""
        return 1 + bool(self.number_places) + (self.model is not None) + len(self.claims)

    @property
    def lists_interventions(self) -> bool:
        """Whether any format lists interventions, which is no evidence and has to be said."""
        return any(format.interventions.first for format in self.formats)


def theory_view(theory: Theory, library: Library, names: Names, back: Backlinks) -> TheoryView:
    """The view of one theory."""
    group = library.group(theory.group) if theory.group else None
    findings = short_views(back.findings.get(theory.id, ()), names)
    return TheoryView(
        id=theory.id,
        title=names.theory_title(theory),
        name=names.theory(theory),
        summary=theory.summary,
        group=Link(group.title, addresses.THEORIES, group.id) if group else None,
        subject=group.subject if group else "",
        change=theory.change,
        change_label=names.words.change_labels[theory.change] if theory.model else "",
        model=provenance(theory.model, names) if theory.model else None,
        topic=RemarkView(theory.topic.text, provenance(theory.topic, names)),
        shared_with=names.all(theory.topic.shared_with),
        number_places=places(theory.number_at, names),
        reading_of=_reading_of(theory, library, names),
        sorting=_sorting(library.review),
        parts=parts_view(theory, names, back),
        follows_from=follows_from(back.steps.get(theory.id, ()), names),
        revisions=tuple(revision_view(revision, names) for revision in theory.revisions),
        confidence=confidence_view(theory.confidence, names),
        evidence=tuple(remark_view(remark, names) for remark in theory.evidence),
        support=support.of_theory(theory.support, names),
        support_nouns=support.nouns(library),
        group_evidence=tuple(remark_view(r, names) for r in (group.evidence if group else ())),
        glance_evidence=() if theory.evidence or not group else _first(group.evidence, names),
        review_remarks=tuple(remark_view(r, names) for r in library.review.remarks),
        formats=tuple(_format(f, library, names, back) for f in theory.formats),
        has_formats=bool(library.format.choices),
        middle_range=tuple(
            Tie(names.link(id), use.text, provenance(use, names))
            for id, use in back.uses.get(theory.id, ())
        ),
        related=tuple(
            Tie(names.full(id), relation.text, provenance(relation, names))
            for id, relation in (
                *((relation.theory, relation) for relation in theory.related),
                *back.related.get(theory.id, ()),
            )
        ),
        implications=tuple(remark_view(remark, names) for remark in theory.implications),
        nearby=tuple(remark_view(remark, names) for remark in theory.nearby),
        findings=tuple(item for item in findings if not item.is_tied_here),
        findings_here=tuple(item for item in findings if item.is_tied_here),
        guidance=tuple(
            Link(library.guidance[id].title, addresses.decision(id))
            for id in back.guidance.get(theory.id, ())
        ),
        claims=tuple(claim_link(id, names) for id in back.claims.get(theory.id, ())),
        not_stated=_not_stated(theory, library),
        not_at_hand=theory.not_at_hand,
        note=theory.note,
        refined_by=theory.refined_by,
        neighbours=neighbours(theory.id, names, back),
        retired=retired_view(theory, names),
    )


def _first(remarks: tuple[Remark, ...], names: Names) -> tuple[RemarkView, ...]:
    return tuple(remark_view(remark, names) for remark in remarks[:1])


def _sorting(review: Review) -> str:
    """Who sorted the statements, as it stands in a sentence."""
    return f"the {review.source.noun}’s" if review.sorted_by == "source" else "this site’s"


def _not_stated(theory: Theory, library: Library) -> tuple[str, ...]:
    """What the source does not give of this theory, of any, and of an unknown initial model."""
    review = library.review
    is_unknown = theory.model is not None and theory.initial == "not-stated"
    unknown = review.unknown_models_lack if is_unknown else ()
    return (*theory.not_stated, *review.theories_lack, *unknown)


def _reading_of(theory: Theory, library: Library, names: Names) -> ReadingOfView | None:
    reading = theory.reading_of
    if reading is None:
        return None
    claim = library.claims[reading.claim]
    return ReadingOfView(names.link(claim.id), reading.reading, len(claim.readings), reading.why)


def _format(item: TheoryFormat, library: Library, names: Names, back: Backlinks) -> FormatView:
    words = names.words
    labels = {choice.id: choice.label for choice in library.format.choices}
    default = {
        "any": f"The source singles out no {words.format.one}",
        "not-stated": f"{opening(words.format.one)} not stated",
        "named": "; ".join(labels[format] for format in item.formats),
    }[item.covers]
    where = formats.table(library, addresses.INTERVENTIONS, words.intervention.many)
    interventions = listed(back.formats.having(item.formats), names.link, where)
    text = (item.text or default).rstrip(".")
    return FormatView(text, interventions, provenance(item, names))
