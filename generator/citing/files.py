"""Records as files for reference managers: RIS, BibTeX and CSL-JSON.

Sources: https://github.com/inukshuk/ris/blob/main/spec/RIS%20Format%20Specifications.pdf,
https://www.ctan.org/pkg/bibtex.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pydantic_core import to_json

from generator.citing.csl import item
from generator.citing.record import Record
from generator.entities.names import Name

_TEX = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "{}%$&#_"},
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
"""What TeX would take for a command, as what prints it."""


def csl_json(records: Iterable[Record]) -> str:
    """The records as CSL-JSON."""
    return to_json([item(record) for record in records], indent=1).decode() + "\n"


def ris(records: Iterable[Record]) -> str:
    """The records as RIS; the day of a page is that of its version."""
    return "".join(
        "".join(f"{tag}  - {value}\n" for tag, value in _ris(record) if value) + "ER  - \n"
        for record in records
    )


def _ris(record: Record) -> Iterator[tuple[str, str]]:
    day = record.issued
    yield "TY", "ELEC" if record.is_page else "JOUR"
    yield "ID", record.key
    yield "TI", record.title
    yield from (("AU", name.turned) for name in record.authors)
    yield "T2", record.container
    yield "PB", record.organisation
    yield "PY", str(day.year if isinstance(day, date) else day or "")
    yield "DA", f"{day:%Y/%m/%d}" if isinstance(day, date) else ""
    first, _, last = record.pages.partition("-")
    yield "VL", record.volume
    yield "IS", record.issue
    yield "SP", first or record.article_number  # many programs know no article numbers
    yield "EP", last
    yield "C7", record.article_number
    yield "ET", record.version
    yield "DO", record.doi
    yield "UR", record.address
    yield "LA", record.language


def bibtex(records: Iterable[Record]) -> str:
    """The records as BibTeX."""
    return "\n".join(_entry(record) for record in records)


def _entry(record: Record) -> str:
    lines = [f"  {name} = {{{value}}},\n" for name, value in _fields(record) if value]
    return f"@{'misc' if record.is_page else 'article'}{{{record.key},\n{''.join(lines)}}}\n"


def _fields(record: Record) -> Iterator[tuple[str, str]]:
    day = record.issued
    # A second pair of braces keeps the capitals, and holds a body together as one name.
    authors = record.authors or (Name(record.organisation, is_organisation=True),)
    yield "author", " and ".join(map(_tex_name, authors)) if authors[0].family else ""
    yield "title", f"{{{record.title.translate(_TEX)}}}"
    if record.authors:
        yield "publisher", record.organisation.translate(_TEX)
    yield "howpublished" if record.is_page else "journal", record.container.translate(_TEX)
    yield "year", str(day.year if isinstance(day, date) else day or "")
    yield "month", f"{day.month}" if isinstance(day, date) else ""
    yield "day", f"{day.day}" if isinstance(day, date) else ""
    yield "volume", record.volume.translate(_TEX)
    yield "number", record.issue.translate(_TEX)
    yield "pages", record.pages.translate(_TEX).replace("-", "--")
    yield "eid", record.article_number.translate(_TEX)
    yield "version", record.version.translate(_TEX)
    yield "doi", record.doi
    yield "url", record.address


def _tex_name(name: Name) -> str:
    written = name.turned.translate(_TEX)
    return f"{{{written}}}" if name.is_organisation else written


@dataclass(frozen=True)
class Format:
    """A format of files for reference managers."""

    name: str
    ending: str
    type: str
    make: Callable[[Iterable[Record]], str]


FORMATS = (
    Format("RIS", "ris", "application/x-research-info-systems", ris),
    Format("BibTeX", "bib", "application/x-bibtex", bibtex),
    Format("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", csl_json),
)
"""Every format, in the order in which readers are offered them."""
