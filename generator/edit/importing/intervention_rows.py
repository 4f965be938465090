"""Which intervention a row is about: by its number, id or title; made where it is new."""

from __future__ import annotations

from generator.edit.importing.headers import PLACES
from generator.edit.importing.making import Making, NotMadeError
from generator.edit.importing.opening.tables import Cell, Row, Table
from generator.edit.importing.plan import spot
from generator.edit.importing.row_facts import RowError, places_in
from generator.edit.importing.things import intervention_called
from generator.edit.importing.vocabulary import Vocabulary
from generator.edit.values import GAPS
from generator.edit.words import fold, quoted
from generator.entities import Attribute, Intervention
from generator.library.library import Library

_NUMBER_HEADERS = frozenset(("no", "nr", "number", "id"))
_TITLES = frozenset(("title", "name"))


def attribute_called(name: str, library: Library) -> Attribute | None:
    """The attribute with this id or label."""
    folded = fold(name)
    for attribute in library.attributes.attributes:
        if folded and folded in (fold(attribute.id), fold(attribute.label)):
            return attribute
    return None


def named_by(text: str, library: Library, known: Vocabulary) -> Intervention | None:
    """The intervention with this number, id or title."""
    named, found = intervention_called(text, library), known.numbered_intervention.match(text)
    if named or not found:
        return named
    number = int(found[1])
    return next((i for i in library.interventions.values() if i.number == number), None)


def is_number_header(text: str, known: Vocabulary) -> bool:
    """Whether a column names interventions."""
    words = set(fold(text).split())
    return text.strip() in ("#", "№") or (
        bool(words) and words <= _NUMBER_HEADERS | known.intervention
    )


def beside_attributes(header: Row, library: Library) -> dict[str, Cell]:
    """The headers of a title and of places, where no attribute of the review is called so."""
    found: dict[str, Cell] = {}
    for key, words in (("title", _TITLES), ("place", PLACES)):
        for cell in header.filled:
            if fold(cell.text) in words and not attribute_called(cell.text, library):
                found.setdefault(key, cell)
    return found


def take_up(table: Table, header: Row, making: Making, known: Vocabulary) -> None:
    """Note the places of the rows below a header, and make the interventions that are new.

    A row whose place is wrong gets none: nothing of it is taken up.
    """
    beside = beside_attributes(header, making.library)
    number = next(cell for cell in header.filled if is_number_header(cell.text, known))
    above: tuple[str, ...] = ()
    for row in table.rows:
        if row.number <= header.number or not row.filled:
            continue
        cells = {key: row.at(head.column) for key, head in beside.items()}
        own, place, title = row.at(number.column), cells.get("place"), cells.get("title")
        try:
            if "place" in beside:
                making.plan.places[row.number] = ()
                if not (place and place.goes_on):
                    above = places_in(place.text if place else "", making.library.review.source)
                making.plan.places[row.number] = above
            if making.is_allowed and own and fold(own.text) not in GAPS:
                _make(own.text, title.text if title else "", row, table, making, known)
        except (RowError, NotMadeError) as error:
            here = spot(table, row, number.column)
            making.plan.leave(f"{quoted(row.filled[0].text)}: {error}", here)


def _make(  # noqa: PLR0913, PLR0917 - what it is called, and where it goes
    label: str, title: str, row: Row, table: Table, making: Making, known: Vocabulary
) -> None:
    """Make the intervention of a row, unless the review has it. Raises NotMadeError."""
    if named_by(label, making.library, known):
        return
    printed = known.numbered_intervention.match(label)
    rest = label[printed.end() :].strip(" .:)–—-") if printed else label
    making.intervention(int(printed[1]) if printed else None, title or rest, spot(table, row, 1))
