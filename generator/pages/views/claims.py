"""Claims of the source, recomputed: the page /source-check/ and the claims beside tables."""

from __future__ import annotations

from dataclasses import dataclass

from generator.check.reconcile import verdict
from generator.check.recount import recompute
from generator.entities import Claim
from generator.library.library import Library
from generator.pages.views.common import Link, Names, places

VERDICT_LABELS = {
    "inconsistent": "Inconsistent",
    "consistent": "Consistent",
    "cannot-be-checked": "Cannot be checked",
}
SEVERITY_LABELS = {
    "plain": "a plain contradiction",
    "omission": "an omission",
    "mild": "mild",
    "conditional": "depends on how another contradiction is read",
    "typographic": "a slip of print",
}
_ORDER = ("plain", "omission", "conditional", "mild", "typographic")


@dataclass(frozen=True)
class ReadingOfClaim:
    """One way to explain a contradiction."""

    letter: str
    text: str
    speaks_for: str
    speaks_against: str
    places: tuple[Link, ...]


@dataclass(frozen=True)
class ClaimView:
    """A claim, what the data say of it, and what that means."""

    id: str
    text: str
    printed: str | None
    found: str | None
    how: str
    verdict: str
    verdict_label: str
    severity: str | None
    explanation: str | None
    places: tuple[Link, ...]
    tension: tuple[Link, ...]
    about: tuple[Link, ...]
    readings: tuple[ReadingOfClaim, ...]
    assessment: str | None


@dataclass(frozen=True)
class VerdictGroup:
    """All claims with one verdict."""

    verdict: str
    title: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True)
class SourceCheckView:
    """All claims, contradictions first."""

    groups: tuple[VerdictGroup, ...]
    total: int
    recomputed: int
    noun: str


def claim_view(claim: Claim, library: Library, names: Names) -> ClaimView:
    """A claim with the result of recomputing it."""
    result = recompute(claim, library)
    outcome = verdict(claim, result)
    about = dict.fromkeys(
        (*claim.about_interventions, *claim.about_theories, *(result.about if result else ()))
    )
    return ClaimView(
        id=claim.id,
        text=claim.text,
        printed=claim.printed,
        found=result.found if result else claim.found,
        how="Recomputed from the data" if result else "Checked by reading",
        verdict=outcome,
        verdict_label=VERDICT_LABELS[outcome],
        severity=SEVERITY_LABELS[claim.severity] if claim.severity else None,
        explanation=claim.explanation,
        places=places(claim.at, names),
        tension=places(claim.tension, names),
        about=names.all(about),
        readings=tuple(
            ReadingOfClaim(
                r.id.upper(), r.text, r.speaks_for, r.speaks_against, places(r.at, names)
            )
            for r in claim.readings
        ),
        assessment=claim.assessment,
    )


def source_check_view(library: Library, names: Names) -> SourceCheckView:
    """Every claim, by verdict: contradictions first, the plainest of them first."""
    claims = [(claim, claim_view(claim, library, names)) for claim in library.claims.values()]
    groups = []
    for name, title in VERDICT_LABELS.items():
        members = [(claim, view) for claim, view in claims if view.verdict == name]
        members.sort(key=lambda m: _ORDER.index(m[0].severity) if m[0].severity else len(_ORDER))
        groups.append(VerdictGroup(name, title, tuple(view for _, view in members)))
    recomputed = sum(view.how.startswith("Recomputed") for _, view in claims)
    return SourceCheckView(tuple(groups), len(claims), recomputed, library.review.source.noun)
