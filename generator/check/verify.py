"""Holding the data against the source's own text, where a maintainer has a copy of it.

The text is never part of the product. Sentences end at `.` or `?` before a capital letter or a
digit, as the locators count them; the known abbreviations do not end one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.check.copied import copied
from generator.diagnostics import Diagnostic, Location
from generator.entities import AttributeValue, Remark, Sourced, Theory, locators
from generator.entities.inline import pieces
from generator.entities.source import Section, Source
from generator.entities.support import Support
from generator.library.library import Library

Sentences = Mapping[tuple[str, int], tuple[str, ...]]
"""The sentences of each paragraph, by section and number of the paragraph."""

_CAPITALS = "".join(
    chr(n) for n in (*range(0x41, 0x530), *range(0x1E00, 0x1F00)) if chr(n).isupper()
)
"""Those of Latin with all its signs, of Greek and of Cyrillic."""
_END = re.compile(rf"(?<=[.?])(?:[”’\"']|\s?[»›])?\s+(?=(?:[“‘\"'(]|[«‹]\s?)*[{_CAPITALS}0-9])")
_ABBREVIATION = re.compile(r"(^|[\s(])(e\.g|i\.e|et al|Fig|cf|p|vs)\.$")
_BEFORE_NUMBER = re.compile(r"(^|[\s(])(Figs|Tab|No|no|Nos|nos|pp|Vol|vol|Ch|ca|c|approx)\.$")
"""What is short for a word before a number; “no.” may as well end a sentence before a word."""
_QUOTED = re.compile("“([^”]+)”")
_NUMBER = re.compile(r"(?<![\w.#\[])\d+(?:,\d{3})*(?:\.\d+)?%?(?![\w\]])")
_BRACKETS = re.compile(r"\[[\d, –-]+\]")
_RANGE = re.compile(r"(?<![\w.])(\d{1,9})\s?(?:[-–—]|to)\s?(\d{1,9})(?![\w%])")
"""“1–13”, which prints each number between them."""
_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
)  # fmt: skip


def sentences(text: str) -> tuple[str, ...]:
    """A paragraph as its sentences."""
    found: list[str] = []
    for part in _END.split(text.strip()):
        is_counted = part[:1].isdigit() and found and _BEFORE_NUMBER.search(found[-1])
        if found and (is_counted or _ABBREVIATION.search(found[-1])):
            found[-1] += f" {part}"
        else:
            found.append(part)
    return tuple(found)


def read_source(text: str, source: Source) -> tuple[Sentences, list[str]]:
    """The sentences of each paragraph that the review lists, and those that are missing."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    known: dict[tuple[str, int], tuple[str, ...]] = {}
    missing: list[str] = []
    start = 0
    for section in source.sections:
        start = _heading(lines, section, start)
        for number, paragraph in enumerate(section.paragraphs, 1):
            line = next(
                (n for n in range(start, len(lines)) if lines[n].startswith(paragraph.opens)), None
            )
            if line is None:
                missing.append(f"{section.id} {number}")
                continue
            known[section.id, number] = sentences(lines[line])
            start = line + 1
    return known, missing


def _heading(lines: list[str], section: Section, start: int) -> int:
    """The line after the heading of a section; where there is none, the line to go on from."""
    return next((n + 1 for n in range(start, len(lines)) if lines[n] == section.title), start)


def verify(library: Library, text: str) -> list[Diagnostic]:
    """Hold every locator, quotation and number of a library against the text of the source.

    Diagnostics: source-paragraph, source-quote, source-number, source-copied.
    """
    source = library.review.source
    known, missing = read_source(text, source)
    found = [*_paragraphs(library, known, missing), *copied(library, text)]
    for theory in library.theories.values():
        found += _printed(theory, known, library.locate("theory", theory.id, "number-at"))
    for kind, id, path, item in library.sourced:
        position = library.locate(kind, id, *path)
        cited = _cited(_places(item), known)
        if cited:
            found += _quotes(item, cited, position)
            found += _numbers(item, cited, position)
    return sorted(set(found))


def _paragraphs(library: Library, known: Sentences, missing: list[str]) -> Iterator[Diagnostic]:
    for s, section in enumerate(library.review.source.sections):
        for n, paragraph in enumerate(section.paragraphs, 1):
            position = library.locate("review", "", "source", "sections", s, "paragraphs", n - 1)
            if f"{section.id} {n}" in missing:
                yield Diagnostic(
                    position,
                    "source-paragraph",
                    f"No paragraph of the text opens with “{paragraph.opens}”.",
                    "The first words of the paragraph, as the source prints them.",
                    "Correct “opens”, or take the paragraph out of the list.",
                )
            elif (count := len(known[section.id, n])) != paragraph.sentences:
                yield Diagnostic(
                    position,
                    "source-paragraph",
                    f"The review lists {paragraph.sentences} sentences here; the text has {count}.",
                    f"sentences: {count}",
                    "Correct the number, and look at the locators that point into the paragraph.",
                )


def _places(item: Sourced) -> tuple[str, ...]:
    return (*item.at, *(at for reading in item.readings for at in reading.at))


def _cited(places: Iterable[str], known: Sentences) -> str:
    """The text of several places; empty where one of them is not known, such as a table."""
    found: list[str] = []
    for locator in places:
        place = locators.parse(locator)
        if place.paragraph is None or (place.section, place.paragraph) not in known:
            return ""
        paragraph = known[place.section, place.paragraph]
        first, last = place.first or 1, place.last or len(paragraph)
        found += paragraph[first - 1 : last]
    return " ".join(found)


def _quotes(item: Sourced, cited: str, position: Location) -> Iterator[Diagnostic]:
    quoted = list(item.quotes) if isinstance(item, Remark | Support) else []
    if item.basis == "reported" and isinstance(item, Remark | Support):
        quoted += _QUOTED.findall(_plain(_said(item)))
    for quote in quoted:
        if _folded(quote) not in _folded(cited):
            yield Diagnostic(
                position,
                "source-quote",
                f"“{quote}” does not stand in the sentences that are named.",
                "The source's own words, letter by letter.",
                "Correct the quotation or the place.",
            )


def _numbers(item: Sourced, cited: str, position: Location) -> Iterator[Diagnostic]:
    """Numbers in what is reported that the named sentences do not print."""
    if item.basis != "reported":
        return
    text = _said(item) if isinstance(item, Remark | Support) else ""
    if isinstance(item, AttributeValue) and isinstance(item.value, int | float):
        text = f"{item.value}%"
    for number in _NUMBER.findall(_BRACKETS.sub("", _plain(text))):
        word = _WORDS[int(number)] if number.isdigit() and int(number) < len(_WORDS) else number
        if number not in cited and word not in cited.lower():
            yield Diagnostic(
                position,
                "source-number",
                f"The sentences that are named do not print {number}.",
                "A number that the source prints there.",
                "Correct the number or the place; for a sum of ours, write “basis: inferred”.",
            )


def _printed(theory: Theory, known: Sentences, position: Location) -> Iterator[Diagnostic]:
    """The number of a theory, where the sentences that are said to print it do not."""
    cited = _cited(theory.number_at, known)
    if theory.number is None or not cited:
        return
    label = str(theory.number)
    forms, is_within = {label}, False
    if counted := re.search(r"\d{1,9}$", label):
        number = int(counted[0])
        forms |= {counted[0], *_WORDS[number : number + 1]}
        ranges = (map(int, ends) for ends in _RANGE.findall(cited))
        is_within = any(low <= number <= high for low, high in ranges)
    if not is_within and not any(_stands(form, cited) for form in forms):
        yield Diagnostic(
            position,
            "source-number",
            f"The sentences that are named do not print the number {label}.",
            "A place where the source prints the number of this theory.",
            "Correct the number or the place; where no place is known, delete “number-at” with its "
            "value.",
        )


def _stands(words: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.I))


def _said(item: Remark | Support) -> str:
    """All that a remark says: its sentence and, where it has one, its short form."""
    return f"{item.text or ''} {getattr(item, 'short', None) or ''}"


def _plain(text: str) -> str:
    return "".join(p.content for p in pieces(text) if p.kind not in ("reference", "deleted"))


def _folded(text: str) -> str:
    """A text without the differences that typesetting makes."""
    for curly, straight in (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-")):
        text = text.replace(curly, straight)
    return " ".join(text.lower().split()).strip(".,;")
