"""Puts differences into sentences of plain English."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from generator.diff.in_words import in_words
from generator.diff.labels import of_entry, of_field, of_list, of_words
from generator.diff.read import ReviewState
from generator.diff.report import Change
from generator.diff.rows import attribute
from generator.diff.structure import Difference, Step
from generator.diff.subjects import Subject
from generator.entities import Intervention
from generator.entities.walk import types_within
from generator.library.kinds import ATTRIBUTES, INTERVENTION, MOVED, named
from generator.pages import addresses

FONTS = {
    "retained": "normal", "removed": "strikethrough", "added": "capitals",
    "reworded": "strikethrough beside capitals", "not-stated": "normal",
}  # fmt: skip
"""The letters in which the site shows each change of the model."""
RETIRED = {
    "added": "is retired: its page stays and says so, and only claims of the {noun} still count it",
    "removed": "is retired no more",
}
_LONG = ("text", "title", "summary", "why", "note", "reading_of", "check")
"""Fields of which both wordings stand below the sentence, however short."""
_SHORT = 48
_SILENT = ("help", "home", "source", "convention", "studies")
"""Steps that the name of the subject says already."""


@dataclass(frozen=True)
class Speech:
    """How the differences between two states are told."""

    old: ReviewState
    new: ReviewState

    def change(self, subject: Subject, difference: Difference) -> Change:
        """A difference within a thing as a change."""
        before, after = self._both_in_words(difference)
        is_told = difference.kind == "identity" and self.is_told(subject, str(before))
        return Change(
            kind="changed" if is_told else difference.kind,
            thing=subject.thing,
            subject=subject.id,
            title=subject.title,
            page=subject.page.path,
            fragment=subject.fragment or _fragment(subject, difference),
            field=".".join(part for step in difference.path for part in step[:2] if part),
            before=before,
            after=after,
            words=self._sentence(subject, difference, before, after),
        )

    @cached_property
    def renamed(self) -> dict[str, dict[str, str]]:
        """What `seeds/moved.yml` tells to have another id now, by what it belongs to.

        That is the list of the register for things, as `findings`, and else the name of the thing.
        """
        found: dict[str, dict[str, str]] = {}
        for item in self.new.library.all(MOVED):
            sign = "#" if "#" in item.was else "/"
            (holder, _, was), (other, _, now) = (
                name.rpartition(sign) for name in (item.was, item.now or "")
            )
            if holder == other:
                found.setdefault(holder, {})[was] = now
        return found

    def is_told(self, subject: Subject, was: str = "") -> bool:
        """Whether `seeds/moved.yml` says what became of a thing, or of an id within its page."""
        if subject.thing == ATTRIBUTES.name:
            name = INTERVENTION.key
        elif subject.id:
            name = f"{named(subject.thing).key}/{subject.id}"
        else:
            return False
        name += f"#{was}" if was else ""
        return any(item.was == name for item in self.new.library.all(MOVED))

    def _both_in_words(self, difference: Difference) -> tuple[str | None, str | None]:
        """Both values in words; where only links or markup differ in a text, as it is written."""
        field = difference.path[-1].field
        if difference.kind == "identity":
            return str(difference.before), str(difference.after)
        before = in_words(difference.before, field, self.old)
        after = in_words(difference.after, field, self.new)
        if before != after:
            return before, after
        written = (difference.before, difference.after)
        return written if all(isinstance(text, str) for text in written) else (None, None)

    def _sentence(
        self, subject: Subject, difference: Difference, before: str | None, after: str | None
    ) -> str:
        *outer, last = difference.path
        review = self.new.library.review
        where = ", ".join([subject.name, *self._parts(subject, outer)])
        match difference.kind:
            case "identity":
                told = identity(str(before), str(after), self.is_told(subject, str(before)))
                return f"{where}, {of_entry(last.field, review)}: {told}"
            case "order":
                return f"{where}: order of the {of_list(last.field, review)} changed"
        if last.field == "retired" and difference.kind in ("added", "removed"):
            return f"{where} {RETIRED[difference.kind].format(noun=review.source.noun)}"
        if last.field == "change":
            words = model_change(str(difference.before), str(difference.after), self.new)
            return f"{where} {words}"
        if last.key:
            entry = self._part(subject, last)
            if subject.thing == "intervention" and last.field == "attributes":
                return f"{where}, {entry}: {before}, now {after}"
            return f"{where}: {entry} {difference.kind}"
        label = of_field(last.field, review)
        if difference.path[0].field == "words":
            where, label = subject.name, of_words(tuple(s.field for s in difference.path[1:]))
        if subject.thing == "help" and last.field in ("notice", "link"):
            label += " (it stands on every page)"
        return f"{where}: {_told(last.field, label, difference.kind, before or '', after or '')}"

    def _parts(self, subject: Subject, steps: list[Step]) -> list[str]:
        model = ("model",) if steps and steps[-1].field == "model" else ()
        said = {*_SILENT, *model, subject.thing}
        return [self._part(subject, s) for s in steps if s.key or s.field not in said]

    def _part(self, subject: Subject, step: Step) -> str:
        """One step of the way to a value, in words."""
        if not step.key:
            return of_field(step.field, self.new.library.review)
        if subject.thing == "intervention" and step.field == "attributes":
            return attribute(self.new, step.key).label
        word = of_entry(step.field, self.new.library.review)
        # A step has the theory that it leads to, or its place among steps to one statement.
        if step.field in ("related", "leads_to") and step.key in self.new.library.every_theory:
            return f"{word.removesuffix(' to')} to {self.new.names.link(step.key).text}"
        is_id = " " not in step.key and step.key == step.key.lower()
        name = step.name or ("" if is_id else step.key)
        return f"{word} “{name}”" if name else f"{word} {step.key}"


def identity(was: str, now: str, is_told: bool) -> str:
    """That an id became another one, and what is to be done where nobody is told of it."""
    if is_told:
        return f"what was called {was} is called {now} now; its old address says so"
    return f"identity is permanent: {was} became {now}; give it back its id"


def model_change(before: str, after: str, state: ReviewState) -> str:
    """What happens to a theory or statement in the model, in the words of the site."""
    words = state.library.review.words.change_labels
    labels = f"now “{words[after]}”, was “{words[before]}”"
    if FONTS[before] == FONTS[after]:
        return f"is marked otherwise: {labels}"
    return f"changes from {FONTS[before]} to {FONTS[after]}: {labels}"


def _told(field: str, label: str, kind: str, before: str, after: str) -> str:
    """What became of the value of a field; short values are part of the sentence."""
    is_short = max(len(before), len(after)) <= _SHORT
    fits = field not in _LONG and is_short and not (before + after).endswith((".", "!", "?"))
    match kind:
        case "added":
            return f"{label} added" + (f": {after}" if fits else "")
        case "removed":
            return f"{label} removed" + (f": it was {before}" if fits else "")
    if field == "basis":
        return f"now {after}, was {before}"
    return f"{label}: {after}, was {before}" if fits else f"{label} changed"


def _fragment(subject: Subject, difference: Difference) -> str:
    """The anchor of a statement, row, section or table on the page of what it belongs to."""
    first = difference.path[0]
    is_gone = difference.kind == "removed" and len(difference.path) == 1
    has_page = subject.id and not subject.fragment
    if not (has_page and first.key) or is_gone or first.field not in _with_ids(subject.thing):
        return ""
    return addresses.part(subject.thing, subject.id, first.key)


@cache
def _with_ids(thing: str) -> frozenset[str]:
    """The fields of a thing whose entries have ids, and so an address on its page."""
    entity = named(thing).entity
    found = {
        name
        for name, field in entity.model_fields.items()
        if any("id" in model.model_fields for model in types_within(field.annotation))
    }
    return frozenset({*found, "attributes"} if entity is Intervention else found)
