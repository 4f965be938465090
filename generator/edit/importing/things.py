"""Which studies and interventions a table names."""

from __future__ import annotations

import re
from typing import get_args

from generator.edit.importing.making import Making, NotMadeError, hold_current
from generator.edit.importing.plan import Spot
from generator.edit.words import fold, quoted
from generator.entities import Intervention, Study
from generator.entities.support import How
from generator.library.library import Library

HOW = re.compile(rf"\s*[(\[]({'|'.join(get_args(How))})[)\]]$", re.I)
"""How something bears on a theory, behind its name: “Bean 2018 (refines)”."""
Thing = tuple[str, str]
"""What something is, study or intervention, and its id."""


def study_called(text: str, library: Library) -> Study | None:
    """The study with this id, title or citation, a retired one if no other has it."""
    name = fold(text)
    studies = library.every_study.values()
    if not name:
        return None
    return next(
        (s for s in studies if name in (fold(s.id), fold(s.title), fold(s.citation or ""))), None
    )


def intervention_called(text: str, library: Library) -> Intervention | None:
    """The intervention with this id or title, or with this number behind a sign or word for it.

    A retired one, if no other is called so.
    """
    name = fold(text)
    nouns = library.review.words.intervention
    number = re.fullmatch(
        rf"\W*(?:#|(?:{re.escape(nouns.one)}|intervention)\s*#?)\s*0*(\d{{1,9}})\W*", text, re.I
    )
    for item in library.every_intervention.values():
        if (name and name in (fold(item.id), fold(item.title))) or (
            number and item.number == int(number[1])
        ):
            return item
    return None


def names_in(text: str, library: Library) -> list[str]:
    """The names of a list with commas, where each of them names something; else the text whole.

    “Bean and others, 2018” is one name.
    """
    numbers = re.fullmatch(r"[\[(]?(\s*\d{1,9}(?:\s*,\s*\d{1,9})*)\s*[\])]?", text)
    if numbers:
        return [number.strip() for number in numbers[1].split(",")]
    parts = [part.strip() for part in text.split(",")]
    is_list = all(_known(HOW.sub("", part), library) for part in parts)
    return parts if is_list else [text]


def called(name: str, making: Making, spot: Spot) -> Thing:
    """What a name is the name of; a study is made of one that the review has not, if wanted.

    A number is that of the source's list of references. Raises NotMadeError.
    """
    if re.fullmatch(r"[0-9]{1,9}", name):
        return _referred(int(name), making.library)
    found = _known(name, making.library)
    if found:
        hold_current(found[1], making.library)
        return found
    words = making.library.review.words
    if not making.is_allowed:
        kinds = f"{words.study.one} or {words.intervention.one}"
        raise NotMadeError(f"no {kinds} is called {quoted(name)}; --create makes a study of it.")
    return "study", making.study("", name.strip(), spot)


def _known(text: str, library: Library) -> Thing | None:
    study = study_called(text, library)
    if study:
        return "study", study.id
    intervention = intervention_called(text, library)
    return ("intervention", intervention.id) if intervention else None


def _referred(number: int, library: Library) -> Thing:
    """The study with a number of the source's list of references. Raises NotMadeError."""
    found = [s.id for s in library.included_studies.values() if number in s.references]
    if len(found) != 1:
        several = "several studies" if found else "no study"
        raise NotMadeError(
            f"{several} of the review {'have' if found else 'has'} the reference number {number}; "
            "write its title or id."
        )
    return "study", found[0]
