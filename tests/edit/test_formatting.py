from typing import Any

import pytest
from reviews import GARDEN, ROOT, copy_of

from generator.edit.formatting import attributes_of, format_file, format_text, formattable
from generator.edit.key_order import keys_of
from generator.entities import Theory
from generator.entities.base import Remark
from generator.entities.describe import entities_in
from generator.files.load import load_file
from generator.files.yaml_reading import read_yaml
from generator.files.yaml_tree import NotFormattableError
from generator.files.yaml_write import WIDTH
from generator.library.kinds import CLAIM, INTERVENTION, KINDS

ENTITIES = sorted(
    {entity for kind in KINDS for entity in entities_in(kind.entity)},
    key=lambda entity: entity.__name__,
)


def formatted(text: str, kind: Any = None) -> str:
    return format_text(text, kind, ())


def data(text: str) -> Any:
    reading, is_whole = read_yaml(text, "test.yml")
    assert is_whole
    return reading.data


# The files of the reviews


@pytest.mark.slow
@pytest.mark.parametrize("review", [GARDEN, ROOT], ids=["garden", "real"])
def test_every_file_keeps_its_data_and_its_comments_and_is_formatted_once(review, tmp_path):
    root = copy_of(review, tmp_path / "review")
    attributes = attributes_of(root)
    for path in formattable(root):
        before = load_file(root, path)[0].data
        result = format_file(root, path, attributes)
        assert result.after is not None, result.refusal
        comments = [line for line in result.before.decode().split("\n") if line[:1] == "#"]
        (root / path).write_bytes(result.after)
        assert load_file(root, path)[0].data == before
        assert [c for c in comments if c not in result.after.decode().split("\n")] == []
        assert not format_file(root, path, attributes).is_changed


# The form


def test_keys_stand_in_the_order_of_the_entities_and_unknown_ones_at_the_end():
    text = (
        "group: a\nodd: 1\ncontexts:\n  - at: [b 1]\n    text: B\n    id: c1\nid: t01\nextra: 2\n"
    )
    assert formatted(text, Theory) == (
        "id: t01\ngroup: a\ncontexts:\n  - id: c1\n    text: B\n    at: [b 1]\nodd: 1\nextra: 2\n"
    )


def test_keys_of_checks_stand_in_the_order_of_their_kind():
    text = "- id: c01\n  check:\n    count: 3\n    group: a\n    kind: theories\n"
    kind = "check:\n    kind: theories\n    group: a\n    count: 3\n"
    assert kind in formatted(text, CLAIM.shape)


def test_attributes_stand_in_the_order_of_the_review():
    text = "attributes:\n  odd: 1\n  b:\n    at: [x 1]\n    value: 1\n  a: 2\n"
    result = format_text(text, INTERVENTION.shape, ["a", "b"])
    assert result == "attributes:\n  a: 2\n  b:\n    value: 1\n    at: [x 1]\n  odd: 1\n"


@pytest.mark.parametrize("entity", ENTITIES, ids=lambda entity: entity.__name__)
def test_every_key_has_its_place(entity):
    keys = keys_of(entity)
    assert set(keys) == {str(field.alias) for field in entity.model_fields.values()}


def test_a_new_key_of_what_rests_on_the_source_stands_after_what_is_said():
    class Grown(Remark):
        colour: str = ""

    assert keys_of(Grown) == [
        "text", "quotes", "colour", "basis", "why", "at", "readings", "note",
    ]  # fmt: skip
    text = "note: N\nat: [a 1]\ncolour: red\ntext: T\n"
    assert formatted(text, Grown) == "text: T\ncolour: red\nat: [a 1]\nnote: N\n"


def test_a_text_that_does_not_fit_is_folded():
    words = " ".join(["word"] * 30)
    result = formatted(f"id: a\ntext: {words}\n")
    assert result.startswith("id: a\ntext: >-\n  word word")
    assert max(map(len, result.split("\n"))) <= WIDTH
    assert data(result) == {"id": "a", "text": words}


@pytest.mark.parametrize(
    ("written", "result"),
    [
        ("text: short", "text: short"),
        ("text: >-\n  short\n  text", "text: short text"),
        ("text: >-\n    with: a colon", "text: >-\n  with: a colon"),
        ("text: 'with: a colon'", "text: 'with: a colon'"),
        ("text: >-\n  12", "text: >-\n  12"),
        ("text: >-\n  1.5e3", "text: >-\n  1.5e3"),
        ("text: plain\n  over lines", "text: plain over lines"),
        ("text: |\n     kept\n\n     as it is\n", "text: |\n  kept\n\n  as it is"),
        ("text: |-\n  one\n    two", "text: |-\n  one\n    two"),
        ('text: "tab\\tin"', 'text: "tab\\tin"'),
        ("at: [ a 1.2,  b 3 ]", "at: [a 1.2, b 3]"),
        ("at:\n- a\n- b", "at:\n  - a\n  - b"),
        ("at: [a,\n  b]", "at: [a, b]"),
        ("at: [a, # one\n  b]", "at:\n  - a # one\n  - b"),
        ("at: [ # none\n  ]", "# none\nat: []"),
        ("text: >-\n   ends with a space \n", "text: >-\n  ends with a space "),
        ("of: {a: 1,  b: [2, 3]}", "of: {a: 1, b: [2, 3]}"),
        ("of: {a: , b: 1}", "of: {a: null, b: 1}"),
        ("of:", "of:"),
        ("- - a\n  - b\n- []", "- - a\n  - b\n- []"),
        ("of:   1  \nto: 2\r\n\r\n\r\n", "of: 1\nto: 2"),
    ],
)
def test_form(written: str, result: str):
    assert formatted(written) == result + "\n"


def test_a_space_at_the_end_of_a_long_text_is_kept_since_it_is_part_of_it():
    text = "text: >-\n  " + "word " * 30 + "\n"
    result = formatted(text)
    assert result.startswith("text: >-\n  word")
    assert data(result) == data(text)


def test_a_list_that_does_not_fit_in_brackets_stands_below():
    items = [f"item-{n}" for n in range(20)]
    result = formatted(f"of: [{', '.join(items)}]\n")
    assert result == "of:\n" + "".join(f"  - {item}\n" for item in items)


def test_a_reference_is_not_broken_at_the_end_of_a_line():
    result = formatted("text: " + "x" * 80 + " see [[discussion 2.4]] and more\n")
    assert "[[discussion 2.4]]" in result


# Comments


def test_comments_go_with_what_they_stand_above_or_beside():
    text = """\
# the head

group: a  # side of group
# above the title
title: T
contexts:
  # above c1
  - text: B
    # above id
    id: c1  # side of id

    # foot of c1
  # foot of contexts
# above id
id: t01
# the end
"""
    assert (
        formatted(text, Theory)
        == """\
# the head

# above id
id: t01
group: a  # side of group
# above the title
title: T
contexts:
  # above c1
  # above id
  - id: c1  # side of id
    text: B

    # foot of c1
  # foot of contexts
# the end
"""
    )


def test_a_hash_within_a_text_is_no_comment():
    text = "a: 'x # y'\nb: >-  # a comment\n  long # text " + "w " * 60 + "w\n"
    result = formatted(text)
    assert data(result) == data(text)
    assert "b: >-  # a comment\n  long # text" in result


# What is left untouched


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a: |2\n   x\n  y\n", "how far it is indented"),
        ("? a\n: b\n", "line 1 holds"),
        ("just a text\n", "neither keys and values nor a list"),
        ("a: x\u2028y\n", "line separator"),
    ],
)
def test_what_cannot_be_kept_is_refused(text: str, why: str):
    with pytest.raises(NotFormattableError, match=why):
        formatted(text)
