"""A claim of the source: a count or checkable statement, and what became of checking it."""

from typing import Literal

from generator.entities.base import (
    ClaimId,
    Entity,
    InterventionId,
    Locator,
    Locators,
    Slug,
    Text,
    TheoryId,
)
from generator.entities.claim_check import Check, Shown

Verdict = Literal["consistent", "inconsistent", "cannot-be-checked"]


class ClaimReading(Entity):
    """One way to explain a contradiction of the source."""

    id: Slug
    """The letter of the reading, small."""
    text: Text
    """The reading."""
    speaks_for: Text
    """What speaks for it."""
    speaks_against: Text
    """What speaks against it."""
    at: Locators
    """Where in the source."""


class Claim(Entity):
    """A count or checkable statement of the source, and what became of checking it."""

    id: Slug
    """What pages and texts name; never changes."""
    text: Text
    """The claim, in our words."""
    at: Locators
    """Where the source makes it."""
    printed: Text | None = None
    """The value and members that the source prints, in words."""
    check: Check | None = None
    """How it is recomputed; none where it was checked by reading only."""
    found: Text | None = None
    """What checking by reading found."""
    shows: Shown | None = None
    """Of a contradiction that is recomputed: what the data are known to show."""
    verdict: Verdict
    """Whether the source agrees with itself."""
    severity: Literal["plain", "omission", "mild", "conditional", "typographic"] | None = None
    """How grave a contradiction is."""
    problem: Text | None = None
    """Of a contradiction: the problem in one sentence, for the list of all of them."""
    same_problem_as: ClaimId | None = None
    """The contradiction that is the same problem, and stands for it in that list."""
    explanation: Text | None = None
    """What the verdict means."""
    tension: tuple[Locator, ...] = ()
    """Places that the claim is in tension with."""
    about_interventions: tuple[InterventionId, ...] = ()
    """Interventions that it concerns, beside those in `text`, in `printed` and of the check."""
    about_theories: tuple[TheoryId, ...] = ()
    """Theories that it concerns, beside those in `text`, in `printed` and of the check."""
    readings: tuple[ClaimReading, ...] = ()
    """Ways to explain a contradiction."""
    assessment: Text | None = None
    """What this site makes of them."""
