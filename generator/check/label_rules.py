"""A rule for what readers tell things apart by; part of the RULES of rules.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from generator.diagnostics import Diagnostic, Location
from generator.entities import Attribute, Intervention, Study
from generator.entities.base import is_placeholder
from generator.entities.confidence import ConfidenceLevel
from generator.entities.intervention import Choice
from generator.library.holdings import is_retired
from generator.library.library import Library


def labels_differ(library: Library) -> Iterator[Diagnostic]:
    """No two things of one list are called the same. Diagnostic: label-twice."""
    seen: dict[object, Callable[[], Location]] = {}
    for kind, id, path, part in library.parts:
        key = _called_by(part)
        label = getattr(part, key) if key else ""
        if not label or is_placeholder(label):
            continue
        # Looked for where it is told: a file would be read again.
        here = partial(library.locate, kind, id, *path, key)
        known_as = (kind, path[:-1], " ".join(label.casefold().split()))
        other = seen.setdefault(known_as, here)
        if other is not here:
            first = other()
            yield Diagnostic(
                here(),
                "label-twice",
                f"Something else is called “{label}”, too: {first.path}, line {first.line}.",
                "Words that readers can tell from those of all others beside it.",
                "Say what sets the two apart, or make one of them.",
            )


def _called_by(part: object) -> str:
    """The key of what readers know it by, where nothing else, such as a number, sets it apart."""
    match part:
        case Attribute() | Choice() | ConfidenceLevel():
            return "label"
        case Study() | Intervention(number=None) if not is_retired(part):
            return "title"
    return ""


RULES = (labels_differ,)
