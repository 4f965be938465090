"""Remedies for references that lead nowhere: slow to find, so only for those that are reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from operator import itemgetter

from generator.diagnostics import MOST, Diagnostic, did_you_mean
from generator.entities import locators
from generator.entities.references import IN_TEXT, Reference
from generator.entities.source import Source
from generator.library.own_lists import OWN_LISTS
from generator.library.spelling import id_meant, named_in_words, place_meant

Known = Mapping[str, set[str]]
"""Every id by the kind of reference that may name it."""


_LISTED_UNDER = {one.name: one.key for one in OWN_LISTS if one.key}


def with_remedies(
    wrong: Sequence[tuple[Diagnostic, Reference]], known: Known, deleted: set[str], source: Source
) -> Iterator[Diagnostic]:
    """Diagnostics of references, with remedies: of each code the first hundred in each file.

    `deleted` are the ids that were published and are gone: no other one was meant.
    """
    told: Counter[tuple[str, str]] = Counter()
    known_remedy = cache(partial(_remedy, known=known, source=source))
    for one, reference in sorted(wrong, key=itemgetter(0)):
        told[one.code, one.location.path] += 1
        if told[one.code, one.location.path] > MOST:
            yield one
        elif reference.target in deleted:
            yield replace(one, remedy="It was published: restore it; see what is said of its file.")
        else:
            yield replace(one, remedy=known_remedy(one.code, reference.kind, reference.target))


def _remedy(code: str, kind: str, target: str, *, known: Known, source: Source) -> str:
    is_in_text = kind == IN_TEXT
    if code == "unknown-reference":
        if not known[kind] and kind in _LISTED_UNDER:
            return f"seeds/review.yml lists none: add them under “{_LISTED_UNDER[kind]}”."
        place = place_meant(target, source) if is_in_text else ""
        return place or id_meant(target, known[kind], known["intervention"])
    if code == "locator-range" and locators.names_rows(target, source):
        return "Look at its “rows” in seeds/review.yml, and count again."
    named = named_in_words(target, known) if is_in_text else ""
    if meant := named or place_meant(target, source):
        return meant
    sections = [section.id for section in source.sections]
    section = target.split(" ", maxsplit=1)[0]
    if code == "locator-form":
        return "The sections are: " + ", ".join(sections) + "."
    if section in sections:
        return "Count again: seeds/review.yml lists the paragraphs with their first words."
    return did_you_mean(section, [*sections, *(file.id for file in source.files)])
