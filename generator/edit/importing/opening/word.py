"""Tables of Word files, with the look that every letter has in the end."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from generator.edit.importing.opening.tables import Cell, Content, Line, Row, Run, Table
from generator.edit.importing.opening.word_styles import Numbers, Styles
from generator.edit.words import clean

_GONE = (qn("w:del"), qn("w:moveFrom"))
_TRACKED = (*_GONE, qn("w:ins"), qn("w:moveTo"))
_LEFT_OUT = (*_GONE, qn("w:txbxContent"))
_BULLET = r"\s*(?:[•●▪◦·*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s"


class _Reader:
    """What is known of one document while its tables are read."""

    def __init__(self, document: Any) -> None:
        self.styles = Styles(document.styles.element)
        self.numbers = Numbers(_part(document, "/numbering"), self.styles)
        self.notes = {
            kind: _notes(_part(document, f"/{kind}s"), kind) for kind in ("footnote", "endnote")
        }
        self.row = 0

    def table(self, table: Any, number: int, captions: list[str]) -> Table:
        """A table; rows whose deletion was tracked are not counted."""
        rows: list[Row] = []
        for element in table.xpath("./w:tr | ./w:sdt/w:sdtContent/w:tr"):
            if element.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
                self.row += 1
                rows.append(Row(self.row, len(rows) + 1, tuple(self.cells(element))))
        return Table(number, tuple(rows), tuple(captions))

    def cells(self, row: Any) -> Iterator[Cell]:
        """The cells of a row, with the columns they cover."""
        before = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
        column = 1 + (0 if before is None else int(before.get(qn("w:val"))))
        for element in row.xpath("./w:tc | ./w:sdt/w:sdtContent/w:tc"):
            properties = element.find(qn("w:tcPr"))
            span = None if properties is None else properties.find(qn("w:gridSpan"))
            merge = None if properties is None else properties.find(qn("w:vMerge"))
            width = 1 if span is None else int(span.get(qn("w:val")))
            goes_on = merge is not None and merge.get(qn("w:val")) != "restart"
            # Only paragraphs of the cell itself: tables within it are told of, and not read.
            found = element.xpath("./w:p | ./w:sdt/w:sdtContent/w:p")
            lines = [line for p in found if not goes_on for line in self.lines(p)]
            yield Cell(column, tuple(lines), width, goes_on)
            column += width

    def lines(self, paragraph: Any) -> Iterator[Line]:
        """A paragraph, cut where a line break begins another bullet."""
        number = self.numbers.next(paragraph)
        notes: list[str] = []
        runs = [run for run in self.runs(paragraph, notes) if run.text]
        cut: list[list[Run]] = [[]]
        for run in runs:
            first, *rest = re.split(rf"\n(?={_BULLET})", run.text)
            cut[-1].append(Run(first.replace("\n", " "), run.struck, run.capitals))
            cut += [[Run(text.replace("\n", " "), run.struck, run.capitals)] for text in rest]
        for position, line in enumerate(cut):
            found = Line(tuple(line), tuple(notes) if position == len(cut) - 1 else (), number)
            if found.text or (number is not None and position == 0):
                yield found

    def runs(self, paragraph: Any, notes: list[str]) -> Iterator[Run]:
        """The runs of a paragraph that are there when all changes are accepted."""
        for run in paragraph.iter(qn("w:r")):
            if any(tag in _LEFT_OUT for tag in _between(run, paragraph)):
                continue
            text = "".join(self.texts(run, notes))
            raised = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
            if raised is not None and re.fullmatch(r"[\d,–\s-]+", text) and text.strip():
                # Raised digits are a reference, and no part of the number before them.
                text = f" [{text.strip()}]"
            yield Run(text, *self.styles.look(run, paragraph))

    def texts(self, run: Any, notes: list[str]) -> Iterator[str]:
        """The texts of a run; footnotes that it refers to are added to `notes`."""
        for part in run:
            if part.tag == qn("w:t"):
                yield clean((part.text or "").replace("\xa0", " "))
            elif part.tag in (qn("w:br"), qn("w:cr")):
                yield "\n"
            elif part.tag == qn("w:tab"):
                yield " "
            elif part.tag == qn("w:noBreakHyphen"):
                yield "-"
            for kind in ("footnote", "endnote"):
                if part.tag == qn(f"w:{kind}Reference"):
                    notes.append(self.notes[kind].get(part.get(qn("w:id")), ""))


def read_docx(path: Path) -> Content:
    """Every table of the text, each with the paragraphs before it; changes taken as accepted."""
    document = docx.Document(str(path))
    body = document.element.body
    reader = _Reader(document)
    tables: list[Table] = []
    before: list[str] = []
    for element in body.iter(qn("w:p"), qn("w:tbl")):
        if any(above.tag == qn("w:tbl") for above in element.iterancestors()):
            continue
        if element.tag == qn("w:tbl"):
            tables.append(reader.table(element, len(tables) + 1, before))
            before = []
            continue
        text = " ".join(line.text for line in reader.lines(element))
        before = [text, *before] if text else before
    return Content(tuple(tables), tuple(_remarks(body)))


def _remarks(body: Any) -> Iterator[str]:
    """What stands in the tables and was not read, or not as it looks."""

    def has(*tags: str) -> bool:
        inside = (table.iter(*tags) for table in body.iter(qn("w:tbl")))
        return any(next(found, None) is not None for found in inside)

    if has(*_TRACKED):
        yield "There are tracked changes in the tables; they were read as if all were accepted."
    if has(qn("w:commentReference")):
        yield "There are comments in the tables; they were not read."
    if has(qn("w:txbxContent"), qn("w:drawing"), qn("w:pict")):
        yield "There are pictures or text boxes in the tables; they were not read."
    if body.find(f".//{qn('w:tbl')}//{qn('w:tbl')}") is not None:
        yield "There are tables within cells; they were not read."


def _between(run: Any, paragraph: Any) -> Iterator[str]:
    """The tags of all that stands between a paragraph and a run of it."""
    for above in run.iterancestors():
        if above is paragraph:
            return
        yield above.tag


def _part(document: Any, ending: str) -> Any | None:
    """The XML of a part that the document refers to."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith(ending) and not relation.is_external:
            return parse_xml(relation.target_part.blob)
    return None


def _notes(part: Any | None, kind: str) -> dict[str, str]:
    """The texts of footnotes or endnotes by their ids."""
    found: dict[str, str] = defaultdict(str)
    for note in () if part is None else part.iter(qn(f"w:{kind}")):
        text = "".join(piece.text or "" for piece in note.iter(qn("w:t")))
        found[note.get(qn("w:id"))] = " ".join(text.split())
    return found
