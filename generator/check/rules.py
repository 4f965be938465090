"""What only a realist review knows: one function a rule, all of them in RULES."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.check import (
    chain_rules,
    claim_rules,
    cut_rules,
    intervention_rules,
    label_rules,
    model_rules,
    placeholder_rules,
    retired_rules,
    short_rules,
    study_rules,
)
from generator.diagnostics import Diagnostic, Location
from generator.entities import EvidenceTable, Reading, Remark
from generator.entities.claim_check import SumCheck
from generator.entities.order import letters_of
from generator.entities.support import Support
from generator.entities.texts import bare_number, with_number
from generator.entities.walk import ids_within
from generator.files.load import Path
from generator.library.kinds import named
from generator.library.library import Library
from generator.progress import Counter

QUOTE_WORDS = 8
"""The longest quotation, in words: the source belongs to its authors."""

Rule = Callable[[Library], Iterator[Diagnostic]]


def inferred_needs_why(library: Library) -> Iterator[Diagnostic]:
    """Rule of truth 1: no inference without its reasoning. Diagnostic: inferred-without-why."""
    for id, finding in library.findings.items():
        if finding.tie and finding.tie.basis == "inferred" and not finding.tie.why:
            yield _without_why(library.locate("finding", id, "tie"))
    for kind, id, path, item in library.sourced:
        if item.basis == "inferred" and not item.why:
            yield _without_why(library.locate(kind, id, *path))


def _without_why(position: Location) -> Diagnostic:
    return Diagnostic(
        position,
        "inferred-without-why",
        "This is inferred, and the reasoning is not given.",
        "A key “why” with the reasoning in words.",
        "Add “why”; if the source says it outright, write “basis: reported”.",
    )


def conflict_needs_readings(library: Library) -> Iterator[Diagnostic]:
    """Rule of truth 3: a contradiction is shown with both readings.

    Diagnostics: conflict-readings, readings-without-conflict.
    """
    for kind, id, path, item in library.sourced:
        if item.basis == "conflict" and len(item.readings) < 2:
            yield Diagnostic(
                library.locate(kind, id, *path),
                "conflict-readings",
                f"A conflict has at least two readings, and this one has {len(item.readings)}.",
                "A key “readings” with two or more entries, each with value and at.",
                "Add what the source says elsewhere, or change the basis to reported.",
            )
        elif item.basis == "conflict" and len(set(map(_folded, item.readings))) < 2:
            yield Diagnostic(
                library.locate(kind, id, *path, "readings"),
                "conflict-readings",
                "All readings of this conflict say the same.",
                "Two or more that differ in their value.",
                "Correct the one that is wrong; if the source says one thing, give it once, with"
                " both places under “at”.",
            )
        elif item.basis != "conflict" and item.readings:
            yield Diagnostic(
                library.locate(kind, id, *path),
                "readings-without-conflict",
                f"There are readings, but the basis is “{item.basis}”.",
                "basis: conflict, where the source contradicts itself.",
                "Change the basis, or delete the readings.",
            )


def _folded(reading: Reading) -> str:
    return str(reading.value).casefold().strip(" .")


def quotes_are_short(library: Library) -> Iterator[Diagnostic]:
    """Rule of truth 5: quoted terms of eight words at most. Diagnostic: quote-too-long."""
    for kind, id, path, item in library.sourced:
        for position, quote in enumerate(item.quotes if isinstance(item, Remark | Support) else ()):
            if len(quote.split()) > QUOTE_WORDS:
                yield Diagnostic(
                    library.locate(kind, id, *path, "quotes", position),
                    "quote-too-long",
                    f"This quotation has {len(quote.split())} words.",
                    f"{QUOTE_WORDS} words at most.",
                    "Quote only the hedge, and say the rest in your own words.",
                )


def theory_ids_follow_group(library: Library) -> Iterator[Diagnostic]:
    """Ids begin with the letters of their group. Diagnostic: wrong-prefix."""
    allowed = {group.id: group.prefixes for group in library.review.groups}
    for id, theory in library.theories.items():
        prefixes = allowed.get(theory.group or "", ())
        if prefixes and letters_of(id) not in prefixes:
            yield Diagnostic(
                library.locate("theory", id, "id"),
                "wrong-prefix",
                f"The id “{id}” does not begin as ids of the group “{theory.group}” do.",
                "One of: " + ", ".join(f"{prefix}…" for prefix in prefixes) + ".",
                "Correct the group; ids that were published never change.",
            )


def theory_numbers_differ(library: Library) -> Iterator[Diagnostic]:
    """A number is used once in a group. Diagnostic: number-twice."""
    groups = {None, *(group.id for group in library.review.groups)}
    numbers: dict[tuple[str | None, str], str] = {}
    for id, theory in library.theories.items():
        if theory.number is None or theory.group not in groups:
            continue
        other = numbers.setdefault((theory.group, str(theory.number)), id)
        if other != id:
            first = library.locate("theory", other, "number")
            in_group = " of this group" if theory.group else ""
            yield Diagnostic(
                library.locate("theory", id, "number"),
                "number-twice",
                f"“{other}” is already number {theory.number}{in_group}: {first.path}, line"
                f" {first.line}.",
                "The number or label that the source prints, or null where it prints none.",
                "Correct that of one of the two.",
            )


def theory_numbers_repeat_no_words(library: Library) -> Iterator[Diagnostic]:
    """A number does not begin with the words that its group puts before it: “CMOC CMOC 4”.

    Diagnostic: number-repeats.
    """
    names = {group.id: group.numbered for group in library.review.groups}
    for id, theory in library.theories.items():
        name = names.get(theory.group or "")
        if name is None or theory.number is None:
            continue
        bare = bare_number(name, theory.number)
        if bare != theory.number:
            yield Diagnostic(
                library.locate("theory", id, "number"),
                "number-repeats",
                f"Pages would call this theory “{with_number(name, theory.number)}”.",
                f"number: {bare}",
                "The words stand in “numbered” of its group, and pages put them before the number.",
            )


def ids_differ(library: Library) -> Iterator[Diagnostic]:
    """Ids are used once: in a whole file that becomes a page, elsewhere in each list.

    Diagnostic: duplicate-id.
    """
    seen: set[tuple[str, str, Path, str]] = set()
    for kind, id in library.origins:
        is_page = named(kind).is_folder
        for path, inner in ids_within(library.entity(kind, id)):
            known_as = (kind, id, () if is_page else path[:-1], inner)
            if known_as in seen:
                yield Diagnostic(
                    library.locate(kind, id, *path, "id"),
                    "duplicate-id",
                    f"The id “{inner}” is used twice in this file.",
                    "An id that nothing else here has.",
                    "Give the newer of the two the next free number.",
                )
            seen.add(known_as)


def tables_can_be_made(library: Library) -> Iterator[Diagnostic]:
    """Each table has what its kind needs. Diagnostic: table-shape."""
    for id, page in library.evidence.items():
        for position, table in enumerate(page.tables):
            if expected := _lacking(table, library):
                yield Diagnostic(
                    library.locate("evidence page", id, "tables", position),
                    "table-shape",
                    f"The table “{table.id}” of the kind “{table.kind}” cannot be made.",
                    expected,
                    "Complete the table, or choose another kind.",
                )


_COLUMNS: dict[str, tuple[list[str], str]] = {
    "choices": (["choice"], "One column, and it an attribute of the kind “choice”."),
    "cross": (["choice", "choice"], "Two columns, both attributes of the kind “choice”."),
}
"""The kinds of attributes that a table needs as its columns, and how that is said."""


def _lacking(table: EvidenceTable, library: Library) -> str:
    """What a table of its kind needs and does not have; empty where it can be made."""
    kind_of = {attribute.id: attribute.kind for attribute in library.attributes.attributes}
    if not kind_of.keys() >= set(table.columns):
        return ""  # the check of references reports a column that does not exist
    kinds = [kind_of[column] for column in table.columns]
    if table.kind in _COLUMNS:
        needed, expected = _COLUMNS[table.kind]
        return "" if kinds == needed else expected
    match table.kind:
        case "lineage" if set(kinds) != {"intervention"}:
            return "Columns that are attributes of the kind “intervention”."
        case "states" if not library.interventions:
            return "An intervention, so that there is a row."
        case "support" if not library.ties:
            return "A theory with “support”, so that there is a row."
        case "interventions" if not table.columns and not table.facets:
            return "A key “columns” with attributes, or “facets: true”."
        case "parts" if table.claim is None or not _adds_up(table.claim, library):
            return "A key “claim” with a claim that is checked by a sum."
        case "flow" if len(table.steps) < 2:
            return "A key “steps” with two steps or more, each with a number that is printed."
        case "flow" if not all(_adds_up(s.parts, library) for s in table.steps if s.parts):
            return "A key “parts” with a claim that is checked by a sum."
    return ""


def _adds_up(id: str, library: Library) -> bool:
    """Whether a claim has parts; of one that does not exist other rules tell."""
    claim = library.claims.get(id)
    return claim is None or isinstance(claim.check, SumCheck)


RULES: tuple[Rule, ...] = (
    inferred_needs_why,
    conflict_needs_readings,
    quotes_are_short,
    theory_ids_follow_group,
    theory_numbers_differ,
    theory_numbers_repeat_no_words,
    ids_differ,
    tables_can_be_made,
    *cut_rules.RULES,
    *claim_rules.RULES,
    *model_rules.RULES,
    *chain_rules.RULES,
    *intervention_rules.RULES,
    *study_rules.RULES,
    *label_rules.RULES,
    *placeholder_rules.RULES,
    *retired_rules.RULES,
    *short_rules.RULES,
)


def hold(library: Library) -> list[Diagnostic]:
    """Hold a library against every rule."""
    found: list[Diagnostic] = []
    count = Counter("rules held", len(RULES))
    for rule in RULES:
        found += rule(library)
        count(1)
    return found
