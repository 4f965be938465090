"""Suggestions for references that lead nowhere: always something that exists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from generator.diagnostics import did_you_mean, suggestion
from generator.entities import locators
from generator.entities.source import Section, Source

_ID = re.compile(r"(?P<letters>[a-z]*)[ _.-]*0*(?P<number>\d{1,9})")
_NUMBER = re.compile(r"\d{1,9}")
_ROWS = re.compile(r"-(?:rows?-(\d{1,9})(?:-(?:to-)?(\d{1,9}))?|(\d{1,9}))$")
"""The rows at the end of “table-3-rows-4-to-6”; “table-3-4” is meant so, too."""
_TEXT = 100
"""A longer text is no reference with a slip in it."""

_WORDS = {"paragraph", "par", "para", "sentence", "sentences", "section", "and", "to", "p", "s"}
"""Words by which people spell out a place."""


def id_meant(target: str, known: Iterable[str], numbered: Iterable[str] = ()) -> str:
    """A remedy that names the id that was meant: `j01` for “j1”, “J01” or “joining theory 1”.

    `numbered` are the ids that “#6” means: those of interventions.
    """
    ids = sorted(set(known))
    word = target.strip().lower()[:_TEXT]
    if word in ids:
        return suggestion([word])
    if word.startswith("#"):
        meant = list(_with_number(word[1:].strip(), sorted(set(numbered) & set(ids)) or ids))
    else:
        meant = list(_with_number(word, ids))
    return suggestion(meant) if 0 < len(meant) <= 2 else did_you_mean(target[:_TEXT], ids)


def _with_number(word: str, ids: list[str]) -> Iterator[str]:
    """The ids with the same number and, where there are letters, the same letters."""
    found = _ID.fullmatch(word)
    for id in ids if found else ():
        own = _ID.fullmatch(id)
        if found and own and own["number"] == found["number"]:
            letters = found["letters"]
            if letters in ("", own["letters"]):
                yield id


def named_in_words(target: str, known: Mapping[str, set[str]]) -> str:
    """A remedy for “theory 4” or “intervention #6”, where the ids of each kind are given."""
    word, _, number = target.strip().lower()[:_TEXT].partition(" ")
    found = list(_with_number(number.strip(" #"), sorted(known.get(word, ()))))
    return suggestion(found) if 0 < len(found) <= 2 else ""


def place_meant(target: str, source: Source) -> str:
    """A remedy that names the place of the source that was meant, or nothing.

    It is `discussion 2.4` for “Discusion 2.4”, “discussion 2,4” or “Discussion, paragraph 2”.
    """
    if len(target) > _TEXT:
        return ""
    for place in _candidates(target.lower(), source):
        try:
            locators.check(locators.parse(place), source)
        except (locators.LocatorFormError, locators.LocatorRangeError):
            continue
        if place != target:
            return suggestion([place])
    return ""


def _candidates(text: str, source: Source) -> Iterator[str]:
    """Locators that the text may stand for, the likeliest first."""
    whole = _slug(text)
    if whole == _slug(locators.WHOLE):
        yield locators.WHOLE
    for name in (*(file.id for file in source.files), *(part.id for part in source.sections)):
        if whole.startswith(f"{name}-"):  # rows and captions: “methods, Table 1, row 4”
            place = whole.removeprefix(f"{name}-")
            yield f"{name} {_ROWS.sub(_row, place)}"
            yield f"{name} {place}"
    for part in source.sections:
        for caption in part.captions:
            if whole.endswith(f"-{caption.id}"):  # the caption is there, in another section
                yield f"{part.id} {caption.id}"
    numbers = _NUMBER.findall(text)
    words = [word for word in re.findall(r"[^\W\d_]+", text) if word not in _WORDS]
    section = _section(" ".join(words), source)
    if section is not None and numbers:
        place, *sentences = (str(int(number)) for number in numbers[:3])
        yield f"{section.id} {place}" + ("." + "-".join(sentences) if sentences else "")


def _row(rows: re.Match[str]) -> str:
    return "." + "-".join(str(int(number)) for number in rows.groups() if number)


def _section(words: str, source: Source) -> Section | None:
    """The section whose id or title comes nearest."""
    names = {
        name.lower(): section
        for section in source.sections
        for name in (section.title, section.short or section.id, section.id)
    }
    close = get_close_matches(words, names, n=1, cutoff=0.7)
    return names[close[0]] if close else None


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")
