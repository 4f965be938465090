"""Versions, as `seeds/changes.yml` tells readers of them and `seeds/releases.yml` records them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.diagnostics import Diagnostic, Location
from generator.library.corpus import Corpus, Shaped
from generator.library.kinds import CHANGES, RELEASES


def contradicting(corpus: Corpus) -> Iterator[Diagnostic]:
    """Versions out of order, told of twice, or told of otherwise than they were released.

    Diagnostics: wrong-value, duplicate-id, release-changed.
    """
    yield from _out_of_order(corpus)
    yield from _told_twice(corpus)
    if CHANGES not in corpus.broken:
        yield from _not_as_released(corpus)


def _out_of_order(corpus: Corpus) -> Iterator[Diagnostic]:
    """Changes that stand above later ones: the newest dates the site, and it is the first."""
    for above, below in pairwise(corpus.of(CHANGES)):
        new, old = above.entity, below.entity
        if new.date < old.date:
            yield Diagnostic(
                _date_of(above),
                "wrong-value",
                f"Version {new.version} is dated {new.date}, and version {old.version} below it"
                f" {old.date}.",
                "The newest version first, each with a date that is no earlier than the one below.",
                "Correct the date that is wrong, or the order.",
            )


def _told_twice(corpus: Corpus) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for item in corpus.of(CHANGES):
        if item.entity.version in seen:
            yield Diagnostic(
                item.document.at((*item.path, "version")),
                "duplicate-id",
                f"Version {item.entity.version} stands here twice.",
                "One entry for each version.",
                "Correct the number of one, or make one entry of both.",
            )
        seen.add(item.entity.version)


def _not_as_released(corpus: Corpus) -> Iterator[Diagnostic]:
    """Versions that were released, and whose entry is gone or has another date."""
    told = {item.entity.version: item for item in corpus.of(CHANGES)}
    for released in corpus.entities(RELEASES):
        item = told.get(released.version)
        if item and item.entity.date == released.date:
            continue
        said = f"dates it {item.entity.date}" if item else "has no entry of it"
        yield Diagnostic(
            _date_of(item) if item else Location(CHANGES.files),
            "release-changed",
            f"Version {released.version} was released on {released.date}, and this file {said}.",
            "Every version that was released, with its date: people cite it so.",
            "Restore the entry from the history.",
        )


def _date_of(item: Shaped) -> Location:
    return item.document.at((*item.path, "date"))
