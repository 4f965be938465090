"""The files for programs: in the shape of the YAML, with its values as they are in the cells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import get_args

from generator.entities import AttributeValue, Remark, Statement, Theory
from generator.entities.statement import Mechanism, Outcome
from generator.entities.study import Fact
from generator.library.kinds import KINDS
from generator.library.library import Library
from generator.pages import addresses
from generator.site.data.csv_file import as_csv
from generator.site.files import Make, as_json


def long_files(library: Library) -> Iterator[tuple[str, str, Make]]:
    """Each file that the review has something for: its address, what it holds, what makes it."""
    words = library.review.words
    found = (
        (addresses.DATA_REVIEW, "everything, in the shape of the YAML files", _json, True),
        (
            addresses.DATA_THEORIES,
            "a row for each context, mechanism and outcome",
            _theories,
            library.theories,
        ),
        (
            addresses.DATA_SUPPORT,
            f"a row for each tie of any {words.theory.one} to what speaks for or against it",
            _support,
            library.ties,
        ),
        (
            addresses.DATA_INTERVENTIONS,
            f"a row for each attribute of each {words.intervention.one}",
            _interventions,
            library.interventions,
        ),
        (
            addresses.DATA_STUDIES,
            f"rows for design, country and quality of each {words.study.one} and what it reports",
            _studies,
            library.included_studies,
        ),
    )
    return ((path, holds, partial(make, library)) for path, holds, make, of in found if of)


def _json(library: Library) -> str:
    """Every kind under its key: a list of what counts, or the one that there is."""
    dump: dict[str, object] = {
        kind.download_key: tuple(library.current(kind).values())
        if kind.has_ids
        else library.all(kind)
        if kind.is_list
        else library.one(kind)
        for kind in KINDS
        if kind.is_shown
    }
    dump["retired"] = tuple(library.retired.values())
    return as_json(dump)


def _theories(library: Library) -> str:
    return as_csv(
        "theory number group title initial final kind statement text change basis why at"
        " theory-confidence confidence part leads-to note model-basis quotes",
        (
            (
                theory.id,
                theory.number,
                theory.group,
                theory.title,
                theory.initial,
                theory.final,
                kind,
                statement.id,
                statement.text,
                statement.change,
                statement.basis,
                statement.why,
                "; ".join(statement.at),
                theory.confidence.level if theory.confidence else "",
                statement.confidence.level if statement.confidence else "",
                statement.part if isinstance(statement, Mechanism) else "",
                _leads_to(theory, statement),
                statement.note,
                theory.model.basis if theory.model else "",
                "; ".join(statement.quotes),
            )
            for theory in library.theories.values()
            for kind, statement in theory.statements
        ),
    )


def _support(library: Library) -> str:
    rows = [
        (
            theory.id,
            item.id,
            item.how,
            "intervention" if item.intervention else "study",
            item.by,
            item.text,
            "; ".join(item.quotes),
            item.basis,
            item.why,
            "; ".join(item.at),
            item.note,
        )
        for theory, item in library.ties
    ]
    return as_csv("theory tie how kind id text quotes basis why at note", rows)


def _leads_to(theory: Theory, statement: Statement) -> str:
    """What an outcome leads to: theories, and statements such as `j02 c1`."""
    steps = statement.leads_to if isinstance(statement, Outcome) else ()
    return "; ".join(step.target(theory.id) for step in steps)


def _interventions(library: Library) -> str:
    rows: list[tuple[object, ...]] = []
    for item in library.interventions.values():
        for attribute in library.attributes.attributes:
            known, id = item.known_of(attribute.id), attribute.id
            values = "; ".join(str(value) for value in item.values_of(id))
            why, at = (known.why, "; ".join(known.at)) if known else ("", "")
            said = (known.text, known.note) if isinstance(known, AttributeValue) else ("", "")
            start = (item.id, item.number, item.title, id)
            rows.append((*start, item.state_of(id), values, why, at, *said))
    return as_csv("intervention number title attribute state value why at text note", rows)


def _studies(library: Library) -> str:
    rows: list[tuple[object, ...]] = []
    for item in library.included_studies.values():
        start = (item.id, item.title, item.citation, item.year, item.doi, item.url)
        for name in get_args(Fact):
            rows.append((*start, name, "", item.state_of(name), *_said(item.fact(name))))
        for report in item.reports:
            rows.append((*start, "report", report.id, report.basis, *_said(report)))
    return as_csv("study title citation year doi url kind statement state text why at", rows)


def _said(remark: Remark | None) -> tuple[object, ...]:
    """The text of a remark, the reasoning and the places; empty where there is none."""
    return (remark.text, remark.why, "; ".join(remark.at)) if remark else ("", "", "")
