"""The files that an import makes: what its rows name and the review has not."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from generator.edit.importing.opening.tables import UnreadableError
from generator.edit.importing.plan import Plan, Spot
from generator.edit.scaffold import next_id, taken, usual_letters
from generator.edit.words import fold
from generator.entities.base import PLACEHOLDER
from generator.entities.texts import bare_number
from generator.library.kinds import INTERVENTION, STUDY, THEORY, E, Kind
from generator.library.library import Library

MOST = 500
"""New files of one import: far beyond what a review has, and few enough to look at each."""


class NotMadeError(ValueError):
    """What a row names cannot become a file; its text says why, and what to do."""


@dataclass
class Making:
    """A review with what an import has made of it so far."""

    library: Library
    plan: Plan
    is_allowed: bool = False
    """Whether files may be made at all: whether the command was told to create."""
    has_two_models: bool = False
    """Whether its theories say how they stand in an initial and in a final model."""

    def theory(self, number: str | int | None, title: str, group: str | None, spot: Spot) -> str:
        """Make a theory; gives its id. Raises NotMadeError."""
        library, at = self.library, list(self.plan.locators(spot))
        groups = {known.id: known for known in library.review.groups}
        if number is not None and group:
            number = bare_number(groups[group].numbered, number)
        prefix = groups[group].prefixes[0] if group else usual_letters(library.every_theory, "t")
        noun = library.review.source.noun
        # A column of places tells where the source says what the row says, not where it counts.
        is_printed = number is not None and spot.row not in self.plan.places
        return self._make(THEORY, spot, {
            "id": next_id(prefix, taken(library)),
            "number": number,
            **({"number-at": at} if is_printed else {}),
            **({"group": group} if group else {}),
            "title": title or f"{PLACEHOLDER}: a few plain words.",
            "summary": f"{PLACEHOLDER}: a few sentences in plain words, no surer than the {noun}.",
            "topic": {
                "text": title or f"{PLACEHOLDER}: the subject, as the {noun} has it.",
                "at": at,
            },
            **({"model": {"initial": "not-stated", "final": "not-stated", "at": at}}
               if self.has_two_models else {}),
            **({"formats": [self._format(at)]} if library.format.choices else {}),
        })  # fmt: skip

    def _format(self, at: list[str]) -> dict[str, Any]:
        """A placeholder for what no table gives: a page would say that it is not stated."""
        noun, formats = self.library.review.source.noun, self.library.review.words.format.many
        why = f"whether the {noun} says on which {formats} it bears, which nobody has looked up."
        basis = {"basis": "inferred", "why": f"{PLACEHOLDER}: {why}", "at": at}
        return {"covers": "not-stated", **basis}

    def intervention(self, number: int | None, title: str, spot: Spot) -> str:
        """Make an intervention; gives its id. Raises NotMadeError."""
        every, noun = self.library.every_intervention, self.library.review.source.noun
        return self._make(INTERVENTION, spot, {
            "id": next_id(usual_letters(every, "i"), taken(self.library)),
            **({"number": number} if number is not None else {}),
            "title": title or f"{PLACEHOLDER}: a few plain words.",
            "summary": f"{PLACEHOLDER}: a few sentences in plain words, no surer than the {noun}.",
            "attributes": {},
        })  # fmt: skip

    def study(self, id: str, title: str, spot: Spot) -> str:
        """Make a study, with an id made of its title where none is given. Raises NotMadeError."""
        wanted = id or slug(title)
        used, free, count = taken(self.library), wanted, 1
        while free in used and not id:
            count += 1
            free = f"{wanted}-{count}"
        if id in used:
            raise NotMadeError(f"the id “{id}” is or was in use, and ids are never used again.")
        data = {"id": free, "title": title or wanted, "at": list(self.plan.locators(spot))}
        return self._make(STUDY, spot, data)

    def _make(self, kind: Kind[E], spot: Spot, data: dict[str, Any]) -> str:
        """Add a file to the plan and to the review."""
        if len(self.plan.new) >= MOST:
            raise UnreadableError(
                f"The file would make more than {MOST} files. Import it in several parts."
            )
        try:
            entity = kind.entity.model_validate(data)
        except ValidationError as error:
            told = error.errors()[0]
            form = told.get("ctx", {})
            problem = form.get("problem") or f"cannot be its {told['loc'][0]}"
            why = f"“{told['input']}” {problem}. {form.get('remedy', '')}"
            raise NotMadeError(why.strip()) from None
        id: str = data["id"]
        self.plan.new[kind.file(id)] = data
        of_kind = (*self.library.all(kind), entity)
        self.library = replace(self.library, held={**self.library.held, kind: of_kind})
        names = [str(data[key]) for key in ("number", "title") if data.get(key) is not None]
        self.plan.say("made", f"{kind.file(id)}: {' '.join(names)}", spot, id)
        return id


def hold_current(id: str, library: Library) -> None:
    """Nothing unless the review has withdrawn what a row names. Raises NotMadeError."""
    if id in library.retired:
        raise NotMadeError(f"{id} of the review is retired.")


def slug(text: str) -> str:
    """An id made of words: “Bean and others 2018” is bean-and-others-2018. Raises NotMadeError."""
    plain = unicodedata.normalize("NFKD", fold(text)).encode("ascii", "ignore").decode()
    id = plain.strip().replace(" ", "-")
    id = re.sub("-{2,}", "-", id).strip("-")
    id = id if not id[:1].isdigit() else f"study-{id}"
    if not id:
        raise NotMadeError(f"no id can be made of “{text}”. Give one in a column “id”.")
    return id
