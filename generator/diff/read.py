"""One state of a review, read as far as it can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.check.reconcile import reconcile
from generator.check.recount import Recounts, recount
from generator.check.rules import hold
from generator.diagnostics import Diagnostic, Severity, first_of_each, in_order
from generator.diff.touched import Ties
from generator.entities import Theory, locators
from generator.entities.inline import pieces, plain
from generator.entities.words import opening
from generator.files.archive import digest
from generator.files.plain_files import plain_files
from generator.files.text_file import read_text
from generator.library.corpus import Corpus, FileReading, Shaped, gather
from generator.library.kinds import KINDS, Kind
from generator.library.library import Library
from generator.library.link import link
from generator.library.readings import Readings
from generator.pages import addresses
from generator.pages.views.names import Link, Names, PlaceLink

_FEW = 8
"""As many words of a text as stand for it."""


class NothingToCompareError(Exception):
    """Neither state can say what the review is."""


class SafeNames(Names):
    """Names that can also be asked of a review with mistakes in it."""

    def theory(self, theory: Theory) -> str:
        """As in `Names`; of a theory with a number, whose group is not there, the id."""
        groups = {None, *(group.id for group in self.library.review.groups)}
        if theory.number is not None and theory.group not in groups:
            return opening(f"{self.words.theory.one} {theory.id}")
        return super().theory(theory)

    def link(self, target: str) -> Link:
        """As in `Names`; of what has an id and no name, how its text begins.

        What is not there is called by its id, and no page is about it.
        """
        library, named = self.library, self._named
        item = library.findings.get(target) or library.claims.get(target)
        if item is None:
            return named(target)
        within = {p.content for p in pieces(item.text) if p.kind == "reference"}
        text = plain(item.text, names={id: named(id).text for id in within})
        return replace(named(target), text=f"“{beginning(text)}”")

    def _named(self, target: str) -> Link:
        with suppress(KeyError):
            return super().link(target)
        return Link(target, addresses.HOME)

    def place(self, locator: str) -> Link:
        """As in `Names`; a locator that names no place, as it is written."""
        if self._is_place(locator):
            return super().place(locator)
        return Link(locator, addresses.ARTICLE)

    def places(self, at: Sequence[str]) -> tuple[PlaceLink, ...]:
        """As in `Names`; where a locator names no place, all as they are written."""
        if all(map(self._is_place, at)):
            return super().places(at)
        return tuple(PlaceLink(locator, addresses.ARTICLE) for locator in at)

    def _is_place(self, locator: str) -> bool:
        try:
            locators.check(locators.parse(locator), self.library.review.source)
        except (locators.LocatorFormError, locators.LocatorRangeError):
            return False
        return True


def beginning(text: str) -> str:
    """The first words of a text, by which it is known where it has no name."""
    words = text.split()
    return text if len(words) <= _FEW else " ".join(words[:_FEW]).rstrip(",;:") + " …"


@dataclass(frozen=True)
class ReviewState:
    """What could be read of a review, and which pages written by hand it has."""

    name: str
    library: Library
    found: tuple[Diagnostic, ...]
    """What is wrong with its files and with its references."""
    unread: frozenset[tuple[str, str]]
    """Kind and id of each file that is there and could not be read; of a seed, no id."""
    pages: Mapping[str, str]
    """What tells each page written by hand from what it was, by its path."""

    @cached_property
    def names(self) -> SafeNames:
        """What things are called in this state."""
        return SafeNames(self.library)

    @cached_property
    def ties(self) -> Ties:
        """What in this state names what."""
        return Ties(self.library)

    @cached_property
    def problems(self) -> tuple[Diagnostic, ...]:
        """All that is wrong with it; where there are no errors, where claims changed."""
        found = [*self.found, *hold(self.library)]
        errors = [d for d in found if d.severity is Severity.ERROR]
        return tuple(first_of_each(in_order(errors or reconcile(self.library, self.recounts))))

    @cached_property
    def recounts(self) -> Recounts:
        """The claims of this state, counted again; none where a place that counts is no place."""
        malformed = any(problem.code == "locator-form" for problem in self.found)
        return {} if malformed else recount(self.library)

    @property
    def is_whole(self) -> bool:
        """Whether numbers can be counted: with a file unread they would mislead."""
        return not self.unread


def read(old: tuple[str, Path], new: tuple[str, Path]) -> tuple[ReviewState, ReviewState]:
    """Both states, each given by name and folder; a file that is the same in both is read once.

    Raises NothingToCompareError.
    """
    known: Readings[FileReading] = Readings()
    after, before = gather(new[1], known), gather(old[1], known)
    both = (before, after)
    needed = [kind for kind in KINDS if any(one.needs(kind) for one in both)]
    for kind in needed:
        if not any(one.of(kind) for one in both):
            raise NothingToCompareError(kind.files)
    unread = [_unread(one) for one in both]
    # A state without its review takes that of the other one, so that the rest can be compared.
    loans = [
        {kind: other.of(kind) for kind in needed if not own.of(kind)}
        for own, other in (both, reversed(both))
    ]
    found = zip((old, new), both, unread, loans, strict=True)
    first, second = (_state(*one) for one in found)
    return first, second


def _state(
    where: tuple[str, Path],
    corpus: Corpus,
    unread: frozenset[tuple[str, str]],
    loan: dict[Kind[Any], list[Shaped]],
) -> ReviewState:
    corpus.shaped |= loan
    library, linking = link(corpus)
    assert library is not None  # there is a review now, and attributes
    name, root = where
    return ReviewState(name, library, (*corpus.diagnostics, *linking), unread, pages_by_hand(root))


def _unread(corpus: Corpus) -> frozenset[tuple[str, str]]:
    found = {(kind.name, "") for kind in corpus.broken if kind.is_shown}
    found |= {(kind.name, "") for kind in KINDS if corpus.needs(kind) and not corpus.of(kind)}
    for kind, stems in corpus.stems.items():
        read_here = {item.document.stem for item in corpus.of(kind)}
        found |= {(kind.name, stem) for stem in stems - read_here}
    return frozenset(found)


def pages_by_hand(root: Path) -> dict[str, str]:
    """What tells each page written by hand from another state of it; ends of lines do not."""
    files, _ = plain_files(root, "docs")
    texts = {file: read_text(root, file)[0] or "" for file in files if file.endswith(".md")}
    return {file.removeprefix("docs/"): _told_apart(text) for file, text in texts.items()}


def _told_apart(text: str) -> str:
    seen = "\n".join(line.rstrip() for line in text.split("\n")).strip()
    return digest(seen.encode("utf-8"))
