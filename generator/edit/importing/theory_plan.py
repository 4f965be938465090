"""What the statements of a file would change in the theories of a review."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.edit.importing.chain_plan import Chains
from generator.edit.importing.fact_plan import plan_facts
from generator.edit.importing.headers import PARTS
from generator.edit.importing.making import Making
from generator.edit.importing.model_plan import plan_model
from generator.edit.importing.plan import Edit, Plan
from generator.edit.importing.said import Said, TheoryRows
from generator.edit.importing.vocabulary import Vocabulary
from generator.edit.words import quoted, without_typesetting
from generator.entities import Change, Statement, Theory
from generator.entities.inline import has_change_markup
from generator.entities.statement import FITTING_CHANGES
from generator.entities.walk import ids_within

_LETTER = {"contexts": "c", "mechanisms": "m", "outcomes": "o"}


@dataclass
class _Known:
    """A statement of the review, or one that this import adds."""

    id: str
    text: str
    change: Change
    basis: str
    at: list[str]
    half: str | None = None
    is_new: bool = False


@dataclass
class _State:
    """A theory as the import leaves it."""

    theory: Theory
    plan: Plan
    ids: set[str]
    change: Change
    parts: dict[str, list[_Known]] = field(default_factory=dict)
    places: dict[tuple[str, str], int] = field(default_factory=dict)
    """Where a statement stands in its part, by what it says."""

    @property
    def file(self) -> str:
        return f"theories/{self.theory.id}.yml"

    def say(self, kind: str, message: str, said: Said, id: str) -> None:
        self.plan.say(kind, message, said.spot, f"{self.theory.id} {id}")  # type: ignore[arg-type]

    def take(self, said: Said) -> None:
        """Find the statement in the theory, or add it."""
        change = said.change
        if self.theory.model is None and change == "removed":
            message = f"{quoted(said.text)} is removed in the file, and the review has one model."
            self.say("not-placed", message, said, "")
            return
        if self.theory.model is None:
            change = "not-stated"
        if change not in FITTING_CHANGES.get(self.change, {change}):
            message = (
                f"{quoted(said.text)} is {change} in the file, and the theory is {self.change}; "
                "no change is recorded of it."
            )
            self.plan.say("contradicted", message, said.spot, self.theory.id)
            change = "not-stated"
        position = self.places.get((said.part, without_typesetting(said.text)))
        if position is not None:
            self.meet(said, change, self.parts[said.part][position], position)
            return
        if change == "not-stated" and has_change_markup(said.text):
            message = f"{quoted(said.text)} marks a rewording, and has no change that allows one."
            self.say("not-placed", message, said, "")
            return
        self.add(said, change)

    def learn(self, part: str, known: _Known) -> None:
        """Note a statement of the review, or one that is added."""
        statements = self.parts[part]
        self.places.setdefault((part, without_typesetting(known.text)), len(statements))
        statements.append(known)

    def meet(self, said: Said, change: Change, known: _Known, position: int) -> None:
        """The review says the same already: its place is added, and its change if it has none."""
        if "not-stated" not in (known.change, change) and known.change != change:
            message = (
                f"{quoted(known.text)} is {known.change} in the review and {change} in the file; "
                "nothing is changed."
            )
            self.say("contradicted", message, said, known.id)
            return
        if known.change == "not-stated" and change != "not-stated":
            known.change = change
            path = (said.part, position, "change")
            self.plan.edits.append(Edit(self.file, path, change))
            self.say("changed", f"change: {change} {quoted(known.text)}", said, known.id)
        self.halve(said, known, position)
        self.cite(said, known, position)

    def halve(self, said: Said, known: _Known, position: int) -> None:
        """Note which half of a mechanism it is, where the review does not say so yet."""
        if said.half in (None, known.half):
            return
        if known.half:
            message = f"{quoted(known.text)} is {known.half} in the review and {said.half} here; "
            self.say("contradicted", message + "nothing is changed.", said, known.id)
            return
        known.half = said.half
        self.plan.edits.append(Edit(self.file, (said.part, position, "part"), said.half))
        self.say("changed", f"part: {said.half} {quoted(known.text)}", said, known.id)

    def cite(self, said: Said, known: _Known, position: int) -> None:
        """Add the place to those of a statement, once."""
        new = [each for each in self.plan.locators(said.spot) if each not in known.at]
        known.at += new
        path = (said.part, position, "at")
        self.plan.edits += [Edit(self.file, path, locator, "append") for locator in new]
        if known.is_new or not new:
            return
        self.say("changed", f"at: {', '.join(new)} {quoted(known.text)}", said, known.id)
        if known.basis != "reported":
            message = f"It is “{known.basis}” in the review, and the file says it; see its basis."
            self.say("note", message, said, known.id)

    def add(self, said: Said, change: Change) -> None:
        """A statement that the review has not: it gets the next free id, for good."""
        letter = _LETTER[said.part]
        taken = [int(id[1:]) for id in self.ids if re.fullmatch(rf"{letter}\d+", id)]
        known = _Known(
            f"{letter}{max(taken, default=0) + 1}",
            said.text,
            change,
            "reported",
            list(self.plan.locators(said.spot)),
            said.half,
            is_new=True,
        )
        self.ids.add(known.id)
        self.learn(said.part, known)
        value: dict[str, object] = {
            "id": known.id,
            **({"part": known.half} if known.half else {}),
            "text": known.text,
            **({"change": change} if self.theory.model else {}),
            "basis": "reported",
            "at": list(known.at),
        }
        value |= {"note": " ".join(said.notes)} if said.notes else {}
        self.plan.edits.append(Edit(self.file, (said.part,), value, "append"))
        start = f"{change}: " if self.theory.model else ""
        self.say("added", start + quoted(said.text, 200), said, known.id)


def plan_theories(rows: list[TheoryRows], making: Making, plan: Plan, known: Vocabulary) -> None:
    """Add to a plan all that the rows of a file would change."""
    for found in rows:
        theory = found.theory
        plan.placed += 1
        change = plan_model(found, plan)
        ids = {id for _, id in ids_within(theory)}
        state = _State(theory, plan, ids, change)
        for part in PARTS:
            state.parts[part] = []
            for statement in getattr(theory, part):
                state.learn(part, _known(statement))
        for said in found.statements:
            state.take(said)
        _stand_beside(state, found)
        plan_facts(found, ids, making, plan)
        outcomes = {text: n for (part, text), n in state.places.items() if part == "outcomes"}
        Chains(found, outcomes, ids, making.library, plan, known).take_all()


def _known(statement: Statement) -> _Known:
    return _Known(
        statement.id,
        statement.text,
        statement.change,
        statement.basis,
        list(statement.at),
        getattr(statement, "part", None),
    )


def _stand_beside(state: _State, found: TheoryRows) -> None:
    """Say which statements of the review the file does not repeat, where it adds others."""
    for part, statements in state.parts.items():
        said = {without_typesetting(one.text) for one in found.statements if one.part == part}
        others = [
            k.id for k in statements if not k.is_new and without_typesetting(k.text) not in said
        ]
        new = [k.id for k in statements if k.is_new]
        if new and others:
            message = (
                f"{', '.join(new)} of the file stand beside {', '.join(others)} of the review, "
                "which the file does not say in these words. Compare them."
            )
            state.plan.say("contradicted", message, found.spot, f"{state.theory.id} {part}")
    if state.theory.not_stated and any(k.is_new for part in state.parts.values() for k in part):
        message = "Look at its “not-stated”: the file may state some of that."
        state.plan.say("note", message, found.spot, state.theory.id)
