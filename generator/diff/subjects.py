"""What a change is about: what it is called and where its page is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.diff.read import State
from generator.diff.report import SECTIONS, Thing
from generator.diff.structure import Steps
from generator.pages import addresses
from generator.pages.addresses import Address


@dataclass(frozen=True)
class Subject:
    """A thing with its page; `name` begins sentences, `title` is the whole name."""

    thing: Thing
    id: str
    name: str
    title: str
    page: Address
    fragment: str = ""


KINDS: tuple[Thing, ...] = (
    "theory", "intervention", "middle-range theory", "decision", "finding", "claim",
    "evidence page",
)  # fmt: skip
"""The things that have ids of their own."""

_REVIEW: dict[str, tuple[Thing, Address]] = {
    "help": ("help", addresses.HELP),
    "home": ("home", addresses.HOME),
    "source": ("article", addresses.ARTICLE),
    "groups": ("groups", addresses.THEORIES),
    "remarks": ("groups", addresses.THEORIES),
    "theories_lack": ("groups", addresses.THEORIES),
    "convention": ("model", addresses.MODEL),
    "cautions": ("evidence page", addresses.EVIDENCE),
}
_SINGLE: dict[str, tuple[Thing, Address]] = {
    "attributes": ("attributes", addresses.INTERVENTIONS),
    "glossary": ("glossary", addresses.GLOSSARY),
    "studies": ("studies", addresses.RELATED),
    "changes": ("changes", addresses.CHANGES),
}


def things(state: State, kind: Thing) -> Mapping[str, Any]:
    """All things of a kind by their ids."""
    library = state.library
    found: dict[Thing, Mapping[str, Any]] = {
        "theory": library.every_theory,
        "intervention": library.every_intervention,
        "middle-range theory": library.middle_range,
        "decision": library.guidance,
        "finding": library.findings,
        "claim": library.claims,
        "evidence page": library.evidence,
    }
    return found[kind]


def subject(kind: Thing, item: Any, state: State) -> Subject:
    """What a thing with an id is called."""
    id, names = item.id, state.names
    match kind:
        case "theory":
            name = names.theory(item)
            title = f"{name}: {item.title}" if item.number is None else names.theory_title(item)
            return Subject(kind, id, name, title, addresses.theory(id))
        case "intervention":
            title = f"Intervention {names.intervention_title(item)}"
            return Subject(
                kind, id, f"Intervention #{item.number}", title, addresses.intervention(id)
            )
        case "finding":
            return Subject(kind, id, f"Finding {id}", f"Finding {id}", addresses.FINDINGS, id)
        case "claim":
            title = f"Claim {id}: {names.plain(item.text)}"
            return Subject(kind, id, f"Claim {id}", title, addresses.SOURCE_CHECK, id)
    own = {
        "decision": ("Guidance", addresses.decision),
        "evidence page": ("Tables", addresses.evidence),
        "middle-range theory": ("Middle-range theory", addresses.middle_range),
    }
    word, address = own[kind]
    return Subject(kind, id, f"{word} “{item.title}”", item.title, address(id))


def of_review(path: Steps) -> Subject:
    """The part of the review that a path leads into."""
    thing, page = _REVIEW.get(path[0].field, ("site", addresses.HOME))
    return _one_of_a_kind(thing, page)


def single(name: str) -> Subject:
    """What a seed holds of which there is one only."""
    return _one_of_a_kind(*_SINGLE[name])


def by_hand(relative: str) -> Subject:
    """A page written by hand, from its path within `docs/`."""
    page = addresses.by_hand(relative)
    name = f"The page {page.path or 'docs/index.md'}"
    return Subject("page", relative, name, SECTIONS["page"], page)


def _one_of_a_kind(thing: Thing, page: Address) -> Subject:
    title = SECTIONS[thing]
    return Subject(thing, "", title, title, page)
