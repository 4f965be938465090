"""What the rows of a table of studies would change in the studies of a review."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from generator.edit.importing.plan import Edit, Plan
from generator.edit.importing.studies import Cited, StudyRows
from generator.edit.words import quoted, without_typesetting
from generator.entities import Study
from generator.entities.study import Fact
from generator.entities.texts import Address, Doi

_DOI = re.compile(r"^(?:https?://)?(?:dx\.)?(?:doi\.org/|doi:\s*)", re.I)


@dataclass
class _State:
    """A study as the import leaves it."""

    study: Study
    plan: Plan
    remarks: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    """What is said of its design, country and quality, and where."""
    plain: dict[str, str | int] = field(default_factory=dict)
    """Its year, DOI, address and citation."""
    reports: list[tuple[str, list[str]]] = field(default_factory=list)
    ids: list[int] = field(default_factory=list)
    """The numbers in the ids of its reports."""

    def edit(self, *path: str | int, value: Any, do: Any = "put") -> None:
        self.plan.edits.append(Edit(f"studies/{self.study.id}.yml", path, value, do))

    def say(self, kind: Any, message: str, said: Cited) -> None:
        self.plan.say(kind, message, said.spot, f"{self.study.id} {said.key}")

    def cite(self, at: list[str], said: Cited, *path: str | int) -> None:
        """Add the places of a row to those that are there, once."""
        new = [each for each in self.plan.locators(said.spot) if each not in at]
        at += new
        for locator in new:
            self.edit(*path, "at", value=locator, do="append")
        if new:
            self.say("changed", f"at: {', '.join(new)}", said)

    def clash(self, old: str | int, said: Cited) -> None:
        both = f"{quoted(str(old))} in the review, {quoted(said.text)} in the file"
        self.say("contradicted", f"{both}; nothing is changed.", said)

    def remark(self, said: Cited) -> None:
        """Take up what is said of its design, country or quality."""
        known = self.remarks.get(said.key)
        if known is None:
            at = list(self.plan.locators(said.spot))
            self.remarks[said.key] = (said.text, at)
            self.edit(said.key, value={"text": said.text, "basis": "reported", "at": list(at)})
            if said.key in self.study.not_stated:
                self.edit("not-stated", value=said.key, do="remove")
                message = "in the file, and “not-stated” in the review, which it leaves."
                self.say("contradicted", f"{quoted(said.text)} {message} Compare the two.", said)
            self.say("added", quoted(said.text, 200), said)
        elif without_typesetting(known[0]) == without_typesetting(said.text):
            self.cite(known[1], said, said.key)
        else:
            self.clash(known[0], said)

    def report(self, said: Cited) -> None:
        """Take up something that it reports."""
        for position, (text, at) in enumerate(self.reports):
            if without_typesetting(text) == without_typesetting(said.text):
                self.cite(at, said, "reports", position)
                return
        self.ids.append(max(self.ids, default=0) + 1)
        at = list(self.plan.locators(said.spot))
        self.reports.append((said.text, at))
        value = {"id": f"r{self.ids[-1]}", "text": said.text, "basis": "reported", "at": list(at)}
        self.edit("reports", value=value, do="append")
        self.say("added", quoted(said.text, 200), said)

    def one(self, said: Cited) -> None:
        """Take up its year, DOI, address or citation."""
        try:
            value = _plain(said)
        except ValueError as error:
            self.say("not-placed", str(error), said)
            return
        known = self.plain.get(said.key)
        if known is None:
            self.plain[said.key] = value
            self.edit(said.key, value=value)
            self.say("added", str(value), said)
        elif without_typesetting(str(known)) != without_typesetting(str(value)):
            self.clash(known, said)


def plan_studies(rows: list[StudyRows], plan: Plan) -> None:
    """Add to a plan all that the rows of a file would change."""
    for found in rows:
        plan.placed += 1
        state = _state(found.study, plan)
        for said in found.said:
            if said.key in get_args(Fact):
                state.remark(said)
            elif said.key == "reports":
                state.report(said)
            else:
                state.one(said)


def _state(study: Study, plan: Plan) -> _State:
    facts = {name: study.fact(name) for name in get_args(Fact)}
    plain = {key: getattr(study, key) for key in ("year", "doi", "url", "citation")}
    return _State(
        study,
        plan,
        {name: (fact.text, list(fact.at)) for name, fact in facts.items() if fact},
        {key: value for key, value in plain.items() if value is not None},
        [(report.text, list(report.at)) for report in study.reports],
        [int(report.id.lstrip("abcdefghijklmnopqrstuvwxyz")) for report in study.reports],
    )


def _plain(said: Cited) -> str | int:
    """A year as a number and a DOI without its address. Raises ValueError, which says why."""
    if said.key == "year":
        if not re.fullmatch(r"[12][0-9]{3}", said.text):
            raise ValueError(f"{quoted(said.text)} is no year: write it in four digits.")
        return int(said.text)
    if said.key == "doi":
        return _held(
            Doi, _DOI.sub("", said.text), f"{quoted(said.text)} is no DOI, such as 10.1000/182."
        )
    if said.key == "url":
        wrong = f"{quoted(said.text)} is no address of the web, such as https://site.example/page."
        return _held(Address, said.text, wrong)
    if "://" in said.text:
        raise ValueError(
            f"{quoted(said.text)} holds an address of the web. Give that a column of its own, "
            "“URL” or “DOI”."
        )
    return said.text


def _held(form: Any, text: str, wrong: str) -> str:
    """A text that has a form. Raises ValueError, which says what is wrong."""
    try:
        return str(TypeAdapter(form).validate_python(text))
    except ValidationError:
        raise ValueError(wrong) from None
