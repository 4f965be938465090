"""Claims of the source held against the data: the verdict today, and what an edit changed of it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.recount import Result, recompute
from generator.diagnostics import Diagnostic
from generator.entities import Claim
from generator.entities.claim import Verdict
from generator.library.library import Library


def verdict(claim: Claim, result: Result | None) -> Verdict:
    """The verdict that the data give today; the recorded one where they give none."""
    if result is None or claim.verdict == "cannot-be-checked":
        return claim.verdict
    return "consistent" if result.holds else "inconsistent"


def reconcile(library: Library) -> Iterator[Diagnostic]:
    """Where an edit of the data changed what they say of a claim. Diagnostic: claim-verdict.

    Of a contradiction the record says in `found` what the data show, so that an edit that breaks
    it in another way is noticed as well.
    """
    for claim in library.claims.values():
        result = recompute(claim, library)
        if result is None:
            continue
        if result.holds != (claim.verdict != "inconsistent"):
            agree = "agree" if result.holds else "disagree"
            yield _changed(
                library,
                claim,
                f"Claim {claim.id} is recorded as {claim.verdict}, and the data now {agree} with "
                f"it. {_bare(result.found)}",
                _expected(claim, result),
            )
        elif claim.verdict == "inconsistent" and claim.found != result.found:
            yield _changed(
                library,
                claim,
                f"Claim {claim.id} is a contradiction, and the data show another one than is "
                f"recorded. {_bare(result.found)}",
                f"found: {_quoted(result.found)}",
            )


def _expected(claim: Claim, result: Result) -> str:
    """The data as they were, or what the record has to say if it is the edit that is right."""
    if claim.verdict == "cannot-be-checked":
        return "Data that agree with the “check” of the claim; or another “check”."
    other = (
        "verdict: consistent, without “found”."
        if result.holds
        else f"verdict: inconsistent, and found: {_quoted(result.found)}"
    )
    return f"Data for which the claim is {claim.verdict}; or {other}"


def _quoted(text: str) -> str:
    """As YAML takes it on one line, whatever colons and brackets it holds."""
    return "'" + text.replace("'", "''") + "'"


def _changed(library: Library, claim: Claim, message: str, expected: str) -> Diagnostic:
    return Diagnostic(
        library.locate("claim", claim.id, "verdict"),
        "claim-verdict",
        message,
        expected,
        "Look at your last edit of what the claim counts. If the source really says so, change the "
        "record of the claim as shown above, and say why in its “explanation”.",
    )


def _bare(text: str) -> str:
    return text.replace("[[", "").replace("]]", "")
