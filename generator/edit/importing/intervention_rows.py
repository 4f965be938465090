"""Which intervention a row is about: by its number, id or title; made where it is new."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.edit.importing.headers import PLACES, is_number_sign
from generator.edit.importing.making import Making, NotMadeError, hold_current
from generator.edit.importing.opening.tables import Cell, Row, Table
from generator.edit.importing.plan import Spot, spot
from generator.edit.importing.row_facts import RowError, hold_readable, places_in
from generator.edit.importing.things import intervention_called
from generator.edit.importing.vocabulary import Vocabulary
from generator.edit.words import fold, quoted
from generator.entities import Attribute, Intervention
from generator.entities.gaps import GAPS
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
    return next((i for i in library.every_intervention.values() if i.number == number), None)


def named_columns(header: Row, library: Library, known: Vocabulary) -> dict[str, Cell]:
    """The headers of number, title and place, where no attribute of the review is called so.

    Of “No.” and “Scheme” the first is that of numbers; “Scheme” alone may hold the one or other.
    """
    cells = [cell for cell in header.filled if not attribute_called(cell.text, library)]
    names = {cell.column: set(fold(cell.text).split()) for cell in cells}
    signs = [c for c in cells if is_number_sign(c.text)]
    numbers = [c for c in cells if names[c.column] and names[c.column] <= _NUMBER_HEADERS]
    nouns = [c for c in cells if names[c.column] & known.intervention
             and names[c.column] <= known.intervention | _NUMBER_HEADERS]  # fmt: skip
    titles = [cell for cell in cells if fold(cell.text) in _TITLES]
    places = [cell for cell in cells if fold(cell.text) in PLACES]
    labels = [*signs, *numbers, *nouns]
    found = {"number": labels, "title": [*titles, *labels[1:]], "place": places}
    return {key: several[0] for key, several in found.items() if several}


@dataclass(frozen=True)
class Named:
    """What a row or column is about: the text that names it, and its id where it has one."""

    text: str
    id: str = ""


def rows_of_interventions(
    table: Table, header: Row, columns: Mapping[str, Cell], making: Making, known: Vocabulary
) -> dict[int, Named]:
    """What each row below a header is about; an intervention is made where it is new.

    Notes the places of the rows. A row that is left out, and told of, has no entry.
    """
    found: dict[int, Named] = {}
    above = Named("")
    places: tuple[str, ...] = ()
    for row in table.rows:
        if row.number <= header.number or not (row.filled or row.misread):
            continue
        cells = {key: row.at(head.column) for key, head in columns.items()}
        place, labels = cells.get("place"), [cells.get("number"), cells.get("title")]
        try:
            hold_readable(cells.items())
            if "place" in cells:
                if not (place and place.goes_on):
                    places = places_in(place.text if place else "", making.library.review.source)
                making.plan.places[row.number] = places
            if not any(cell and cell.goes_on for cell in labels):
                number, title = (_said(cell) for cell in labels)
                above = _named(number, title, spot(table, row, 1), making, known)
            found[row.number] = above
        except (RowError, NotMadeError) as error:
            above = Named("")
            column = next(iter(columns.values())).column
            making.plan.leave(f"{row.name}: {error}", spot(table, row, column))
    return found


def _said(cell: Cell | None) -> str:
    return cell.text if cell and fold(cell.text) not in GAPS else ""


def _named(number: str, title: str, here: Spot, making: Making, known: Vocabulary) -> Named:
    """The intervention with this number or title, made where none is. Raises NotMadeError."""
    by_number = named_by(number, making.library, known) if number else None
    by_title = intervention_called(title, making.library) if title else None
    if by_number and by_title and by_number is not by_title:
        both = f"{quoted(number)} is {by_number.id}, and {quoted(title)} is {by_title.id}."
        raise NotMadeError(f"{both} Write the one or the other.")
    if found := by_number or by_title:
        if number and not by_number:
            raise NotMadeError(
                f"{quoted(title)} is {found.id} of the review, and {quoted(number)} is not its "
                "number. Write that, or leave the cell empty."
            )
        hold_current(found.id, making.library)
        return Named(number or title, found.id)
    if not making.is_allowed or not (number or title):
        return Named(number or title)
    printed = known.numbered_intervention.match(number)
    if number and title and not printed:
        raise NotMadeError(
            f"{quoted(number)} is no number. Where none is printed, leave its cell empty: the "
            "title names it."
        )
    rest = number[printed.end() :].strip(" .:)–—-") if printed else number
    id = making.intervention(int(printed[1]) if printed else None, title or rest, here)
    return Named(number or title, id)
