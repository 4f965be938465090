"""What is wrong with a review: in a page that is looked at or alone, as markup, and in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.check.report import summary
from generator.diagnostics import Diagnostic
from generator.serve.desk import DeskState

_FEW = 20
"""The most errors that are shown; whoever has more begins with these."""


def headline(state: DeskState, told: Sequence[Diagnostic]) -> str:
    """What came of a state, of whose diagnostics these are told."""
    return "The site could not be made." if state.failure else summary(told)


def errors(state: DeskState, own: str, *, alone: bool = False) -> str:
    """The errors of a state, escaped; with `alone` as a whole page.

    `own` is where the script and its style lie.
    """
    title = headline(state, state.errors)
    return _rendered(title, state.failure, own, errors=state.errors, alone=alone)


def failed(path: str, failure: str, own: str) -> str:
    """The page in place of one that could not be made, with what kept it from that; escaped."""
    return _rendered(f"/{path} could not be made.", failure, own, errors=(), alone=True)


def _rendered(
    title: str, failure: str, own: str, *, errors: Sequence[Diagnostic], alone: bool
) -> str:
    return (
        _environment()
        .get_template("alone.html" if alone else "errors.html")
        .render(
            title=title,
            failure=failure,
            own=own,
            shown=errors[:_FEW],
            more=max(0, len(errors) - _FEW),
            alone=alone,
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("generator.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
