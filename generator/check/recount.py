"""Claims of the source, counted again: one function a kind of check; pages make the words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.entities import Claim, Intervention, Theory, locators
from generator.entities.base import NUMBER_OR_RANGE
from generator.entities.claim_check import (
    AgreeCheck,
    CountCheck,
    InterventionCheck,
    ListCheck,
    PartitionCheck,
    ReferencesCheck,
    Shown,
    SumCheck,
    TheoryCheck,
    ValuesCheck,
)
from generator.entities.order import natural
from generator.library.library import Library


@dataclass(frozen=True)
class Recount:
    """What recomputing a claim came to: whether it holds, what was found, and whom that is about.

    `about` names the interventions and theories on whose pages the claim is worth a link.
    """

    holds: bool
    shown: Shown
    about: tuple[str, ...] = ()


Recounts = Mapping[str, Recount]
"""The recount of each claim that has a check, by the id of the claim."""


def recount(library: Library) -> Recounts:
    """Recompute every claim that has a check, once; claims checked by reading have no entry."""
    recounts = {id: _recount(claim, library) for id, claim in library.claims.items()}
    return {id: recount for id, recount in recounts.items() if recount is not None}


def _recount(claim: Claim, library: Library) -> Recount | None:
    match claim.check:
        case InterventionCheck() as check:
            return _interventions(check, library)
        case PartitionCheck() as check:
            return _partition(check, library)
        case ValuesCheck() as check:
            return _values(check, library)
        case TheoryCheck() as check:
            return _theories(check, library)
        case CountCheck() as check:
            return _count(check, library)
        case SumCheck() as check:
            total = sum(part.value for part in check.parts)
            return Recount(total == check.total, Shown(count=total))
        case ReferencesCheck() as check:
            return _references(check)
        case ListCheck() as check:
            return _list(check, library)
        case AgreeCheck() as check:
            return Recount(len(set(check.figures)) == 1, Shown())
    return None


def _interventions(check: InterventionCheck, library: Library) -> Recount:
    counted = _counted(library)
    members = [
        intervention
        for intervention in counted
        if all(value in intervention.values_of(name) for name, value in check.where.items())
    ]
    ids = tuple(member.id for member in members)
    about = ids if len(ids) < len(counted) else ()
    if check.majority:
        shown = Shown(count=len(ids), total=len(counted))
        return Recount(
            check.count in (None, len(ids)) and 2 * len(ids) > len(counted), shown, about
        )
    double = tuple(m.id for m in members if check.unique and _is_double(m, check))
    holds = check.count in (None, len(ids)) and not double
    if check.are:
        holds = holds and set(ids) == set(check.are)
    return Recount(holds, Shown(count=len(ids), members=ids, double=double), about)


def _counted(library: Library) -> list[Intervention]:
    """The interventions that count: retired ones, too, but none that is still to be written.

    A claim is about the source, which still has what this site has withdrawn.
    """
    known = sorted(library.every_intervention.items())
    return [item for _, item in known if item.is_begun]


def _is_double(intervention: Intervention, check: InterventionCheck) -> bool:
    return any(len(intervention.values_of(name)) > 1 for name in check.where)


def _partition(check: PartitionCheck, library: Library) -> Recount:
    values = {i.id: i.values_of(check.attribute) for i in _counted(library)}
    missing = tuple(id for id, found in values.items() if not found)
    double = tuple(id for id, found in values.items() if len(found) > 1)
    placed = len(values) - len(missing)
    return Recount(
        set(missing) == set(check.without) and not double,
        Shown(count=placed, total=len(values), missing=missing, double=double),
        (*missing, *double),
    )


def _values(check: ValuesCheck, library: Library) -> Recount:
    known = library.every_intervention
    carried = {
        id: known[id].values_of(check.attribute) if id in known else () for id in check.values
    }
    differing = {id: found for id, found in carried.items() if found != (check.values[id],)}
    return Recount(not differing, Shown(values=differing), tuple(check.values))


def _theories(check: TheoryCheck, library: Library) -> Recount:
    members = [
        theory
        for _, theory in sorted(library.every_theory.items())
        if check.group in (None, theory.group)
        and theory.final == check.final
        and (check.numbered is None or (theory.number is not None) == check.numbered)
        and (check.number_at is None or check.number_at in _sections(theory))
    ]
    ids = tuple(member.id for member in members)
    shown = Shown(count=len(ids), members=ids, **_numbers(check.numbers, members))
    holds = (
        check.count in (None, len(ids))
        and (not check.are or set(check.are) == set(ids))
        and not (shown.absent or shown.outside or shown.double)
    )
    return Recount(holds, shown, ids if check.are else ())


def _sections(theory: Theory) -> set[str]:
    """The sections of the source in which the number of a theory is printed."""
    return {locators.parse(at).section for at in theory.number_at}


def _numbers(printed: str | None, members: list[Theory]) -> dict[str, tuple[int | str, ...]]:
    """Where the numbers of theories are not those that are printed, each of them once."""
    if printed is None:
        return {}
    expected = _labels(printed)
    uses = Counter(str(theory.number) for theory in members if theory.number is not None)
    return {
        "absent": _in_order(expected - set(uses)),
        "outside": _in_order(set(uses) - expected),
        "double": tuple(t.id for t in members if uses[str(t.number)] > 1),
    }


def _labels(printed: str) -> set[str]:
    """`1-3, 1a` as the numbers and labels that it stands for."""
    parts = [part.strip() for part in printed.split(",")]
    ranges = [part for part in parts if re.fullmatch(NUMBER_OR_RANGE, part)]
    numbers = expand(",".join(ranges)) if ranges else set()
    return {*map(str, numbers), *(part for part in parts if part not in ranges)}


def _in_order(labels: set[str]) -> tuple[int | str, ...]:
    """Labels in the order of people, whole numbers as such."""
    return tuple(
        int(label) if re.fullmatch(r"[1-9]\d{0,4}|0", label) else label
        for label in sorted(labels, key=natural)
    )


def _count(check: CountCheck, library: Library) -> Recount:
    named = sum(theory.named_by_source for theory in library.middle_range.values())
    number = len(library.review.groups) if check.kind == "groups" else named
    return Recount(number == check.count, Shown(count=number))


def _references(check: ReferencesCheck) -> Recount:
    numbers = expand(check.numbers)
    outside = sorted(numbers - expand(check.within)) if check.within else []
    holds = check.count in (None, len(numbers)) and not outside
    return Recount(holds, Shown(count=len(numbers), outside=tuple(outside)))


def expand(numbers: str) -> set[int]:
    """`57-79, 82` as the numbers that it stands for."""
    result: set[int] = set()
    for part in numbers.split(","):
        first, _, last = part.strip().partition("-")
        result.update(range(int(first), int(last or first) + 1))
    return result


def _list(check: ListCheck, library: Library) -> Recount:
    lists = library.findings[check.finding].lists if check.finding in library.findings else {}
    lengths = {name: len(lists.get(name, ())) for name in check.lists}
    return Recount(lengths == dict(check.lists), Shown(lists=lengths))
