"""The files of the page /data/: everything as JSON, and the tables as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import get_args

from generator.entities import Remark, Statement, Theory
from generator.entities.statement import Mechanism, Outcome
from generator.entities.study import Fact
from generator.entities.words import Words
from generator.library.kinds import KINDS
from generator.library.library import Library
from generator.pages import addresses

FILES = {
    addresses.DATA_REVIEW: "everything, as JSON in the shape of the YAML files",
    addresses.DATA_THEORIES: "one row for each context, mechanism and outcome, as CSV",
    addresses.DATA_SUPPORT: "one row for each tie of a {theory} to what speaks for or against it",
    addresses.DATA_INTERVENTIONS: "one row for each attribute of each {intervention}, as CSV",
    addresses.DATA_STUDIES: "one row for all that is recorded of each {study}, as CSV",
}
"""What each file holds, in words."""
TYPES = {"json": "application/json", "csv": "text/csv"}
"""What kind of file each is, by its ending, as programs are told."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What begins a formula in a spreadsheet; the data dictionary tells what is done about it."""


def holds(path: str, words: Words) -> str:
    """What a file holds, in the words of the review."""
    nouns = {"theory": words.theory, "intervention": words.intervention, "study": words.study}
    return FILES[path].format_map({name: noun.one for name, noun in nouns.items()})


def files(library: Library) -> dict[str, str]:
    """The content of every file, by its path within the site; no file of what there is none of."""
    found = {
        addresses.DATA_REVIEW: _json(library),
        addresses.DATA_THEORIES: _theories(library) if library.theories else "",
        addresses.DATA_SUPPORT: _support(library),
        addresses.DATA_INTERVENTIONS: _interventions(library) if library.interventions else "",
        addresses.DATA_STUDIES: _studies(library) if library.included_studies else "",
    }
    return {path: content for path, content in found.items() if content}


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
    return json.dumps(dump, default=_plain, ensure_ascii=False, indent=1) + "\n"


def _plain(value: object) -> object:
    """An entity as JSON, in the keys of its YAML."""
    return value.model_dump(mode="json", by_alias=True)  # type: ignore[attr-defined]


def _theories(library: Library) -> str:
    return _csv(
        "theory number group title initial final kind statement text change basis why at"
        " theory-confidence confidence part leads-to",
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
        )
        for theory, item in library.ties
    ]
    return _csv("theory tie how kind id text quotes basis why at", rows) if rows else ""


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
            start = (item.id, item.number, item.title, id)
            rows.append((*start, item.state_of(id), values, why, at))
    return _csv("intervention number title attribute state value why at", rows)


def _studies(library: Library) -> str:
    rows: list[tuple[object, ...]] = []
    for item in library.included_studies.values():
        start = (item.id, item.title, item.citation, item.year, item.doi)
        for name in get_args(Fact):
            rows.append((*start, name, "", item.state_of(name), *_said(item.fact(name))))
        for report in item.reports:
            rows.append((*start, "report", report.id, report.basis, *_said(report)))
    return _csv("study title citation year doi kind statement state text why at", rows)


def _said(remark: Remark | None) -> tuple[object, ...]:
    """The text of a remark, the reasoning and the places; empty where there is none."""
    return (remark.text, remark.why, "; ".join(remark.at)) if remark else ("", "", "")


def _csv(header: str, rows: Iterable[tuple[object, ...]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header.split())
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def _harmless(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula.

    As https://owasp.org/www-community/attacks/CSV_Injection says.
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
