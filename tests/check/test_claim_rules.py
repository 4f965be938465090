from pathlib import Path

import pytest
from reviews import edit, found

CLAIMS = "seeds/claims.yml"
READ = "  found: The reference is cited; the reference list is absent.\n"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("    are: [s01]\n    count: 1\n    unique: true\n", "", 7),
        ("    numbered: true\n    count: 3\n    numbers: 1-2\n", "    numbered: true\n", 34),
        ("    count: 2\n    within: 1-5\n", "", 91),
        ("values: {s01: 80, s02: 45}", "values: {}", 25),
        ("lists: {crops: 3, tools: 2}", "lists: {}", 101),
    ],
)
def test_a_check_with_nothing_to_hold_the_data_against_is_told_of(
    garden_copy: Path, old: str, new: str, line: int
) -> None:
    edit(garden_copy, (CLAIMS, old, new))
    assert f"{CLAIMS}:{line} claim-cannot-fail" in found(garden_copy)


def test_a_count_of_none_is_something_to_hold_the_data_against(garden_copy: Path) -> None:
    old = "    where: {plot-type: shared-beds}\n    are: [s01]\n    count: 1\n    unique: true\n"
    edit(garden_copy, (CLAIMS, old, "    where: {plot-type: shared-beds}\n    count: 0\n"))
    assert [one.split()[1] for one in found(garden_copy)] == ["claim-verdict"]


@pytest.mark.parametrize(
    ("verdict", "told"),
    [("consistent", True), ("inconsistent", True), ("cannot-be-checked", False)],
)
def test_a_verdict_of_reading_says_what_was_found(
    garden_copy: Path, verdict: str, told: bool
) -> None:
    edit(garden_copy, (CLAIMS, f"{READ}  verdict: cannot-be-checked", f"  verdict: {verdict}"))
    codes = [one.split()[1] for one in found(garden_copy)]
    assert codes == (["claim-cannot-fail"] if told else [])


@pytest.mark.parametrize(
    ("claim", "key", "told"),
    [
        ("mild", "same-problem-as: c04", []),
        ("mild", "same-problem-as: c11", ["claim-problem"]),
        ("mild", "same-problem-as: c05", ["claim-problem"]),
        ("mild", "same-problem-as: c99", ["unknown-reference"]),
        ("none", "same-problem-as: c04", ["claim-problem"]),
        ("none", "problem: It is not there.", ["claim-problem"]),
    ],
)
def test_a_problem_is_counted_to_a_contradiction_that_stands_for_it(
    garden_copy: Path, claim: str, key: str, told: list[str]
) -> None:
    line = {"mild": "  severity: mild\n", "none": "  verdict: cannot-be-checked\n"}[claim]
    edit(garden_copy, (CLAIMS, line, f"{line}  {key}\n"))
    assert [one.split()[1] for one in found(garden_copy)] == told
