"""What follows from changes: counts, claims that do not hold any more, pages that show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from generator.check.reconcile import verdict
from generator.check.recount import Recount
from generator.diff.read import State
from generator.diff.report import Change, Count
from generator.diff.subjects import subject
from generator.entities import Claim
from generator.library.kinds import CLAIM
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.addresses import Address
from generator.pages.views.recounts import found_words


def counts(old: State, new: State) -> tuple[Count, ...]:
    """The numbers that differ."""
    if not (old.is_whole and new.is_whole):
        return ()
    before, after = _numbers(old), _numbers(new)
    return tuple(
        Count(name=name, before=before[name], after=after[name])
        for name in after
        if before[name] != after[name]
    )


def _numbers(state: State) -> dict[str, int]:
    library = state.library
    theories = library.theories.values()
    verdicts = Counter(verdict(c, state.recounts.get(c.id)) for c in library.claims.values())
    return {
        "interventions": len(library.interventions),
        "studies": len(library.included_studies),
        "programme theories": len(library.theories),
        "theories in the final model": sum(t.final == "present" for t in theories),
        "theories removed from the model": sum(t.change == "removed" for t in theories),
        "middle-range theories": len(library.middle_range),
        "findings": len(library.findings),
        "claims": len(library.claims),
        "claims that are consistent": verdicts["consistent"],
        "claims that are inconsistent": verdicts["inconsistent"],
        "claims that cannot be checked": verdicts["cannot-be-checked"],
    }


def on_claims(old: State, new: State) -> Iterator[Change]:
    """Claims of which the data say something else than before."""
    if not (old.is_whole and new.is_whole):
        return
    for id, claim in new.library.claims.items():
        before = old.library.claims.get(id)
        if before is None:
            continue
        was, now = old.recounts.get(id), new.recounts.get(id)
        if was is None or now is None:
            continue
        words = _words(was, now)
        found = _found(before, was, old), _found(claim, now, new)
        if was.holds == now.holds and found[0] == found[1]:
            continue
        about = subject(CLAIM, claim, new)
        yield Change(
            kind="effect", thing="claim", subject=id, title=about.title, page=about.page.path,
            fragment=id, field="recomputed", before=found[0], after=found[1],
            words=f"{about.name} {words}",
        )  # fmt: skip


def _found(claim: Claim, recount: Recount, state: State) -> str:
    return state.names.plain(found_words(claim, recount, state.library))


def _words(was: Recount, now: Recount) -> str:
    if was.holds and not now.holds:
        return "was consistent with the data and is not any more"
    if now.holds and not was.holds:
        return "was inconsistent with the data and agrees with them now"
    return "is recomputed from the data to another result, with the same verdict"


def pages(changes: Iterable[Change], old: State, new: State) -> tuple[str, ...]:
    """The pages of what changed, and those that show it by a link in the data."""
    found: set[str] = set()
    for change in changes:
        found.add(change.page)
        for state in (old, new):
            found |= {address.path for address in _shown_on(change, state.library)}
    return tuple(sorted(found))


_IN_LINKS = ("", "title", "number", "retired")
"""The fields of a thing that show on every page that links to it."""


def _shown_on(change: Change, library: Library) -> Iterator[Address]:
    """The pages of other things that show this one; without lists, the model and downloads."""
    id, field = change.subject, change.field.split(".")[0]
    format = f"attributes.{library.attributes.format}"
    match change.thing:
        case "theory" if field in (*_IN_LINKS, "model", "formats", "related", "support"):
            yield from _with_theory(id, library)
        case "intervention" if change.field == format or field in (*_IN_LINKS, "studies"):
            yield from _with_intervention(id, library)
        case "study" if field in _IN_LINKS or field == "at":
            yield from _with_study(id, library)
        case "middle-range theory" if id in library.middle_range:
            uses = library.middle_range[id].uses
            yield from map(addresses.theory, chain(*(use.theories for use in uses)))
        case "finding" if id in library.findings:
            yield from _with_finding(id, library)
        case "claim" if id in library.claims:
            claim = library.claims[id]
            yield from map(addresses.theory, claim.about_theories)
            yield from map(addresses.intervention, claim.about_interventions)
        case "decision" if id in library.guidance:
            yield from map(addresses.theory, library.guidance[id].theories)


def _with_finding(id: str, library: Library) -> Iterator[Address]:
    """Theories that a finding bears on, and pages of guidance that quote it."""
    tie = library.findings[id].tie
    yield from map(addresses.theory, tie.theories if tie else ())
    for decision in library.guidance.values():
        if any(id in section.findings for section in decision.sections):
            yield addresses.decision(decision.id)


def _with_theory(id: str, library: Library) -> Iterator[Address]:
    """Theories related to a theory, interventions of its formats, and what it is tied to."""
    theory = library.every_theory.get(id)
    if theory is None:
        return
    yield from (addresses.theory(relation.theory) for relation in theory.related)
    for tie in theory.support:
        yield addresses.intervention(tie.by) if tie.intervention else addresses.study(tie.by)
    for other in library.theories.values():
        if id in [relation.theory for relation in other.related]:
            yield addresses.theory(other.id)
    formats = set(chain(*(f.formats for f in theory.formats)))
    for item in library.interventions.values():
        if formats & _formats(item, library):
            yield addresses.intervention(item.id)


def _with_intervention(id: str, library: Library) -> Iterator[Address]:
    """Theories that name the format of an intervention, its studies, and what follows it."""
    item = library.every_intervention.get(id)
    if item is None:
        return
    yield from map(addresses.study, item.studies)
    yield from _tied_to(id, library)
    for theory in library.theories.values():
        if any(set(f.formats) & _formats(item, library) for f in theory.formats):
            yield addresses.theory(theory.id)
    for other in library.interventions.values():
        if any(value.value == id for value in other.attributes.values()):
            yield addresses.intervention(other.id)


def _tied_to(id: str, library: Library) -> Iterator[Address]:
    """Theories that an intervention or a study supports, refines or contradicts."""
    for theory in library.theories.values():
        if id in [tie.by for tie in theory.support]:
            yield addresses.theory(theory.id)


def _with_study(id: str, library: Library) -> Iterator[Address]:
    """Interventions that name a study, and theories that are tied to it."""
    yield from _tied_to(id, library)
    for item in library.interventions.values():
        if id in item.studies:
            yield addresses.intervention(item.id)


def _formats(item: Any, library: Library) -> set[Any]:
    return set(item.values_of(library.attributes.format))
