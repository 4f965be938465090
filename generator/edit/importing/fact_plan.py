"""What the facts of a file would change in a theory: summary, confidence, and what bears on it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from generator.diagnostics import did_you_mean
from generator.edit.importing.headers import TIED
from generator.edit.importing.making import Making, NotMadeError
from generator.edit.importing.plan import Edit, Plan
from generator.edit.importing.said import Fact, TheoryRows
from generator.edit.importing.things import HOW, called, names_in
from generator.edit.words import fold, quoted, without_typesetting
from generator.entities import Theory
from generator.entities.base import is_placeholder


@dataclass
class _Tie:
    """A tie of the review, or one that this import adds."""

    by: str
    how: str
    at: list[str]


@dataclass
class _Facts:
    """A theory whose facts are taken up."""

    theory: Theory
    ids: set[str]
    making: Making
    plan: Plan
    level: str | None
    level_at: list[str]
    ties: list[_Tie]
    summed_up: str

    def edit(self, *path: str | int, value: Any, do: Any = "put") -> None:
        self.plan.edits.append(Edit(f"theories/{self.theory.id}.yml", path, value, do))

    def say(self, kind: Any, message: str, fact: Fact, id: str) -> None:
        self.plan.say(kind, message, fact.spot, f"{self.theory.id} {id}")

    def cite(self, at: list[str], fact: Fact, *path: str | int) -> None:
        """Add the places of a fact to those that are there, once."""
        new = [each for each in self.plan.locators(fact.spot) if each not in at]
        at += new
        for locator in new:
            self.edit(*path, "at", value=locator, do="append")
        if new:
            self.say("changed", f"at: {', '.join(new)}", fact, str(path[0]))

    def summary(self, fact: Fact) -> None:
        """Take up a summary where nobody has written one yet."""
        if is_placeholder(self.summed_up):
            self.summed_up = fact.text
            self.edit("summary", value=fact.text)
            self.say("added", quoted(fact.text), fact, "summary")
        elif without_typesetting(self.summed_up) != without_typesetting(fact.text):
            self.say("contradicted", "The review has another one, which stays.", fact, "summary")

    def confidence(self, fact: Fact) -> None:
        """Take up a level of the review's scale."""
        scale = self.making.library.review.confidence
        levels = {level.label: level.id for level in scale.levels} if scale else {}
        named = {fold(name): id for label, id in levels.items() for name in (label, id)}
        level = named.get(fold(fact.text))
        if level is None:
            hint = did_you_mean(fact.text, levels) or "Its levels: " + ", ".join(levels) + "."
            why = hint if scale else "seeds/review.yml has no scale under “confidence”; add it."
            self.say("not-placed", f"{quoted(fact.text)} is no level. {why}", fact, "confidence")
        elif self.level is None:
            self.level, self.level_at = level, list(self.plan.locators(fact.spot))
            self.edit("confidence", value={"level": level, "at": list(self.level_at)})
            self.say("added", level, fact, "confidence")
        elif self.level == level:
            self.cite(self.level_at, fact, "confidence")
        else:
            message = f"{level} in the file and {self.level} in the review; nothing is changed."
            self.say("contradicted", message, fact, "confidence")

    def tie(self, fact: Fact, name: str) -> None:
        """Take up a study or an intervention that bears on the theory."""
        found = HOW.search(name)
        how = found[1].lower() if found else fact.kind
        try:
            key, id = called(HOW.sub("", name), self.making, fact.spot)
        except NotMadeError as error:
            self.say("not-placed", str(error), fact, "support")
            return
        for position, tie in enumerate(self.ties):
            if tie.by == id and how in (TIED, tie.how):
                self.cite(tie.at, fact, "support", position)
                return
        self.add(key, id, how, fact)

    def add(self, key: str, by: str, how: str, fact: Fact) -> None:
        """A tie that the review has not."""
        taken = [int(id[1:]) for id in self.ids if re.fullmatch(r"s\d+", id)]
        id = f"s{max(taken, default=0) + 1}"
        at = list(self.plan.locators(fact.spot))
        reading: dict[str, str] = {"how": how}
        if how == TIED:
            how = "supports"
            why = "The row names it without saying how it bears on this; read as support."
            reading = {"how": how, "basis": "inferred", "why": why}
        self.ids.add(id)
        self.ties.append(_Tie(by, how, at))
        self.edit("support", value={"id": id, key: by, **reading, "at": list(at)}, do="append")
        self.say("added", f"{how}: {by}", fact, id)


def plan_facts(found: TheoryRows, ids: set[str], making: Making, plan: Plan) -> None:
    """Add to a plan what the facts of a theory would change; `ids` are those within it."""
    theory = found.theory
    facts = _Facts(
        theory,
        ids,
        making,
        plan,
        theory.confidence.level if theory.confidence else None,
        list(theory.confidence.at) if theory.confidence else [],
        [_Tie(tie.by, tie.how, list(tie.at)) for tie in theory.support],
        theory.summary,
    )
    for fact in found.facts:
        if fact.kind == "summary":
            facts.summary(fact)
        elif fact.kind == "confidence":
            facts.confidence(fact)
        elif fact.kind != "leads-to":
            for name in names_in(fact.text, making.library):
                facts.tie(fact, name)
