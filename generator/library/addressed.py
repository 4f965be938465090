"""Everything that has an address, by the names of the register: `theories/x04`, `theories/x04#c2`.

What is published stays: a place that the register lists is there, or `seeds/moved.yml` says what
became of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from generator.diagnostics import Diagnostic, did_you_mean, nearest, suggestion
from generator.entities.register import parts_named
from generator.entities.walk import ids_within
from generator.library.corpus import Corpus, Shaped
from generator.library.kinds import (
    ATTRIBUTES,
    IDS,
    INTERVENTION,
    KINDS,
    MOVED,
    Kind,
    by_register,
    published,
)

Within = dict[str, list[str]]
"""By the name of a thing (`theories/x04`) the ids within its page; by `interventions` those of the
attributes, which stand on the page of every intervention."""
Every = Callable[[Kind[Any]], Iterable[Any]]
"""Gives every entity of a kind."""


def within(every: Every) -> Within:
    """The ids that have an address within the page of something."""
    found = {
        f"{kind.key}/{entity.id}": [id for _, id in ids_within(entity)]
        for kind in KINDS
        if kind.has_ids
        for entity in every(kind)
    }
    for entity in every(ATTRIBUTES):
        found[INTERVENTION.key] = [attribute.id for attribute in entity.attributes]
    return found


def gone_or_wrongly_moved(corpus: Corpus) -> Iterator[Diagnostic]:
    """What was published within a page and is not there, and what did not move as it is said.

    Diagnostics: id-gone, not-moved, unknown-reference.
    """
    there = within(corpus.entities)
    yield from _gone(corpus, there)
    yield from _wrongly_moved(corpus, there)


def _gone(corpus: Corpus, there: Within) -> Iterator[Diagnostic]:
    """Ids that were published within a page and are not there any more, told where they stood.

    Pages that are gone or broken as a whole are reported by `register.gone` and by reading them.
    Where `seeds/moved.yml` is broken, nobody knows what it tells of them.
    """
    known, holders = corpus.moved, _holders(corpus)
    for item in corpus.of(IDS) if MOVED not in corpus.broken else ():
        for name, ids in item.entity.within.items():
            for id in ids if name in there else ():
                if id not in there[name] and f"{name}#{id}" not in known:
                    yield Diagnostic(
                        holders[name].document.at(holders[name].path),
                        "id-gone",
                        f"“{name}#{id}” was published, and nothing has this address any more.",
                        f"An entry with the id “{id}”: people cite its address.",
                        "Give it its id back, or say in seeds/moved.yml what became of it: was,"
                        " why, date and, where there is one, now.",
                    )


def _holders(corpus: Corpus) -> dict[str, Shaped]:
    """Where the ids within each page are written, by the names that `within` gives the pages."""
    found = {
        f"{kind.key}/{item.entity.id}": item
        for kind in KINDS
        if kind.has_ids
        for item in corpus.of(kind)
    }
    for item in corpus.of(ATTRIBUTES):
        found[INTERVENTION.key] = item
    return found


def _is_unread(name: str, corpus: Corpus) -> bool:
    """Whether what is named so may stand in a file that could not be read."""
    named = by_register(name)
    if named is None:
        return False
    kind, id, _ = named
    may_be = kind in corpus.broken or id in corpus.stems.get(kind, set())
    return may_be and all(entity.id != id for entity in corpus.entities(kind))


def _wrongly_moved(corpus: Corpus, pages: Within) -> Iterator[Diagnostic]:
    """Entries of `seeds/moved.yml` about what is still there, or that lead to nothing."""
    there = {*pages, *parts_named(pages)}
    gone = _registered(corpus) - there if corpus.of(IDS) else None
    seen: set[str] = set()
    for item in corpus.of(MOVED):
        now = item.entity.now
        yield from _never_gone(item, there, gone, seen)
        seen.add(item.entity.was)
        if now and now not in there and not _is_unread(now, corpus):
            yield Diagnostic(
                item.document.at((*item.path, "now")),
                "unknown-reference",
                f"There is no “{now}”.",
                "Something that is there, named like theories/x04#c2.",
                did_you_mean(now, there),
            )


def _registered(corpus: Corpus) -> set[str]:
    """The names of all that was published."""
    return {
        name
        for register in corpus.entities(IDS)
        for name in (
            *(
                f"{kind.key}/{id}"
                for kind in KINDS
                if kind.has_ids
                for id in published(register, kind)
            ),
            *parts_named(register.within),
        )
    }


def _never_gone(
    item: Shaped, there: set[str], gone: set[str] | None, seen: set[str]
) -> Iterator[Diagnostic]:
    """Where an entry names what was never published, what is there, or what was named.

    `gone` is what was published and is not there; None where no register tells.
    """
    was, position = item.entity.was, item.document.at((*item.path, "was"))
    if by_register(was) is None:
        yield Diagnostic(
            position,
            "unknown-reference",
            f"“{was}” names nothing that could have been published.",
            "A list of the register and an id in it, with what stands within: theories/x04#c2.",
            did_you_mean(was, [*(gone or ()), *(f"{k.key}/" for k in KINDS if k.has_ids)]),
        )
    elif was in there or was in seen:
        yield Diagnostic(
            position,
            "not-moved",
            f"“{was}” {'is still there' if was in there else 'stands here twice'}.",
            "Something that was published and is there no more, once.",
            "Delete this entry, or what has the address now.",
        )
    elif gone is not None and was not in gone:
        yield Diagnostic(
            position,
            "not-moved",
            f"“{was}” was never published: {IDS.files} does not list it.",
            "Something that was published and is there no more.",
            suggestion(nearest(was, gone)) or "Delete this entry.",
        )
