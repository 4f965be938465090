"""Reads from the rows of tables what they state of each theory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.edit.importing.groups import group_in, group_of, names_theory, theory_of
from generator.edit.importing.headers import (
    LABELS,
    PARTS,
    Header,
    find_header,
    hint,
    is_heading,
    repeats,
)
from generator.edit.importing.labels import label_in, make_theory
from generator.edit.importing.looks import NO_LOOKS, NO_MARKS, is_marked
from generator.edit.importing.making import Making, NotMadeError, hold_current
from generator.edit.importing.marks import MarkedStatement, marked_statement
from generator.edit.importing.opening.tables import Cell, Content, Line, Row, Table, UnreadableError
from generator.edit.importing.plan import Plan, Spot, spot
from generator.edit.importing.row_facts import (
    RowError,
    Where,
    facts_of,
    hold_readable,
)
from generator.edit.importing.said import Said, TheoryRows
from generator.edit.importing.statuses import Statuses, settle
from generator.edit.importing.vocabulary import Vocabulary
from generator.edit.values import is_blank
from generator.edit.words import fold, quoted
from generator.entities import Change
from generator.entities.gaps import GAPS
from generator.library.library import Library

_NOTHING = GAPS | {"not applicable", "and", "or"}

_ABOUT = (*LABELS, "group", "place")
"""The columns that say what a row is about and what it rests on."""

_NO_COLUMN = (
    "This table has no column of {parts}. The page of a theory without them says that the {noun} "
    "does not state them: look them up."
)
_NO_STATUS = (
    "Its status is empty: what its normal letters stand for is not told, and gets “change: "
    "not-stated”."
)


@dataclass
class _Reader:
    """Where the reading of a file stands."""

    making: Making
    plan: Plan
    where: Where
    known: Vocabulary
    has_looks: bool = True
    current: TheoryRows | None = None
    status: Statuses = field(init=False)
    found: dict[str, TheoryRows] = field(default_factory=dict)

    @property
    def library(self) -> Library:
        return self.making.library

    def table(self, table: Table, header: Header) -> None:
        """Take up the rows of a table."""
        self.where.enter_group(group_of(table.captions, self.library))
        self.status = Statuses(self.known)
        for column, text in header.others.items():
            if any(row.at(column) in row.filled for row in table.rows if row is not header.row):
                message = f"The column {quoted(text)} holds nothing that is imported."
                meant = hint(text, self.library, self.known)
                here = spot(table, header.row, column)
                self.plan.say("not-placed", f"{message} {meant}".strip(), here)
        for row in table.rows:
            if row.number > header.row.number and not repeats(row, header):
                self.row(table, row, header)
            elif row.number < header.row.number and is_heading(row, table, header):
                self.heading(table, row, header)

    def row(self, table: Table, row: Row, header: Header) -> None:
        """Take up one row: its label, and then every cell that is a part of the theory."""
        if is_heading(row, table, header):
            self.heading(table, row, header)
            return
        labels = [row.at(column) for column in header.columns(*LABELS)]
        cells = [cell for cell in dict.fromkeys(labels) if cell and _has_label(cell)]
        try:
            hold_readable((role, row.at(c)) for c, role in header.roles.items() if role in _ABOUT)
            self.where.enter(row, header, is_new=bool(cells))
        except RowError as error:
            is_new = bool(cells) or error.role in LABELS
            self.current = None if is_new else self.current
            here = spot(table, row, header.columns(error.role)[0])
            self.plan.leave(f"{row.name}: {error}", here)
            return
        self.plan.say_misread(table, row, header.roles)
        if cells:
            self.label(table, row, cells, header)
        elif row.filled and self.current is None:
            first = row.filled[0]
            message = f"{quoted(first.text)} stands in a row of no known theory."
            self.plan.leave(message, spot(table, row, first.column))
        if self.current:
            self.current.facts += facts_of(table, row, header, self.plan)
            said = list(self.parts(table, row, header, cells))
            self.current.statements += said
            if cells and not said:
                self.stand(cells[0].text, spot(table, row, cells[0].column))

    def parts(self, table: Table, row: Row, header: Header, labels: list[Cell]) -> Iterator[Said]:
        """What every cell of a row says that is a part of its theory, and no label."""
        for column in self.status.enter(row, header):
            if self.making.has_two_models:
                self.plan.say("note", _NO_STATUS, spot(table, row, column))
        for cell in row.filled:
            roles = {header.roles.get(column) for column in cell.columns} & set(PARTS)
            if len(roles) > 1:
                named = ", ".join(sorted(str(role) for role in roles))
                message = f"{quoted(cell.text)} covers several columns: {named}."
                self.plan.say("not-placed", message, spot(table, row, cell.column))
            elif roles and cell not in labels:
                part, half = str(roles.pop()), header.splits.get(cell.column)
                yield from self.cell(spot(table, row, cell.column), cell, part, half)

    def heading(self, table: Table, row: Row, header: Header) -> None:
        """A heading names a group, or a theory, or is kept nowhere."""
        text = row.filled[0].text
        self.current = None
        group = group_in(text, self.library)
        self.where.enter_group(group)
        if names_theory(text, self.where.group, self.library, self.known, is_heading=bool(group)):
            if header.columns("place"):
                # A row that is a heading has no cell for the place.
                self.plan.places[row.number] = ()
            self.label(table, row, [row.filled[0]], header)
        elif not group:
            self.plan.say("note", f"The heading {quoted(text)} is kept nowhere.", spot(table, row))

    def label(self, table: Table, row: Row, cells: list[Cell], header: Header) -> None:
        """Find the theory that a row is about; rows without a label go on with it."""
        said = label_in(cells, header)
        text = said.text
        here = spot(table, row, cells[0].column)
        own = group_in(text, self.library)
        self.current = None
        named = self.where.named
        if named and own and own != named:
            message = f"{quoted(text)} names the group “{own}”, and --group says “{named}”."
            self.plan.leave(message, here)
            return
        group = named or own or self.where.group
        theory = theory_of(said, group, self.library, self.known)
        try:
            if isinstance(theory, str):
                theory = make_theory(said, group, theory, here, self.making, self.known)
            hold_current(theory.id, self.library)
        except NotMadeError as error:
            label = text or f"number {said.counted}"
            self.plan.leave(f"Row {quoted(label)}: {error}", here)
            return
        self.current = self.found.setdefault(theory.id, TheoryRows(theory, here))
        # A cell as wide as the table is a heading: its capitals mark no change.
        if cells[0].width < table.width:
            self.current.label = self.look(cells) or self.current.label

    def stand(self, label: str, here: Spot) -> None:
        """A row without a statement says by its status what became of the theory itself."""
        if self.current and (status := self.status.of("")):
            change, wrong = settle(self.current.label or "not-stated", status)
            self.current.label = change
            if wrong:
                id = self.current.theory.id
                self.plan.say("contradicted", f"{quoted(label)}: {wrong}", here, id)

    def look(self, cells: list[Cell]) -> Change | None:
        """What the letters of a label stand for, where all of them are struck or capital."""
        lines = [line for cell in cells for line in cell.lines]
        looks = {
            look.change
            for line in lines
            if (look := marked_statement(line, self.known.abbreviations))
        }
        return looks.pop() if looks in ({"removed"}, {"added"}) else None

    def cell(self, here: Spot, cell: Cell, part: str, half: str | None) -> Iterator[Said]:
        """Every line of a cell is one statement."""
        for line in cell.lines:
            look = marked_statement(line, self.known.abbreviations)
            if look is None or fold(look.text) in _NOTHING:
                if not is_blank(line.text):
                    self.plan.say("not-placed", f"{quoted(line.text)} is no statement.", here)
                continue
            said = self.statement(here, line, look, part)
            yield replace(said, half=half)

    def statement(self, here: Spot, line: Line, look: MarkedStatement, part: str) -> Said:
        """A line as a statement of the current theory; what is odd about it goes to the report."""
        target = self.current.theory.id if self.current else ""
        for remark in look.remarks:
            self.plan.say("note", f"{quoted(look.text)}: {remark}", here, target)
        status = self.status.of(part)
        # Where a column says it in words, normal letters prove nothing of a row without one.
        plain: Change = "retained" if self.has_looks and status is None else "not-stated"
        seen = plain if look.change == "retained" else look.change
        change, wrong = settle(seen, status)
        if wrong:
            self.plan.say("contradicted", f"{quoted(look.text)}: {wrong}", here, target)
        notes = tuple(f"{self.plan.place(here)}, footnote: {note}" for note in line.notes if note)
        for note in notes:
            self.plan.say(
                "note", f"{quoted(look.text)} has a footnote: {quoted(note)}", here, target
            )
        return Said(part, look.text, change, here, notes)


def theory_rows(
    content: Content, making: Making, plan: Plan, group: str | None, known: Vocabulary
) -> Iterator[TheoryRows]:
    """What a file says of each theory; what has no place goes to the report of the plan.

    Raises UnreadableError where no table has a header of context, mechanism and outcome.
    """
    where = Where(plan, making.library, group, group)
    where.enter_group(group_of((plan.file_name, plan.source.label), making.library))
    reader = _Reader(making, plan, where, known)
    headers = [(table, find_header(table, known)) for table in content.tables]
    if not any(header for _, header in headers):
        raise _no_header(content)
    marked = is_marked(headers, known)
    for table, header in headers:
        if header:
            # A table that names places is a team’s own, and need not mark anything.
            reader.has_looks = content.has_looks and (marked or not header.columns("place"))
            reader.table(table, header)
            is_told = reader.has_looks or any("status" in r for r in header.roles.values())
            without = [part for part in PARTS if not header.columns(part)]
            if making.is_allowed and without:
                noun = making.library.review.source.noun
                plan.say("note", _NO_COLUMN.format(parts=" or ".join(without), noun=noun))
            if making.has_two_models and not is_told:
                plan.say("note", NO_MARKS if content.has_looks else NO_LOOKS)
        elif table.rows:
            message = "This table has no header that names context, mechanism and outcome."
            plan.say("not-placed", message, spot(table, table.rows[0]))
    yield from reader.found.values()


def _no_header(content: Content) -> UnreadableError:
    first = next(row for table in content.tables for row in table.rows if row.filled)
    return UnreadableError(
        "No table has a header that names context, mechanism and outcome. The first row is: "
        + " | ".join(quoted(cell.text, 30) for cell in first.filled)
        + ". For a table of interventions, add --interventions."
    )


def _has_label(cell: Cell) -> bool:
    return bool(cell.text) or any(line.number for line in cell.lines)
