"""Claims of the source and what checking them found, each for itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.check.reconcile import verdict
from generator.check.recount import Recounts
from generator.entities import Claim
from generator.entities.words import inside
from generator.library.kinds import CLAIM
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.backlinks import concerned
from generator.pages.views.listed import Listed, listed
from generator.pages.views.names import Link, Names
from generator.pages.views.recounts import Naming, first_names, found_words

VERDICT_LABELS = {
    "inconsistent": "Inconsistent",
    "consistent": "Consistent",
    "cannot-be-checked": "Cannot be checked",
}
SEVERITY_LABELS = {
    "plain": "plain, as what is printed does not fit together",
    "omission": "something is left out",
    "conditional": "a contradiction only if another one is read in a certain way",
    "mild": "mild, as there may be an innocent explanation",
    "typographic": "a slip of print or style",
}
"""How grave a contradiction is, the gravest first."""

How = Literal["data", "printed", "copy", "reading"]
HOW_LABELS: dict[How, str] = {
    "data": "Recomputed from the data",
    "printed": "Printed figures compared",
    "copy": "In this site’s copy",
    "reading": "Checked by reading",
}

_FILE = "the file tables/claims.csv of the data"
"""Where a claim stands with all that it concerns."""


@dataclass(frozen=True)
class ReadingOfClaim:
    """One way to explain a contradiction."""

    id: str
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
    found: tuple[tuple[str, str], ...]
    """What was found, each time with how."""
    how: How
    verdict: str
    verdict_label: str
    severity: str | None
    problem: str | None
    same_problem: Link | None
    """The claim that stands for the problem that this one shows as well."""
    explanation: str | None
    places: tuple[Link, ...]
    tension: tuple[Link, ...]
    about: tuple[Link, ...]
    readings: tuple[ReadingOfClaim, ...]
    assessment: str | None

    @property
    def concerns(self) -> Listed[Link]:
        """What it is about, as a page names it."""
        return listed(self.about, lambda link: link, Link(_FILE, addresses.DATA))

    @property
    def told_beside(self) -> str | None:
        """What the verdict means, where it must stand beside it even in short: a contradiction."""
        return self.explanation if self.verdict == "inconsistent" else None


@dataclass(frozen=True)
class ClaimAbout:
    """A claim on the page of what it is about, and what the source check found of it."""

    link: Link
    verdict: str
    verdict_label: str
    severity: str | None


def claims_about(ids: Sequence[str], recounts: Recounts, names: Names) -> Listed[ClaimAbout]:
    """What the claims with these ids claim, each with its verdict."""

    def show(id: str) -> ClaimAbout:
        claim = names.library.claims[id]
        outcome = verdict(claim, recounts.get(id))
        link = Link(names.plain(claim.text), addresses.SOURCE_CHECK, id)
        return ClaimAbout(link, outcome, VERDICT_LABELS[outcome], _severity(claim))

    return listed(ids, show, Link(f"the {inside(CLAIM.heading)}", addresses.SOURCE_CHECK))


def claim_view(
    claim: Claim,
    library: Library,
    recounts: Recounts,
    names: Names,
    naming: Naming = first_names,
) -> ClaimView:
    """A claim with the result of recomputing it, in the words of a page or of a file."""
    recount = recounts.get(claim.id)
    outcome = verdict(claim, recount)
    found = []
    if recount:
        found.append((HOW_LABELS[how(claim)], found_words(claim, recount, library, naming)))
    if claim.found:
        found.append((HOW_LABELS["reading"], claim.found))
    return ClaimView(
        id=claim.id,
        text=claim.text,
        printed=claim.printed,
        found=tuple(found),
        how=how(claim),
        verdict=outcome,
        verdict_label=VERDICT_LABELS[outcome],
        severity=_severity(claim),
        problem=claim.problem,
        same_problem=names.link(claim.same_problem_as) if claim.same_problem_as else None,
        explanation=claim.explanation,
        places=names.places(claim.at),
        tension=names.places(claim.tension),
        about=tuple(names.in_text(id) for id in concerned(claim, recounts, library)),
        readings=_readings(claim, names),
        assessment=claim.assessment,
    )


def _severity(claim: Claim) -> str | None:
    return SEVERITY_LABELS[claim.severity] if claim.severity else None


def _readings(claim: Claim, names: Names) -> tuple[ReadingOfClaim, ...]:
    return tuple(
        ReadingOfClaim(
            f"{claim.id}-{r.id}",
            r.id.upper(),
            r.text,
            r.speaks_for,
            r.speaks_against,
            names.places(r.at),
        )
        for r in claim.readings
    )


def how(claim: Claim) -> How:
    """How a claim was checked.

    A check of what cannot be checked guards this site's copy of the source, and proves nothing of
    the source; figures that are typed into the claim itself are compared, not recomputed.
    """
    if claim.check is None:
        return "reading"
    if claim.verdict == "cannot-be-checked":
        return "copy"
    return "data" if claim.check.counts_data else "printed"
