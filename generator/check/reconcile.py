"""Claims of the source held against the data: the verdict today, and what an edit changed of it."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from generator.check.recount import Recount, Recounts
from generator.diagnostics import Diagnostic
from generator.entities import Claim
from generator.entities.claim import Verdict
from generator.entities.claim_check import Shown
from generator.library.library import Library


def verdict(claim: Claim, recount: Recount | None) -> Verdict:
    """The verdict that the data give today; the recorded one where they give none."""
    if recount is None or claim.verdict == "cannot-be-checked":
        return claim.verdict
    return "consistent" if recount.holds else "inconsistent"


def reconcile(library: Library, recounts: Recounts) -> Iterator[Diagnostic]:
    """Where an edit of the data changed what they say of a claim. Diagnostic: claim-verdict.

    Of a contradiction the record says in `shows` what the data are known to show, so that an edit
    that breaks it in another way is noticed as well; a record without `shows` is content with any.
    """
    for id, recount in recounts.items():
        claim = library.claims[id]
        if recount.holds != (claim.verdict != "inconsistent"):
            agree = "agree" if recount.holds else "disagree"
            yield _changed(
                library,
                claim,
                f"Claim {id} is recorded as {claim.verdict}, and the data now {agree} with it"
                + _ending(recount.shown),
                _expected(claim, recount),
            )
        elif claim.verdict == "inconsistent" and claim.shows not in (None, recount.shown):
            yield _changed(
                library,
                claim,
                f"Claim {id} is a contradiction, and the data show another one than is recorded"
                + _ending(recount.shown),
                f"shows: {_yaml(recount.shown)}",
            )


def _expected(claim: Claim, recount: Recount) -> str:
    """The data as they were, or what the record has to say if it is the edit that is right."""
    if claim.verdict == "cannot-be-checked":
        return "Data that agree with the “check” of the claim; or another “check”."
    other = (
        "verdict: consistent, without “shows”."
        if recount.holds
        else f"verdict: inconsistent, and shows: {_yaml(recount.shown)}"
    )
    return f"Data for which the claim is {claim.verdict}; or {other}"


def _ending(shown: Shown) -> str:
    """What was found, at the end of a sentence: without names, which only pages have."""
    found = _yaml(shown)
    return "." if found == "{}" else f": {found[1:-1]}."


def _yaml(shown: Shown) -> str:
    """What was found as YAML on one line, for the key `shows`."""
    data = shown.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    text: str = yaml.safe_dump(
        data, default_flow_style=True, sort_keys=False, allow_unicode=True, width=float("inf")
    )
    return text.strip()


def _changed(library: Library, claim: Claim, message: str, expected: str) -> Diagnostic:
    return Diagnostic(
        library.locate("claim", claim.id, "verdict"),
        "claim-verdict",
        message,
        expected,
        "Look at your last edit of what the claim counts. If the source really says so, change the "
        "record of the claim as shown above, and say why in its “explanation”.",
    )
