"""One mistake is told once, and none that stands by itself is hidden by another."""

import re
from pathlib import Path

import pytest
from reviews import edit, found

from generator.check.check import check


def told(root: Path) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in check(root).diagnostics if one.severity == "error"]


def test_a_misspelt_key_is_not_also_missing(garden_copy: Path):
    edit(
        garden_copy,
        ("theories/j01.yml", "title:", "titel:"),
        ("theories/j01.yml", "summary:", "sumary:"),
        ("theories/j01.yml", "topic:", "subject:"),
    )
    assert [code for code, _ in told(garden_copy)] == ["missing-key", *["unknown-key"] * 3]


@pytest.mark.parametrize(
    ("line", "now", "says"),
    [
        ("source:\n", "", "The line “source:” is missing above this one"),
        ("source:\n", "  source:\n", "“source” stands among the keys of “help”"),
    ],
)
def test_the_keys_of_a_line_that_was_lost_are_told_of_once(garden_copy: Path, line, now, says):
    edit(garden_copy, ("seeds/review.yml", f"\n{line}", f"\n{now}"))
    codes, messages = zip(*told(garden_copy), strict=True)
    assert sum(code in ("unknown-key", "missing-key") for code in codes) == 1
    assert any(says in message for message in messages)


def test_strange_keys_elsewhere_are_not_laid_to_what_is_missing(garden_copy: Path):
    file = garden_copy / "theories/j01.yml"
    text = re.sub(r"(?ms)^topic:\n(?:  .*?\n)+(?=\w)", "", file.read_text(encoding="utf-8"))
    file.write_text(text.replace("related:\n", "related:\n  - quotes: []\n    scope: x\n", 1))
    assert "“topic” is missing" in str(told(garden_copy))
    assert "“quotes”" in str(told(garden_copy))


def test_while_nobody_can_read_what_became_of_ids_none_is_called_gone(garden_copy: Path):
    edit(garden_copy, ("seeds/moved.yml", "date: 2022-03-02", "date: yesterday"))
    assert [one.split()[1] for one in found(garden_copy)] == ["wrong-type"]


def test_a_text_that_may_hold_no_markup_is_not_also_told_that_half_of_it_is_missing(
    garden_copy: Path,
):
    edit(garden_copy, ("theories/j01.yml", "that newcomers", "{++that newcomers"))
    assert [code for code, _ in told(garden_copy)] == ["wrong-value"]


def test_without_an_attribute_of_formats_no_format_is_called_unknown(garden_copy: Path):
    edit(garden_copy, ("seeds/attributes.yml", "format: plot-type", "format: plottype"))
    assert found(garden_copy) == ["seeds/attributes.yml:2 unknown-reference"]
