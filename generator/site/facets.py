"""What a page is and what it is about: the names and values to which a search can be narrowed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.entities import Intervention, Theory
from generator.entities.words import Words, opening
from generator.library.library import Library
from generator.pages.addresses import Address

_OTHER = "Overview, or about the site"
_MARKS = re.compile(r"[\[\],:]")
"""What parts names and values in Pagefind’s attributes, and so can stand in no name."""


def facets(address: Address, library: Library) -> list[tuple[str, str]]:
    """What a page is and what it is about, as names and values to which a search can be narrowed.

    An intervention brings the choices by which interventions are compared, a theory its group and
    the formats that it bears on by name.
    """
    folder, _, id = address.path.rstrip("/").partition("/")
    found = [("Kind", _kind(folder, id, library.review.words))]
    if folder == "theories" and id:
        found += _of_theory(library.every_theory[id], library)
    if folder == "interventions" and id:
        found += _of_intervention(library.every_intervention[id], library)
    return found


def _kind(folder: str, id: str, words: Words) -> str:
    if folder == "contributing":
        return "For contributors"
    own = {
        "theories": opening(words.programme_theory.one),
        "interventions": opening(words.intervention.one),
        "studies": opening(words.study.one),
        "guidance": "Guidance",
        "evidence": "Evidence table",
        "middle-range-theories": "Middle-range theory",
    }
    return own.get(folder, _OTHER) if id else _OTHER


def _of_theory(theory: Theory, library: Library) -> Iterator[tuple[str, str]]:
    if theory.group:
        yield "Group", library.group(theory.group).title
    named = {format for tie in theory.formats for format in tie.formats}
    label, choices = _name(library.format.label), library.format.choices
    yield from ((label, choice.label) for choice in choices if choice.id in named)


def _of_intervention(item: Intervention, library: Library) -> Iterator[tuple[str, str]]:
    for attribute in library.attributes.attributes:
        labels = {choice.id: choice.label for choice in attribute.choices}
        if attribute.facet:
            values = (labels.get(str(v), str(v)) for v in item.values_of(attribute.id))
            yield from ((_name(attribute.label), value) for value in values)


def _name(label: str) -> str:
    return _MARKS.sub(" ", label)
