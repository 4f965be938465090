"""What has a format and what bears on it: each list is made once, however many pages show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from generator.entities.base import Basis
from generator.entities.theory import TheoryFormat
from generator.library.library import Library

Bases = tuple[tuple[str, Basis], ...]
"""Ids of theories of the final model, each with who says that it bears on a format."""


class ByFormat:
    """Interventions and theories of a library by the formats that they have or name."""

    def __init__(self, library: Library) -> None:
        """Nothing is looked up before it is asked for."""
        self._library = library
        self._having: dict[frozenset[str], tuple[str, ...]] = {}
        self._naming: dict[frozenset[str], Bases] = {}
        self._others: dict[frozenset[str], Bases] = {}

    def having(self, formats: Iterable[str]) -> tuple[str, ...]:
        """The ids of the interventions that have one of these formats."""
        wanted = frozenset(formats)
        if wanted not in self._having:
            attribute = self._library.format.id
            self._having[wanted] = tuple(
                item.id
                for item in self._library.interventions.values()
                if not wanted.isdisjoint(item.values_of(attribute))
            )
        return self._having[wanted]

    def naming(self, formats: Iterable[str]) -> Bases:
        """The theories of the final model that name one of these formats."""
        wanted = frozenset(formats)
        if wanted not in self._naming:
            self._naming[wanted] = self._bearing(lambda it: not wanted.isdisjoint(it.formats))
        return self._naming[wanted]

    @cached_property
    def not_limited(self) -> Bases:
        """The theories of the final model that bear on any format, whatever they name besides."""
        return self._bearing(lambda item: item.covers == "any")

    @cached_property
    def unstated(self) -> tuple[str, ...]:
        """The theories of the final model of which the source states no format."""
        said = {id for id, _ in self._bearing(lambda item: item.covers == "not-stated")}
        theories = self._library.theories.values()
        return tuple(it.id for it in theories if it.is_final and (it.id in said or not it.formats))

    def naming_others(self, formats: Iterable[str]) -> Bases:
        """The theories of the final model that name other formats only."""
        wanted = frozenset(formats)
        if wanted not in self._others:
            near = {id for id, _ in (*self.naming(wanted), *self.not_limited)}.union(self.unstated)
            named = self._bearing(lambda item: item.covers == "named")
            self._others[wanted] = tuple(one for one in named if one[0] not in near)
        return self._others[wanted]

    def _bearing(self, holds: Callable[[TheoryFormat], bool]) -> Bases:
        found: list[tuple[str, Basis]] = []
        for theory in self._library.theories.values():
            bases = [item.basis for item in theory.formats if holds(item)]
            if bases and theory.is_final:
                found.append((theory.id, "reported" if "reported" in bases else bases[0]))
        return tuple(found)
