"""Tables of studies, one in a row: which column holds what, and what each row says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.edit.importing.headers import PLACES, nearest_name
from generator.edit.importing.making import Making, NotMadeError, hold_current
from generator.edit.importing.opening.tables import Cell, Content, Line, Row, Table, UnreadableError
from generator.edit.importing.plan import Plan, Spot, spot
from generator.edit.importing.row_facts import RowError, hold_readable, places_in
from generator.edit.importing.things import study_called
from generator.edit.importing.vocabulary import Vocabulary
from generator.edit.values import is_blank
from generator.edit.words import fold, quoted
from generator.entities import Study
from generator.entities.gaps import GAPS

_KEYS = {
    "id": {"id"},
    "title": {"title", "name", "author", "authors"},
    "citation": {"citation", "publication"},
    "year": {"year"},
    "doi": {"doi"},
    "url": {"url", "address", "link", "web"},
    "design": {"design", "method", "methods"},
    "country": {"country", "countries"},
    "quality": {"quality", "appraisal"},
    "reports": {"reports", "report", "findings", "results"},
    "place": PLACES,
}
"""The keys of a study that a table can fill in, and the headers that people give them."""
_BESIDE = {"main", "key", "first", "included", "it"}


@dataclass(frozen=True)
class Cited:
    """What one line of a cell says of a study, by the key that it belongs to."""

    key: str
    text: str
    spot: Spot


@dataclass
class StudyRows:
    """All that the rows of one study say."""

    study: Study
    spot: Spot
    said: list[Cited] = field(default_factory=list)


def study_rows(content: Content, making: Making, plan: Plan, known: Vocabulary) -> list[StudyRows]:
    """What a file says of each study; what has no place goes to the report of the plan.

    Raises UnreadableError where no table has a header of studies.
    """
    found: dict[str, StudyRows] = {}
    headers = [(table, _header(table, known)) for table in content.tables]
    if not any(header for _, header in headers):
        raise UnreadableError(
            "No table has a header with a column for the study, by title or id, and one for its "
            "design, country, quality, year, citation, DOI, URL or what it reports."
        )
    for table, header in headers:
        if header:
            row, columns = header
            _unknown_columns(table, row, columns, plan)
            _read(table, row, columns, making, found)
        else:
            plan.say(
                "not-placed", "This table has no header of studies.", spot(table, table.rows[0])
            )
    return list(found.values())


def _header(table: Table, known: Vocabulary) -> tuple[Row, dict[int, str]] | None:
    """The header of a table with the key of each column that has one."""
    for row in table.rows:
        keys = {c.column: key for c in row.filled if (key := _key(c.text, known))}
        if {"id", "title"} & set(keys.values()) and set(keys.values()) - {"id", "title", "place"}:
            return row, keys
    return None


def _key(text: str, known: Vocabulary) -> str | None:
    said = set(fold(text).split())
    found = [key for key, words in _KEYS.items() if said & words]
    every = set().union(*_KEYS.values()) | known.study | known.beside | _BESIDE
    if not said or not said <= every:
        return None
    if "title" in found or not found:  # such as “Author, year” or “Study”
        return "title" if found or said & known.study else None
    return found[0] if len(found) == 1 else None


def _unknown_columns(table: Table, header: Row, columns: dict[int, str], plan: Plan) -> None:
    for cell in header.filled:
        if cell.column not in columns:
            meant = nearest_name(cell.text, (name for names in _KEYS.values() for name in names))
            message = f"The column {quoted(cell.text)} holds nothing that is imported. {meant}"
            plan.say("not-placed", message.strip(), spot(table, header, cell.column))


def _read(
    table: Table, header: Row, columns: dict[int, str], making: Making, found: dict[str, StudyRows]
) -> None:
    """Take up the rows below a header; a merged cell goes on with the study above."""
    current: StudyRows | None = None
    above: tuple[str, ...] = ()
    for row in table.rows:
        cells = {key: row.at(column) for column, key in columns.items()}
        if row.number <= header.number or not (row.filled or row.misread):
            continue
        place, names = cells.get("place"), [cells.get("id"), cells.get("title")]
        goes_on = any(cell and cell.goes_on for cell in names)
        current = current if goes_on else None
        try:
            hold_readable((key, cells.get(key)) for key in ("id", "title", "place"))
            if "place" in cells:
                if not (place and place.goes_on):
                    above = places_in(_text(place), making.library.review.source)
                making.plan.places[row.number] = above
            if not goes_on:
                here = spot(table, row, next(iter(columns)))
                study = _study(_text(names[0]), _text(names[1]), here, making)
                current = found.setdefault(study.id, StudyRows(study, here))
        except (RowError, NotMadeError) as error:
            making.plan.leave(f"{row.name}: {error}", spot(table, row))
            continue
        if current:
            current.said += _said(table, row, columns, making.plan)


def _text(cell: Cell | None) -> str:
    return cell.text if cell else ""


def _study(id: str, title: str, here: Spot, making: Making) -> Study:
    """The study of a row, made where it is new and that is wanted. Raises NotMadeError."""
    if fold(id) in GAPS and fold(title) in GAPS:
        raise NotMadeError("the row names no study.")
    study = study_called(id, making.library) or study_called(title, making.library)
    if study:
        hold_current(study.id, making.library)
        return study
    if not making.is_allowed:
        noun = making.library.review.words.study.one
        raise NotMadeError(f"no {noun} is called so; --create makes a file of it.")
    made = making.study(id, title, here)
    return making.library.included_studies[made]


def _said(table: Table, row: Row, columns: dict[int, str], plan: Plan) -> Iterator[Cited]:
    """What a row says of its study, line by line."""
    plan.say_misread(table, row, columns)
    for cell in row.filled:
        key = columns.get(cell.column, "place")
        here = spot(table, row, cell.column)
        texts = [line.text for line in cell.lines if not _is_struck(line)]
        for line in filter(_is_struck, cell.lines):
            plan.say("not-placed", f"{quoted(line.text)} is struck through.", here)
        if key in ("id", "title", "place"):
            continue
        for text in texts if key == "reports" else [" ".join(texts)]:
            if fold(text) not in GAPS:
                yield Cited(key, text.replace("[[", "[").replace("]]", "]"), here)
            elif not is_blank(text):
                plan.say("not-placed", f"{quoted(text)} holds nothing that is imported.", here)


def _is_struck(line: Line) -> bool:
    return all(run.struck for run in line.runs if run.text.strip())
