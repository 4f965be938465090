"""What a row of a table of theories says beside its statements: its place, its group, its facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.diagnostics import did_you_mean
from generator.edit.importing.headers import FACTS, Header
from generator.edit.importing.opening.tables import Cell, Row, Table
from generator.edit.importing.plan import Plan, Spot, spot
from generator.edit.importing.said import Fact
from generator.edit.values import is_blank
from generator.edit.words import fold, quoted
from generator.entities import locators
from generator.entities.gaps import GAPS
from generator.entities.source import Source
from generator.library.library import Library


class RowError(ValueError):
    """A row that cannot be taken up; its text says why, and what to do.

    `role` is that of the column which is wrong.
    """

    def __init__(self, role: str, why: str) -> None:
        super().__init__(why)
        self.role = role


@dataclass
class Where:
    """Where the reading of a file stands: in which group, and in which place of the source."""

    plan: Plan
    library: Library
    named: str | None
    """The group that the command names; then the file is about no other."""
    group: str | None = None
    above: tuple[str, ...] = ()
    """The places of the row above, which merged cells go on with."""

    def enter_group(self, group: str | None) -> None:
        """Go on in a group, where a heading or a caption names one."""
        self.group = self.named or group or self.group

    def enter(self, row: Row, header: Header, *, is_new: bool) -> None:
        """Take up the places and the group of a row, where columns tell. Raises RowError.

        `is_new`: whether the row names a theory, and does not go on with the one above.
        """
        places, group = _cell(row, header, "place"), _cell(row, header, "group")
        if row.filled and header.columns("place"):
            if not (places and places.goes_on):
                self.above = places_in(places.text if places else "", self.library.review.source)
            self.plan.places[row.number] = self.above
        if group and not group.goes_on and (group.text or is_new):
            self.group = self.named
            found = group_named(group.text, self.library) if group.text else None
            if self.named and found not in (None, self.named):
                why = f"the row names the group “{found}”, and --group says “{self.named}”."
                raise RowError("group", why)
            self.enter_group(found)


def hold_readable(cells: Iterable[tuple[str, Cell | None]]) -> None:
    """Nothing where each cell, behind its role, can be read. Raises RowError.

    What a row is about and where it stands must not be guessed from the row above.
    """
    for role, cell in cells:
        if cell and cell.misread:
            raise RowError(role, cell.misread)


def _cell(row: Row, header: Header, role: str) -> Cell | None:
    """The cell of the first column with a role; None where the table has no such column."""
    columns = header.columns(role)
    return row.at(columns[0]) if columns else None


def places_in(text: str, source: Source) -> tuple[str, ...]:
    """The locators that a cell holds, with commas, semicolons or spaces between. Raises RowError.

    “findings 2.1; table-2.4” is no list of locators: each names its section.
    """
    found = tuple(dict.fromkeys(" ".join(part.split()) for part in re.split(r"[;,]", text)))
    found = tuple(locator for locator in found if locator)
    if not found:
        raise RowError(
            "place",
            f"the row does not say where the {source.noun} says so. Write it into the column of "
            "places: section, paragraph and sentence, such as “findings 2.1”.",
        )
    for locator in found:
        try:
            locators.check(locators.parse(locator), source)
        except locators.LocatorFormError:
            raise RowError(
                "place",
                f"{quoted(locator)} is no place: write section, paragraph and sentence, such as "
                "“findings 2.1”.",
            ) from None
        except locators.LocatorRangeError as error:
            raise RowError("place", f"There is no place {quoted(locator)}. {error}") from None
    return found


def group_named(text: str, library: Library) -> str:
    """The id of the group that a cell names by its id or title. Raises RowError."""
    groups = {
        fold(name): group.id for group in library.review.groups for name in (group.id, group.title)
    }
    if fold(text) in groups:
        return groups[fold(text)]
    known = [group.id for group in library.review.groups]
    raise RowError(
        "group", f"There is no group {quoted(text)}. {did_you_mean(text, known)}".strip()
    )


def facts_of(table: Table, row: Row, header: Header, plan: Plan) -> Iterator[Fact]:
    """What a row says of its theory as a whole."""
    for cell in row.filled:
        kind = header.roles.get(cell.column)
        if kind not in FACTS:
            continue
        here = spot(table, row, cell.column)
        # A summary is sentences, whose semicolons separate no names.
        pieces = [cell.text] if kind == "summary" else _names(cell, here, plan)
        for piece in pieces:
            if fold(piece) not in GAPS:
                yield Fact(kind, piece, here)
            elif not is_blank(piece):
                plan.say("not-placed", f"{quoted(piece)} holds nothing that is imported.", here)


def _names(cell: Cell, here: Spot, plan: Plan) -> Iterator[str]:
    """What a cell names between semicolons; what is struck through goes to the report."""
    for line in cell.lines:
        if all(run.struck for run in line.runs if run.text.strip()):
            plan.say("not-placed", f"{quoted(line.text)} is struck through.", here)
        else:
            yield from (piece.strip() for piece in line.text.split(";"))
