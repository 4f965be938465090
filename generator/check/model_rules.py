"""What holds of programme theories, their groups and the two models that they may stand in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Diagnostic
from generator.entities import Theory
from generator.entities.inline import has_change_markup
from generator.entities.statement import FITTING_CHANGES
from generator.files.load import Path
from generator.library.library import Library


def changes_fit_the_model(library: Library) -> Iterator[Diagnostic]:
    """A theory that left the model, or came new into it, takes its statements along.

    Diagnostic: model-change.
    """
    for id, theory in library.theories.items():
        for path, statement in _statements(theory):
            fits = FITTING_CHANGES.get(theory.change)
            if fits and statement.change not in fits:
                yield Diagnostic(
                    library.locate("theory", id, *path, "change"),
                    "model-change",
                    f"The theory is {theory.change}, and this statement is {statement.change}.",
                    "One of: " + ", ".join(sorted(fits)) + ".",
                    "Correct the change here or the model of the theory.",
                )


def theories_stand_in_a_model(library: Library) -> Iterator[Diagnostic]:
    """A theory stands in one of the models at least, and its formats suit what they cover.

    Diagnostics: model-change, wrong-value.
    """
    for id, theory in library.theories.items():
        if theory.initial == "absent" == theory.final:
            yield Diagnostic(
                library.locate("theory", id, "model"),
                "model-change",
                "The theory stands neither in the initial nor in the final model.",
                "present for one of the two at least.",
                "Correct the model, or retire the theory.",
            )
        for position, item in enumerate(theory.formats):
            if (item.covers == "named") != bool(item.formats):
                yield Diagnostic(
                    library.locate("theory", id, "formats", position, "covers"),
                    "wrong-value",
                    f"The entry covers “{item.covers}” and lists {len(item.formats)} formats.",
                    "“named” with formats, or another word without.",
                    "Add the formats, or change what is covered.",
                )


def reworded_holds_both_wordings(library: Library) -> Iterator[Diagnostic]:
    """CriticMarkup and `reworded` go together.

    Diagnostics: markup-without-reworded, reworded-without-markup.
    """
    for id, theory in library.theories.items():
        for path, statement in _statements(theory):
            marked = has_change_markup(statement.text)
            if marked != (statement.change == "reworded"):
                yield Diagnostic(
                    library.locate("theory", id, *path, "text" if marked else "change"),
                    "markup-without-reworded" if marked else "reworded-without-markup",
                    f"The text marks a change of wording, and the statement is {statement.change}."
                    if marked
                    else "The statement is reworded, and the text holds only one wording.",
                    "Both wordings in one text: {--the old--}{++the new++}.",
                    "Write “change: reworded”." if marked else "Mark the change in the text.",
                )


def theories_are_told_alike(library: Library) -> Iterator[Diagnostic]:
    """Where one theory says how it stands in the models, or groups are listed, all say so.

    Diagnostic: missing-key.
    """
    for id, theory in library.every_theory.items():
        if library.has_two_models and theory.model is None:
            yield Diagnostic(
                library.locate("theory", id),
                "missing-key",
                "Other theories say how they stand in the models, and this one does not.",
                "A key “model” with initial, final and at.",
                "Add it; in a review with one model, no theory has the key.",
            )
        if library.review.groups and theory.group is None:
            yield Diagnostic(
                library.locate("theory", id),
                "missing-key",
                "The review has groups of theories, and this one names none.",
                "A key “group”: " + ", ".join(group.id for group in library.review.groups) + ".",
                "Add it; in a review without “groups”, no theory has the key.",
            )


def _statements(theory: Theory) -> Iterator[tuple[Path, Any]]:
    for name in ("contexts", "mechanisms", "outcomes"):
        for position, statement in enumerate(getattr(theory, name)):
            yield (name, position), statement


RULES = (
    changes_fit_the_model,
    theories_stand_in_a_model,
    reworded_holds_both_wordings,
    theories_are_told_alike,
)
