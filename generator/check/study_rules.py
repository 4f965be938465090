"""Rules for studies, their number, and what ties theories to them; part of RULES of rules.py."""

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


def facts_are_looked_up(library: Library) -> Iterator[Diagnostic]:
    """What is recorded of any study is recorded of each. Diagnostic: attribute-not-extracted."""
    for id, study in library.included_studies.items():
        for name in library.recorded_of_studies:
            if study.state_of(name) == "not-extracted":
                yield Diagnostic(
                    library.locate("study", id, "title"),
                    "attribute-not-extracted",
                    f"Nothing is recorded of its {name}, which is recorded of others.",
                    f"A text under “{name}”, or the name under “not-stated”.",
                    "Look it up in the source; if it is not there, add it to “not-stated”.",
                )


def ties_name_one(library: Library) -> Iterator[Diagnostic]:
    """What is tied to a theory is an intervention or a study. Diagnostic: support-target."""
    for id, theory in library.every_theory.items():
        for position, item in enumerate(theory.support):
            given = [key for key in ("intervention", "study") if getattr(item, key)]
            if len(given) != 1:
                yield Diagnostic(
                    library.locate("theory", id, "support", position),
                    "support-target",
                    "This names neither an intervention nor a study."
                    if not given
                    else "This names an intervention and a study at once.",
                    "One of the keys “intervention” and “study”, with an id.",
                    "Add one of them."
                    if not given
                    else "Make two entries of it, each with a place of its own.",
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


def no_more_than_the_source_includes(library: Library) -> Iterator[Diagnostic]:
    """No more things have a file than the source includes. Diagnostic: includes-exceeded.

    What is still to be written does not count, nor what is retired.
    """
    included = library.review.source.includes
    begun = [item for item in library.interventions.values() if item.is_begun]
    counts = {"interventions": len(begun), "studies": len(library.included_studies)}
    for key, number in counts.items():
        most = getattr(included, key, None)
        if most is not None and number > most:
            yield Diagnostic(
                library.locate("review", "", "source", "includes", key),
                "includes-exceeded",
                f"The source includes {most} {key}, it says here, and {number} have a file.",
                f"No more than {most} files, those that are retired left out.",
                "Correct the number, or retire the file that is one too many.",
            )


RULES = (
    facts_have_one_state,
    facts_are_looked_up,
    ties_name_one,
    includes_counts_something,
    no_more_than_the_source_includes,
)
