import inspect
import re

import pytest
from reviews import edit, found

from generator.check.check import check
from generator.check.rules import RULES
from generator.diagnostics import CODES

J01, J02, J03 = "theories/j01.yml", "theories/j02.yml", "theories/j03.yml"
EVIDENCE = "seeds/evidence.yml"
EIGHT = "quotes: [one two three four five six seven eight]"
NINE = "quotes: [one two three four five six seven eight nine]"
WHY = "    why: The sentence speaks of gardens in general, not of this theory.\n"
SECOND_STEP = """\
        - count: 3
          label: schemes
          gap: Which document tells of which scheme is not said.
          at: [findings 1.1]
"""
READINGS = "readings: [{value: a, at: [intro 1]}, {value: b, at: [intro 2]}]"


def after(root, file, old, new):
    edit(root, (file, old, new))
    return found(root)


def test_an_inference_without_reasoning_is_an_error(garden_copy):
    assert after(garden_copy, J01, WHY, "") == [f"{J01}:42 inferred-without-why"]


def test_what_is_reported_needs_no_reasoning(garden_copy):
    edit(garden_copy, (J01, WHY, ""))
    assert after(garden_copy, J01, "    basis: inferred\n    quotes", "    quotes") == []


@pytest.mark.parametrize("count", [0, 1])
def test_a_conflict_with_fewer_than_two_readings_is_an_error(garden_copy, count):
    readings = "[{value: a, at: [intro 1]}]" if count else "[]"
    new = f"change: added\n    basis: conflict\n    readings: {readings}"
    [only] = after(garden_copy, J01, "change: added", new)
    assert only.endswith("conflict-readings")


def test_a_conflict_with_two_readings_is_none(garden_copy):
    new = f"change: added\n    basis: conflict\n    {READINGS}"
    assert after(garden_copy, J01, "change: added", new) == []


def test_a_conflict_whose_readings_say_the_same_is_an_error(garden_copy):
    same = "readings: [{value: Often., at: [findings 2.2]}, {value: often, at: [findings 3.1]}]"
    edit(garden_copy, (J01, "change: added", f"change: added\n    basis: conflict\n    {same}"))
    [only] = found(garden_copy)
    assert only.endswith("conflict-readings")


@pytest.mark.parametrize("basis", ["reported", "inferred"])
def test_readings_of_what_is_no_conflict_are_an_error(garden_copy, basis):
    new = f"change: added\n    basis: {basis}\n    why: x\n    {READINGS}"
    [only] = after(garden_copy, J01, "change: added", new)
    assert only.endswith("readings-without-conflict")


@pytest.mark.parametrize(
    ("file", "old"),
    [
        (J01, "quotes: [may help]"),
        ("seeds/findings.yml", "quotes: [a strength]"),
        ("seeds/review.yml", "quotes: [may help]"),
        ("seeds/review.yml", "quotes: [cannot tell]"),
    ],
)
def test_nine_words_are_too_long_a_quotation_and_eight_are_not(garden_copy, file, old):
    assert after(garden_copy, file, old, EIGHT) == []
    [only] = after(garden_copy, file, EIGHT, NINE)
    assert only.startswith(file)
    assert only.endswith("quote-too-long")


@pytest.mark.parametrize(("group", "code"), [("joining", ["wrong-prefix"]), ("growing", [])])
def test_ids_begin_with_the_letters_of_their_group(garden_copy, group, code):
    edit(garden_copy, ("theories/gx1.yml", "group: growing", f"group: {group}"))
    assert [line.split()[1] for line in found(garden_copy) if "gx1" in line] == code


def test_a_number_is_used_once_in_its_group(garden_copy):
    assert after(garden_copy, J03, "number: 3", "number: 2") == [f"{J03}:3 number-twice"]


def test_theories_without_number_and_of_other_groups_share_no_number(garden_copy):
    ones = [f"theories/{id}.yml" for id in ("g01", "j01")]  # two groups, and one number
    assert all("\nnumber: 1\n" in (garden_copy / one).read_text(encoding="utf-8") for one in ones)
    edit(garden_copy, ("theories/g02.yml", "number: 2\nnumber-at: [findings 3.3]", "number: null"))
    # Now two theories of one group have none, which is no number that they share.
    assert [one for one in found(garden_copy) if one.endswith("number-twice")] == []
    edit(garden_copy, ("theories/gx1.yml", "number: null", "number: 1"))
    assert "theories/gx1.yml:3 number-twice" in found(garden_copy)


def test_an_id_stands_once_on_a_page_whatever_the_part(garden_copy):
    assert after(garden_copy, J01, "id: i1", "id: e1") == [f"{J01}:68 duplicate-id"]


def test_ids_of_different_lists_of_a_seed_may_be_the_same(garden_copy):
    edit(garden_copy, ("interventions/s03.yml", "value: own", "value: summer"))
    assert after(garden_copy, "seeds/attributes.yml", "id: own", "id: summer") == []


@pytest.mark.parametrize(
    ("file", "old", "change", "wrong"),
    [
        (J02, "change: removed", "retained", True),
        (J02, "change: removed", "added", True),
        (J02, "change: removed", "not-stated", False),
        (J03, "change: added", "removed", True),
        (J03, "change: added", "not-stated", False),
        (J01, "change: added", "retained", False),
    ],
)
def test_statements_change_as_their_theory_does(garden_copy, file, old, change, wrong):
    lines = after(garden_copy, file, old, f"change: {change}")
    assert [line.split()[1] for line in lines] == (["model-change"] if wrong else [])


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{--put up with--}{++welcome++}", "welcome", "reworded-without-markup"),
        ("change: reworded", "change: retained", "markup-without-reworded"),
        ("She joins.", "She {++gladly++} joins.", "markup-without-reworded"),
    ],
)
def test_reworded_and_its_markup_go_together(garden_copy, old, new, code):
    [only] = after(garden_copy, J01, old, new)
    assert only.endswith(code)


@pytest.mark.parametrize(("letter", "right"), [("A", True), ("b", True), ("C", False)])
def test_a_theory_names_a_reading_that_its_claim_has(garden_copy, letter, right):
    lines = after(garden_copy, "theories/gx1.yml", "reading: A", f"reading: {letter}")
    assert lines == ([] if right else ["theories/gx1.yml:22 unknown-reference"])


def test_a_claim_without_readings_offers_none(garden_copy):
    edit(garden_copy, ("theories/gx1.yml", "claim: c04", "claim: c01"))
    [wrong] = [d for d in check(garden_copy).diagnostics if d.location.path.endswith("gx1.yml")]
    assert wrong.expected == "One of: none yet."


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("columns: [plot-type]", "columns: [plot-type, season]", 6),
        ("columns: [plot-type]", "columns: [name]", 6),
        ("      columns: [plot-type]\n", "", 6),
        ("claim: c07", "claim: c01", 52),
        ("      claim: c07\n", "", 52),
        ("      facets: true\n", "", 61),
        ("columns: [plot-type, season]", "columns: [plot-type]", 76),
        ("columns: [plot-type, season]", "columns: [plot-type, name]", 76),
        ("kind: lineage\n      columns: [based-on]", "kind: lineage\n      columns: [season]", 80),
        (SECOND_STEP, "", 87),
    ],
)
def test_a_table_without_what_its_kind_needs_is_an_error(garden_copy, old, new, line):
    assert after(garden_copy, EVIDENCE, old, new) == [f"{EVIDENCE}:{line} table-shape"]


def test_a_table_of_what_is_stated_needs_an_intervention_that_is_not_retired(garden_copy):
    retired = "retired: {why: Invented., date: 2022-04-01}\nstudies:"
    for id in ("s01", "s02", "s03"):
        edit(garden_copy, (f"interventions/{id}.yml", "studies:", retired))
    told = [one for one in found(garden_copy) if one.endswith("table-shape")]
    assert told == [f"{EVIDENCE}:84 table-shape"]


@pytest.mark.parametrize(("old", "new"), [("[plot-type]", "[plot]"), ("claim: c07", "claim: c99")])
def test_a_table_with_an_unknown_reference_is_one_mistake(garden_copy, old, new):
    [only] = after(garden_copy, EVIDENCE, old, new)
    assert only.endswith("unknown-reference")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_names_its_diagnostics(rule):
    told = re.search(r"Diagnostics?: ([^.]+)\.", rule.__doc__)
    assert told
    named = set(re.split(r",\s+", told[1]))
    assert named <= CODES.keys()
    assert {code for code in CODES if f'"{code}"' in inspect.getsource(rule)} <= named
