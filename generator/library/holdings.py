"""All that a review holds, whatever its kinds are: by kind and id, with the position of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from generator.diagnostics import Location
from generator.entities import Sourced
from generator.entities.walk import parts_within
from generator.files.load import Origin, Path
from generator.library import kinds
from generator.library.kinds import E, Kind


@dataclass(frozen=True)
class Holdings:
    """All entities of a review, each in the order of its file; nothing in it changes."""

    held: Mapping[Kind[Any], tuple[Any, ...]]
    """The entities of each kind: those that count first, then the retired ones."""
    origins: Mapping[tuple[str, str], tuple[Origin, Path]] = field(default_factory=dict)
    """The file that each entity was read from and its path there, by kind and id."""
    broken: frozenset[str] = frozenset()
    """The names of files in the folders that are there and could not be read."""

    def all(self, kind: Kind[E]) -> tuple[E, ...]:
        """Every entity of a kind, the retired ones too."""
        return self.held.get(kind, ())

    def of(self, kind: Kind[E]) -> Mapping[str, E]:
        """Every entity of a kind by its id, the retired ones too; the id of what has none is ""."""
        return self._by_id[kind]

    def current(self, kind: Kind[E]) -> Mapping[str, E]:
        """Those that count: all but the retired ones."""
        return {id: item for id, item in self.of(kind).items() if not is_retired(item)}

    def one(self, kind: Kind[E]) -> E | None:
        """The one entity of a kind that has only one; None where the review has none."""
        return next(iter(self.all(kind)), None)

    @cached_property
    def _by_id(self) -> Mapping[Kind[Any], Mapping[str, Any]]:
        return {
            kind: {getattr(entity, "id", ""): entity for entity in self.all(kind)}
            for kind in kinds.KINDS
            if kind.has_ids or not kind.is_list
        }

    def locate(self, kind: str, id: str, *path: str | int) -> Location:
        """The file, line and column of something inside the entity of this kind and id.

        Raises KeyError where there is no such entity.
        """
        document, top = self.origins[kind, id]
        return document.at((*top, *path))

    @cached_property
    def parts(self) -> tuple[tuple[str, str, Path, BaseModel], ...]:
        """Every entity and every part of one, with the kind, id and path of where it stands."""
        return tuple(
            (kind, id, path, model)
            for kind, id in self.origins
            for path, model in parts_within(self.entity(kind, id))
        )

    @cached_property
    def sourced(self) -> tuple[tuple[str, str, Path, Sourced], ...]:
        """Every part that rests on the source."""
        return tuple(
            (kind, id, path, part)
            for kind, id, path, part in self.parts
            if isinstance(part, Sourced)
        )

    def entity(self, kind: str, id: str) -> Any:
        """The entity of this kind and id, the kinds being those of `origins`."""
        return self.of(kinds.named(kind))[id]

    @cached_property
    def retired(self) -> Mapping[str, Any]:
        """What was withdrawn: its page stays, and no list has it."""
        return {
            entity.id: entity
            for kind in kinds.KINDS
            for entity in self.all(kind)
            if is_retired(entity)
        }


def is_retired(entity: Any) -> bool:
    """Whether something is withdrawn: the one place that decides what does not count."""
    return vars(entity).get("retired") is not None
