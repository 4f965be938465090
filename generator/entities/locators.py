"""Locators: `discussion 2.4` is the fourth sentence of the second paragraph of a section.

`additional-file-5 row-3` is the third row of a file that belongs to the source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.entities.source import Source

WHOLE = "whole text"
_FORM = re.compile(r"(?P<section>[a-z][a-z0-9-]*) (?P<place>[a-z0-9.-]+)")
_ROW = re.compile(r"row-[1-9]\d*")
# No source has a billion paragraphs, and Python refuses to read numbers of thousands of digits.
_PLACE = re.compile(r"(?P<paragraph>\d{1,9})(\.(?P<first>\d{1,9})(-(?P<last>\d{1,9}))?)?")


@dataclass(frozen=True)
class Place:
    """A locator taken apart; all but the section may be absent."""

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
    first = int(place["first"]) if place["first"] else None
    last = int(place["last"]) if place["last"] else first
    return Place(match["section"], int(place["paragraph"]), first, last)


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
        captions = [caption.id for caption in section.captions]
        if place.caption not in captions:
            raise LocatorRangeError("Its captions are: " + (", ".join(captions) or "none") + ".")
        return
    count = len(section.paragraphs)
    if place.paragraph is None or not 1 <= place.paragraph <= count:
        raise LocatorRangeError(f"The section has {count} paragraph{'s' if count > 1 else ''}.")
    sentences = section.paragraphs[place.paragraph - 1].sentences
    if place.first is None or place.last is None:
        return
    if not 1 <= place.first <= place.last <= sentences:
        words = f"{sentences} sentence{'s' if sentences > 1 else ''}"
        raise LocatorRangeError(f"Paragraph {place.paragraph} has {words}.")


def _check_row(place: Place, source: Source) -> None:
    """Hold a place that is in no section against the files of the source."""
    files = [file.id for file in source.files]
    if place.section not in files:
        known = "The sections are: " + ", ".join(section.id for section in source.sections) + "."
        raise LocatorRangeError(known + (f" The files are: {', '.join(files)}." if files else ""))
    if not _ROW.fullmatch(place.caption or ""):
        raise LocatorRangeError("Of a file a row is named: row-1 is its first.")


def label(locator: str, source: Source) -> str:
    """A locator in words: “Discussion, paragraph 2, sentence 4” or “Additional File 5, row 3”."""
    place = parse(locator)
    if place.section == WHOLE:
        return f"the whole text of the {source.noun}"
    section = next((s for s in source.sections if s.id == place.section), None)
    if section is None:
        file = next(f for f in source.files if f.id == place.section)
        return f"{file.label}, {str(place.caption).replace('-', ' ')}"
    if place.caption is not None:
        caption = next(c for c in section.captions if c.id == place.caption)
        return f"{section.short or section.title}, {caption.label}"
    words = f"{section.short or section.title}, paragraph {place.paragraph}"
    if place.first is None:
        return words
    if place.first == place.last:
        return f"{words}, sentence {place.first}"
    return f"{words}, sentences {place.first} to {place.last}"


def labels(at: Sequence[str], source: Source) -> list[tuple[str, str]]:
    """The label and anchor of several locators, one for all sentences of the same paragraph."""
    grouped: dict[str, list[str]] = {}
    for locator in at:
        grouped.setdefault(anchor(locator), []).append(locator)
    return [(_joined(group, source), at_anchor) for at_anchor, group in grouped.items()]


def _joined(at: list[str], source: Source) -> str:
    """“Discussion, paragraph 2, sentences 1, 2 and 4”."""
    if len(at) == 1:
        return label(at[0], source)
    sentences = [locator.partition(".")[2].replace("-", " to ") for locator in at]
    if not all(sentences):  # one of them is the whole paragraph
        return label(at[0].partition(".")[0], source)
    words = label(at[0].partition(".")[0], source)
    return f"{words}, sentences {', '.join(sentences[:-1])} and {sentences[-1]}"


def anchor(locator: str) -> str:
    """The fragment of the paragraph on the page about the source."""
    place = parse(locator)
    if place.section == WHOLE:
        return "whole-text"
    return f"{place.section}-{place.caption or place.paragraph}"
