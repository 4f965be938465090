"""The page /source-check/: all claims, contradictions by problem, and how claims were checked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.check.reconcile import verdict
from generator.check.recount import Recounts
from generator.entities import Claim
from generator.entities.words import counted
from generator.library.library import Library
from generator.pages.views.claims import (
    HOW_LABELS,
    SEVERITY_LABELS,
    VERDICT_LABELS,
    ClaimView,
    How,
    claim_view,
    how,
)
from generator.pages.views.names import Link, Names
from generator.pages.views.recounts import COMPARES, compares

_WAYS: dict[How, str] = {
    "data": "What this site’s data say is counted again at each build. If a count changes, the "
    "site is not built until somebody has looked.",
    "printed": "The figures that are compared are typed into the claim as the {noun} prints them; "
    "nothing else of this site’s data has a part in it.",
    "copy": "What the {noun} says here cannot be checked against anything else in it. That this "
    "site’s data still say the same is looked up at each build, and proves nothing more.",
    "reading": "Somebody read the places that are named. What was found, or why nothing can be, is "
    "said with each claim.",
}


@dataclass(frozen=True)
class ProblemView:
    """Contradictions that come to the same: one entry in the list of problems."""

    id: str
    """The claim that stands for it."""
    text: str
    severity: str | None
    others: tuple[Link, ...]
    """The other claims that show it."""


@dataclass(frozen=True)
class VerdictGroup:
    """All claims with one verdict; contradictions stand in the order of their problems."""

    verdict: str
    title: str
    tally: str
    """How many they are; of contradictions, how many problems."""
    claims: tuple[ClaimView, ...]

    @property
    def id(self) -> str:
        """Its address within the page."""
        return self.verdict

    @property
    def fragments(self) -> tuple[str, ...]:
        """The addresses of the claims and of their readings."""
        return tuple(
            id for claim in self.claims for id in (claim.id, *(r.id for r in claim.readings))
        )


@dataclass(frozen=True)
class Way:
    """One way of checking: how many claims are checked so, and which kinds of check it has."""

    title: str
    text: str
    claims: str
    kinds: tuple[tuple[str, str], ...]
    """What each kind compares, and how many claims it checks."""


@dataclass(frozen=True)
class SourceCheckView:
    """All claims, contradictions first."""

    counts: dict[str, int]
    problems: tuple[ProblemView, ...]
    groups: tuple[VerdictGroup, ...]
    ways: tuple[Way, ...]
    noun: str

    @property
    def sections(self) -> tuple[VerdictGroup, ...]:
        """The verdicts that any claim has."""
        return tuple(group for group in self.groups if group.claims)


def source_check_view(library: Library, recounts: Recounts, names: Names) -> SourceCheckView:
    """Every claim, by verdict: contradictions first, the gravest problem first."""
    views = {
        id: claim_view(claim, library, recounts, names) for id, claim in library.claims.items()
    }
    problems = _problems(library, recounts)
    return SourceCheckView(
        counts(library, recounts),
        tuple(_problem(members, views, names) for members in problems),
        tuple(_group(name, problems, views) for name in VERDICT_LABELS),
        tuple(_way(name, library) for name in HOW_LABELS if name in map(how, _all(library))),
        library.review.source.noun,
    )


def headings(library: Library, recounts: Recounts) -> tuple[tuple[str, str], ...]:
    """The id and the title of each verdict that any claim has."""
    there = {verdict(claim, recounts.get(claim.id)) for claim in _all(library)}
    return tuple((name, title) for name, title in VERDICT_LABELS.items() if name in there)


def counts(library: Library, recounts: Recounts) -> dict[str, int]:
    """How many claims there are and are checked in each way, and how many problems they show."""
    ways = Counter(map(how, _all(library)))
    return {
        "claims": len(library.claims),
        "recomputed": ways["data"],
        "compared": ways["printed"],
        "copied": ways["copy"],
        "problems": len(_problems(library, recounts)),
    }


def _all(library: Library) -> tuple[Claim, ...]:
    return tuple(library.claims.values())


def _problems(library: Library, recounts: Recounts) -> list[list[Claim]]:
    """The contradictions by problem: the claim that stands for it first, the gravest first."""
    problems: dict[str, list[Claim]] = {}
    for claim in _all(library):
        if verdict(claim, recounts.get(claim.id)) == "inconsistent":
            problems.setdefault(claim.same_problem_as or claim.id, []).append(claim)
    ordered = [sorted(claims, key=lambda c: c.id != lead) for lead, claims in problems.items()]
    severities = [*SEVERITY_LABELS, None]
    return sorted(ordered, key=lambda claims: severities.index(claims[0].severity))


def _problem(members: list[Claim], views: dict[str, ClaimView], names: Names) -> ProblemView:
    lead, *others = members
    return ProblemView(
        lead.id,
        views[lead.id].problem or lead.text,
        views[lead.id].severity,
        names.all(claim.id for claim in others),
    )


def _group(name: str, problems: list[list[Claim]], views: dict[str, ClaimView]) -> VerdictGroup:
    title = VERDICT_LABELS[name]
    if name != "inconsistent":
        members = tuple(view for view in views.values() if view.verdict == name)
        return VerdictGroup(name, title, str(len(members)), members)
    members = tuple(views[claim.id] for claims in problems for claim in claims)
    tally = f"{counted(len(problems), 'problem')}, in {counted(len(members), 'claim')}"
    return VerdictGroup(name, title, tally, members)


def _way(name: How, library: Library) -> Way:
    claims = [claim for claim in _all(library) if how(claim) == name]
    kinds = Counter(str(claim.check.kind) for claim in claims if claim.check)
    return Way(
        HOW_LABELS[name],
        _WAYS[name].format(noun=library.review.source.noun),
        counted(len(claims), "claim"),
        tuple(
            (compares(kind, library), counted(kinds[kind], "claim"))
            for kind in COMPARES
            if kind in kinds
        ),
    )
