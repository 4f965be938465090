"""The page of one intervention, and the values of its attributes for tables."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.entities import Attribute, AttributeValue, Intervention, Reading
from generator.entities.base import Basis, Number
from generator.entities.intervention import IdentifiedStudy, State
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.backlinks import Backlinks
from generator.pages.views import formats, support
from generator.pages.views.common import (
    BASIS_LABELS,
    Link,
    Names,
    Provenance,
    ReadingView,
    RemarkView,
    RetiredView,
    places,
    provenance,
    reading_view,
    remark_view,
    retired_view,
)
from generator.pages.views.formats import Bearing
from generator.pages.views.listed import Listed, listed
from generator.pages.views.support import SupportView
from generator.pages.views.theory import claim_link, neighbours

STATE_LABELS = {
    **BASIS_LABELS,
    "not-applicable": "Does not apply",
    "not-extracted": "Not yet extracted by this site",
}
SHORT_LABELS: dict[State, str] = {
    "not-applicable": "does not apply",
    "not-stated": "not stated",
    "not-extracted": "not yet extracted",
}


@dataclass(frozen=True)
class Row:
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
        """One word where a value is not simply what the source says."""
        return {"conflict": "contradiction", "inferred": "inferred"}.get(self.state, "")

    @property
    def short_label(self) -> str:
        """What is known instead of a value, in few words."""
        return SHORT_LABELS[self.state]


@dataclass(frozen=True)
class RowGroup:
    """A heading and the attributes under it."""

    id: str
    title: str
    rows: tuple[Row, ...]

    @property
    def known(self) -> tuple[Row, ...]:
        """The rows that say something, be it that nothing can be said."""
        return tuple(row for row in self.rows if row.provenance)

    @property
    def silent(self) -> tuple[Row, ...]:
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
class IdentifiedView:
    """A publication that this site, not the source, ties to an intervention."""

    study: IdentifiedStudy
    interventions: tuple[Link, ...]
    confidence: str

    @property
    def degree(self) -> str:
        """How sure the identification is, in one word."""
        return self.study.confidence.capitalize()


@dataclass(frozen=True)
class InterventionView:
    """Everything that the page of an intervention shows."""

    id: str
    title: str
    summary: str
    known: tuple[RowGroup, ...]
    """The headings with anything known below them."""
    silent: tuple[RowGroup, ...]
    """The headings with anything unknown below them."""
    followers: tuple[tuple[str, tuple[Link, ...]], ...]
    theories_named: Listed[Bearing]
    theories_any: Listed[Bearing]
    formats: tuple[str, ...]
    remarks: tuple[RemarkView, ...]
    claims: tuple[Link, ...]
    supports: tuple[SupportView, ...]
    """The theories that it supports, refines or contradicts."""
    lists_studies: bool
    """Whether the review says of any intervention which studies it is known from."""
    studies: tuple[tuple[Link, tuple[Link, ...]], ...]
    """Its studies, each with where the source names it."""
    identified: tuple[IdentifiedView, ...]
    identified_about: str
    evidence: tuple[Link, ...]
    not_stated_count: int
    attribute_count: int
    neighbours: tuple[Link | None, Link | None]
    retired: RetiredView | None


def intervention_view(
    item: Intervention, library: Library, names: Names, back: Backlinks
) -> InterventionView:
    """The view of one intervention."""
    rows = [row(item, attribute, library, names) for attribute in library.attributes.attributes]
    groups = _grouped(rows, library)
    followers: dict[str, list[str]] = {}
    for attribute, follower in back.followers.get(item.id, ()):
        followers.setdefault(library.attribute(attribute).label, []).append(follower)
    own = tuple(map(str, item.values_of(library.format.id)))
    table = formats.table(library, addresses.THEORIES, names.words.theory.many)

    def bearing(found: tuple[str, Basis]) -> Bearing:
        return formats.bearing(*found, names)

    return InterventionView(
        id=item.id,
        title=names.intervention_title(item),
        summary=item.summary,
        known=tuple(group for group in groups if group.known),
        silent=tuple(group for group in groups if group.silent),
        followers=tuple((label.lower(), names.all(ids)) for label, ids in followers.items()),
        theories_named=listed(back.formats.naming(own), bearing, table),
        theories_any=listed(back.formats.not_limited, bearing, table),
        formats=tuple(_label(library.format, value) for value in own),
        remarks=tuple(remark_view(remark, names) for remark in item.remarks),
        claims=tuple(claim_link(id, names) for id in back.claims.get(item.id, ())),
        supports=support.of_evidence(item.id, names, back),
        lists_studies=bool(back.studied),
        studies=tuple(
            (names.full(id), places(library.every_study[id].at, names)) for id in item.studies
        ),
        identified=tuple(identified_view(s, names) for s in back.identified.get(item.id, ())),
        identified_about=library.studies.about if library.studies else "",
        evidence=tuple(
            Link(page.title, addresses.evidence(page.id)) for page in library.evidence.values()
        ),
        not_stated_count=sum(r.state == "not-stated" for r in rows),
        attribute_count=len(rows),
        neighbours=neighbours(item.id, names, back),
        retired=retired_view(item, names),
    )


def _grouped(rows: list[Row], library: Library) -> tuple[RowGroup, ...]:
    """The rows under their headings."""
    group_of = {attribute.id: attribute.group for attribute in library.attributes.attributes}
    return tuple(
        RowGroup(group.id, group.title, tuple(r for r in rows if group_of[r.id] == group.id))
        for group in library.attributes.groups
    )


def row(item: Intervention, attribute: Attribute, library: Library, names: Names) -> Row:
    """The state of one attribute, its value in words and what it rests on."""
    known, state = item.known_of(attribute.id), item.state_of(attribute.id)
    values: tuple[Link | str, ...] = ()
    text = note = proof = None
    if isinstance(known, AttributeValue):
        values = tuple(_value_in_words(attribute, value, names) for value in known.values)
        text, note = known.text, known.note
        readings = tuple(_reading(reading, attribute, names) for reading in known.readings)
        proof = replace(provenance(known, names), readings=readings)
    elif known is not None:
        proof = Provenance("inferred", known.why, places(known.at, names))
    return Row(
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
    if attribute.kind == "percentage":
        return f"{value}%"
    return _label(attribute, str(value)) if attribute.kind == "choice" else str(value)


def _label(attribute: Attribute, value: str) -> str:
    return next((c.label for c in attribute.choices if c.id == value), value)


def _reading(reading: Reading, attribute: Attribute, names: Names) -> ReadingView:
    words = _value_in_words(attribute, reading.value, names)
    return reading_view(reading, names, words.text if isinstance(words, Link) else words)


def identified_view(study: IdentifiedStudy, names: Names) -> IdentifiedView:
    """A publication that this site identified, with what its degree of confidence means."""
    studies = names.library.studies
    assert studies is not None, "what was identified stands there"
    meaning = getattr(studies.confidence, study.confidence)
    return IdentifiedView(study, names.all(study.interventions), meaning)
