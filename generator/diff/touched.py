"""The pages on which readers see a change: that of the thing, and those of what is tied to it.

Which things are tied follows from the references in their types, so that a new kind of thing has
its ties here as soon as it has an entity. Pages that only list things are left out, and so are the
page about the source, the model and the downloads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.diff.report import Change
from generator.entities import Intervention
from generator.entities.references import IN_TEXT, every_reference
from generator.library.kinds import INTERVENTION, KINDS, REVIEW, THEORY
from generator.library.library import Library
from generator.pages import addresses

Thing = tuple[str, str]
"""The kind of a thing and its id."""
_FORMAT = "format"
"""The kind of reference that ties a theory to all interventions of a format."""
_IN_LINKS = ("", "title", "number", "model", "retired", "at")
"""The fields of a thing that show on every page that links to it; the whole thing has no field."""


@dataclass(frozen=True)
class ThingTie:
    """One thing names another one in one of its fields."""

    source: Thing
    field: str
    target: Thing
    is_in_text: bool = False
    """Whether it does so within a sentence: then the other one's page does not show it."""


class Ties:
    """The ties of a library, by the thing that names and by the thing that is named."""

    def __init__(self, library: Library) -> None:
        """Look up every tie once, however many changes there are."""
        self._by_source: dict[Thing, list[ThingTie]] = {}
        self._by_target: dict[Thing, list[ThingTie]] = {}
        for tie in ties(library):
            self._by_source.setdefault(tie.source, []).append(tie)
            self._by_target.setdefault(tie.target, []).append(tie)

    def touched(self, change: Change) -> Iterator[Thing]:
        """The other things on whose pages a change shows."""
        thing = (change.thing, change.subject)
        is_everywhere = change.field.partition(".")[0] in _IN_LINKS or _has_no_page(change.thing)
        for tie in self._by_source.get(thing, ()):
            is_changed = f"{change.field}.".startswith(f"{tie.field}.")
            if not tie.is_in_text and (is_everywhere or is_changed):
                yield from self._meant(tie)
        if is_everywhere:
            yield from (tie.source for tie in self._by_target.get(thing, ()))

    def _meant(self, tie: ThingTie) -> Iterator[Thing]:
        """What a tie leads to: of a format, all that have it and all that name it."""
        if tie.target[0] != _FORMAT:
            yield tie.target
            return
        other = {THEORY.name: INTERVENTION.name, INTERVENTION.name: THEORY.name}[tie.source[0]]
        for also in self._by_target[tie.target]:
            if also.source[0] == other:
                yield also.source


def pages(changes: Sequence[Change], old: Ties, new: Ties) -> tuple[str, ...]:
    """The pages of what changed, and those that show it by a tie in the data of either state."""
    found = {change.page for change in changes}
    for change in changes:
        for one in (old, new):
            found |= {addresses.at(*thing)[0].path for thing in one.touched(change)}
    return tuple(sorted(found))


def ties(library: Library) -> Iterator[ThingTie]:
    """Every tie between two things, or between a thing and a format."""
    named = {id: kind.name for kind in KINDS if kind.is_named for id in library.of(kind)}
    tied = {kind.name for kind in KINDS if kind.has_ids}
    for kind in KINDS:
        for entity in library.all(kind) if kind.is_shown and kind is not REVIEW else ():
            source = (kind.name, getattr(entity, "id", ""))
            for reference in every_reference(entity):
                field = str(reference.path[0]).replace("-", "_")
                is_in_text = reference.kind == IN_TEXT
                other = named.get(reference.target, "") if is_in_text else reference.kind
                if other in tied or (other == _FORMAT and kind is THEORY):
                    yield ThingTie(source, field, (other, reference.target), is_in_text)
            if isinstance(entity, Intervention):
                yield from _by_attributes(entity, library)


def _by_attributes(item: Intervention, library: Library) -> Iterator[ThingTie]:
    """The format of an intervention, and other interventions that its attributes name."""
    for attribute in library.attributes.attributes:
        is_format = attribute.id == library.attributes.format
        if is_format or attribute.kind == INTERVENTION.name:
            kind = _FORMAT if is_format else INTERVENTION.name
            for value in item.values_of(attribute.id):
                yield ThingTie(
                    (INTERVENTION.name, item.id), f"attributes.{attribute.id}", (kind, str(value))
                )


def _has_no_page(kind: str) -> bool:
    """Whether a thing of this kind is shown in full wherever it is linked, as findings are."""
    return kind in addresses.OF_KIND and not addresses.OF_KIND[kind].has_pages
