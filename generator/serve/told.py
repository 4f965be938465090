"""What is wrong with a review, as markup: within a page that is looked at, or alone."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.check.report import summary
from generator.serve.desk import DeskState

_FEW = 20
"""The most errors that are shown; whoever has more begins with these."""
FAILED = "The site could not be made"


def errors(state: DeskState, own: str, *, alone: bool = False) -> str:
    """The errors of a state, escaped; with `alone` as a whole page.

    `own` is where the script and its style lie.
    """
    values: dict[str, Any] = {
        "state": state,
        "shown": state.errors[:_FEW],
        "more": max(0, len(state.errors) - _FEW),
        "summary": FAILED if state.failure else summary(state.errors),
        "alone": alone,
        "own": own,
    }
    return _environment().get_template("alone.html" if alone else "errors.html").render(values)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("generator.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
