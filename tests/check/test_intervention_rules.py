import pytest
from reviews import edit, found, short

from generator.check.check import check

S01, S02, S03 = (f"interventions/s0{n}.yml" for n in (1, 2, 3))


def test_the_garden_has_one_attribute_that_nobody_has_looked_up(garden):
    diagnostics = check(garden).diagnostics
    assert short(diagnostics) == [f"{S03}:9 attribute-not-extracted"]
    assert "members-nearby" in diagnostics[0].message
    assert diagnostics[0].severity == "warning"


NOT_STATED = "not-stated:\n  - based-on\n"
SHED = "  shed:\n    value: A shed by the gate\n    basis: reported\n    at: [findings 1.2]\n"


@pytest.mark.parametrize("deleted", [NOT_STATED, SHED])
def test_an_attribute_of_which_nothing_is_said_is_a_warning(garden_copy, deleted):
    edit(garden_copy, (S01, deleted, ""))
    assert found(garden_copy) == [f"{S01}:9 attribute-not-extracted"]
    assert not check(garden_copy).has_errors


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (S01, "  - based-on\n", "  - based-on\n  - name\n", 43),
        (S01, "  - based-on\n", "  - based-on\n  - based-on\n", 43),
        (
            S01,
            "not-stated:",
            "not-applicable: [{attributes: [shed], why: x, at: [intro 1]}]\nnot-stated:",
            41,
        ),
        (S02, "not-stated:\n", "not-stated:\n  - season\n", 26),
    ],
)
def test_an_attribute_in_two_states_is_told_of_at_the_second(garden_copy, file, old, new, line):
    edit(garden_copy, (file, old, new))
    assert found(garden_copy) == [f"{file}:{line} attribute-twice"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (S01, "value: shared-beds", "value: beds"),
        (S01, "value: summer", "value: autumn"),
        (S01, "value: 80", "value: 80%"),
        (S01, "value: 80", "value: 101"),
        (S01, "value: 80", "value: -1"),
        (S01, "value: 80", "value: .nan"),
        (S01, "value: Corner Beds", "value: 12"),
        (S02, "value: s01", "value: s04"),
        (S02, "value: s01", "value: 1"),
        (S02, "    value: 45\n", ""),
    ],
)
def test_a_value_that_does_not_suit_its_attribute_is_an_error(garden_copy, file, old, new):
    edit(garden_copy, (file, old, new))
    lines = found(garden_copy)
    assert [line.split()[1] for line in lines] == ["attribute-value"]
    assert lines[0].startswith(file)


@pytest.mark.parametrize("value", ["none", "n/a", "'?'", "Not stated.", "not applicable"])
def test_a_text_that_says_nothing_is_told_where_it_belongs(garden_copy, value):
    edit(garden_copy, (S01, "value: Corner Beds", f"value: {value}"))
    [told] = [d for d in check(garden_copy).diagnostics if d.severity == "error"]
    assert told.code == "attribute-value"
    assert "“not-stated”" in told.remedy


@pytest.mark.parametrize("value", ["0", "100", "99.5"])
def test_percentages_go_from_nothing_to_all(garden_copy, value):
    edit(
        garden_copy,
        (S02, "value: 45", f"value: {value}"),
        ("seeds/claims.yml", "s02: 45", f"s02: {value}"),
    )
    assert found(garden_copy) == []


def test_readings_are_held_against_the_choices_too(garden_copy):
    edit(garden_copy, (S01, "value: all-year", "value: all-the-year"))
    assert found(garden_copy) == [f"{S01}:18 attribute-value"]


def test_a_broken_intervention_may_still_be_named(garden_copy):
    edit(garden_copy, (S01, "number: 1", "number: '1'"))
    assert found(garden_copy) == [f"{S01}:3 wrong-type"]


def test_a_value_beside_readings_would_be_lost_and_is_told_of(garden_copy):
    file = garden_copy / "interventions" / "s01.yml"
    text = file.read_text(encoding="utf-8")
    assert text.count("    readings:\n") == 1
    file.write_text(text.replace("    readings:\n", "    value: summer\n    readings:\n"), "utf-8")
    codes = [d.code for d in check(garden_copy).diagnostics if d.location.path.endswith("s01.yml")]
    assert codes == ["attribute-value"]


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ("format: plot-type", "format: shed", 2, "wrong-value"),
        (
            "    kind: text\n",
            "    kind: text\n    choices: [{id: a, label: A}]\n",
            39,
            "unknown-key",
        ),
        ("    kind: text\n", "    kind: choice\n", 38, "missing-key"),
    ],
)
def test_the_kind_choice_and_no_other_has_choices(garden_copy, old, new, line, code):
    edit(garden_copy, ("seeds/attributes.yml", old, new))
    assert f"seeds/attributes.yml:{line} {code}" in found(garden_copy)
