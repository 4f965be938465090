"""What the steps of a file would change in a theory: what its outcomes lead to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.edit.importing.groups import theory_of
from generator.edit.importing.making import NotMadeError, hold_current
from generator.edit.importing.plan import Edit, Plan
from generator.edit.importing.said import Fact, RowLabel, TheoryRows
from generator.edit.importing.vocabulary import Vocabulary
from generator.edit.words import quoted, without_typesetting
from generator.library.library import Library

_STATEMENT = re.compile(r"(?P<theory>[a-z]+\d+)\s+(?P<statement>[cmo]\d+)")
_CONTEXT = re.compile(r"c\d+")
_NO_OUTCOME = (
    "its row says no outcome, or several, so that nobody can tell which of them leads to it; give "
    "each outcome a row of its own."
)
_NOTHING = "no theory and no statement is called so; write its title or id, such as “j02 c1”."

Target = tuple[str, str]
"""The key of a step, and the id that stands there."""


@dataclass
class _Step:
    """A step of the review, or one that this import adds."""

    to: str
    at: list[str]


@dataclass
class Chains:
    """A theory whose steps are taken up."""

    found: TheoryRows
    outcomes: dict[str, int]
    """Where each outcome stands among those of the theory, by what it says."""
    ids: set[str]
    """The ids of all its statements, with those that this import adds."""
    library: Library
    plan: Plan
    known: Vocabulary
    steps: dict[int, list[_Step]] = field(default_factory=dict)
    """What the outcome in each position leads to."""

    def take_all(self) -> None:
        """Add to the plan what the outcomes of the theory lead to."""
        theory = self.found.theory
        for position, outcome in enumerate(theory.outcomes):
            steps = [_Step(step.target(theory.id), list(step.at)) for step in outcome.leads_to]
            self.steps[position] = steps
        for fact in self.found.facts:
            if fact.kind == "leads-to":
                self._take(fact)

    def _take(self, fact: Fact) -> None:
        """Find what the fact names and the outcome that leads to it, or say why there is none."""
        try:
            target = self._target(fact.text)
            self._add(fact, self._outcome(fact), target)
        except NotMadeError as error:
            message = f"{quoted(fact.text)}: {error}"
            self.plan.say("not-placed", message, fact.spot, self.found.theory.id)

    def _outcome(self, fact: Fact) -> int:
        """The one outcome that the row of the fact says. Raises NotMadeError."""
        said = {
            self.outcomes.get(without_typesetting(one.text))
            for one in self.found.statements
            if one.part == "outcomes" and one.spot.row == fact.spot.row
        }
        position = said.pop() if len(said) == 1 else None
        if position is None:
            raise NotMadeError(_NO_OUTCOME)
        return position

    def _target(self, text: str) -> Target:
        """What a text names. Raises NotMadeError."""
        own = self.found.theory
        if _CONTEXT.fullmatch(text) and text in self.ids:
            return "context", text
        named = _STATEMENT.fullmatch(text)
        other = self.library.every_theory.get(named["theory"]) if named else None
        if named and other and named["statement"] in {one.id for _, one in other.statements}:
            hold_current(other.id, self.library)
            return "statement", f"{other.id} {named['statement']}"
        for group in (own.group, None):
            theory = theory_of(RowLabel(text), group, self.library, self.known)
            if not isinstance(theory, str):
                if theory.id == own.id:
                    raise NotMadeError("that is the theory itself.")
                hold_current(theory.id, self.library)
                return "theory", theory.id
        raise NotMadeError(_NOTHING)

    def _add(self, fact: Fact, position: int, target: Target) -> None:
        """Add a step that the review has not, or its place to one that it has."""
        key, name = target
        theory, at = self.found.theory, list(self.plan.locators(fact.spot))
        file, path = f"theories/{theory.id}.yml", ("outcomes", position, "leads-to")
        to = f"{theory.id} {name}" if key == "context" else name
        steps = self.steps.setdefault(position, [])
        for number, step in enumerate(steps):
            if step.to == to:
                new = [locator for locator in at if locator not in step.at]
                step.at += new
                self.plan.edits += [Edit(file, (*path, number, "at"), n, "append") for n in new]
                return
        steps.append(_Step(to, at))
        value = {key: name, "basis": "reported", "at": list(at)}
        self.plan.edits.append(Edit(file, path, value, "append"))
        self.plan.say("added", f"leads-to: {key} {name}", fact.spot, theory.id)
