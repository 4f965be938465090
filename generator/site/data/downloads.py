"""The files of the page /data/: tables in words for people, the values as they are for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from generator.check.recount import Recounts
from generator.citing.edition import Edition
from generator.entities import Review
from generator.entities.words import counted
from generator.library.library import Library
from generator.pages import addresses
from generator.site.data.about import about
from generator.site.data.csv_file import MARK, as_csv
from generator.site.data.data_package import data_package
from generator.site.data.database import database
from generator.site.data.long_files import long_files
from generator.site.data.ro_crate import ro_crate
from generator.site.data.tables import DataTable, tables
from generator.site.data.workbook import workbook
from generator.site.files import Content, Make

TYPES = {
    "json": "application/json",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "sqlite": "application/vnd.sqlite3",
}
"""What kind of file each is, by its ending, as programs are told."""


@dataclass
class Download:
    """One file that the page of the data offers; it keeps of its content how large that is."""

    path: str
    holds: str
    """What it holds, in words."""
    make: Make
    for_people: bool = False
    """Whether it is to be opened by hand; if not, programs read it."""

    def content(self) -> Content:
        """Make what stands in it."""
        made = self.make()
        self.size = _size(made)
        return made

    @cached_property
    def size(self) -> int:
        """How many bytes it has, which another file tells: known once it was made."""
        return _size(self.make())

    @property
    def name(self) -> str:
        """What the file is called, with its folder beside the page of the data."""
        return self.path.removeprefix(addresses.DATA.path)

    @property
    def type(self) -> str:
        """What kind of file it is, as programs are told."""
        return TYPES[self.path.rpartition(".")[2]]


def _size(made: Content) -> int:
    return len(made.encode() if isinstance(made, str) else made)


def downloads(library: Library, recounts: Recounts, edition: Edition) -> tuple[Download, ...]:
    """Every file, those for people first; no file of what there is none of.

    Which there are is known before any is made.
    """
    made = tables(library, recounts)
    told = tuple(about(library, edition))
    of_all = "all tables below as one Excel file, each on a sheet, with a sheet that explains them"
    linked = "the same tables as one SQLite database, which Datasette opens as it is"
    package = partial(data_package, library.review, edition, made)
    files = (
        Download(addresses.WORKBOOK, of_all, partial(workbook, told, made), True),
        Download(addresses.DATABASE, linked, partial(database, told, made), True),
        *(Download(t.path, _rows(t), partial(_table, t), True) for t in made),
        *(Download(*one) for one in long_files(library)),
        Download(addresses.DATA_PACKAGE, "what the tables are, as a Tabular Data Package", package),
    )
    return (*files, *_crate(library, edition, files))


def _crate(library: Library, edition: Edition, files: Iterable[Download]) -> Iterator[Download]:
    """What describes all files together; before the first version there is none."""
    if edition.release:
        yield Download(
            addresses.RO_CRATE,
            _described(library.review),
            lambda: ro_crate(
                library.review,
                edition,
                ((file.path, file.type, file.holds, file.size) for file in files),
            ),
        )


def _described(review: Review) -> str:
    """What the crate tells: not who made the files, where the review names nobody."""
    if review.authors or review.organisation:
        return "what the files are, who made them and from what, as an RO-Crate"
    return "what the files are and what they were made from, as an RO-Crate"


def _rows(table: DataTable) -> str:
    return f"{table.title}, {counted(len(table.items), 'row')}"


def _table(table: DataTable) -> str:
    return MARK + as_csv(" ".join(column.key for column in table.columns), table.rows)
