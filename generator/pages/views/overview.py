"""The pages that lead to others: home, guidance, lists of theories, interventions and tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generator.entities import Finding, Intervention, MiddleRangeTheory, Study, Theory
from generator.entities.review import Door, Home, Service
from generator.entities.words import Noun, listed
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.views.common import Provenance, in_reference_list, provenance
from generator.pages.views.findings import FindingView, finding_view
from generator.pages.views.links import TiedPage
from generator.pages.views.model_forms import read_here
from generator.pages.views.names import Link, Names
from generator.pages.views.short import ShortView, short_views


@dataclass(frozen=True)
class HomeView:
    """The first page."""

    title: str
    home: Home
    headlines: tuple[ShortView, ...]
    doors: tuple[Door, ...]
    interventions: int
    of_interventions: str
    """What follows their number: “schemes”, or “of the 9 schemes” where not all have a page."""
    studies: int
    of_studies: str
    theories: int
    read_here: str
    """How many of the theories are there by a reading of this site, where any is."""
    removed: int
    services: tuple[Service, ...]


@dataclass(frozen=True)
class Card:
    """A page in a list of pages."""

    link: Link
    summary: str


@dataclass(frozen=True)
class FindingGroup:
    """Findings under a heading."""

    title: str
    id: str
    findings: tuple[FindingView, ...]

    @property
    def fragments(self) -> tuple[str, ...]:
        """The addresses of the findings."""
        return tuple(finding.remark.id for finding in self.findings)


@dataclass(frozen=True)
class UseView:
    """Something that a middle-range theory explains, and the theories it may underlie."""

    id: str
    tie: TiedPage
    theories: tuple[Link, ...]
    references: tuple[int, ...]


@dataclass(frozen=True)
class MiddleRangeView:
    """The page of a middle-range theory."""

    theory: MiddleRangeTheory
    places: tuple[Link, ...]
    listed: str
    """Where it stands in the source’s list of references."""
    uses: tuple[UseView, ...]


def home_view(library: Library, names: Names) -> HomeView:
    """The view of the first page, with counts from the data."""
    theories, words = library.theories.values(), library.review.words
    interventions, studies = len(library.interventions), len(library.included_studies)
    includes = library.review.source.includes
    return HomeView(
        library.review.title,
        library.review.home,
        short_views(library.review.home.headlines, names),
        library.review.home.doors,
        interventions,
        _of(words.intervention, interventions, includes.interventions if includes else None),
        studies,
        _of(words.study, studies, includes.studies if includes else None),
        sum(t.is_final for t in theories),
        read_here(theories),
        sum(t.change == "removed" for t in theories),
        library.review.help.services if library.review.help else (),
    )


def decision_cards(library: Library) -> tuple[Card, ...]:
    """All pages of guidance."""
    return tuple(
        Card(Link(d.title, addresses.decision(d.id)), d.summary) for d in library.guidance.values()
    )


def evidence_cards(library: Library) -> tuple[Card, ...]:
    """All pages of evidence tables."""
    return tuple(
        Card(Link(e.title, addresses.evidence(e.id)), e.summary) for e in library.evidence.values()
    )


def middle_range_cards(library: Library, names: Names) -> dict[str, tuple[Card, ...]]:
    """All middle-range theories: those that the source lists as such, and the others after them."""
    items = sorted(library.middle_range.values(), key=lambda item: item.title)
    named = tuple(Card(names.full(i.id), i.summary) for i in items if i.named_by_source)
    others = tuple(Card(names.full(i.id), i.summary) for i in items if not i.named_by_source)
    return {"cards": named + others, "named": named, "others": others}


def tables_of(library: Library) -> str:
    """What the evidence tables are of: “Tables of the interventions and theories”."""
    words = library.review.words
    tables = [table for page in library.evidence.values() for table in page.tables]
    nouns = [
        *([words.intervention.many] if any(t.holds_interventions for t in tables) else []),
        *([words.theory.many] if any(t.kind == "support" for t in tables) else []),
    ]
    return f"Tables of the {' and '.join(nouns)}" if nouns else "Tables"


def retired_cards(items: Iterable[Theory | Intervention | Study], names: Names) -> tuple[Card, ...]:
    """What was withdrawn, with the reason."""
    return tuple(Card(names.full(i.id), i.retired.why) for i in items if i.retired is not None)


def topics(library: Library) -> tuple[tuple[str, str], ...]:
    """The id and the title of each topic that findings have, in the order of their file."""
    return tuple((f"topic-{topic}", _titled(topic)) for topic in _by_topic(library))


def finding_groups(library: Library, names: Names) -> tuple[FindingGroup, ...]:
    """All findings by topic, in the order of their file."""
    return tuple(
        FindingGroup(
            _titled(topic), f"topic-{topic}", tuple(finding_view(f, names) for f in findings)
        )
        for topic, findings in _by_topic(library).items()
    )


def _by_topic(library: Library) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in library.findings.values():
        found.setdefault(finding.topic, []).append(finding)
    return found


def _titled(topic: str) -> str:
    return topic.replace("-", " ").capitalize()


def citable(library: Library) -> str:
    """What has identifiers that people can cite, of what this review has."""
    words = library.review.words
    there = {
        words.theory.many: library.theories,
        words.intervention.many: library.interventions,
        words.study.many: library.included_studies,
        "findings": library.findings,
        "claims": library.claims,
    }
    names = [name for name, things in there.items() if things]
    return listed(names)


def how_many(
    noun: Noun, number: int, key: Literal["interventions", "studies"], names: Names
) -> tuple[str, Provenance | None]:
    """How many have a page here, and where the source says how many it includes.

    “All” stands only where it says that there are no more; of fewer than have a page, no place.
    """
    includes = names.library.review.source.includes
    included = getattr(includes, key, None)
    if includes is None or included is None or number > included:
        return f"{noun.counted(number)} of the review", None
    start = f"{number} {_of(noun, number, included)}"
    if number == included:
        start = f"{'The' if number == 1 else 'All'} {noun.counted(number)}"
    return f"{start} that the review includes", provenance(includes, names)


def _of(noun: Noun, number: int, included: int | None) -> str:
    """What follows a number: “studies”, or “of the 9 studies” where the source includes more."""
    if included is None or number >= included:
        return noun.of(number)
    return f"of the {noun.counted(included)}"


def middle_range_view(theory: MiddleRangeTheory, names: Names) -> MiddleRangeView:
    """The view of one middle-range theory."""
    return MiddleRangeView(
        theory,
        names.places(theory.at),
        in_reference_list(theory.references),
        tuple(
            UseView(
                use.id,
                TiedPage(names.link(theory.id), use.text, provenance(use, names)),
                tuple(names.full(id) for id in use.theories),
                use.references,
            )
            for use in theory.uses
        ),
    )
