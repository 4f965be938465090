"""Of many mistakes all are found, soon, and the first hundred of a kind are told."""

from pathlib import Path

import pytest
from reviews import edit, found

from generator.check.check import about_files, check
from generator.diagnostics import first_of_each


@pytest.mark.slow
def test_ten_thousand_wrong_references_are_counted(garden_copy: Path):
    many = ", ".join(f"g0{n}x" for n in range(10_000))
    edit(garden_copy, ("seeds/findings.yml", "theories: [g01, g02]", f"theories: [{many}]"))
    found = [d for d in check(garden_copy).diagnostics if d.code == "unknown-reference"]
    assert len(found) == 10_000
    told = list(first_of_each(found))
    assert len(told) == 100
    assert all(one.remedy for one in told)
    assert told[-1].message.endswith("(And 9,900 more like it.)")
    assert not told[-2].message.endswith("like it.)")


def test_a_file_is_told_of_whatever_stands_in_files_before_it(garden_copy: Path):
    many = ", ".join(f"g0{n}x" for n in range(200))
    edit(garden_copy, ("seeds/findings.yml", "theories: [g01, g02]", f"theories: [{many}]"))
    edit(garden_copy, ("theories/g02.yml", "theory: gx1", "theory: g77"))
    [one] = about_files(check(garden_copy), frozenset({"theories/g02.yml"}))
    assert "“g77”" in one.message
    assert one.remedy


def test_a_place_with_a_number_of_thousands_of_digits_is_told_of(garden_copy: Path):
    place = f"findings {'9' * 5_000}.{'9' * 5_000}"
    edit(garden_copy, ("theories/j01.yml", "number-at: [findings 2.2]", f"number-at: [{place}]"))
    assert [one.split()[1] for one in found(garden_copy)] == ["locator-range"]


def test_what_others_follow_from_is_told_first(garden_copy: Path):
    (garden_copy / "theories/j02.yml").rename(garden_copy / "theories/j02.yaml")
    edit(garden_copy, ("interventions/s01.yml", "id: s01", "id: s01\nnews: x"))
    assert [one.split()[1] for one in found(garden_copy)] == ["unknown-file", "unknown-key"]


def test_a_seed_that_is_missing_is_told_of_and_not_all_that_it_held(garden_copy: Path):
    with (garden_copy / "seeds/ids.yml").open("a") as register:
        register.write("claims:\n  - c01\n  - c02\n")
    (garden_copy / "seeds/claims.yml").rename(garden_copy / "seeds/statements.yml")
    [wrong] = [one for one in check(garden_copy).diagnostics if one.severity == "error"]
    assert wrong.location.path == "seeds/statements.yml"
    assert wrong.remedy == "Rename it to seeds/claims.yml."
