"""Counts of the source, made again from the data: one function a kind of check."""

from __future__ import annotations

from dataclasses import dataclass

from generator.entities import Claim, Intervention, locators
from generator.entities.claim import (
    AgreeCheck,
    CountCheck,
    InterventionCheck,
    ListCheck,
    PartitionCheck,
    ReferencesCheck,
    SumCheck,
    TheoryCheck,
    ValuesCheck,
)
from generator.library.library import Library


@dataclass(frozen=True)
class Result:
    """What recomputing a claim found: whether it holds, and what the data say, in words.

    References to interventions and theories are written `[[i06]]`.
    """

    holds: bool
    found: str
    about: tuple[str, ...] = ()


def recompute(claim: Claim, library: Library) -> Result | None:
    """Check a claim against the data; None for a claim that was checked by reading only."""
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
            return _sum(check)
        case ReferencesCheck() as check:
            return _references(check)
        case ListCheck() as check:
            return _list(check, library)
        case AgreeCheck() as check:
            return _agree(check)
    return None


def _interventions(check: InterventionCheck, library: Library) -> Result:
    members = [
        intervention.id
        for intervention in _counted(library)
        if all(value in intervention.values_of(name) for name, value in check.where.items())
    ]
    total = len(_counted(library))
    noun = "intervention" if len(members) == 1 else "interventions"
    found = f"The data have {len(members)} {noun}" + (f": {_names(members)}." if members else ".")
    holds = check.count in (None, len(members))
    if check.majority:
        holds = holds and 2 * len(members) > total
        share = 100 * len(members) / max(total, 1)
        found = f"The data have {len(members)} of {total} ({share:.0f}%)."
    elif check.are or check.count == 0:
        holds = holds and set(members) == set(check.are)
    if check.unique:
        double = [id for id in members if _is_double(library.every_intervention[id], check)]
        holds = holds and not double
        if double:
            found += f" But another value is printed as well for {_names(double)}."
    return Result(holds, found, tuple(members) if len(members) < total else ())


def _counted(library: Library) -> list[Intervention]:
    """The interventions that count: retired ones, too, but none that is still to be written.

    A claim is about the source, which still has what this site has withdrawn.
    """
    known = sorted(library.every_intervention.items())
    return [item for _, item in known if item.is_begun]


def _is_double(intervention: Intervention, check: InterventionCheck) -> bool:
    return any(len(intervention.values_of(name)) > 1 for name in check.where)


def _partition(check: PartitionCheck, library: Library) -> Result:
    values = {i.id: i.values_of(check.attribute) for i in _counted(library)}
    missing = [id for id, found in values.items() if not found]
    double = [id for id, found in values.items() if len(found) > 1]
    found = (
        f"{len(values) - len(missing)} of {len(values)} interventions have a value of "
        f"“{library.attribute(check.attribute).label}”."
    )
    if missing:
        found += f" None for {_names(missing)}."
    if double:
        found += f" More than one for {_names(double)}."
    return Result(not missing and not double, found, (*missing, *double))


def _values(check: ValuesCheck, library: Library) -> Result:
    carried = {
        id: library.every_intervention[id].values_of(check.attribute)
        if id in library.every_intervention
        else ()
        for id in check.values
    }
    differing = [
        f"{' and '.join(map(str, carried[id])) or 'nothing'} for [[{id}]], where {value} is printed"
        for id, value in check.values.items()
        if carried[id] != (value,)
    ]
    found = "The data carry the values that are printed."
    if differing:
        found = f"The data carry {'; '.join(differing)}."
    return Result(not differing, found, tuple(check.values))


def _theories(check: TheoryCheck, library: Library) -> Result:
    members = [
        theory.id
        for _, theory in sorted(library.every_theory.items())
        if check.group in (None, theory.group)
        and theory.model.final == check.final
        and (check.numbered is None or (theory.number is not None) == check.numbered)
        and (
            check.number_at is None
            or any(locators.parse(at).section == check.number_at for at in theory.number_at)
        )
    ]
    kind = "numbered theories" if check.numbered else "theories"
    found = f"The data have {len(members)} {kind}" + (f": {_names(members)}." if members else ".")
    holds = check.count in (None, len(members)) and (
        not check.are or set(check.are) == set(members)
    )
    return Result(holds, found, tuple(members) if check.are else ())


def _count(check: CountCheck, library: Library) -> Result:
    if check.kind == "groups":
        number, what = len(library.review.groups), "groups of theories"
    else:
        number = sum(theory.named_by_source for theory in library.middle_range.values())
        what = "middle-range theories named by the source"
    return Result(number == check.count, f"The data have {number} {what}.")


def _sum(check: SumCheck) -> Result:
    total = sum(part.value for part in check.parts)
    parts = " + ".join(str(part.value) for part in check.parts)
    return Result(total == check.total, f"{parts} = {total}.")


def _references(check: ReferencesCheck) -> Result:
    numbers = _expand(check.numbers)
    holds, found = True, f"{len(numbers)} reference numbers."
    if check.count is not None:
        holds = len(numbers) == check.count
    if check.within is not None:
        outside = sorted(numbers - _expand(check.within))
        holds = holds and not outside
        names = ", ".join(f"[{number}]" for number in outside) or "none"
        found += f" Outside [{check.within.replace('-', '–')}]: {names}."
    return Result(holds, found)


def _expand(numbers: str) -> set[int]:
    """`57-79, 82` as the numbers that it stands for."""
    result: set[int] = set()
    for part in numbers.split(","):
        first, _, last = part.strip().partition("-")
        result.update(range(int(first), int(last or first) + 1))
    return result


def _list(check: ListCheck, library: Library) -> Result:
    lists = library.findings[check.finding].lists if check.finding in library.findings else {}
    lengths = {name: len(lists.get(name, ())) for name in check.lists}
    found = "; ".join(f"{name}: {length}" for name, length in lengths.items())
    return Result(lengths == dict(check.lists), f"Entries that are printed: {found}.")


def _agree(check: AgreeCheck) -> Result:
    same = len(set(check.figures)) == 1
    places = len(check.figures)
    return Result(
        same, f"The same figures stand in {places} places." if same else "The figures differ."
    )


def _names(ids: list[str]) -> str:
    return ", ".join(f"[[{id}]]" for id in ids)
