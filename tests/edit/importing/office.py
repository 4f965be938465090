"""Word and Excel files as people make them, for the tests of the import."""

from pathlib import Path
from typing import NamedTuple

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.table import _Cell
from docx.text.paragraph import Paragraph

HEADER = ("Theory", "Context", "Mechanism", "Outcome")
FOOTNOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:id="2"><w:p><w:r><w:t>Seen in </w:t></w:r><w:r><w:t>two schemes.</w:t></w:r>'
    "</w:p></w:footnote></w:footnotes>"
)


class Mark(NamedTuple):
    """A text with a property of its font, or with a style."""

    font: str
    text: str


def struck(text: str) -> Mark:
    return Mark("strike", text)


def capitals(text: str) -> Mark:
    return Mark("all_caps", text)


Content = str | Mark | list | tuple
"""What a cell holds: a text, parts of one line in a list, or several lines in a tuple."""


def fill(paragraph: Paragraph, *parts: str | Mark) -> Paragraph:
    for part in parts:
        run = paragraph.add_run(part.text if isinstance(part, Mark) else part)
        if isinstance(part, Mark) and part.font.startswith("style:"):
            run.style = part.font.removeprefix("style:")
        elif isinstance(part, Mark):
            setattr(run.font, part.font, True)
    return paragraph


def put(cell: _Cell, content: Content) -> None:
    several = isinstance(content, tuple) and not isinstance(content, Mark)
    for position, line in enumerate(content if several else (content,)):
        paragraph = cell.paragraphs[0] if position == 0 else cell.add_paragraph()
        fill(paragraph, *(line if isinstance(line, list) else [line]))


def table(document: Document, *rows: tuple, header: tuple = HEADER):
    made = document.add_table(rows=1 + len(rows), cols=len(header))
    for row, contents in zip(made.rows, (header, *rows), strict=True):
        for cell, content in zip(row.cells, contents, strict=True):
            put(cell, content)
    return made


def document(*rows: tuple, caption: str = "Table S1: theories on joining") -> Document:
    made = docx.Document()
    made.add_paragraph(caption)
    table(made, *rows)
    return made


def saved(made: Document, folder: Path, name: str = "additional-file-5.docx") -> Path:
    folder.mkdir(exist_ok=True)
    made.save(str(folder / name))
    return folder / name


def add_style(made: Document, name: str, kind: str, **font: bool) -> str:
    types = {"character": WD_STYLE_TYPE.CHARACTER, "paragraph": WD_STYLE_TYPE.PARAGRAPH}
    style = made.styles.add_style(name, types[kind])
    for key, value in font.items():
        setattr(style.font, key, value)
    return name


def wrap(run, tag: str) -> None:
    """Put a run into an element, such as w:ins or w:hyperlink."""
    element = OxmlElement(tag)
    run._r.addprevious(element)
    element.append(run._r)
    if tag == "w:del":
        for text in run._r.findall(qn("w:t")):
            text.tag = qn("w:delText")


def add_footnote(made: Document, paragraph: Paragraph) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part as PackagePart

    part = PackagePart(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        FOOTNOTES.encode(),
        made.part.package,
    )
    made.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    reference = parse_xml(
        '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnoteReference w:id="2"/></w:r>'
    )
    paragraph._p.append(reference)
