"""What a change is about: what it is called and where its page is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.diff.read import ReviewState, beginning
from generator.diff.report import SECTIONS, Thing
from generator.diff.structure import Steps
from generator.entities.words import Words, opening
from generator.library.kinds import (
    ATTRIBUTES,
    INTERVENTION,
    MOVED,
    THEORY,
    Kind,
    by_register,
)
from generator.pages import addresses
from generator.pages.address import Address


@dataclass(frozen=True)
class Subject:
    """A thing with its page; `name` begins sentences, `title` is the whole name."""

    thing: Thing
    id: str
    name: str
    title: str
    page: Address
    fragment: str = ""


_REVIEW: dict[str, tuple[Thing, Address]] = {
    "help": ("help", addresses.HELP),
    "home": ("home", addresses.HOME),
    "source": ("article", addresses.ARTICLE),
    "groups": ("groups", addresses.THEORIES),
    "remarks": ("groups", addresses.THEORIES),
    "theories_lack": ("groups", addresses.THEORIES),
    "final_theories_lack": ("groups", addresses.THEORIES),
    "unknown_models_lack": ("groups", addresses.THEORIES),
    "confidence": ("confidence", addresses.THEORIES),
    "convention": ("model", addresses.MODEL),
    "cautions": ("evidence page", addresses.EVIDENCE),
}


def subject(kind: Kind[Any], item: Any, state: ReviewState) -> Subject:
    """What a thing with an id is called."""
    id, names = item.id, state.names
    page, fragment = addresses.at(kind.name, id)
    word = opening(kind.called(names.words))
    if kind is THEORY:
        name = f"{word} “{item.title}”" if item.number is None else names.theory(item)
        title = names.theory_title(item)
    elif kind is INTERVENTION:
        name = f"{word} “{item.title}”" if item.number is None else f"{word} #{item.number}"
        title = names.intervention_heading(item)
    elif "title" in kind.entity.model_fields:
        name, title = f"{word} “{item.title}”", item.title
    else:
        name = f"{word} “{beginning(names.plain(item.text))}”"
        title = f"{word}: {names.plain(item.text)}"
    return Subject(kind.name, id, name, title, page, fragment)


def of_review(path: Steps, words: Words) -> Subject:
    """The part of the review that a path leads into."""
    thing, page = _REVIEW.get(path[0].field, ("site", addresses.HOME))
    return _one_of_a_kind(thing, page, words)


def single(kind: Kind[Any], words: Words) -> Subject:
    """What a file holds whose entries have no ids of their own."""
    return _one_of_a_kind(kind.name, addresses.at(kind.name)[0], words)


def gone_address(was: str) -> Subject | None:
    """An address that is no more, by its name in `seeds/moved.yml`; None where it names nothing."""
    named = by_register(was)
    if named is None:
        return None
    kind, id, part = named
    page, fragment = addresses.at(kind.name, id)
    fragment = addresses.part(kind.name, id, part) if part else fragment
    return Subject(MOVED.name, was, f"What became of {was}", MOVED.heading, page, fragment)


def page_by_hand(relative: str) -> Subject:
    """A page written by hand, from its path within `docs/`."""
    page = addresses.by_hand(relative)
    name = f"The page {page.path or 'docs/index.md'}"
    return Subject("page", relative, name, SECTIONS["page"], page)


def _one_of_a_kind(thing: Thing, page: Address, words: Words) -> Subject:
    named = {
        "groups": f"Groups of {words.theory.many}",
        ATTRIBUTES.name: f"What is recorded of {words.intervention.many}",
    }
    title = named.get(thing, SECTIONS[thing])
    return Subject(thing, "", title, title, page)
