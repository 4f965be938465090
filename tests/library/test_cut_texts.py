"""A “#” that ends a text is told of; beside what is no text a comment may stand."""

from pathlib import Path

import pytest
from reviews import edit, found

from generator.check.check import check
from generator.files.yaml_reading import read_yaml

J01 = "theories/j01.yml"
CUT = {
    "in a text": ("text: She joins.", "text: She joins group #1, or #2.", "ends with “She joins g"),
    "before a text": ("text: She joins.", "text: #1 joins.", "no text before it"),
    "in a title": (
        "title: 'Example theory: seeing that newcomers are welcome'",
        "title: Gardens # in both models",
        "ends with “Gardens”",
    ),
    "in place of a number": ("number: 1", "number: #1", "no text before it"),
}


@pytest.mark.parametrize(("old", "new", "words"), CUT.values(), ids=CUT)
def test_a_text_that_is_cut_is_one_error_at_its_sign(
    garden_copy: Path, old: str, new: str, words: str
):
    edit(garden_copy, (J01, old, new))
    [one] = [d for d in check(garden_copy).diagnostics if d.location.path == J01]
    assert one.code == "text-cut"
    assert words in one.message
    assert "'quotation marks'" in one.remedy
    line = (garden_copy / J01).read_text().split("\n")[one.location.line - 1]
    assert line[one.location.column - 1 :] == new[new.index("#") :]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("text: She joins.", "text: 'She joins group #1.'"),
        ("text: She joins.", "text: 'She joins.' # in both models"),
        ("text: She joins.", "text: She joins#1."),
        ("text: She joins.", "# in both models\n    text: She joins."),
        ("text: She joins.", "text: >- # folded\n      She joins group #1."),
        ("id: j01", "id: j01 # the first"),
        ("number: 1", "number: 1 # as the report has it"),
        ("number: 1", "number: null # the report has none"),
        ("number-at: [findings 2.2]", "number-at: [findings 2.2] # of two"),
        ("number-at: [findings 2.2]", "number-at: # where\n  - findings 2.2 # the second"),
        ("text: She joins.", "text: joins # one of the choices"),
        ("change: removed", "change: removed # see findings"),
    ],
)
def test_other_comments_are_left_alone(garden_copy: Path, old: str, new: str):
    edit(garden_copy, (J01, old, new))
    assert not any("text-cut" in one for one in found(garden_copy))


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  text: Model #1 and\n    model #2.\n  at: [x 1]\n",
        "a: [could #1 fear]\nb: 1\n",
        "a: {label: Table #1, rows: 2}\nb: 1\n",
    ],
)
def test_where_reading_ends_the_sign_just_before_is_named(text: str):
    [one] = read_yaml(text, "a.yml")[0].diagnostics
    assert one.code == "syntax"
    assert "is no comment but part of a text, put all of" in one.remedy


def test_a_comment_far_above_has_nothing_to_do_with_it():
    [one] = read_yaml("a: b # c\nd: e\nf: 'g\n", "a.yml")[0].diagnostics
    assert "comment" not in one.remedy
