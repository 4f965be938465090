"""Links in the other direction: what points to a theory, an intervention or a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.check.recount import Recounts
from generator.entities import Claim, Decision
from generator.entities.middle_range import Use
from generator.entities.references import IN_TEXT, every_reference
from generator.entities.related_evidence import IdentifiedStudy
from generator.entities.statement import LeadsTo
from generator.entities.support import Support
from generator.entities.theory import Relation
from generator.library.library import Library
from generator.pages.by_format import ByFormat
from generator.pages.citations import Citation, citations

T = TypeVar("T")


@dataclass(frozen=True)
class ChainStep:
    """An outcome that leads to something: the theory, the id of the outcome, and the step."""

    theory: str
    outcome: str
    to: LeadsTo


Beside = tuple[str | None, str | None]


@dataclass(frozen=True)
class Backlinks:
    """For each id, the ids or entities that point to it, each in the order of the library."""

    uses: Mapping[str, tuple[tuple[str, Use], ...]]
    related: Mapping[str, tuple[tuple[str, Relation], ...]]
    findings: Mapping[str, tuple[str, ...]]
    guidance: Mapping[str, tuple[str, ...]]
    claims: Mapping[str, tuple[str, ...]]
    followers: Mapping[str, tuple[tuple[str, str], ...]]
    """For an intervention: the attributes that name it, and whose they are."""
    studied: Mapping[str, tuple[str, ...]]
    """For a study: the interventions that name it."""
    supported: Mapping[str, tuple[tuple[str, Support], ...]]
    """For an intervention or a study: the theories tied to it, and how."""
    steps: Mapping[str, tuple[ChainStep, ...]]
    """For a theory, or a statement such as `j02 c1`: the outcomes that lead to it."""
    citations: Mapping[str, tuple[Citation, ...]]
    """For the anchor of every place of the source that is cited: all that rests on it."""
    identified: Mapping[str, tuple[IdentifiedStudy, ...]]
    """For an intervention: the publications that this site ties to it."""
    beside: Mapping[str, Beside]
    """For what has a page of its own and counts: the ids before and after it, among its kind."""
    formats: ByFormat


def back_link(library: Library, recounts: Recounts) -> Backlinks:
    """All links of a library, turned round."""
    counted = (library.theories, library.interventions, library.included_studies)
    return Backlinks(
        uses=_turn(_uses(library)),
        related=_turn(_related(library)),
        findings=_turn(_findings(library)),
        guidance=_turn(_guidance(library)),
        claims=_turn(_claims(library, recounts)),
        followers=_turn(_followers(library)),
        studied=_turn(
            (s, item.id) for item in library.interventions.values() for s in item.studies
        ),
        supported=_turn((s.by, (t.id, s)) for t in library.theories.values() for s in t.support),
        steps=_turn(_steps(library)),
        citations=citations(library),
        identified=_turn(_identified(library)),
        beside=dict(pair for things in counted for pair in _beside(things)),
        formats=ByFormat(library),
    )


def _turn(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    turned: dict[str, dict[T, None]] = {}
    for target, item in pairs:
        turned.setdefault(target, {})[item] = None
    return {target: tuple(group) for target, group in turned.items()}


def _uses(library: Library) -> Iterator[tuple[str, tuple[str, Use]]]:
    for broader in library.middle_range.values():
        for use in broader.uses:
            yield from ((theory, (broader.id, use)) for theory in use.theories)


def _related(library: Library) -> Iterator[tuple[str, tuple[str, Relation]]]:
    for theory in library.theories.values():
        for relation in theory.related:
            other = library.every_theory[relation.theory]
            # Where both theories name each other, each page shows its own words only.
            if theory.id not in [own.theory for own in other.related]:
                yield other.id, (theory.id, relation)


def _findings(library: Library) -> Iterator[tuple[str, str]]:
    for finding in library.findings.values():
        for theory in finding.tie.theories if finding.tie else ():
            yield theory, finding.id


def _guidance(library: Library) -> Iterator[tuple[str, str]]:
    for decision in library.guidance.values():
        yield from ((theory, decision.id) for theory in theories_bearing_on(decision, library))


def theories_bearing_on(decision: Decision, library: Library) -> tuple[str, ...]:
    """The theories that bear on a decision, in order: its own, and those of what it shows."""
    shown = [library.findings[id] for section in decision.sections for id in section.findings]
    found = {*decision.theories, *(id for f in shown if f.tie for id in f.tie.theories)}
    return tuple(sorted(found, key=library.order.__getitem__))


_SAID_BY_THE_SOURCE = ("text", "printed")
"""The keys of a claim that hold what the source says; the others hold what this site adds."""


def _claims(library: Library, recounts: Recounts) -> Iterator[tuple[str, str]]:
    """Each claim by the interventions and theories that it concerns."""
    for claim in library.claims.values():
        yield from ((id, claim.id) for id in concerned(claim, recounts, library))


def concerned(claim: Claim, recounts: Recounts, library: Library) -> tuple[str, ...]:
    """The interventions and theories that a claim is about, in the order of both.

    That are those that its keys say, those that its sentence and what is printed name, and those
    that its check found. What was found by reading, and what it means, may name others as well: to
    say why the claim does not concern them, or does so only on a reading.
    """
    recount = recounts.get(claim.id)
    named = (
        known.target
        for known in every_reference(claim)
        if known.kind == IN_TEXT and known.path[0] in _SAID_BY_THE_SOURCE
    )
    found = {*claim.about_interventions, *claim.about_theories, *named}
    found.update(recount.about if recount else ())
    known = filter(library.order.__contains__, found)
    return tuple(sorted(known, key=library.order.__getitem__))


def _followers(library: Library) -> Iterator[tuple[str, tuple[str, str]]]:
    for attribute in library.attributes.attributes:
        if attribute.kind == "intervention":
            for item in library.interventions.values():
                for value in item.values_of(attribute.id):
                    yield str(value), (attribute.id, item.id)


def _steps(library: Library) -> Iterator[tuple[str, ChainStep]]:
    for theory in library.theories.values():
        for outcome in theory.outcomes:
            for step in outcome.leads_to:
                yield step.target(theory.id), ChainStep(theory.id, outcome.id, step)


def _identified(library: Library) -> Iterator[tuple[str, IdentifiedStudy]]:
    for study in library.related_evidence.identified if library.related_evidence else ():
        yield from ((intervention, study) for intervention in study.interventions)


def _beside(ids: Iterable[str]) -> Iterator[tuple[str, Beside]]:
    listed = [None, *ids, None]
    for before, id, after in zip(listed, listed[1:], listed[2:], strict=False):
        if id is not None:
            yield id, (before, after)
