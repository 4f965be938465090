"""The contexts, mechanisms and outcomes of a theory, each with its label and its place."""

from __future__ import annotations

from dataclasses import dataclass

from generator.entities import Statement, Theory
from generator.pages.views.common import Names, RemarkView, remark_view
from generator.pages.views.confidence import ConfidenceView, confidence_view

KINDS = {
    "context": ("Context", "For whom, in what circumstances"),
    "mechanism": ("Mechanism", "What makes it happen"),
    "outcome": ("Outcome", "What follows"),
}


@dataclass(frozen=True)
class StatementView:
    """A context, mechanism or outcome with its label and its place in the source."""

    kind: str
    change: str
    change_label: str
    remark: RemarkView
    confidence: ConfidenceView | None


@dataclass(frozen=True)
class Part:
    """All contexts, all mechanisms or all outcomes of a theory."""

    kind: str
    title: str
    question: str
    statements: tuple[StatementView, ...]


def statement_view(kind: str, statement: Statement, names: Names) -> StatementView:
    """A statement with its label."""
    return StatementView(
        kind,
        statement.change,
        names.words.change_labels[statement.change] if names.library.has_two_models else "",
        remark_view(statement, names),
        confidence_view(statement.confidence, names),
    )


def parts_view(theory: Theory, names: Names) -> tuple[Part, ...]:
    """The contexts, mechanisms and outcomes of a theory, each under its heading."""
    return tuple(
        Part(
            kind,
            title,
            question,
            tuple(statement_view(k, s, names) for k, s in theory.statements if k == kind),
        )
        for kind, (title, question) in KINDS.items()
    )
