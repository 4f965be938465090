"""Whoever is led on from what is withdrawn arrives somewhere."""

from pathlib import Path

import pytest

from generator.check.check import check

RETIRED = "retired: {{why: Invented., date: 2022-04-01, successor: {successor}}}\n"


def retire(root: Path, **successors: str) -> None:
    """Withdraw theories, each in favour of another one."""
    for id, successor in successors.items():
        with (root / f"theories/{id}.yml").open("a", encoding="utf-8") as file:
            file.write(RETIRED.format(successor=successor))


@pytest.mark.parametrize(
    ("successors", "wrong"),
    [
        ({"g01": "g01"}, {"g01"}),
        ({"g01": "g02", "g02": "g01"}, {"g01", "g02"}),
        ({"j02": "g01", "g01": "g02", "g02": "g01"}, {"g01", "g02"}),
        ({"g01": "g02", "g02": "j01"}, set()),
    ],
)
def test_a_way_by_successors_never_comes_back(garden_copy: Path, successors, wrong):
    retire(garden_copy, **successors)
    told = [d for d in check(garden_copy).diagnostics if "comes back" in d.message]
    assert {d.code for d in told} <= {"wrong-value"}
    assert {Path(d.location.path).stem for d in told} == wrong
