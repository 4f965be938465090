"""What on which page a form is about: looked up among what there is, never made from its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

from generator.diagnostics import did_you_mean
from generator.edit.from_form.form import CannotMapError, Form
from generator.edit.from_form.wording import is_whole
from generator.entities import Study
from generator.entities.study import Fact
from generator.entities.walk import parts_within
from generator.entities.words import Noun
from generator.files.load import Path
from generator.library.kinds import KINDS
from generator.library.library import Library
from generator.pages import addresses
from generator.pages.views.names import Names

OWN = ("title", "summary")
"""What can be corrected of a page itself; neither has a place in the source of its own."""


@dataclass(frozen=True)
class Target:
    """What is to be corrected: the entity it stands in, and the way to it from there."""

    kind: str
    id: str
    what: Literal["own", "statement", "attribute"]
    path: Path
    """To the mapping that holds the text; of an attribute, to its mapping, even if not there."""
    name: str
    """The key of the page's own text, the id of the statement or of the attribute."""


def find_target(form: Form, library: Library) -> Target:
    """What the form is about. Raises CannotMapError."""
    kind, id, fragment = _page(form.page, library)
    parts = _parts(kind, id, library)
    said = (form.statement or fragment).strip(" #.`“”\"'").lower()
    if said:
        named = {part.name: part for part in parts}
        named |= {
            attribute.label.lower(): named[attribute.id]
            for attribute in library.attributes.attributes
            if attribute.id in named and kind == "intervention"
        }
        if said in named:
            return named[said]
        raise CannotMapError(
            f"{form.page} has no statement or row “{said}”. {did_you_mean(said, named)}".rstrip()
        )
    return _by_wording(form, parts, library)


def part_of(target: Target, library: Library) -> Any:
    """The part of the library at a target; None where an attribute has no value."""
    part: Any = library.entity(target.kind, target.id)
    for step in target.path:
        if isinstance(part, dict):
            part = part.get(step)
        else:
            part = part[step] if isinstance(step, int) else getattr(part, step.replace("-", "_"))
    return part


def text_of(target: Target, library: Library) -> str:
    """The text that stands at a target that is no attribute."""
    part = part_of(target, library)
    return str(getattr(part, target.name if target.what == "own" else "text"))


def _page(words: str, library: Library) -> tuple[str, str, str]:
    """Kind and id of the page, and the fragment of the address if it has one."""
    pages = {
        addresses.at(kind.name, id)[0].path: (kind.name, id)
        for kind in KINDS
        if kind.is_folder
        for id in library.of(kind)
    }
    address, _, fragment = words.strip("` ").lower().partition("#")
    path = address.removeprefix(library.review.address.lower())
    if re.match(r"https?://", path):
        path = urlsplit(path).path
    path = path.strip("/") + "/"
    pages |= {f"{id}/": (kind, id) for kind, id in list(pages.values())}
    if path in pages:
        return (*pages[path], fragment)
    *nouns, last = dict.fromkeys(_noun(kind, library) for kind, _ in pages.values())
    told = [
        f"“{words}” is the page of no {' or '.join(filter(None, [', '.join(nouns), last]))}.",
        did_you_mean(path, pages),
        "Other pages are corrected by hand: “Edit this page” on each names its file.",
    ]
    raise CannotMapError(" ".join(filter(None, told)))


def _noun(kind: str, library: Library) -> str:
    """What the review calls one of a kind."""
    own: Noun | None = getattr(library.review.words, kind, None)
    return own.one if own else kind


def _parts(kind: str, id: str, library: Library) -> list[Target]:
    """Everything on a page that a form can correct."""
    entity = library.entity(kind, id)
    parts = [Target(kind, id, "own", (), name) for name in OWN if getattr(entity, name)]
    for path, model in parts_within(entity):
        if path and "id" in type(model).model_fields and getattr(model, "text", None):
            name = str(model.id)  # type: ignore[attr-defined]
            parts.append(Target(kind, id, "statement", path, name))
    if isinstance(entity, Study):
        parts += [
            Target(kind, id, "statement", (name,), name)
            for name in get_args(Fact)
            if entity.fact(name)
        ]
    if kind == "intervention":
        parts += [
            Target(kind, id, "attribute", ("attributes", attribute.id), attribute.id)
            for attribute in library.attributes.attributes
        ]
    return parts


def _by_wording(form: Form, parts: list[Target], library: Library) -> Target:
    """The one text of the page that reads as the form says it reads now."""
    texts = [part for part in parts if part.what != "attribute"]
    names = Names(library)
    fitting = [part for part in texts if is_whole(form.now, text_of(part, library), names)]
    if len(fitting) == 1:
        return fitting[0]
    known = ", ".join(part.name for part in parts)
    raise CannotMapError(
        "Which sentence or row is meant is missing, and “What it says now” is not the whole of "
        f"one text of {form.page}. It is one of: {known}."
    )
