"""What became of what stood on a page, and of pages that are no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.entities.walk import parts_within
from generator.library.kinds import MOVED, by_register
from generator.pages import addresses
from generator.pages.address import Address
from generator.pages.views.names import Link, Names


@dataclass(frozen=True)
class MovedView:
    """Something that was published and is there no more."""

    name: str
    """How the register names it."""
    fragment: str
    """Its address within the page; empty for a page of its own."""
    why: str
    date: date
    now: Link | None


def moved_views(names: Names) -> dict[Address, tuple[MovedView, ...]]:
    """All of them, by the page that people who follow an old address come to."""
    found: dict[Address, list[MovedView]] = {}
    for item in sorted(names.library.all(MOVED), key=lambda item: item.was):
        old = list(_links(item.was, names))
        new = list(_links(item.now, names)) if item.now else [None]
        # An attribute has a row on the page of each intervention; so has what replaced it.
        for was, now in zip(old, new if len(new) == len(old) else new[:1] * len(old), strict=True):
            view = MovedView(item.was, was.fragment, item.why, item.date, now)
            found.setdefault(was.address, []).append(view)
    return {address: tuple(views) for address, views in found.items()}


def _links(name: str, names: Names) -> Iterator[Link]:
    """Where something is, or was, by its name in the register."""
    named = by_register(name)
    assert named is not None  # `check` refuses a review where it is None
    kind, id, part = named
    for one in [id] if id else names.library.of(kind):
        address, fragment = addresses.at(kind.name, one)
        fragment = addresses.part(kind.name, one, part) if part else fragment
        entity = names.library.of(kind).get(one)
        is_there = kind.is_named and entity is not None
        text = names.full(one).text if is_there else getattr(entity, "title", name)
        yield Link(f"{text}, {_title(entity, part)}" if part else text, address, fragment)


def _title(entity: Any, part: str) -> str:
    """What readers call a part of something: its id, where it has no title."""
    within = (value for _, value in parts_within(entity)) if entity else ()
    titles = (getattr(one, "title", "") for one in within if getattr(one, "id", "") == part)
    return next(titles, "") or part
