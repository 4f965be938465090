"""What rests on a place of the source: sorted by kind, each with what it says and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.entities.base import Basis
from generator.entities.claim import Claim
from generator.entities.intervention import Intervention
from generator.entities.statement import Statement
from generator.entities.walk import parts_within
from generator.entities.words import opening
from generator.library.kinds import (
    CHANGES,
    CLAIM,
    DECISION,
    EVIDENCE_PAGE,
    GLOSSARY,
    INTERVENTION,
    MIDDLE_RANGE_THEORY,
    REVIEW,
    THEORY,
    Kind,
    named,
)
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.citations import Citation
from generator.pages.views.basis import Marked
from generator.pages.views.claims import SEVERITY_LABELS, VERDICT_LABELS
from generator.pages.views.listed import Listed, listed
from generator.pages.views.names import Link, Names
from generator.pages.views.rows import attribute_row


@dataclass(frozen=True)
class Resting(Marked):
    """What is said on the strength of a place, and where: a sentence, a value or a part."""

    links: Listed[Link]
    """Where it stands."""
    text: str = ""
    """What it says, or what of something it is; empty where the links say it."""
    change: str = "retained"
    """Of a statement: what became of it, so that it is shown in the right font."""
    basis: Basis = "reported"
    verdict: str = ""
    """Of a claim: what became of checking it, in words, and whether it is made elsewhere."""
    is_about_links: bool = False
    """Whether the sentence needs the name of what it is about before it."""
    order: int = 0
    """Where it stands among the sentences of its kind."""


@dataclass(frozen=True)
class RestingGroup:
    """All of one kind that rests on a place."""

    title: str
    lines: tuple[Resting, ...]


def resting(citations: Sequence[Citation], names: Names) -> tuple[RestingGroup, ...]:
    """All that cites a place, sentences before what is named alone; nothing that no page shows."""
    groups: dict[str, dict[Resting, dict[Link, None]]] = {}
    made_here = {citation.id for citation in citations if citation.part == "at"}
    for citation in citations:
        if _is_held_against(citation) and citation.id in made_here:
            continue  # the place of the claim says more than that its check names it
        if line := _line(citation, names):
            title = named(citation.kind).heading_in(names.words)
            every = Link(f"“{title}”", addresses.at(citation.kind)[0])
            # One line for all interventions that have the same value from the place.
            said = replace(line, links=listed((), _same, every)) if line.text else line
            lines = groups.setdefault(title, {})
            lines.setdefault(said, {}).update(dict.fromkeys(line.links.first))
    return tuple(RestingGroup(title, _in_order(lines)) for title, lines in groups.items())


def _in_order(lines: Mapping[Resting, Iterable[Link]]) -> tuple[Resting, ...]:
    return tuple(
        replace(said, links=listed(tuple(lines[said]), _same, said.links.where))
        for said in sorted(lines, key=lambda said: (not said.text, said.order))
    )


def _same(link: Link) -> Link:
    return link


def _alone(link: Link) -> Listed[Link]:
    return listed((link,), _same, link)


def _is_held_against(citation: Citation) -> bool:
    """Whether a claim only names the place, and makes its statement in another one."""
    return named(citation.kind) is CLAIM and citation.part != "at"


def _line(citation: Citation, names: Names) -> Resting | None:
    link, kind = _link(citation, names), named(citation.kind)
    if link is None:
        return None
    if not kind.is_named:
        return Resting(_alone(link))
    entity = names.library.of(kind)[citation.id]
    if isinstance(entity, Intervention) and citation.fragment in entity.attributes:
        return _attribute(entity, citation.fragment, names)
    if part := _of_part(citation, names):
        return part
    if isinstance(entity, Claim):
        return _claim(link, entity, citation)
    return _said(link, kind, _part(entity, citation.fragment), citation.basis)


def _claim(link: Link, claim: Claim, citation: Citation) -> Resting:
    """A claim by its sentence, with its verdict; and that the place is not where it is made.

    A reading of a claim is one of several ways to explain it, and says nothing by itself.
    """
    verdict = VERDICT_LABELS[claim.verdict].lower()
    grave = f" ({SEVERITY_LABELS[claim.severity]})" if claim.severity else ""
    made_elsewhere = "; made elsewhere, and held against this place" * _is_held_against(citation)
    return Resting(_alone(link), claim.text, verdict=f"{verdict}{grave}{made_elsewhere}")


def _attribute(item: Intervention, id: str, names: Names) -> Resting:
    """A value, in words that are the same for all interventions that have it."""
    library, attribute = names.library, names.library.attribute(id)
    row = attribute_row(item, attribute, library, names)
    every = library.attributes.attributes
    return Resting(
        _alone(replace(names.link(item.id), fragment=id)),
        f"{row.label}: {row.told}",
        order=every.index(attribute) - len(every),  # before all else
    )


def _of_part(citation: Citation, names: Names) -> Resting | None:
    """What of a theory or an intervention rests on a place, where that is no sentence.

    It stands behind the sentences.
    """
    words = names.words
    labels = {
        (THEORY, "number-at"): "Number",
        (THEORY, "topic"): "Topic",
        (THEORY, "model"): "Place in the model",
        (THEORY, "formats"): f"{opening(words.format.many)} it may bear on",
        (THEORY, "related"): f"Tie to another {words.theory.one}",
        (INTERVENTION, "number-at"): "Number",
        (INTERVENTION, "not-applicable"): "What does not apply, on this site’s reading",
    }
    key = named(citation.kind), citation.part
    if key not in labels:
        return None
    return Resting(
        _alone(names.link(citation.id)),
        labels[key],
        basis=citation.basis,
        order=list(labels).index(key) + 1,
    )


def _said(link: Link, kind: Kind[Any], part: Any, basis: Basis) -> Resting:
    """A thing, or the part of one that cites the place, by what it says."""
    return Resting(
        _alone(link),
        getattr(part, "text", None) or "",
        change=part.change if isinstance(part, Statement) else "retained",
        basis=basis,
        is_about_links=kind in (MIDDLE_RANGE_THEORY, INTERVENTION),
    )


def _part(entity: Any, fragment: str) -> Any:
    """The part of an entity with this id; without an id the entity itself."""
    if not fragment:
        return entity
    parts = (part for _, part in parts_within(entity) if getattr(part, "id", "") == fragment)
    return next(parts)


def _link(citation: Citation, names: Names) -> Link | None:
    """A link to what cites a place; None for what no page shows."""
    kind, library = named(citation.kind), names.library
    address, fragment = addresses.at(citation.kind, citation.id)
    if kind in (EVIDENCE_PAGE, DECISION):
        return Link(library.of(kind)[citation.id].title, address)
    if kind is GLOSSARY:
        return Link(_term(citation.id, library), address, fragment)
    if kind is CHANGES:
        return Link(kind.heading, address)
    if kind is REVIEW:
        return _of_review(citation, names)
    return _of_named(kind, citation, names) if kind.is_named else None


def _of_named(kind: Kind[Any], citation: Citation, names: Names) -> Link:
    link = names.link(citation.id)
    if kind in (THEORY, INTERVENTION) and not citation.fragment:
        return names.full(citation.id)
    if link.fragment or not citation.fragment:
        return link
    name = names.beside_part(citation.id, link.text)
    return Link(f"{name} {citation.fragment}", link.address, citation.fragment)


def _term(anchor: str, library: Library) -> str:
    return next(entry.term for entry in library.glossary if entry.anchor == anchor)


def _of_review(citation: Citation, names: Names) -> Link | None:
    """A link to where a part of the review is shown, if it is."""
    words, library = names.words, names.library
    scale, theories = library.review.confidence, library.every_theory
    every = f"What holds for every {words.theory.one}"
    titles = {group.id: group.title for group in library.review.groups}
    group = Link(titles.get(citation.fragment, ""), addresses.THEORIES, citation.fragment)
    parts: dict[str, tuple[object, Link | None]] = {
        "last-search-at": (True, Link("The last search", addresses.ARTICLE)),
        "includes": (True, _included(names)),
        "groups": (theories, group),
        "remarks": (theories, Link(every, addresses.THEORIES)),
        "convention": (library.theories, Link("How the model is marked", addresses.MODEL)),
        "cautions": (library.guidance, Link("Before you rely on guidance", addresses.GUIDANCE)),
        "confidence": (
            theories,
            Link(scale.title if scale else "", addresses.THEORIES, addresses.SCALE),
        ),
    }
    is_shown, link = parts.get(citation.id, (True, Link(library.review.title, addresses.HOME)))
    return link if is_shown else None


def _included(names: Names) -> Link | None:
    """A link to how many there are of what the source counts; None where no page tells."""
    library, words = names.library, names.words
    counts = library.review.source.includes
    counted = [
        (noun.many, address)
        for count, there, noun, address in (
            (
                counts and counts.interventions,
                library.every_intervention,
                words.intervention,
                addresses.INTERVENTIONS,
            ),
            (counts and counts.studies, library.every_study, words.study, addresses.STUDIES),
        )
        if count and there
    ]
    many = " and ".join(noun for noun, _ in counted)
    return Link(f"How many {many} there are", counted[0][1]) if counted else None
