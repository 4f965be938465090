"""Formats references by the CSL processor of Pandoc: those of many pages in one run for each style.

Sources: https://pandoc.org/MANUAL.html#citations, https://pandoc.org/MANUAL.html#option--sandbox.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from shutil import which
from typing import Any

from generator.citing.csl import item
from generator.citing.record import Record

STYLES = {
    "apa": "APA",
    "nlm-citation-sequence": "Vancouver",
    "harvard-cite-them-right": "Harvard",
    "short": "Short, for a tender",
}
"""The styles by their files, and what readers call them."""
_FOLDER = Path(__file__).parent / "styles"
_ROOM = ("+RTS", "-A64m", "-RTS")
"""Memory that Pandoc fills before it collects garbage: a fifth less time, and less of it in all."""
_TOGETHER = 700
"""The most records of one run: to read what Pandoc says of each takes 20 kB."""
_UNKNOWN_DAY = [8888, 11, 8]
"""Stands in for the day of reading, which two styles ask for and no build knows."""
_DAYS = {"8888 Nov 8": "ymd", "8 November 8888": "dmy"}
_DAY = re.compile(f"({'|'.join(_DAYS)})")
_WORDS = re.compile(r"[A-Z0-9#][\w()’–-]*(?:[,:;]? [\w#()’–-]+)*(?<=[\w)])", re.A)
"""A title in which no style changes a character, nor leaves out a stop for the mark at its end."""
_TITLE, _ADDRESS = "Title 8888", "https://8888.invalid/"
"""Stand in for the title and the address of any page that has such a title."""


@dataclass(frozen=True)
class StyledPiece:
    """A part of a reference: its text, and how it is shown."""

    text: str
    is_title: bool = False
    """Whether it stands in italics, as titles do."""
    link: str = ""
    day: str = ""
    """How the day of reading, which stands here, is written: ymd or dmy."""


Reference = tuple[StyledPiece, ...]
References = tuple[Reference, ...]
"""In the order of the records."""
Styled = dict[str, Reference]
"""By the style."""


class Styling:
    """References in the making: the processor works beside us until they are asked for.

    Each record is formatted once, and pages that differ in title and address alone are one record.
    What stands in a reference does not depend on other records.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._runs: dict[Record, tuple[int, dict[str, Future[References]]]] = {}

    def begin(self, records: Iterable[Record]) -> None:
        """Begin to format every record in every style."""
        alike = dict.fromkeys(map(_of_any_page, records))
        new = [record for record in alike if record not in self._runs]
        if not new:
            return
        pool = ThreadPoolExecutor(len(STYLES))
        for start in range(0, len(new), _TOGETHER):
            some = new[start : start + _TOGETHER]
            read = [{"accessed": {"date-parts": [_UNKNOWN_DAY]}, **item(r)} for r in some]
            sent = [{**one, "id": str(number)} for number, one in enumerate(read)]
            packed = json.dumps(sent, ensure_ascii=False).encode()
            runs = {style: pool.submit(_run, packed, style) for style in STYLES}
            self._runs |= {record: (number, runs) for number, record in enumerate(some)}
        pool.shutdown(wait=False)

    def finish(self) -> None:
        """Wait for every reference that was begun."""
        wait({run for _, runs in self._runs.values() for run in runs.values()})

    def of(self, record: Record) -> Styled:
        """A record in every style.

        Raises subprocess.CalledProcessError where the processor is broken.
        """
        self.begin([record])
        formatted = _of_any_page(record)
        number, runs = self._runs[formatted]
        made = {style: run.result()[number] for style, run in runs.items()}
        if formatted == record:
            return made
        return {style: tuple(_filled_in(record, made[style])) for style in made}


def _of_any_page(record: Record) -> Record:
    """What is formatted for a record: that of any page, where its title changes nothing else."""
    if not record.is_page or not _WORDS.fullmatch(record.title):
        return record
    return replace(record, key="", title=_TITLE, address=_ADDRESS if record.address else "")


def _filled_in(record: Record, reference: Reference) -> Iterator[StyledPiece]:
    """The reference of any page as that of this one."""
    for piece in reference:
        text = piece.text.replace(_TITLE, record.title).replace(_ADDRESS, record.address)
        yield replace(piece, text=text, link=piece.link.replace(_ADDRESS, record.address))


@lru_cache(maxsize=64)
def _run(items: bytes, style: str) -> References:
    """The references that Pandoc makes of the items, whose ids are their numbers.

    They are read from its own tree, so that the text in it is never markup. Kept, since most edits
    under `realist serve` leave the records as they were.
    """
    command = [_pandoc(), *_ROOM, "--sandbox", "--from=csljson", "--to=json"]
    command += ["--citeproc", f"--csl={_FOLDER / style}.csl", "--metadata=lang:en-GB"]
    ran = subprocess.run(command, input=items, capture_output=True, check=True)  # noqa: S603 - our own words
    made = dict(_entries(json.loads(ran.stdout)))
    return tuple(made[number] for number in sorted(made))


@cache
def _pandoc() -> str:
    """The Pandoc that we depend on, whichever others a machine has.

    Its package is only looked for: it would start each Pandoc of the system, and take the newest.
    """
    package = find_spec("pypandoc")
    assert package is not None
    assert package.submodule_search_locations
    files = Path(package.submodule_search_locations[0], "files")
    found = which("pandoc", path=files)  # finds pandoc.exe, too
    assert found is not None
    return found


def _entries(tree: Any) -> Iterator[tuple[int, Reference]]:
    """The number and the reference of each entry in the list that stands at the end of the tree."""
    _, entries = tree["blocks"][-1]["c"]
    for entry in entries:
        (identifier, *_), blocks = entry["c"]
        pieces = [piece for block in blocks for piece in _pieces(block["c"], StyledPiece(""))]
        yield int(identifier.removeprefix("ref-")), tuple(_with_days(pieces))


def _pieces(inlines: list[Any], around: StyledPiece) -> Iterator[StyledPiece]:
    """The text of a list of inline elements, each with what the elements around it say."""
    for inline in inlines:
        content = inline.get("c")
        match inline["t"]:
            case "Str":
                yield StyledPiece(content, around.is_title, around.link)
            case "Space" | "SoftBreak":
                yield StyledPiece(" ", around.is_title, around.link)
            case "Emph":
                yield from _pieces(content, StyledPiece("", True, around.link))
            case "Link":
                yield from _pieces(content[1], StyledPiece("", around.is_title, content[2][0]))
            case "Quoted":
                marks = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
                yield from (
                    StyledPiece(marks[0]),
                    *_pieces(content[1], around),
                    StyledPiece(marks[1]),
                )
            case "Span" if "csl-left-margin" in content[0][1]:
                pass  # the number of an entry in a list, which is left out here
            case "Span":
                yield from _pieces(content[1], around)
            case _:  # a font that is not kept, such as small capitals
                yield from _pieces(content, around)


def _with_days(pieces: Iterable[StyledPiece]) -> Iterator[StyledPiece]:
    """Pieces that are shown alike as one, and the day of reading apart."""
    for (is_title, link), alike in groupby(pieces, key=lambda p: (p.is_title, p.link)):
        for text in _DAY.split("".join(piece.text for piece in alike)):
            if text:
                yield StyledPiece(text, is_title, link, _DAYS.get(text, ""))
