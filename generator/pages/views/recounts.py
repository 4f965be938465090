"""What recomputing a claim came to, in words; what each kind of check compares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from generator.check.recount import Recount, expand
from generator.entities import Claim
from generator.entities.claim_check import (
    AgreeCheck,
    Check,
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
from generator.entities.words import Noun, counted
from generator.library.library import Library
from generator.pages.views import listed
from generator.pages.views.rows import value_label

COMPARES = {
    "interventions": "The {interventions} that have certain values in this site’s data are held "
    "against the list, the number or the “most” that the {noun} gives.",
    "partition": "Every {intervention}, but for those that a claim sets apart, must have exactly "
    "one value of an attribute in this site’s data.",
    "values": "Values of single {interventions} in this site’s data are held against those that "
    "the {noun} prints.",
    "theories": "The {theories} of this site’s data are held against the list, the numbers or the "
    "count that the {noun} gives.",
    "groups": "The groups of {theories} in this site’s data are counted and held against the "
    "number that the {noun} gives, or the groups that it names.",
    "middle-range": "The middle-range theories that this site’s data record as named in the {noun} "
    "are counted and held against the number that it gives, or the names that it lists.",
    "list": "The entries of a list in this site’s findings are counted and held against the "
    "number that the {noun} gives, or the entries that it lists.",
    "sum": "The parts that the {noun} prints are added up and held against the total that it "
    "prints.",
    "references": "The reference numbers that the {noun} prints are counted, or held against a "
    "range that it prints.",
    "agree": "Figures that the {noun} prints in several places are held against each other.",
}
"""What each kind of check compares; `compares` puts in what this review calls its things."""


def compares(kind: str, library: Library) -> str:
    """What checks of a kind compare, in the words of the review."""
    words = library.review.words
    return COMPARES[kind].format(
        noun=library.review.source.noun,
        intervention=words.intervention.one,
        interventions=words.intervention.many,
        theories=words.theory.many,
    )


Naming = Callable[[Sequence[str]], str]
"""How interventions and theories are named in a sentence."""


def every_name(ids: Sequence[str]) -> str:
    """All of them."""
    return ", ".join(f"[[{id}]]" for id in ids)


def first_names(ids: Sequence[str]) -> str:
    """As many as a page names, and how many more there are."""
    more = len(ids) - listed.LISTED
    return every_name(ids[: listed.LISTED]) + f" and {more} more" * (more > 0)


def found_words(
    claim: Claim, recount: Recount, library: Library, naming: Naming = every_name
) -> str:
    """What was found, in a sentence or two; interventions and theories stand in it as `[[s01]]`."""
    shown, words = recount.shown, library.review.words
    match claim.check:
        case InterventionCheck(majority=True):
            share = 100 * (shown.count or 0) / max(shown.total or 0, 1)
            return f"The data have {shown.count} of {shown.total} ({share:.0f}%)."
        case InterventionCheck():
            twice = _more(" But another value is printed as well for", naming(shown.double))
            return _members(shown, words.intervention, naming) + twice
        case PartitionCheck() as check:
            return _partition(shown, words.intervention, _label(check.attribute, library), naming)
        case ValuesCheck() as check:
            return _values(check, shown, library)
        case TheoryCheck() as check:
            kind = "numbered " * bool(check.numbered)
            members = _members(shown, words.theory, naming, kind)
            return members + _numbers(shown, words.theory, naming)
        case CountCheck(kind="groups"):
            groups = counted(shown.count, "group")
            return f"The data have {groups} of {words.theory.many}."
        case CountCheck():
            number = counted(shown.count, "middle-range theory", "middle-range theories")
            return f"The data have {number} named by the source."
        case ListCheck():
            lists = "; ".join(f"{name}: {length}" for name, length in shown.lists.items())
            return f"Entries that this site lists: {lists}."
    return _of_print(claim.check, recount)


def _of_print(check: Check | None, recount: Recount) -> str:
    """What was found by comparing printed figures with each other."""
    shown = recount.shown
    match check:
        case SumCheck():
            return f"{' + '.join(str(part.value) for part in check.parts)} = {shown.count}."
        case ReferencesCheck():
            return _references(check, shown)
        case AgreeCheck() if recount.holds:
            return f"The same figures stand in {len(check.figures)} places."
    return "The figures differ."


def _members(shown: Shown, noun: Noun, naming: Naming, kind: str = "") -> str:
    members = f": {naming(shown.members)}" if shown.members else ""
    return f"The data have {shown.count} {kind}{noun.of(shown.count or 0)}{members}."


def _numbers(shown: Shown, noun: Noun, naming: Naming) -> str:
    return (
        _more(f" No {noun.one} has the number", _digits(shown.absent))
        + _more(" Not among the numbers that are printed:", _digits(shown.outside))
        + _more(" More than one has the same number:", naming(shown.double))
    )


def _partition(shown: Shown, noun: Noun, label: str, naming: Naming) -> str:
    return (
        f"{shown.count} of {noun.counted(shown.total or 0)} have a value of “{label}”."
        + _more(" None for", naming(shown.missing))
        + _more(" More than one for", naming(shown.double))
    )


def _values(check: ValuesCheck, shown: Shown, library: Library) -> str:
    if not shown.values:
        attribute = library.attribute(check.attribute)
        held = (f"[[{id}]]: {value_label(attribute, value)}" for id, value in check.values.items())
        return f"The data carry the values that are printed ({'; '.join(held)})."
    differing = (
        f"{' and '.join(map(str, carried)) or 'nothing'} for [[{id}]], "
        f"where {check.values[id]} is printed"
        for id, carried in shown.values.items()
    )
    return f"The data carry {'; '.join(differing)}."


def _references(check: ReferencesCheck, shown: Shown) -> str:
    words = f"{counted(len(expand(check.numbers)), 'reference number')}."
    if check.within is None:
        return words
    outside = ", ".join(f"[{number}]" for number in shown.outside) or "none"
    return f"{words} Outside [{check.within.replace('-', '–')}]: {outside}."


def _label(attribute: str, library: Library) -> str:
    """The label of an attribute; its id in a state of the data in which nobody knows it."""
    known = {a.id: a.label for a in library.attributes.attributes}
    return known.get(attribute, attribute)


def _more(beginning: str, listed: str) -> str:
    """A sentence that ends in a list, or nothing where the list is empty."""
    return f"{beginning} {listed}." if listed else ""


def _digits(numbers: Iterable[int | str]) -> str:
    return ", ".join(map(str, numbers))
