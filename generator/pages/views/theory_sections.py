"""Sections of the page of a theory: how sure the review is of it, what bears on it, its origin."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from generator.check.recount import Recounts
from generator.entities import Finding, Remark, Theory
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.backlinks import Backlinks
from generator.pages.views.claims import ClaimAbout, claims_about
from generator.pages.views.common import Provenance, RemarkView, provenance, remark_view
from generator.pages.views.confidence import ConfidenceView, confidence_view
from generator.pages.views.listed import Listed, list_of, listed
from generator.pages.views.names import Link, Names
from generator.pages.views.short import ShortView, short_view


@dataclass(frozen=True)
class Sureness:
    """How sure the source is: of the theory, of its group, and of all of them."""

    level: ConfidenceView | None
    own: tuple[RemarkView, ...]
    of_group: tuple[RemarkView, ...]
    at_glance: tuple[RemarkView, ...]
    """What is said first of the group, where nothing is said of the theory."""
    of_all: tuple[RemarkView, ...]

    @property
    def is_told(self) -> bool:
        """Whether anything is said. How much is not counted: a number would suggest strength."""
        return bool(self.own or self.of_group or self.of_all)


@dataclass(frozen=True)
class Bearing:
    """What else the source says that bears on the theory."""

    implications: tuple[RemarkView, ...]
    nearby: tuple[RemarkView, ...]
    findings: Listed[ShortView]
    """What the source ties to it; of several theories that it names, each may have but a part."""
    findings_here: Listed[ShortView]
    """What this site ties to it."""

    @property
    def count(self) -> int:
        """How much there is of all of them."""
        own = len(self.implications) + len(self.nearby)
        return own + self.findings.total + self.findings_here.total


@dataclass(frozen=True)
class TheoryOrigin:
    """Where the source names the theory, and what it claims about it."""

    topic: RemarkView
    shared_with: tuple[Link, ...]
    number_places: tuple[Link, ...]
    model: Provenance | None
    claims: Listed[ClaimAbout]

    @property
    def count(self) -> int:
        """How many entries it has: the topic with the number, and what else there is."""
        return 1 + (self.model is not None) + self.claims.total


def sureness(theory: Theory, library: Library, names: Names) -> Sureness:
    """What the source says of how sure it is."""
    own = _remarks(theory.evidence, names)
    of_group = _remarks(library.group(theory.group).evidence if theory.group else (), names)
    return Sureness(
        confidence_view(theory.confidence, names),
        own,
        of_group,
        () if own else of_group[:1],
        _remarks(library.review.remarks, names),
    )


def bearing(theory: Theory, names: Names, back: Backlinks) -> Bearing:
    """What else bears on a theory."""
    findings = [names.library.findings[id] for id in back.findings.get(theory.id, ())]
    show, where = partial(short_view, names=names), list_of("findings", addresses.FINDINGS)
    return Bearing(
        _remarks(theory.implications, names),
        _remarks(theory.nearby, names),
        listed([item for item in findings if _is_reported(item)], show, where),
        listed([item for item in findings if not _is_reported(item)], show, where),
    )


def _is_reported(finding: Finding) -> bool:
    """Whether the source ties it to theories."""
    return finding.tie is not None and finding.tie.basis == "reported"


def guidance(theory: Theory, library: Library, back: Backlinks) -> Listed[Link]:
    """The pages of guidance that name a theory, which is this site’s choice."""

    def show(id: str) -> Link:
        return Link(library.guidance[id].title, addresses.decision(id))

    where = Link("the list of all guidance", addresses.GUIDANCE)
    return listed(back.guidance.get(theory.id, ()), show, where)


def origin(theory: Theory, recounts: Recounts, names: Names, back: Backlinks) -> TheoryOrigin:
    """Where a theory comes from."""
    return TheoryOrigin(
        RemarkView(theory.topic.text, provenance(theory.topic, names)),
        names.all(theory.topic.shared_with),
        names.places(theory.number_at),
        provenance(theory.model, names) if theory.model else None,
        claims_about(back.claims.get(theory.id, ()), recounts, names),
    )


def _remarks(remarks: tuple[Remark, ...], names: Names) -> tuple[RemarkView, ...]:
    return tuple(remark_view(remark, names) for remark in remarks)
