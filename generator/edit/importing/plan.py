"""What an import would do: edits of YAML files, and everything a person should know of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from generator.edit.importing.opening.tables import Row, Table
from generator.entities.base import is_placeholder
from generator.entities.source import SourceFile
from generator.files.load import Path

Kind = Literal["made", "added", "changed", "contradicted", "not-placed", "note"]
About = Literal["theories", "interventions", "studies"]
NO_COLUMN = 0


@dataclass(frozen=True)
class Wanted:
    """What the command was told of a file."""

    about: About = "theories"
    group: str | None = None
    """The group of its theories; None where the file itself names it."""
    create: bool = False
    """Whether it makes files of what the review has not."""


@dataclass(frozen=True)
class Spot:
    """A place in the imported file: its row is counted through the whole file."""

    table: int
    row: int
    row_in_table: int
    column: int = NO_COLUMN


def spot(table: Table, row: Row, column: int = NO_COLUMN) -> Spot:
    """The place of a cell, or of a row where no column is named."""
    return Spot(table.number, row.number, row.in_table, column)


@dataclass(frozen=True)
class Item:
    """One line of the report: what would happen, or what could not."""

    kind: Kind
    message: str
    spot: Spot | None = None
    target: str = ""
    """What it is about, as people cite it: `j01 c2`, `s01 season`."""


@dataclass(frozen=True)
class Edit:
    """One change of a YAML file."""

    file: str
    path: Path
    """The way to the value to put, to the list to append to or remove from, or the key to drop."""
    value: Any
    do: Literal["put", "append", "remove", "drop"] = "put"


@dataclass
class Plan:
    """All items and edits of an import, in the order of the file."""

    source: SourceFile
    file_name: str = ""
    items: list[Item] = field(default_factory=list)
    new: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The files that are made, by their paths, as they are before the edits."""
    edits: list[Edit] = field(default_factory=list)
    places: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """For rows of a table with a column of places, where in the source they say they stand."""
    placed: int = 0
    """How many rows or cells of the file found what they are about, whether or not it changes."""

    def say(self, kind: Kind, message: str, spot: Spot | None = None, target: str = "") -> None:
        """Add a line to the report."""
        self.items.append(Item(kind, message, spot, target))

    def leave(self, why: str, spot: Spot) -> None:
        """Report a row of which nothing is taken up, once for all its cells."""
        self.say("not-placed", f"{why} Nothing of the row is taken up.", spot)

    def say_misread(self, table: Table, row: Row, columns: Collection[int]) -> None:
        """Report the cells in these columns of which nobody can tell what was typed."""
        for cell in row.misread:
            if cell.column in columns:
                self.say("not-placed", cell.misread, spot(table, row, cell.column))

    def locators(self, spot: Spot) -> tuple[str, ...]:
        """What a statement of a row rests on: the places that the row gives, or the row itself."""
        return self.places.get(spot.row, (f"{self.source.id} row-{spot.row}",))

    @property
    def rests_on_rows(self) -> bool:
        """Whether anything rests on a row of the file itself, which is then part of the source."""
        written = [*self.new.values(), *(edit.value for edit in self.edits)]
        return any(text.startswith(f"{self.source.id} row-") for text in _texts(written))

    @property
    def holds_placeholders(self) -> bool:
        """Whether a new file holds one that no edit of the plan replaces."""
        replaced = {(edit.file, edit.path) for edit in self.edits}
        return any(
            is_placeholder(text)
            for file, data in self.new.items()
            for key, value in data.items()
            if (file, (key,)) not in replaced
            for text in _texts([value])
        )

    @property
    def in_no_model(self) -> list[str]:
        """The new theories of which it stays unsaid how they stand in the final model."""
        said = {edit.file for edit in self.edits if edit.path == ("model", "final")}
        return [
            data["id"] for file, data in self.new.items() if "model" in data and file not in said
        ]

    def place(self, spot: Spot) -> str:
        """A place in words, as the site names it."""
        return f"{self.source.label}, row {spot.row}"


def _texts(value: Any) -> Iterator[str]:
    """Every text within plain data."""
    if isinstance(value, str):
        yield value
    within = value.values() if isinstance(value, dict) else value
    for inner in within if isinstance(value, dict | list) else ():
        yield from _texts(inner)
