"""Makes the correction that a form asks for: an edit of one file, checked like every other edit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.edit import trial
from generator.edit.draft import CannotEditError, Draft, draft_of
from generator.edit.from_form.form import CannotMapError, Form, read_form
from generator.edit.from_form.patch import as_patch
from generator.edit.from_form.places import locators_in
from generator.edit.from_form.target import Target, find_target, part_of, text_of
from generator.edit.from_form.wording import is_whole, joined, readable, reworded
from generator.edit.values import NoValueError, value_in
from generator.entities import Attribute
from generator.entities.numbers import Number
from generator.library.library import Library
from generator.pages.views.names import Names


@dataclass(frozen=True)
class Correction:
    """The edit of one file, and what whoever reviews it should look at."""

    path: str
    before: str
    after: str
    remarks: tuple[str, ...]

    @property
    def patch(self) -> str:
        """The edit as a unified patch."""
        return as_patch(self.path, self.before, self.after)


def correct(body: str, library: Library, root: Path) -> Correction:
    """The correction that the body of an issue asks for. Raises CannotMapError."""
    form = read_form(body)
    target, at = _both(form, library)
    document, _ = library.origins[target.kind, target.id]
    before = (root / document.path).read_bytes().decode("utf-8")
    try:
        draft = draft_of(document.path, library, root)
        remarks = _PLANS[target.what](draft, target, form, at, library)
        after = draft.finished()
    except CannotEditError as error:
        raise CannotMapError(str(error)) from None
    if after == before:
        raise CannotMapError(f"{document.path} says so already.")
    try:
        trial.hold({document.path: after}, root)
    except trial.TrialError as refused:
        raise CannotMapError(
            "With this correction the data would not fit together. Make the edit by hand, "
            "together with what it calls for:",
            str(refused),
        ) from None
    return Correction(document.path, before, after, tuple(remarks))


def _both(form: Form, library: Library) -> tuple[Target, tuple[str, ...]]:
    """What is meant and where it stands in the source; tells of both if both are not found."""
    problems: list[str] = []
    target: Target | None = None
    at: tuple[str, ...] = ()
    try:
        target = find_target(form, library)
    except CannotMapError as error:
        problems += error.problems
    try:
        at = locators_in(form.place, library.review.source)
    except CannotMapError as error:
        problems += error.problems
    if target is None or problems:
        raise CannotMapError(*problems)
    return target, at


def _own(
    draft: Draft, target: Target, form: Form, at: tuple[str, ...], library: Library
) -> list[str]:
    """Correct the title or the summary of a page."""
    text = text_of(target, library)
    draft.put((target.name,), reworded(text, form.now, form.new, Names(library)))
    remarks = [f"A {target.name} names no place; the form names {', '.join(at)}."]
    if form.reason:
        remarks.append(f"A {target.name} has no note. The reason given: {form.reason}")
    return remarks + _lost_links(text, form)


def _statement(
    draft: Draft, target: Target, form: Form, at: tuple[str, ...], library: Library
) -> list[str]:
    """Correct the text of a statement, and its place and note.

    Where only a part of it changes, the rest stays with its places.
    """
    item, names = part_of(target, library), Names(library)
    _no_conflict(item, target, library)
    draft.put((*target.path, "text"), reworded(item.text, form.now, form.new, names))
    if not is_whole(form.now, item.text, names):
        at = (*item.at, *(place for place in at if place not in item.at))
    remarks = _lost_links(item.text, form)
    if getattr(item, "quotes", ()):
        remarks.append("Quoted words stand beside this text: do they still fit?")
    return remarks + _provenance(draft, target, form, at, item)


def _attribute(
    draft: Draft, target: Target, form: Form, at: tuple[str, ...], library: Library
) -> list[str]:
    """Correct the value of an attribute, or record one that was not stated."""
    item = part_of(target, library)
    if item is None:
        return _fresh(draft, target, form, at, library)
    _no_conflict(item, target, library)
    attribute = library.attribute(target.name)
    value: str | Number
    if attribute.kind == "text":
        value = reworded(str(item.value), form.now, form.new, Names(library))
    elif form.now.strip(" .").lower() in readable(item.value, attribute, library):
        value = _value(form, attribute, library)
    else:
        raise CannotMapError(f"“{target.name}” is not “{form.now}” there. It is “{item.value}”.")
    draft.put((*target.path, "value"), value)
    return _provenance(draft, target, form, at, item)


def _fresh(
    draft: Draft, target: Target, form: Form, at: tuple[str, ...], library: Library
) -> list[str]:
    """Record a value of an attribute that had none."""
    intervention = library.every_intervention[target.id]
    if any(target.name in group.attributes for group in intervention.not_applicable):
        raise CannotMapError(
            f"“{target.name}” does not apply to {target.id}, says the file. Edit it by hand."
        )
    value = _value(form, library.attribute(target.name), library)
    if target.name in intervention.not_stated:
        draft.remove(("not-stated",), target.name)
    note = {"note": joined(None, form.reason)} if form.reason else {}
    new = {"value": value, "basis": "reported", "at": list(at), **note}
    draft.put(("attributes", target.name), new)
    return ["This value is new: is it reported, or does it follow by reasoning?"]


def _value(form: Form, attribute: Attribute, library: Library) -> str | Number:
    try:
        return value_in(form.new, attribute, library)
    except NoValueError as error:
        raise CannotMapError(str(error)) from None


_PLANS: dict[str, Callable[..., list[str]]] = {
    "own": _own,
    "statement": _statement,
    "attribute": _attribute,
}


def _provenance(
    draft: Draft, target: Target, form: Form, at: tuple[str, ...], item: Any
) -> list[str]:
    """Correct where the source says it, and add the reason to what an editor wrote."""
    if at != item.at:
        draft.put((*target.path, "at"), list(at))
    is_inferred = item.basis == "inferred"
    key = "why" if is_inferred else "note"
    if form.reason and hasattr(item, key):
        draft.put((*target.path, key), joined(getattr(item, key), form.reason))
    elif form.reason:
        return [f"There is no note here. The reason given: {form.reason}"]
    return ["This is inferred: does “why” still give the reasoning?"] if is_inferred else []


def _no_conflict(item: Any, target: Target, library: Library) -> None:
    if item is not None and item.basis == "conflict":
        raise CannotMapError(
            f"The {library.review.source.noun} contradicts itself on “{target.name}”, and the page "
            "shows its readings. Edit them by hand."
        )


def _lost_links(text: str, form: Form) -> list[str]:
    """A remark where links stood in a text and not in the new words."""
    return (
        ["The text had links: are they still there?"] if "[[" in text.replace(form.new, "") else []
    )
