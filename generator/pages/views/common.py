"""What the views of many pages share: provenance, readings, remarks, and what is withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.entities import Intervention, Reading, Remark, Sourced, Study, Theory
from generator.entities.theory import EvidenceRemark
from generator.pages.views.basis import Marked
from generator.pages.views.names import Link, Names, PlaceLink


@dataclass(frozen=True)
class ReadingView:
    """One reading of a contradiction, with where the source says it."""

    text: str
    places: tuple[PlaceLink, ...]
    note: str | None = None


@dataclass(frozen=True)
class Provenance(Marked):
    """What something rests on: shown beside every statement."""

    basis: str
    why: str | None
    places: tuple[PlaceLink, ...]
    readings: tuple[ReadingView, ...] = ()


@dataclass(frozen=True)
class RemarkView:
    """A sentence with its hedges, its note and what it rests on."""

    text: str
    provenance: Provenance
    quotes: tuple[str, ...] = ()
    note: str | None = None
    id: str = ""
    scope: str | None = None


@dataclass(frozen=True)
class RetiredView:
    """Why and since when something is withdrawn, and what to read instead."""

    why: str
    date: date
    successor: Link | None


def in_reference_list(numbers: Sequence[int]) -> str:
    """“Reference [5]” or “References [5, 6]”; empty where there are none."""
    listed = ", ".join(map(str, numbers))
    return f"Reference{'s' if len(numbers) > 1 else ''} [{listed}]" if numbers else ""


def retired_view(item: Theory | Intervention | Study, names: Names) -> RetiredView | None:
    """What the page of something that is withdrawn says at its top; None for all others."""
    retired = item.retired
    if retired is None:
        return None
    successor = names.full(retired.successor) if retired.successor else None
    return RetiredView(retired.why, retired.date, successor)


def reading_view(reading: Reading, names: Names, text: str | None = None) -> ReadingView:
    """One reading; `text` where the value is a choice that has a label."""
    return ReadingView(text or str(reading.value), names.places(reading.at), reading.note)


def provenance(item: Sourced, names: Names) -> Provenance:
    """What an entity rests on."""
    return Provenance(
        item.basis,
        item.why,
        names.places(item.at),
        tuple(reading_view(reading, names) for reading in item.readings),
    )


def repeats(text: str, quote: str) -> bool:
    """Whether a quotation stands in the sentence already, which then need not be followed by it."""
    return quote.casefold() in " ".join(text.casefold().split())


def remark_view(remark: Remark, names: Names) -> RemarkView:
    """A remark with what it rests on."""
    known = vars(remark)  # to ask an entity for what it has not takes long
    return RemarkView(
        remark.text,
        provenance(remark, names),
        tuple(quote for quote in remark.quotes if not repeats(remark.text, quote)),
        remark.note,
        known.get("id", ""),
        remark.scope if isinstance(remark, EvidenceRemark) else None,
    )
