"""What follows from changes: counts that differ, and claims that do not hold any more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator.check.reconcile import verdict
from generator.check.recount import Recount
from generator.diff.read import ReviewState
from generator.diff.report import Change, Count
from generator.diff.subjects import subject
from generator.entities import Claim
from generator.entities.words import Words
from generator.library.kinds import CLAIM, KINDS, THEORY, Kind
from generator.pages.views.recounts import found_words


def counts(old: ReviewState, new: ReviewState) -> tuple[Count, ...]:
    """The numbers that differ."""
    if not (old.is_whole and new.is_whole):
        return ()
    words = new.library.review.words
    before, after = _numbers(old, words), _numbers(new, words)
    return tuple(
        Count(name=name, before=before[name], after=after[name])
        for name in after
        if before[name] != after[name]
    )


def _numbers(state: ReviewState, words: Words) -> dict[str, int]:
    library = state.library
    theories = library.theories.values()
    verdicts = Counter(verdict(c, state.recounts.get(c.id)) for c in library.claims.values())
    return {
        **{_counted(kind, words): len(library.current(kind)) for kind in KINDS if kind.counted},
        f"{words.theory.many} in the {words.final} model": sum(t.is_final for t in theories),
        f"{words.theory.many} removed from the model": sum(t.change == "removed" for t in theories),
        "claims that are consistent": verdicts["consistent"],
        "claims that are inconsistent": verdicts["inconsistent"],
        "claims that cannot be checked": verdicts["cannot-be-checked"],
    }


def _counted(kind: Kind[Any], words: Words) -> str:
    """What several of a kind are called in the review."""
    return words.programme_theory.many if kind is THEORY else kind.several(words)


def on_claims(old: ReviewState, new: ReviewState) -> Iterator[Change]:
    """Claims of which the data say something else than before."""
    if not (old.is_whole and new.is_whole):
        return
    for id, claim in new.library.claims.items():
        before = old.library.claims.get(id)
        if before is None:
            continue
        was, now = old.recounts.get(id), new.recounts.get(id)
        if was is None or now is None or was == now:
            continue
        words = _change_of_verdict(was, now)
        found = _found(before, was, old), _found(claim, now, new)
        if was.holds == now.holds and found[0] == found[1]:
            continue
        about = subject(CLAIM, claim, new)
        yield Change(
            kind="effect", thing="claim", subject=id, title=about.title, page=about.page.path,
            fragment=id, field="recomputed", before=found[0], after=found[1],
            words=f"{about.name} {words}",
        )  # fmt: skip


def _found(claim: Claim, recount: Recount, state: ReviewState) -> str:
    return state.names.plain(found_words(claim, recount, state.library))


def shown_in_words(claim: Claim, state: ReviewState) -> str | None:
    """What a claim says that the data show; None where it says nothing of it."""
    if claim.shows is None or claim.check is None:
        return None
    return _found(claim, Recount(holds=False, shown=claim.shows), state)


def _change_of_verdict(was: Recount, now: Recount) -> str:
    if was.holds and not now.holds:
        return "was consistent with the data and is not any more"
    if now.holds and not was.holds:
        return "was inconsistent with the data and agrees with them now"
    return "is recomputed from the data to another result, with the same verdict"
