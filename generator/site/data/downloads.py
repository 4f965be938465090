"""The files of the page /data/: tables in words for people, the values as they are for programs."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import get_args

from generator.citing.edition import Edition
from generator.entities import AttributeValue, Remark, Review, Statement, Theory
from generator.entities.statement import Mechanism, Outcome
from generator.entities.study import Fact
from generator.entities.words import counted
from generator.library.kinds import KINDS
from generator.library.library import Library
from generator.pages import addresses
from generator.site.data.about import about
from generator.site.data.csv_file import MARK, as_csv
from generator.site.data.data_package import data_package
from generator.site.data.database import database
from generator.site.data.ro_crate import ro_crate
from generator.site.data.tables import DataTable, tables
from generator.site.data.workbook import workbook
from generator.site.files import Make, as_json

TYPES = {
    "json": "application/json",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "sqlite": "application/vnd.sqlite3",
}
"""What kind of file each is, by its ending, as programs are told."""


@dataclass(frozen=True)
class Download:
    """One file that the page of the data offers."""

    path: str
    holds: str
    """What it holds, in words."""
    make: Make
    for_people: bool = False
    """Whether it is to be opened by hand; if not, programs read it."""

    @cached_property
    def _made(self) -> tuple[bytes, int, bool]:
        """What stands in it, compressed; its size, which another file tells; whether it is text."""
        made = self.make()
        plain = made.encode() if isinstance(made, str) else made
        return zlib.compress(plain, 1), len(plain), isinstance(made, str)

    @property
    def content(self) -> str | bytes:
        """What stands in it, which is made once."""
        packed, _, is_text = self._made
        plain = zlib.decompress(packed)
        return plain.decode() if is_text else plain

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self._made[1]

    @property
    def name(self) -> str:
        """What the file is called, with its folder beside the page of the data."""
        return self.path.removeprefix(addresses.DATA.path)

    @property
    def type(self) -> str:
        """What kind of file it is, as programs are told."""
        return TYPES[self.path.rpartition(".")[2]]


def downloads(library: Library, edition: Edition) -> tuple[Download, ...]:
    """Every file, those for people first; no file of what there is none of.

    Which there are is known before any is made.
    """
    made = tables(library)
    told = tuple(about(library, edition))
    of_all = "all tables below as one Excel file, each on a sheet, with a sheet that explains them"
    linked = "the same tables as one SQLite database, which Datasette opens as it is"
    package = partial(data_package, library.review, edition, made)
    files = (
        Download(addresses.WORKBOOK, of_all, partial(workbook, told, made), True),
        Download(addresses.DATABASE, linked, partial(database, told, made), True),
        *(Download(t.path, _rows(t), partial(_table, t), True) for t in made),
        *_long(library),
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


def _long(library: Library) -> tuple[Download, ...]:
    """The files whose shape is that of the YAML, and whose cells are its values."""
    words = library.review.words
    found = (
        (addresses.DATA_REVIEW, "everything, in the shape of the YAML files", _json, True),
        (
            addresses.DATA_THEORIES,
            "a row for each context, mechanism and outcome",
            _theories,
            library.theories,
        ),
        (
            addresses.DATA_SUPPORT,
            f"a row for each tie of any {words.theory.one} to what speaks for or against it",
            _support,
            library.ties,
        ),
        (
            addresses.DATA_INTERVENTIONS,
            f"a row for each attribute of each {words.intervention.one}",
            _interventions,
            library.interventions,
        ),
        (
            addresses.DATA_STUDIES,
            f"a row for all that is recorded of each {words.study.one}",
            _studies,
            library.included_studies,
        ),
    )
    return tuple(
        Download(path, holds, partial(make, library)) for path, holds, make, of in found if of
    )


def _json(library: Library) -> str:
    """Every kind under its key: a list of what counts, or the one that there is."""
    dump: dict[str, object] = {
        kind.download_key: tuple(library.current(kind).values())
        if kind.has_ids
        else library.all(kind)
        if kind.is_list
        else library.one(kind)
        for kind in KINDS
        if kind.is_shown
    }
    dump["retired"] = tuple(library.retired.values())
    return as_json(dump)


def _theories(library: Library) -> str:
    return as_csv(
        "theory number group title initial final kind statement text change basis why at"
        " theory-confidence confidence part leads-to note model-basis",
        (
            (
                theory.id,
                theory.number,
                theory.group,
                theory.title,
                theory.initial,
                theory.final,
                kind,
                statement.id,
                statement.text,
                statement.change,
                statement.basis,
                statement.why,
                "; ".join(statement.at),
                theory.confidence.level if theory.confidence else "",
                statement.confidence.level if statement.confidence else "",
                statement.part if isinstance(statement, Mechanism) else "",
                _leads_to(theory, statement),
                statement.note,
                theory.model.basis if theory.model else "",
            )
            for theory in library.theories.values()
            for kind, statement in theory.statements
        ),
    )


def _support(library: Library) -> str:
    rows = [
        (
            theory.id,
            item.id,
            item.how,
            "intervention" if item.intervention else "study",
            item.by,
            item.text,
            "; ".join(item.quotes),
            item.basis,
            item.why,
            "; ".join(item.at),
            item.note,
        )
        for theory, item in library.ties
    ]
    return as_csv("theory tie how kind id text quotes basis why at note", rows)


def _leads_to(theory: Theory, statement: Statement) -> str:
    """What an outcome leads to: theories, and statements such as `j02 c1`."""
    steps = statement.leads_to if isinstance(statement, Outcome) else ()
    return "; ".join(step.target(theory.id) for step in steps)


def _interventions(library: Library) -> str:
    rows: list[tuple[object, ...]] = []
    for item in library.interventions.values():
        for attribute in library.attributes.attributes:
            known, id = item.known_of(attribute.id), attribute.id
            values = "; ".join(str(value) for value in item.values_of(id))
            why, at = (known.why, "; ".join(known.at)) if known else ("", "")
            said = (known.text, known.note) if isinstance(known, AttributeValue) else ("", "")
            start = (item.id, item.number, item.title, id)
            rows.append((*start, item.state_of(id), values, why, at, *said))
    return as_csv("intervention number title attribute state value why at text note", rows)


def _studies(library: Library) -> str:
    rows: list[tuple[object, ...]] = []
    for item in library.included_studies.values():
        start = (item.id, item.title, item.citation, item.year, item.doi)
        for name in get_args(Fact):
            rows.append((*start, name, "", item.state_of(name), *_said(item.fact(name))))
        for report in item.reports:
            rows.append((*start, "report", report.id, report.basis, *_said(report)))
    return as_csv("study title citation year doi kind statement state text why at", rows)


def _said(remark: Remark | None) -> tuple[object, ...]:
    """The text of a remark, the reasoning and the places; empty where there is none."""
    return (remark.text, remark.why, "; ".join(remark.at)) if remark else ("", "", "")
