"""How sure the source is of theories and statements, in its own words."""

from __future__ import annotations

from dataclasses import dataclass

from generator.entities.confidence import Confidence
from generator.library.library import Library
from generator.pages.views.common import Provenance, provenance
from generator.pages.views.names import Link, Names


@dataclass(frozen=True)
class ConfidenceView:
    """A level with its meaning, its reason and its place."""

    scale: str
    level: str
    label: str
    meaning: str
    text: str | None
    provenance: Provenance


@dataclass(frozen=True)
class LevelView:
    """A level of the scale and the theories that have it."""

    id: str
    label: str
    meaning: str
    theories: tuple[Link, ...]


@dataclass(frozen=True)
class ScaleView:
    """The scale of the review, as the list of theories explains it."""

    title: str
    about: str
    source: str | None
    """Its name, where it has one."""
    places: tuple[Link, ...]
    levels: tuple[LevelView, ...]

    @property
    def names_source(self) -> bool:
        """Whether where it comes from has to be said, since what it is about does not say so."""
        return self.source is not None and self.source not in self.about


def confidence_view(confidence: Confidence | None, names: Names) -> ConfidenceView | None:
    """What is said of one theory or statement; None where nothing is."""
    scale = names.library.review.confidence
    if confidence is None or scale is None:
        return None
    level = scale.level(confidence.level)
    return ConfidenceView(
        scale.title,
        level.id,
        level.label,
        level.meaning,
        confidence.text,
        provenance(confidence, names),
    )


def scale_view(library: Library, names: Names) -> ScaleView | None:
    """The scale with its levels; None where the review has none."""
    scale = library.review.confidence
    if scale is None:
        return None
    levels = {id: t.confidence.level for id, t in library.theories.items() if t.confidence}
    return ScaleView(
        scale.title,
        scale.about,
        scale.source,
        names.places(scale.at),
        tuple(
            LevelView(
                level.id,
                level.label,
                level.meaning,
                tuple(names.full(id) for id, own in levels.items() if own == level.id),
            )
            for level in scale.levels
        ),
    )
