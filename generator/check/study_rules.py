"""Rules for studies and for how many there are; part of the RULES of rules.py."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.library.library import Library


def facts_have_one_state(library: Library) -> Iterator[Diagnostic]:
    """What is said of a study is not listed as not stated, too. Diagnostic: attribute-twice."""
    for id, study in library.every_study.items():
        for position, name in enumerate(study.not_stated):
            if study.fact(name) is not None or name in study.not_stated[:position]:
                yield Diagnostic(
                    library.locate("study", id, "not-stated", position),
                    "attribute-twice",
                    f"“{name}” has another state in this file already.",
                    "One of: a text under its own key, an entry of not-stated.",
                    "Delete the one that is wrong.",
                )


def includes_counts_something(library: Library) -> Iterator[Diagnostic]:
    """The source includes so many interventions, or so many studies. Diagnostic: missing-key."""
    included = library.review.source.includes
    if included and included.interventions is None and included.studies is None:
        yield Diagnostic(
            library.locate("review", "", "source", "includes"),
            "missing-key",
            "“includes” says neither how many interventions nor how many studies.",
            "A key “interventions” or “studies” with the number that the source gives.",
            "Add it, or delete “includes”: then no page says that all are here.",
        )


RULES = (facts_have_one_state, includes_counts_something)
