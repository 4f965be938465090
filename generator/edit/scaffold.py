"""New files of a review: the next free id, and every key with a placeholder."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.diagnostics import did_you_mean
from generator.edit import scaffold_texts
from generator.edit.scaffold_keys import OfReview
from generator.entities import Intervention
from generator.entities.base import is_id
from generator.entities.order import letters_of
from generator.library.kinds import (
    INTERVENTION,
    KINDS,
    MIDDLE_RANGE_THEORY,
    STUDY,
    THEORY,
    Kind,
)
from generator.library.library import Library


class ScaffoldError(ValueError):
    """The file cannot be made; says why and what would do."""


@dataclass(frozen=True)
class Scaffold:
    """A file that does not exist yet."""

    path: str
    text: str


def new_theory(
    root: Path, library: Library, group: str | None, title: str | None = None
) -> Scaffold:
    """A programme theory of a group; of none where the review has none. Raises ScaffoldError."""
    groups = {known.id: known for known in library.review.groups}
    if groups and group is None:
        raise ScaffoldError(f"Name the group with --group. {did_you_mean('', groups)}".strip())
    if group is not None and group not in groups:
        raise ScaffoldError(f"There is no group “{group}”. {did_you_mean(group, groups)}".strip())
    used = _taken(root, library, THEORY)
    prefix = groups[group].prefixes[0] if group else usual_letters(library.every_theory, "t")
    id = next_id(prefix, used)
    text = scaffold_texts.theory(_of_review(library), id, group, groups, title)
    return Scaffold(THEORY.file(id), text)


def new_intervention(root: Path, library: Library, title: str | None = None) -> Scaffold:
    """An intervention, with the letters before its number that most of the others have."""
    used = _taken(root, library, INTERVENTION)
    id = next_id(usual_letters(library.every_intervention, "i"), used)
    number = next_number(library.every_intervention.values())
    text = scaffold_texts.intervention(_of_review(library), id, number, library.attributes, title)
    return Scaffold(INTERVENTION.file(id), text)


def next_number(interventions: Collection[Intervention]) -> int | None:
    """The number after the last one; None where there are interventions, and none has a number."""
    numbers = [known.number for known in interventions if known.number is not None]
    return None if interventions and not numbers else 1 + max(numbers, default=0)


def new_middle_range_theory(
    root: Path, library: Library, id: str, title: str | None = None
) -> Scaffold:
    """A middle-range theory. Raises ScaffoldError where the id cannot be one or is not free."""
    _free(id, root, library, MIDDLE_RANGE_THEORY)
    text = scaffold_texts.middle_range_theory(_of_review(library), id, title)
    return Scaffold(MIDDLE_RANGE_THEORY.file(id), text)


def new_study(root: Path, library: Library, id: str, title: str | None = None) -> Scaffold:
    """A study of the source. Raises ScaffoldError where the id cannot be one or is not free."""
    _free(id, root, library, STUDY)
    return Scaffold(STUDY.file(id), scaffold_texts.study(_of_review(library), id, title))


def _free(id: str, root: Path, library: Library, kind: Kind[Any]) -> None:
    """Raises ScaffoldError where a chosen id cannot be one, or is or was in use."""
    if not is_id(id):
        raise ScaffoldError(
            f"“{id}” cannot be an id: at most a hundred lower-case letters and digits, with "
            "hyphens between words, such as “common-ground”; “index” is taken."
        )
    if id in _taken(root, library, kind):
        raise ScaffoldError(f"The id “{id}” is or was in use, and ids are never used again.")


def next_id(prefix: str, used: set[str]) -> str:
    """The id after the highest with these letters, with as many digits as its neighbours."""
    numbers = [match[1] for id in used if (match := re.fullmatch(f"{prefix}([0-9]+)", id))]
    if not numbers:
        return f"{prefix}01"
    return f"{prefix}{1 + max(map(int, numbers)):0{max(map(len, numbers))}}"


def write_new(root: Path, scaffold: Scaffold) -> None:
    """Write a file that does not exist yet. Raises ScaffoldError where it does."""
    path = root / scaffold.path
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(scaffold.text)
    except FileExistsError:
        raise ScaffoldError(f"{scaffold.path} is there already; nothing was written.") from None


def usual_letters(ids: Iterable[str], otherwise: str) -> str:
    """The letters before the number that most ids have."""
    letters = Counter(letters_of(id) for id in ids)
    return letters.most_common(1)[0][0] if letters else otherwise


def _of_review(library: Library) -> OfReview:
    source = library.review.source
    is_sorted_by_us = library.review.sorted_by == "site"
    place = f"{source.sections[0].id} 1"
    return OfReview(source.noun, place, is_sorted_by_us, library.has_two_models)


def _taken(root: Path, library: Library, kind: Kind[Any]) -> set[str]:
    """Every id that is or was in use, also that of a file that cannot be read."""
    return taken(library) | {file.stem for file in root.glob(kind.files)}


def taken(library: Library) -> set[str]:
    """Every id that is in use, or that was ever published."""
    published = {id for ids in library.register.model_dump().values() for id in ids}
    return {id for kind in KINDS if kind.has_ids for id in library.of(kind)} | published
