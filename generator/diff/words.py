"""Puts differences into sentences of plain English."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator.diff.in_words import in_words
from generator.diff.read import ReviewState
from generator.diff.report import Change
from generator.diff.rows import attribute
from generator.diff.structure import Difference, Step
from generator.diff.subjects import Subject
from generator.entities import Intervention
from generator.entities.walk import types_within
from generator.library.kinds import ATTRIBUTES, INTERVENTION, MOVED, named
from generator.pages import addresses

PARTS = {
    "attributes": "attribute", "cautions": "caution", "changes": "entry", "contexts": "context",
    "entries": "entry", "evidence": "remark on the evidence", "formats": "remark on formats",
    "glossary": "term", "identified": "identified study", "matches": "match",
    "mismatches": "mismatch", "missing": "missing part", "nearby": "fact nearby",
    "not_stated": "“not stated”, entry", "not_at_hand": "“not at hand”, entry",
    "leads_to": "step", "not_this": "“what it is not”, entry",
    "reports": "statement",
    "refined_by": "refinement", "related": "relation to", "silent": "“silent”, entry",
    "theories_lack": "“not stated of any theory”, entry", "unchecked": "unchecked fact",
}  # fmt: skip
"""What one entry of a list is called, where it is not the word without its s."""
FIELDS = {
    "at": "place in the {noun}", "number_at": "place of the number in the {noun}",
    "text": "wording", "why": "reasoning", "quotes": "quotations", "short": "short form",
    "checked": "day of the last comparison with the {noun}",
    "check": "how it is recomputed", "found": "what was found", "shows": "what the data show",
    "same_problem_as": "contradiction that is the same problem",
    "printed": "what is printed", "facet": "whether interventions are compared by it",
    "how": "how it bears on the theory",
    "reading_of": "notice that it is a reading of ours", "opens": "first words",
    "shared_with": "theories that share the phrase", "covers": "formats it covers",
    "numbered": "how its theories are called", "noun": "what the source is called",
    "initial": "in the initial model", "final": "in the final model",
}  # fmt: skip
"""What a field is called, where it is not its own name."""
FONTS = {
    "retained": "normal", "removed": "strikethrough", "added": "capitals",
    "reworded": "strikethrough beside capitals", "not-stated": "normal",
}  # fmt: skip
"""The letters in which the site shows each change of the model."""
RETIRED = {
    "added": "is retired: its page stays and says so, and only claims of the source may count it",
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
            field=".".join(part for step in difference.path for part in step if part),
            before=before,
            after=after,
            words=self._sentence(subject, difference, before, after),
        )

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
        """Both values in words; where only links or markup differ, as they are written."""
        field = difference.path[-1].field
        if difference.kind == "identity":
            return str(difference.before), str(difference.after)
        before = in_words(difference.before, field, self.old)
        after = in_words(difference.after, field, self.new)
        if before == after and before is not None:
            return str(difference.before), str(difference.after)
        return before, after

    def _sentence(
        self, subject: Subject, difference: Difference, before: str | None, after: str | None
    ) -> str:
        *outer, last = difference.path
        where = ", ".join([subject.name, *self._parts(subject, outer)])
        plural = last.field.replace("_", " ")
        match difference.kind:
            case "identity":
                told = identity(str(before), str(after), self.is_told(subject, str(before)))
                return f"{where}, {_singular(last.field)}: {told}"
            case "order":
                return f"{where}: order of the {plural} changed"
        if last.field == "retired" and difference.kind in ("added", "removed"):
            return f"{where} {RETIRED[difference.kind]}"
        if last.field == "change":
            words = model_change(str(difference.before), str(difference.after), self.new)
            return f"{where} {words}"
        if last.key:
            entry = self._part(subject, last)
            if subject.thing == "intervention" and last.field == "attributes":
                return f"{where}, {entry}: {before}, now {after}"
            return f"{where}: {entry} {difference.kind}"
        label = FIELDS.get(last.field, plural).format(noun=self.new.library.review.source.noun)
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
            return step.field.replace("_", " ")
        if subject.thing == "intervention" and step.field == "attributes":
            return attribute(self.new, step.key).label
        word = PARTS.get(step.field, _singular(step.field))
        if step.field == "related" and subject.thing == "theory":
            return f"{word} {self.new.names.link(step.key).text}"
        is_id = " " not in step.key and step.key == step.key.lower()
        return f"{word} {step.key}" if is_id else f"{word} “{step.key}”"


def identity(was: str, now: str, is_told: bool) -> str:
    """That an id became another one, and what is to be done where nobody is told of it."""
    if is_told:
        return f"{was} became {now}, and whoever follows the old address is told"
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


def _singular(field: str) -> str:
    return PARTS.get(field, field.removesuffix("s").replace("_", " "))
