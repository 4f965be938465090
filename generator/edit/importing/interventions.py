"""Reads values of attributes from tables with an intervention in each row, or in each column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import did_you_mean
from generator.edit.importing.intervention_rows import (
    Named,
    attribute_called,
    named_by,
    named_columns,
    rows_of_interventions,
)
from generator.edit.importing.making import Making
from generator.edit.importing.marks import marked_statement
from generator.edit.importing.opening.tables import Cell, Content, Row, Table, UnreadableError
from generator.edit.importing.plan import Plan, Spot, spot
from generator.edit.importing.vocabulary import Vocabulary
from generator.edit.values import NoValueError, is_blank, value_in
from generator.edit.words import fold, quoted
from generator.entities import Attribute, Intervention
from generator.entities.gaps import GAPS
from generator.library.library import Library
from generator.pages.views.names import Names


@dataclass(frozen=True)
class ImportedValue:
    """What the file says of one attribute of one intervention."""

    intervention: Intervention
    attribute: Attribute
    value: str | int | float
    spot: Spot


def intervention_values(
    content: Content, making: Making, plan: Plan, known: Vocabulary
) -> Iterator[ImportedValue]:
    """Every value of a file; what has no place goes to the report of the plan.

    Raises UnreadableError where no table names interventions and attributes.
    """
    layouts = [(table, _layout(table, making.library, known)) for table in content.tables]
    if not any(layout for _, layout in layouts):
        labels = ", ".join(
            attribute.label for attribute in making.library.attributes.attributes[:5]
        )
        raise UnreadableError(
            "No table has a header with a column for the number or title of the intervention and "
            f"columns named after attributes, such as: {labels}; nor one column for each "
            "intervention."
        )
    for table, layout in layouts:
        if layout is None:
            message = "This table has no header of interventions and attributes."
            plan.say("not-placed", message, spot(table, table.rows[0]))
            continue
        header, by_rows = layout
        told: set[str] = set()
        found = _by_rows if by_rows else _by_columns
        for cell in found(table, header, making, known):
            yield from _value(cell, making.library, plan, told)


@dataclass(frozen=True)
class _Found:
    """A cell, and the texts that name its intervention and its attribute."""

    intervention: Named
    name: str
    spot: Spot
    cell: Cell


def _layout(table: Table, library: Library, known: Vocabulary) -> tuple[Row, bool] | None:
    """The header of a table, and whether each row below it is an intervention."""
    for row in table.rows:
        names = [fold(cell.text) for cell in row.filled]
        attributes = [name for name in names if attribute_called(name, library)]
        if attributes and {"number", "title"} & set(named_columns(row, library, known)):
            return row, True
        numbers = [cell for cell in row.filled if cell.column > 1]
        below = [other.at(1) for other in table.rows if other.number > row.number]
        if (
            numbers
            and all(named_by(cell.text, library, known) for cell in numbers)
            and any(cell and attribute_called(cell.text, library) for cell in below)
        ):
            return row, False
    return None


def _by_rows(table: Table, header: Row, making: Making, known: Vocabulary) -> Iterator[_Found]:
    columns = named_columns(header, making.library, known)
    rows = rows_of_interventions(table, header, columns, making, known)
    for row in table.rows:
        if row.number not in rows or [c.text for c in row.filled] == [
            c.text for c in header.filled
        ]:
            continue
        for cell in (*row.filled, *row.misread):
            head = header.at(cell.column)
            if head is None or head not in columns.values():
                name = head.text if head else ""
                if cell.width > (head.width if head else 1):
                    name = f"{name}, and {cell.width} columns at once"
                yield _Found(rows[row.number], name, spot(table, row, cell.column), cell)


def _by_columns(table: Table, header: Row, making: Making, known: Vocabulary) -> Iterator[_Found]:
    named = {
        cell.column: Named(cell.text, found.id if found else "")
        for cell in header.filled
        for found in [named_by(cell.text, making.library, known)]
    }
    name = ""
    for row in table.rows:
        if row.number <= header.number or [c.text for c in row.filled] == [
            c.text for c in header.filled
        ]:
            continue
        own = row.at(1)
        if own and not own.goes_on:
            name = own.text
        for cell in (*row.filled, *row.misread):
            head = header.at(cell.column)
            if cell is not own:
                for column in cell.columns:  # a merged cell holds for each column it covers
                    at = header.at(column) or head
                    about = named.get(at.column, Named("")) if at else Named("")
                    yield _Found(about, name, spot(table, row, column), cell)


def _value(found: _Found, library: Library, plan: Plan, told: set[str]) -> Iterator[ImportedValue]:
    """The value of a cell; nothing where it says nothing or has no place.

    `told`: what the report says of its table already, once for all cells that it is true of.
    """
    intervention = library.interventions.get(found.intervention.id)
    attribute = attribute_called(found.name, library)
    if intervention is None or attribute is None:
        id = intervention.id if intervention else ""
        wrong = _no_attribute(found, library) if id else _no_intervention(found, library)
        if wrong not in told:
            plan.say("not-placed", f"{quoted(found.cell.text)}: {wrong}", found.spot, id)
        told.add(wrong)
        return
    value, problem = _read(found.cell, attribute, intervention, library)
    if problem:
        plan.say("not-placed", problem, found.spot, f"{intervention.id} {attribute.id}")
        return
    if value is not None:
        yield ImportedValue(intervention, attribute, value, found.spot)
    plan.placed += 1


def _read(
    cell: Cell, attribute: Attribute, intervention: Intervention, library: Library
) -> tuple[str | int | float | None, str]:
    """The value that a cell gives an attribute, none for an empty cell; or what is wrong with it.

    That nothing is known is nothing new where the review says so already.
    """
    if cell.misread:
        return None, cell.misread
    words = "; ".join(line.text for line in cell.lines if line.text)
    is_known = intervention.state_of(attribute.id) in ("not-stated", "not-applicable")
    if is_blank(words) or (is_known and fold(words) in GAPS):
        return None, ""
    looks = [look for line in cell.lines if (look := marked_statement(line, frozenset()))]
    if all(look.change == "removed" for look in looks):
        return None, f"{quoted(words)} is {'struck through' if looks else 'no value'}."
    try:
        return value_in(words.replace("[[", "[").replace("]]", "]"), attribute, library), ""
    except NoValueError as error:
        return None, str(error)


def _no_intervention(found: _Found, library: Library) -> str:
    if not found.intervention.text:
        return "its row names no intervention. Nothing of such a row is taken up."
    if found.intervention.id:
        return f"{found.intervention.id} of the review is retired. Nothing of it is taken up."
    known = ", ".join(map(Names(library).intervention, library.interventions.values()))
    return (
        f"no intervention is called “{found.intervention.text}”; known are {known}. Nothing of it "
        "is taken up; where each has a row of its own, --create makes a file of it."
    )


def _no_attribute(found: _Found, library: Library) -> str:
    """Says so, and which attribute may be meant."""
    labels = [attribute.label for attribute in library.attributes.attributes]
    ids = [attribute.id for attribute in library.attributes.attributes]
    hint = did_you_mean(found.name, labels)
    hint = hint or did_you_mean(fold(found.name).replace(" ", "-"), ids)
    return f"no attribute is called “{found.name}”; nothing of it is taken up. {hint}".strip()
