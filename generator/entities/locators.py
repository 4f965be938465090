"""Locators: `discussion 2.4` is the fourth sentence of the second paragraph of a section.

`results table-3.4` is the fourth row of a table in a section, and `additional-file-5 row-3` the
third row of a file that belongs to the source.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.entities.source import Caption, Source
from generator.entities.words import counted

WHOLE = "whole text"
_FORM = re.compile(r"(?P<section>[a-z][a-z0-9-]*) (?P<place>[a-z0-9.-]+)")
_ROW = re.compile(r"row-[1-9]\d{0,8}")
# No source has a billion paragraphs, and Python refuses to read numbers of thousands of digits.
_PLACE = re.compile(
    r"((?P<paragraph>\d{1,9})|(?P<caption>[a-z][a-z0-9-]*))"
    r"(\.(?P<first>\d{1,9})(-(?P<last>\d{1,9}))?)?"
)


@dataclass(frozen=True)
class Place:
    """A locator taken apart; all but the section may be absent.

    `first` and `last` are sentences of a paragraph, or rows of what has a caption.
    """

    section: str
    paragraph: int | None = None
    first: int | None = None
    last: int | None = None
    caption: str | None = None


class LocatorFormError(ValueError):
    """The locator does not have the form of one."""


class LocatorRangeError(ValueError):
    """The locator has the form, and the source has no such place; holds what there is."""


def parse(locator: str) -> Place:
    """Take a locator apart. Raises LocatorFormError."""
    if locator == WHOLE:
        return Place(WHOLE)
    match = _FORM.fullmatch(locator)
    if not match:
        raise LocatorFormError
    place = _PLACE.fullmatch(match["place"])
    if not place:
        return Place(match["section"], caption=match["place"])
    paragraph = int(place["paragraph"]) if place["paragraph"] else None
    first = int(place["first"]) if place["first"] else None
    last = int(place["last"]) if place["last"] else first
    return Place(match["section"], paragraph, first, last, place["caption"])


def check(place: Place, source: Source) -> None:
    """Hold a place against the sections of the source.

    Raises LocatorRangeError, which says what there is.
    """
    if place.section == WHOLE:
        return
    sections = {section.id: section for section in source.sections}
    section = sections.get(place.section)
    if section is None:
        _check_row(place, source)
        return
    if place.caption is not None:
        _check_caption(place, {caption.id: caption for caption in section.captions})
        return
    count = len(section.paragraphs)
    if place.paragraph is None or not 1 <= place.paragraph <= count:
        raise LocatorRangeError(f"The section has {counted(count, 'paragraph')}.")
    sentences = section.paragraphs[place.paragraph - 1].sentences
    if place.first is None or place.last is None:
        return
    if not 1 <= place.first <= place.last <= sentences:
        words = counted(sentences, "sentence")
        raise LocatorRangeError(f"Paragraph {place.paragraph} has {words}.")


def _check_caption(place: Place, captions: Mapping[str, Caption]) -> None:
    """Hold a table, box or figure, or rows of it, against the captions of the section."""
    caption = captions.get(place.caption or "")
    if caption is None:
        raise LocatorRangeError("Its captions are: " + (", ".join(captions) or "none") + ".")
    if place.first is None or place.last is None:
        return
    if caption.rows is None:
        raise LocatorRangeError(f"{caption.whole} as a whole: its rows are not counted.")
    if not 1 <= place.first <= place.last <= caption.rows:
        number = counted(caption.rows, "row")
        raise LocatorRangeError(f"{caption.whole} has {number}.")


def names_rows(locator: str, source: Source) -> bool:
    """Whether it names rows of something that the source has, be it that they are not there."""
    place = parse(locator)
    captions = [c.id for s in source.sections if s.id == place.section for c in s.captions]
    return place.first is not None and place.caption in captions


def _check_row(place: Place, source: Source) -> None:
    """Hold a place that is in no section against the files of the source."""
    files = [file.id for file in source.files]
    if place.section not in files:
        known = "The sections are: " + ", ".join(section.id for section in source.sections) + "."
        raise LocatorRangeError(known + (f" The files are: {', '.join(files)}." if files else ""))
    if not _ROW.fullmatch(place.caption or "") or place.first is not None:
        raise LocatorRangeError("Of a file a row is named: row-1 is its first.")


def label(locator: str, source: Source) -> str:
    """A locator in words: “Discussion, paragraph 2, sentence 4” or “Results, Table 3, row 4”."""
    place = parse(locator)
    if place.section == WHOLE:
        return f"the whole text of the {source.noun}"
    section = next((s for s in source.sections if s.id == place.section), None)
    if section is None:
        file = next(f for f in source.files if f.id == place.section)
        return f"{file.label}, {str(place.caption).replace('-', ' ')}"
    start = section.short or section.title
    if place.caption is not None:
        caption = next(c for c in section.captions if c.id == place.caption)
        whole, part = caption.whole if place.first else caption.label, "row"
    else:
        whole, part = f"paragraph {place.paragraph}", "sentence"
    if place.first is None:
        return f"{start}, {whole}"
    if place.first == place.last:
        return f"{start}, {whole}, {part} {place.first}"
    return f"{start}, {whole}, {part}s {place.first} to {place.last}"


def labels(at: Sequence[str], source: Source) -> list[tuple[str, str]]:
    """The label and anchor of several locators, one for all of the same paragraph or table."""
    grouped: dict[str, list[str]] = {}
    for locator in at:
        grouped.setdefault(_whole(locator), []).append(locator)
    return [
        (_joined(group, source), anchor(group[0]) if len(group) == 1 else anchor(whole))
        for whole, group in grouped.items()
    ]


def _whole(locator: str) -> str:
    """The locator of the paragraph, table or row of a file in which a place is."""
    return locator.partition(".")[0]


def _joined(at: list[str], source: Source) -> str:
    """“Discussion, paragraph 2, sentences 1, 2 and 4”."""
    if len(at) == 1:
        return label(at[0], source)
    parts = [locator.partition(".")[2].replace("-", " to ") for locator in at]
    if not all(parts):  # one of them names the whole paragraph, table or file
        return label(_whole(at[0]), source)
    # The words for its first part, without the number at their end.
    words = label(f"{_whole(at[0])}.1", source).rpartition(" ")[0]
    return f"{words}s {', '.join(parts[:-1])} and {parts[-1]}"


def anchor(locator: str) -> str:
    """The fragment, on the page about the source, of the paragraph, table or row."""
    place = parse(locator)
    if place.section == WHOLE:
        return "whole-text"
    if place.caption and place.first and place.first == place.last:
        return row_anchor(place.section, place.caption, place.first)
    return f"{place.section}-{place.caption or place.paragraph}"


def row_anchor(section: str, caption: str, row: int | str = "") -> str:
    """The fragment of a row, or how those of all begin; no id of a caption has a full stop."""
    return f"{section}-{caption}.{row}"


@lru_cache(maxsize=4096)  # a source has few places, and much rests on each
def anchors(locator: str) -> tuple[str, ...]:
    """The fragments of all that a locator names: of several rows, each of them."""
    place = parse(locator)
    if place.caption and place.first and place.last:
        rows = range(place.first, place.last + 1)
        return tuple(row_anchor(place.section, place.caption, row) for row in rows)
    return (anchor(locator),)
