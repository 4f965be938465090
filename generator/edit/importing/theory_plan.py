"""What the statements of a file would change in the theories of a review."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.edit.importing.headers import PARTS
from generator.edit.importing.plan import Edit, Plan
from generator.edit.importing.theories import Said, TheoryRows
from generator.edit.words import same, shown
from generator.entities import Change, Statement, Theory
from generator.entities.inline import has_change_markup
from generator.entities.walk import ids_within

_LETTER = {"contexts": "c", "mechanisms": "m", "outcomes": "o"}
_FITS: dict[Change, set[Change]] = {
    "removed": {"removed", "not-stated"},
    "added": {"added", "not-stated"},
}
"""What a theory that left the model, or came new into it, allows its statements to be."""


@dataclass
class _Known:
    """A statement of the review, or one that this import adds."""

    id: str
    text: str
    change: Change
    basis: str
    at: list[str]
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
        if change not in _FITS.get(self.change, {change}):
            message = (
                f"{shown(said.text)} is {change} in the file, and the theory is {self.change}; "
                "no change is recorded of it."
            )
            self.plan.say("contradicted", message, said.spot, self.theory.id)
            change = "not-stated"
        position = self.places.get((said.part, same(said.text)))
        if position is not None:
            self.meet(said, change, self.parts[said.part][position], position)
            return
        if change == "not-stated" and has_change_markup(said.text):
            message = f"{shown(said.text)} marks a rewording, and has no change that allows one."
            self.say("not-placed", message, said, "")
            return
        self.add(said, change)

    def learn(self, part: str, known: _Known) -> None:
        """Note a statement of the review, or one that is added."""
        statements = self.parts[part]
        self.places.setdefault((part, same(known.text)), len(statements))
        statements.append(known)

    def meet(self, said: Said, change: Change, known: _Known, position: int) -> None:
        """The review says the same already: its place is added, and its change if it has none."""
        if "not-stated" not in (known.change, change) and known.change != change:
            message = (
                f"{shown(known.text)} is {known.change} in the review and {change} in the file; "
                "nothing is changed."
            )
            self.say("contradicted", message, said, known.id)
            return
        if known.change == "not-stated" and change != "not-stated":
            known.change = change
            path = (said.part, position, "change")
            self.plan.edits.append(Edit(self.file, path, change))
            self.say("changed", f"change: {change} {shown(known.text)}", said, known.id)
        self.cite(said, known, position)

    def cite(self, said: Said, known: _Known, position: int) -> None:
        """Add the place to those of a statement, once."""
        locator = self.plan.locator(said.spot)
        if locator in known.at:
            return
        known.at.append(locator)
        path = (said.part, position, "at")
        self.plan.edits.append(Edit(self.file, path, locator, "append"))
        if known.is_new:
            return
        self.say("changed", f"at: {locator} {shown(known.text)}", said, known.id)
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
            [self.plan.locator(said.spot)],
            is_new=True,
        )
        self.ids.add(known.id)
        self.learn(said.part, known)
        value: dict[str, object] = {
            "id": known.id,
            "text": known.text,
            "change": change,
            "basis": "reported",
        }
        value |= {"at": list(known.at)}
        value |= {"note": " ".join(said.notes)} if said.notes else {}
        self.plan.edits.append(Edit(self.file, (said.part,), value, "append"))
        self.say("added", f"{change}: {shown(said.text, 200)}", said, known.id)


def plan_theories(rows: list[TheoryRows], plan: Plan) -> None:
    """Add to a plan all that the rows of a file would change."""
    for found in rows:
        theory = found.theory
        plan.placed += 1
        change = _model(found, plan)
        state = _State(theory, plan, {id for _, id in ids_within(theory)}, change)
        for part in PARTS:
            state.parts[part] = []
            for statement in getattr(theory, part):
                state.learn(part, _known(statement))
        for said in found.statements:
            state.take(said)
        _stand_beside(state, found)


def _known(statement: Statement) -> _Known:
    return _Known(
        statement.id, statement.text, statement.change, statement.basis, list(statement.at)
    )


def _stand_beside(state: _State, found: TheoryRows) -> None:
    """Say which statements of the review the file does not repeat, where it adds others."""
    for part, statements in state.parts.items():
        said = {same(one.text) for one in found.statements if one.part == part}
        others = [k.id for k in statements if not k.is_new and same(k.text) not in said]
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


def _model(found: TheoryRows, plan: Plan) -> Change:
    """Fill in what the whole row says of the two models; the change of the theory afterwards."""
    model = found.theory.model
    if model is None:
        return "not-stated"  # the review has one model, and nothing can have changed
    said = _models_said(found)
    have = {"initial": model.initial, "final": model.final}
    clash = [key for key in said if have[key] not in ("not-stated", said[key])]
    new = [key for key in said if have[key] == "not-stated"]
    after = model.model_copy(update={key: said[key] for key in new})
    kept = {statement.change for _, statement in found.theory.statements}
    if clash or (new and not kept <= _FITS.get(after.change, kept)):
        key = (clash or new)[0]
        message = (
            f"By its row the theory is {said[key]} in the {key} model, and the review has "
            f"“{have[key]}” with statements that are {', '.join(sorted(kept)) or 'not there'}; "
            "nothing is changed."
        )
        plan.say("contradicted", message, found.spot, f"{found.theory.id} model")
        return model.change
    _record_model(found, new, said, plan)
    return after.change


def _models_said(found: TheoryRows) -> dict[str, str]:
    """Where the whole row places its theory; nothing where part of the row does not tell."""
    changes = {said.change for said in found.statements} or {found.label or "not-stated"}
    if "not-stated" in changes:
        return {}
    return {
        "initial": "absent" if changes == {"added"} else "present",
        "final": "absent" if changes == {"removed"} else "present",
    }


def _record_model(found: TheoryRows, new: list[str], said: dict[str, str], plan: Plan) -> None:
    """Write down the models that were not stated, and what that rests on."""
    theory, file = found.theory, f"theories/{found.theory.id}.yml"
    if not new or theory.model is None:
        return
    for key in new:
        plan.edits.append(Edit(file, ("model", key), said[key]))
        message = f"{key} model: {said[key]}, by the look of the whole row"
        plan.say("changed", message, found.spot, f"{theory.id} model")
    locator = plan.locator(found.spot)
    if locator not in theory.model.at:
        plan.edits.append(Edit(file, ("model", "at"), locator, "append"))
    if theory.model.why:
        # The old reasoning may say that this could not be known; it stays, and is answered.
        models = " and ".join(new)
        why = f"{theory.model.why} The {models} model is read from {plan.place(found.spot)}."
        plan.edits.append(Edit(file, ("model", "why"), why))
        plan.say("note", "Look at the “why” of its model.", found.spot, f"{theory.id} model")
