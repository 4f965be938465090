"""Links in the other direction: what points to a theory, an intervention or a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from generator.check.recount import Recount, Recounts
from generator.entities import Claim, Decision
from generator.entities.intervention import IdentifiedStudy
from generator.entities.locators import WHOLE, anchors
from generator.entities.middle_range import Use
from generator.entities.references import IN_TEXT, Reference, references
from generator.entities.statement import LeadsTo
from generator.entities.support import Support
from generator.entities.theory import Relation
from generator.files.load import Path
from generator.library.holdings import is_retired
from generator.library.kinds import KINDS, REVIEW, Kind
from generator.library.library import Library
from generator.pages.by_format import ByFormat

T = TypeVar("T")


@dataclass(frozen=True)
class Citation:
    """An entity that cites a place of the source, and where on its page it does so."""

    kind: str
    id: str
    """Of the review, which has none, the key under which it does so."""
    fragment: str


@dataclass(frozen=True)
class Step:
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
    steps: Mapping[str, tuple[Step, ...]]
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
    return Backlinks(
        uses=_turn(
            (theory, (m.id, use))
            for m in library.middle_range.values()
            for use in m.uses
            for theory in use.theories
        ),
        related=_turn(
            (relation.theory, (theory.id, relation))
            for theory in library.theories.values()
            for relation in theory.related
            # Where both say it, the page shows its own words only.
            if theory.id not in [r.theory for r in library.every_theory[relation.theory].related]
        ),
        findings=_turn(
            (theory, finding.id)
            for finding in library.findings.values()
            for theory in (finding.tie.theories if finding.tie else ())
        ),
        guidance=_turn(
            (theory, decision.id)
            for decision in library.guidance.values()
            for theory in bearing(decision, library)
        ),
        claims=_turn(
            (id, claim.id)
            for claim in library.claims.values()
            for id in _about(claim, recounts.get(claim.id))
        ),
        followers=_turn(
            (str(value), (attribute.id, intervention.id))
            for attribute in library.attributes.attributes
            if attribute.kind == "intervention"
            for intervention in library.interventions.values()
            for value in intervention.values_of(attribute.id)
        ),
        studied=_turn(
            (study, intervention.id)
            for intervention in library.interventions.values()
            for study in intervention.studies
        ),
        supported=_turn(
            (item.by, (theory.id, item))
            for theory in library.theories.values()
            for item in theory.support
        ),
        steps=_turn(
            (step.target(theory.id), Step(theory.id, outcome.id, step))
            for theory in library.theories.values()
            for outcome in theory.outcomes
            for step in outcome.leads_to
        ),
        citations=_citations(library),
        identified=_turn(
            (intervention, study)
            for study in (library.studies.identified if library.studies else ())
            for intervention in study.interventions
        ),
        beside=dict(
            (
                *_beside(library.theories),
                *_beside(library.interventions),
                *_beside(library.included_studies),
            )
        ),
        formats=ByFormat(library),
    )


def _beside(ids: Iterable[str]) -> Iterator[tuple[str, Beside]]:
    listed = [None, *ids, None]
    for before, id, after in zip(listed, listed[1:], listed[2:], strict=False):
        if id is not None:
            yield id, (before, after)


def bearing(decision: Decision, library: Library) -> tuple[str, ...]:
    """The theories that bear on a decision, in order: its own, and those of what it shows."""
    shown = [library.findings[id] for section in decision.sections for id in section.findings]
    found = {*decision.theories, *(id for f in shown if f.tie for id in f.tie.theories)}
    return tuple(id for id in library.every_theory if id in found)


def _turn(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    turned: dict[str, list[T]] = {}
    for target, item in pairs:
        group = turned.setdefault(target, [])
        if item not in group:
            group.append(item)
    return {target: tuple(group) for target, group in turned.items()}


def _about(claim: Claim, recount: Recount | None) -> list[str]:
    """The theories and interventions that a claim is about, by its own word or its check."""
    return [
        *claim.about_interventions,
        *claim.about_theories,
        *(recount.about if recount else ()),
    ]


def _citations(library: Library) -> dict[str, tuple[Citation, ...]]:
    """For every place that is cited, what cites it; on what is retired alone nothing rests."""
    found: dict[str, dict[Citation, None]] = {}
    for kind in KINDS:
        for entity in library.all(kind) if kind.is_shown else ():
            for reference in filter(_is_place, references(entity)):
                for place in anchors(reference.target):
                    known = found.setdefault(place, {})
                    if not is_retired(entity):
                        known[_citation(kind, entity, reference.path)] = None
    return {place: tuple(citations) for place, citations in found.items()}


def _is_place(reference: Reference) -> bool:
    is_in_text = reference.kind == IN_TEXT and " " in reference.target
    return (reference.kind == "locator" or is_in_text) and reference.target != WHOLE


def _citation(kind: Kind[Any], entity: object, path: Path) -> Citation:
    """What cites by its id; a term of the glossary by its anchor, the review by the key."""
    id = getattr(entity, "id", "") or getattr(entity, "anchor", "")
    if kind is REVIEW:
        id = str(path[1] if path[0] == "source" else path[0])
    return Citation(kind.name, id, _fragment(entity, path))


def _fragment(entity: object, path: Path) -> str:
    """The id of the statement within a page that a path leads through, if there is one."""
    found = ""
    value: object = entity
    for step in path:
        if isinstance(step, int) and isinstance(value, tuple):
            value = value[step]
        elif isinstance(value, Mapping):
            return str(step)
        else:
            value = getattr(value, str(step).replace("-", "_"))
        found = getattr(value, "id", "") or found
    return found
