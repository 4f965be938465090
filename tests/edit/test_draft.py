"""Edits of one file: what is edited, and every line that is not."""

import pytest

from generator.edit.draft import CannotEditError, Draft

ODD = "# head\nid: a # why\nlist: [a, b]  # c\n\nitems:\n- id: x\n  text: 'old'   # side\n# foot\n"
THEORY = "theories/t01.yml"


def drafted(text: str, *steps: tuple, path: str = "") -> str:
    draft = Draft(text, path, ["first", "second", "third"])
    for name, *arguments in steps:
        getattr(draft, name)(*arguments)
    return draft.finished()


def put(*path, value="new"):
    return "put", path, value


def test_all_other_characters_stay():
    text = drafted(ODD, put("items", 0, "text"), put("items", 0, "note", value="n"))
    assert text == ODD.replace("'old'   # side\n", "new   # side\n  note: n\n")


def test_an_item_leaves_a_list_and_the_last_one_takes_the_key_along():
    assert drafted(ODD, ("remove", ("list",), "a")) == ODD.replace("[a, b]", "[b]")
    gone = drafted(ODD, ("remove", ("list",), "a"), ("remove", ("list",), "b"))
    assert gone == ODD.replace("list: [a, b]  # c\n", "# c\n")


@pytest.mark.parametrize(
    ("text", "step", "expected"),
    [
        ("a: >-  # ours\n  one\n  two\nb: 1\n", put("a"), "a: new  # ours\nb: 1\n"),
        ("a:  # why\n  - b  # this\n  - c\nd: 1\n", put("a", value=["e"]),
         "# this\na: [e]  # why\nd: 1\n"),
        ("a: [b, # this\n  c]\n", put("a", value=["e"]), "# this\na: [e]\n"),
        ("a:\n  - b  # this\n  - c\n  # foot\nd: 1\n", ("remove", ("a",), "b"),
         "a:\n  # this\n  - c\n  # foot\nd: 1\n"),
        ("a: 1\nb:  # why\n  - c: d  # this\n", ("drop", ("b",)), "a: 1\n# why\n# this\n"),
        ("a:\n  - b: 1  # this\n    c: 2\n", ("drop", ("a", 0, "b")), "a:\n  # this\n  - c: 2\n"),
    ],
)  # fmt: skip
def test_comments_of_what_goes_away_stay(text, step, expected):
    assert drafted(text, step) == expected


@pytest.mark.parametrize(
    ("text", "step", "expected"),
    [
        ("a: []  # none\nb: 1\n", ("append", ("a",), "x"), "a: [x]  # none\nb: 1\n"),
        ("a:\n- x\n# of b\nb: 1\n", ("append", ("a",), "y"), "a:\n- x\n- y\n# of b\nb: 1\n"),
        ("a:\n  - x\n  # foot\n\nb: 1", ("append", ("a",), "y"),
         "a:\n  - x\n  - y\n  # foot\n\nb: 1"),
        ("a:\n  - id: x\n", ("append", ("a",), {"id": "y", "at": ["b 1"]}),
         "a:\n  - id: x\n  - id: y\n    at: [b 1]\n"),
        ("a: 1\n", ("append", ("b",), "x"), "a: 1\nb: [x]\n"),
        ("a: {b: 1, c: 2}\n", put("a", "b"), "a: {b: new, c: 2}\n"),
        ("a: {}\n", put("a", "b"), "a:\n  b: new\n"),
        ("a:\n  b: 1\n", ("drop", ("a", "b")), "a: {}\n"),
    ],
)  # fmt: skip
def test_lists_and_mappings_grow_and_shrink_in_their_own_form(text, step, expected):
    assert drafted(text, step) == expected


def test_a_list_that_no_longer_fits_in_brackets_stands_below():
    text = drafted("a: [x]\n", ("append", ("a",), "y" * 100))
    assert text == f"a:\n  - x\n  - {'y' * 100}\n"


def test_edits_of_what_was_put_in_are_one_edit():
    text = drafted(
        "a: 1\n",
        ("append", ("list",), {"id": "x", "at": ["b 1"]}),
        ("append", ("list", 0, "at"), "b 2"),
        put("list", 0, "id", value="y"),
    )
    assert text == "a: 1\nlist:\n  - id: y\n    at: [b 1, b 2]\n"


def test_a_new_key_goes_where_its_file_has_it():
    text = "id: t01\n\n# outcomes\noutcomes:\n  - text: T\n    at: [b 1]\n"
    new = drafted(
        text,
        put("title"),
        put("contexts", value=[{"id": "c1"}]),
        put("outcomes", 0, "why"),
        put("outcomes", 0, "id", value="o1"),
        path=THEORY,
    )
    assert new == (
        "id: t01\ntitle: new\ncontexts:\n  - id: c1\n\n# outcomes\noutcomes:\n"
        "  - id: o1\n    text: T\n    why: new\n    at: [b 1]\n"
    )


def test_attributes_go_where_the_review_has_them():
    text = "attributes:\n  # of the second\n  second:\n    value: 1\n"
    new = drafted(
        text,
        put("attributes", "third", value=3),
        put("attributes", "first", value=1),
        path="interventions/i01.yml",
    )
    assert new == (
        "attributes:\n  first: 1\n  # of the second\n  second:\n    value: 1\n  third: 3\n"
    )


def test_line_ends_and_byte_order_marks_stay():
    assert drafted("\ufeffa: 1\r\nb: 2", put("a", value="x")) == "\ufeffa: x\r\nb: 2"


def test_an_edit_that_would_lose_a_comment_is_not_made(monkeypatch):
    monkeypatch.setattr("generator.edit.draft.remarks_within", lambda part: [])
    with pytest.raises(CannotEditError, match="edited, it would lose a comment"):
        drafted("a:\n  - b  # why\nc: 1\n", ("drop", ("a",)), path=THEORY)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a: 1\r\nb: 2\n", "line"),
        ("{a: 1}\n", "brackets"),
        ("a: &x {b: c}\nd: *x\n", "read"),
        ("? a\n: 1\n", "line 1"),
        ("a: >1\n  b\n", "line 1"),
    ],
)
def test_what_only_a_person_should_edit_is_left_alone(text, why):
    with pytest.raises(CannotEditError, match=rf"theories/t01.yml .*{why}"):
        drafted(text, put("a"), path=THEORY)
