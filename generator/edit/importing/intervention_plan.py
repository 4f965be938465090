"""What the values of a file would change in the interventions of a review."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from generator.edit.importing.interventions import ImportedValue
from generator.edit.importing.plan import Edit, Plan
from generator.edit.words import quoted, without_typesetting
from generator.entities import AttributeValue

Plain = str | int | float


@dataclass
class _Record:
    """What is known of one attribute of one intervention while the import goes on."""

    at: list[str]
    value: Plain | None = None
    basis: str = "reported"
    why: str | None = None
    readings: list[tuple[Plain, list[str]]] = field(default_factory=list)
    is_new: bool = False


@dataclass
class _Attribute:
    """One attribute of one intervention, and where it stands."""

    said: ImportedValue
    plan: Plan
    record: _Record

    @property
    def target(self) -> str:
        return f"{self.said.intervention.id} {self.said.attribute.id}"

    @property
    def locators(self) -> list[str]:
        return list(self.plan.locators(self.said.spot))

    def edit(self, *path: str | int, value: Any = None, do: Any = "put") -> None:
        file = f"interventions/{self.said.intervention.id}.yml"
        way = ("attributes", self.said.attribute.id, *path)
        self.plan.edits.append(Edit(file, way, value, do))

    def say(self, kind: Any, message: str) -> None:
        self.plan.say(kind, message, self.said.spot, self.target)

    def cite(self, at: list[str], *path: str | int) -> bool:
        """Add the places to a list of places; False where they are there already."""
        new = [locator for locator in self.locators if locator not in at]
        at += new
        for locator in new:
            self.edit(*path, "at", value=locator, do="append")
        return bool(new)

    def agree(self) -> None:
        """The review has this value: its place is added."""
        if not self.cite(self.record.at) or self.record.is_new:
            return
        self.say("changed", f"at: {', '.join(self.locators)}")
        if self.record.basis == "inferred":
            self.say(
                "note", "It is inferred in the review, and the file says it; look at its basis."
            )

    def one_more_reading(self) -> None:
        """The review has a conflict: this is one of its readings, or another."""
        for position, (value, at) in enumerate(self.record.readings):
            if _equal(value, self.said.value):
                if self.cite(at, "readings", position):
                    self.say(
                        "changed", f"at: {', '.join(self.locators)}, for the reading “{value}”"
                    )
                    self.cite(self.record.at)
                return
        reading = {"value": self.said.value, "at": self.locators}
        self.record.readings.append((self.said.value, self.locators))
        self.edit("readings", value=reading, do="append")
        self.cite(self.record.at)
        self.say("contradicted", f"a further reading: “{self.said.value}”")

    def conflict(self) -> None:
        """The review has another value: both become readings of a conflict."""
        record, new = self.record, self.said.value
        first: dict[str, Any] = {"value": record.value, "at": list(record.at)}
        first |= {"note": record.why} if record.why else {}
        readings = [first, {"value": new, "at": self.locators}]
        if record.why:
            self.edit("why", do="drop")
        self.edit("value", do="drop")
        self.edit("basis", value="conflict")
        self.edit("readings", value=readings)
        old = record.value if record.value is not None else ""
        self.cite(record.at)
        record.readings = [(old, first["at"]), (new, self.locators)]
        record.basis = "conflict"
        self.say("contradicted", f"“{old}” in the review, “{new}” in the file: a conflict of both")


def plan_interventions(values: Iterable[ImportedValue], plan: Plan) -> None:
    """Add to a plan all that the values of a file would change."""
    records: dict[tuple[str, str], _Record] = {}
    for said in values:
        key = (said.intervention.id, said.attribute.id)
        stated = said.intervention.attributes.get(said.attribute.id)
        if key not in records and stated is not None:
            records[key] = _record(stated)
        if key not in records:
            new = _Record(list(plan.locators(said.spot)), said.value, is_new=True)
            if _add(_Attribute(said, plan, new)):
                records[key] = new
            continue
        attribute = _Attribute(said, plan, records[key])
        if attribute.record.basis == "conflict":
            attribute.one_more_reading()
        elif _equal(attribute.record.value, said.value):
            attribute.agree()
        else:
            attribute.conflict()


def _record(stated: AttributeValue) -> _Record:
    readings = [(reading.value, list(reading.at)) for reading in stated.readings]
    return _Record(list(stated.at), stated.value, stated.basis, stated.why, readings)


def _add(attribute: _Attribute) -> bool:
    """Record an attribute that has no value yet; False where the review says it cannot have one."""
    said, id = attribute.said, attribute.said.attribute.id
    for group in said.intervention.not_applicable:
        if id in group.attributes:
            message = f"{quoted(str(said.value))} in the file; in the review it does not apply: "
            attribute.say("contradicted", f"{message}{group.why} Nothing is changed.")
            return False
    value = {"value": said.value, "basis": "reported", "at": attribute.locators}
    attribute.edit(value=value)
    if id in said.intervention.not_stated:
        file = f"interventions/{said.intervention.id}.yml"
        attribute.plan.edits.append(Edit(file, ("not-stated",), id, "remove"))
        message = "in the file, and “not-stated” in the review, which it leaves."
        attribute.say("contradicted", f"{quoted(str(said.value))} {message} Compare the two.")
    attribute.say("added", quoted(str(said.value), 200))
    return True


def _equal(one: Plain | None, other: Plain) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return without_typesetting(one) == without_typesetting(other)
    return one == other
