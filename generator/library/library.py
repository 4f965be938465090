"""Everything a review holds, typed and reachable by id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from generator.diagnostics import Location
from generator.entities import (
    Attribute,
    Attributes,
    Claim,
    Decision,
    EvidencePage,
    Finding,
    GlossaryEntry,
    Intervention,
    MiddleRangeTheory,
    Register,
    Release,
    Review,
    Sourced,
    Studies,
    Theory,
)
from generator.entities.review import TheoryGroup
from generator.entities.walk import models
from generator.files.load import Document, Path


@dataclass(frozen=True)
class Library:
    """All entities of a review, each in the order of its file; nothing in it changes."""

    review: Review
    attributes: Attributes
    theories: Mapping[str, Theory] = field(default_factory=dict)
    """Those that count: all but the retired ones."""
    interventions: Mapping[str, Intervention] = field(default_factory=dict)
    """Those that count: all but the retired ones."""
    retired_theories: Mapping[str, Theory] = field(default_factory=dict)
    retired_interventions: Mapping[str, Intervention] = field(default_factory=dict)
    middle_range: Mapping[str, MiddleRangeTheory] = field(default_factory=dict)
    findings: Mapping[str, Finding] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    guidance: Mapping[str, Decision] = field(default_factory=dict)
    evidence: Mapping[str, EvidencePage] = field(default_factory=dict)
    glossary: tuple[GlossaryEntry, ...] = ()
    changes: tuple[Release, ...] = ()
    studies: Studies | None = None
    register: Register = field(default_factory=Register)
    places: Mapping[tuple[str, str], tuple[Document, Path]] = field(default_factory=dict)
    """Where each entity stands, by its kind and id."""
    broken: frozenset[str] = frozenset()
    """The names of files in the folders that are there and could not be read."""

    def locate(self, kind: str, id: str, *path: str | int) -> Location:
        """The place of something inside the entity of this kind and id."""
        document, top = self.places[kind, id]
        return document.at((*top, *path))

    @cached_property
    def parts(self) -> tuple[tuple[str, str, Path, BaseModel], ...]:
        """Every entity and every part of one, with the kind, id and path of where it stands."""
        return tuple(
            (kind, id, path, model)
            for kind, id in self.places
            for path, model in models(self.entity(kind, id))
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
        """The entity of this kind and id, the kinds being those of `places`."""
        kinds: dict[str, Mapping[str, Any]] = {
            "theory": self.every_theory,
            "middle-range theory": self.middle_range,
            "intervention": self.every_intervention,
            "finding": self.findings,
            "claim": self.claims,
            "decision": self.guidance,
            "evidence page": self.evidence,
            "review": {"": self.review},
            "attributes": {"": self.attributes},
            "studies": {"": self.studies},
        }
        return kinds[kind][id]

    @cached_property
    def retired(self) -> Mapping[str, Theory | Intervention]:
        """What was withdrawn: its page stays, and nothing counts it."""
        return {**self.retired_theories, **self.retired_interventions}

    @cached_property
    def every_theory(self) -> Mapping[str, Theory]:
        """The theories that have a page: the retired ones, too."""
        return {**self.theories, **self.retired_theories}

    @cached_property
    def every_intervention(self) -> Mapping[str, Intervention]:
        """The interventions that have a page: the retired ones, too."""
        return {**self.interventions, **self.retired_interventions}

    def attribute(self, id: str) -> Attribute:
        """The attribute with this id."""
        return next(a for a in self.attributes.attributes if a.id == id)

    @property
    def format(self) -> Attribute:
        """The attribute that holds the format of an intervention."""
        return self.attribute(self.attributes.format)

    def group(self, id: str) -> TheoryGroup:
        """The group of theories with this id."""
        return next(group for group in self.review.groups if group.id == id)

    def theories_of(self, group: str) -> list[Theory]:
        """The theories of a group, in the order of their ids."""
        return [theory for theory in self.theories.values() if theory.group == group]
