"""Rules on claims of the source: what they are held against, and how they belong together."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.entities import Claim
from generator.library.library import Library


def verdicts_can_fail(library: Library) -> Iterator[Diagnostic]:
    """A verdict that could not have come out otherwise says nothing. Diagnostic: claim-cannot-fail.

    A check needs something to hold the data against, and checking by reading something found.
    """
    for id, claim in library.claims.items():
        if claim.check is None:
            if claim.verdict != "cannot-be-checked" and not claim.found:
                yield Diagnostic(
                    library.locate("claim", id, "verdict"),
                    "claim-cannot-fail",
                    f"Claim {id} is called {claim.verdict}, and nothing says what was compared.",
                    "A “check” that recomputes it, or what reading “found”.",
                    "Add one of the two; if there is nothing to compare, it cannot be checked.",
                )
        elif claim.check.needs and not any(_given(claim, key) for key in claim.check.needs):
            yield Diagnostic(
                library.locate("claim", id, "check"),
                "claim-cannot-fail",
                f"The check of claim {id} holds whatever the data say.",
                "One of the keys: " + ", ".join(claim.check.needs) + ".",
                "Add what the source counts or lists.",
            )


def _given(claim: Claim, key: str) -> bool:
    value = getattr(claim.check, key)
    return value is not False and value not in (None, (), {})


def problems_are_contradictions(library: Library) -> Iterator[Diagnostic]:
    """Each problem is described by one contradiction, which all others of it name.

    Diagnostic: claim-problem.
    """
    for id, claim in library.claims.items():
        if claim.verdict != "inconsistent":
            keys = ("problem", "same_problem_as")
            wrong = [key.replace("_", "-") for key in keys if getattr(claim, key)]
            if wrong:
                yield _no_problem(library, id, wrong[0], f"Claim {id} is no contradiction.")
        elif claim.same_problem_as:
            lead = library.claims.get(claim.same_problem_as)
            if lead and (lead.verdict != "inconsistent" or lead.same_problem_as):
                message = f"Claim {lead.id} does not stand for a problem of its own."
                yield _no_problem(library, id, "same-problem-as", message)


def _no_problem(library: Library, id: str, key: str, message: str) -> Diagnostic:
    return Diagnostic(
        library.locate("claim", id, key),
        "claim-problem",
        message,
        "A claim that is inconsistent, and that is not itself the same problem as another.",
        f"Correct “{key}”, or delete it.",
    )


def readings_of_claims_exist(library: Library) -> Iterator[Diagnostic]:
    """A theory that is one reading of a contradiction names a reading that the claim has.

    Diagnostic: unknown-reference.
    """
    for id, theory in library.theories.items():
        reading = theory.reading_of
        if reading is None or reading.claim not in library.claims:
            continue
        letters = [known.id for known in library.claims[reading.claim].readings]
        if reading.reading.lower() not in letters:
            yield Diagnostic(
                library.locate("theory", id, "reading-of", "reading"),
                "unknown-reference",
                f"Claim {reading.claim} has no reading “{reading.reading}”.",
                "One of: " + (", ".join(letter.upper() for letter in letters) or "none yet") + ".",
                "Correct the letter, or add the reading to the claim.",
            )


RULES = (verdicts_can_fail, problems_are_contradictions, readings_of_claims_exist)
