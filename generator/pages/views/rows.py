"""The rows of an intervention: each of its attributes, in whatever state it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.entities import Attribute, AttributeValue, Intervention, Reading
from generator.entities.intervention import State
from generator.entities.numbers import Number
from generator.library.library import Library
from generator.pages.views.basis import BASIS_LABELS
from generator.pages.views.common import Provenance, ReadingView, reading_view
from generator.pages.views.names import Link, Names

STATE_LABELS = {
    **BASIS_LABELS,
    "not-applicable": "Does not apply (our reading)",
    "not-extracted": "Not yet extracted by this site",
}
SHORT_LABELS: dict[State, str] = {
    "not-applicable": "does not apply",
    "not-stated": "not stated",
    "not-extracted": "not yet extracted",
}
MARKS: dict[State, str] = {
    "conflict": "contradiction",
    "inferred": "inferred",
    "not-applicable": "our reading",
}
"""In a table, what is not simply what the source says: also that something does not apply."""


@dataclass(frozen=True)
class AttributeRow:
    """One attribute of one intervention, in whatever state it is."""

    id: str
    label: str
    meaning: str
    state: State
    state_label: str
    values: tuple[Link | str, ...]
    """What is known, in words; several in a conflict; none where nothing is known."""
    text: str | None
    note: str | None
    provenance: Provenance | None

    @property
    def is_conflict(self) -> bool:
        """Whether the source gives it several values."""
        return self.state == "conflict"

    @property
    def does_not_apply(self) -> bool:
        """Whether it cannot have a value; the provenance says why."""
        return self.state == "not-applicable"

    @property
    def mark(self) -> str:
        """In a word or two, that it is not simply what the source says."""
        return MARKS.get(self.state, "")

    @property
    def told(self) -> str:
        """Its values, or what is known instead, with all of that: “may and june (inferred)”."""
        texts = (value if isinstance(value, str) else value.text for value in self.values)
        beside = "".join(f" ({words})" for words in (self.text, self.mark) if words)
        return (" and ".join(texts) or self.short_label) + beside

    @property
    def short_label(self) -> str:
        """What is known instead of a value, in few words."""
        return SHORT_LABELS[self.state]


@dataclass(frozen=True)
class RowGroup:
    """A heading and the attributes under it."""

    id: str
    title: str
    rows: tuple[AttributeRow, ...]

    @property
    def known(self) -> tuple[AttributeRow, ...]:
        """The rows that say something, be it that nothing can be said."""
        return tuple(row for row in self.rows if row.provenance)

    @property
    def silent(self) -> tuple[AttributeRow, ...]:
        """The rows that only say that nothing is known."""
        return tuple(row for row in self.rows if not row.provenance)

    @property
    def silence(self) -> tuple[tuple[str, str], ...]:
        """What is known instead, and of what: “Not stated in the article’s text: name, years”."""
        found: dict[str, list[str]] = {}
        for one in self.silent:
            found.setdefault(one.state_label, []).append(one.label)
        return tuple((state, "; ".join(labels)) for state, labels in found.items())


@dataclass(frozen=True)
class AttributeTable:
    """All attributes of an intervention under their headings."""

    groups: tuple[RowGroup, ...]

    @cached_property
    def known(self) -> tuple[RowGroup, ...]:
        """The headings with anything known below them."""
        return tuple(group for group in self.groups if group.known)

    @cached_property
    def silent(self) -> tuple[RowGroup, ...]:
        """The headings with anything unknown below them."""
        return tuple(group for group in self.groups if group.silent)

    @property
    def count(self) -> int:
        """How many attributes there are."""
        return sum(len(group.rows) for group in self.groups)

    @property
    def not_stated_count(self) -> int:
        """How many of them are not stated."""
        return sum(row.state == "not-stated" for group in self.groups for row in group.rows)


def attribute_table(item: Intervention, library: Library, names: Names) -> AttributeTable:
    """The state of every attribute of an intervention, under the headings of the attributes."""
    every = library.attributes
    rows = [(one.group, attribute_row(item, one, library, names)) for one in every.attributes]
    return AttributeTable(
        tuple(
            RowGroup(group.id, group.title, tuple(row for own, row in rows if own == group.id))
            for group in every.groups
        )
    )


def attribute_row(
    item: Intervention, attribute: Attribute, library: Library, names: Names
) -> AttributeRow:
    """The state of one attribute, its value in words and what it rests on."""
    known, state = item.known_of(attribute.id), item.state_of(attribute.id)
    values: tuple[Link | str, ...] = ()
    text = note = proof = None
    if isinstance(known, AttributeValue):
        values = tuple(_value_in_words(attribute, value, names) for value in known.values)
        text, note = known.text, known.note
        readings = tuple(_reading(reading, attribute, names) for reading in known.readings)
        proof = Provenance(known.basis, known.why, names.places(known.at), readings)
    elif known is not None:
        proof = Provenance("inferred", known.why, names.places(known.at))
    return AttributeRow(
        attribute.id,
        attribute.label,
        attribute.meaning,
        state,
        state_label(state, library),
        values,
        text,
        note,
        proof,
    )


def state_label(state: State, library: Library) -> str:
    """What is known of something, in words."""
    if state == "not-stated":
        return f"Not stated in the {library.review.source.text}"
    return STATE_LABELS[state]


def _value_in_words(attribute: Attribute, value: str | Number, names: Names) -> Link | str:
    """A value as it is shown."""
    if attribute.kind == "intervention":
        return names.full(str(value))
    return value_label(attribute, value)


def value_label(attribute: Attribute, value: str | Number) -> str:
    """What a value is called that names no intervention."""
    if attribute.kind == "percentage":
        return f"{value}%"
    return choice_label(attribute, str(value)) if attribute.kind == "choice" else str(value)


def choice_label(attribute: Attribute, value: str) -> str:
    """What a choice is called; a value that is none, as it stands."""
    return next((c.label for c in attribute.choices if c.id == value), value)


def _reading(reading: Reading, attribute: Attribute, names: Names) -> ReadingView:
    words = _value_in_words(attribute, reading.value, names)
    return reading_view(reading, names, words.text if isinstance(words, Link) else words)
