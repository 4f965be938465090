"""Rules on what outcomes lead to; part of the RULES of rules.py."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Location, did_you_mean
from generator.entities import Theory
from generator.entities.statement import LeadsTo
from generator.files.load import Path
from generator.library.library import Library


def steps_lead_somewhere(library: Library) -> Iterator[Diagnostic]:
    """An outcome leads to one context, theory or statement, which is there.

    That a theory is there is held with all references. Diagnostics: chain-target,
    unknown-reference.
    """
    for id, theory in library.every_theory.items():
        for o, outcome in enumerate(theory.outcomes):
            for s, step in enumerate(outcome.leads_to):
                yield from _wrong(library, theory, step, ("outcomes", o, "leads-to", s), id)


def _wrong(
    library: Library, theory: Theory, step: LeadsTo, path: Path, id: str
) -> Iterator[Diagnostic]:
    given = [key for key in ("context", "theory", "statement") if getattr(step, key)]
    if len(given) != 1:
        named = f"The keys {' and '.join(given)} name" if given else "No key names"
        yield Diagnostic(
            library.locate("theory", id, *path),
            "chain-target",
            f"{named} what the outcome leads to.",
            "One of the keys “context”, “theory” and “statement”.",
            "Make an entry of each." if given else "Add one of them.",
        )
    elif step.context:
        known = [context.id for context in theory.contexts]
        if step.context not in known:
            position = library.locate("theory", id, *path, "context")
            yield _unknown(position, f"context “{step.context}” here", step.context, known)
    elif step.statement and (lost := _lost(library, step.statement)):
        yield _unknown(library.locate("theory", id, *path), *lost)


def _lost(library: Library, named: str) -> tuple[str, str, list[str]] | None:
    """What is not there of a statement that is named, its name, and those that are there."""
    other, _, statement = named.partition(" ")
    there = library.every_theory.get(other)
    if there is None:
        # A file that could not be read may hold what is named here.
        is_broken = other in library.broken
        return None if is_broken else (f"theory “{other}”", other, list(library.every_theory))
    known = [own.id for _, own in there.statements]
    return (
        None if statement in known else (f"statement “{statement}” of “{other}”", statement, known)
    )


def _unknown(position: Location, what: str, named: str, known: list[str]) -> Diagnostic:
    return Diagnostic(
        position,
        "unknown-reference",
        f"There is no {what}.",
        "The id of one that is there.",
        did_you_mean(named, known) or "Correct it, or add what it names.",
    )


RULES = (steps_lead_somewhere,)
