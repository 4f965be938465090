import copy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviews import GARDEN

from generator.files.load import Document, load_file
from generator.library.kinds import CLAIM, GLOSSARY, INTERVENTION, KINDS, MOVED, STUDY, Kind
from generator.library.shape import shape

IN_GARDEN = [kind for kind in KINDS if any(GARDEN.glob(kind.files))]
"""The kinds of which the garden has something."""
WORDS = st.sampled_from(
    ["id", "at", "kind", "check", "values", "value", "basis", "readings", "str"]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | WORDS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text() | WORDS, inner, max_size=4)
    ),
    max_leaves=8,
)


def document(data) -> Document:
    return Document("a.yml", "a", data)


def loaded(kind: Kind) -> Document:
    file = sorted(GARDEN.glob(kind.files))[0].relative_to(GARDEN).as_posix()
    found, _ = load_file(GARDEN, file)
    assert found is not None
    return found


def parsed(folder: Path, text: str, entity):
    (folder / "a.yml").write_text(text, encoding="utf-8")
    read, _ = load_file(folder, "a.yml")
    assert read is not None
    return shape(read, entity)


def short(wrong):
    return [(d.location.line, d.location.column, d.code) for d in wrong]


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@given(data=JSON)
def test_any_value_becomes_an_entity_or_diagnostics(kind: Kind, data):
    entity, wrong = shape(document(data), kind.shape)
    assert (entity is None) == bool(wrong)


def steps(value, path=()):
    yield path
    if isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from steps(item, (*path, key))


@pytest.mark.slow
@pytest.mark.parametrize("kind", IN_GARDEN, ids=lambda kind: kind.name)
@given(draw=st.data())
def test_a_file_with_one_wrong_value_is_told_of_at_or_above_that_value(kind: Kind, draw):
    original = loaded(kind)
    path = draw.draw(st.sampled_from(list(steps(original.data))))
    new = draw.draw(JSON)
    data = copy.deepcopy(original.data)
    parent = data
    for step in path[:-1]:
        parent = parent[step]
    if path:
        parent[path[-1]] = new
    else:
        data = new
    mutated = Document(original.path, original.text, data)
    entity, wrong = shape(mutated, kind.shape)
    assert (entity is None) == bool(wrong)
    # Only the first step in: an entry that is whole must never be blamed for its neighbour.
    near = {original.at(path[:n]) for n in range(len(path) + 1)}
    near |= {original.at(path[:n], key=True) for n in range(len(path) + 1)}
    near |= {
        original.at(p, key=key)
        for p in original.positions.values
        if p[: max(len(path) - 1, 0)] == path[:-1]
        for key in (True, False)
    }
    assert {d.location for d in wrong} <= near


@pytest.mark.parametrize("kind", IN_GARDEN, ids=lambda kind: kind.name)
def test_the_garden_has_the_shape_of_every_entity(kind: Kind):
    entity, wrong = shape(loaded(kind), kind.shape)
    assert entity is not None
    assert not wrong


def test_all_mistakes_of_a_file_are_told_of_at_once(tmp_path: Path):
    text = "- term: 7\n  meening: x\n- meaning: ''\n  term: a\n  at: intro 1\n"
    _, wrong = parsed(tmp_path, text, GLOSSARY.shape)
    assert sorted(short(wrong)) == [
        (1, 9, "wrong-type"),
        (2, 3, "unknown-key"),
        (3, 12, "wrong-value"),
        (5, 7, "wrong-type"),
    ]


def claim(check: str) -> str:
    return f"- id: c1\n  text: x\n  at: [a 1]\n  verdict: consistent\n  check:\n{check}"


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        ("    kind: values\n    values: {s01: 1}\n", [(6, 5, "missing-key")]),
        ("    kind: sums\n    parts: []\n", [(6, 11, "wrong-choice")]),
        ("    parts: []\n", [(6, 5, "missing-key")]),
        ("    kind: values\n    attribute: a\n    values: {}\n    x: 1\n", [(9, 5, "unknown-key")]),
        ("    kind: values\n    attribute: a\n    values: {s: [1]}\n", [(8, 17, "wrong-type")]),
        ("    kind: references\n    numbers: 1 and 2\n", [(7, 14, "wrong-value")]),
        ("    kind: sum\n    total: 1\n    parts: [{label: a}]\n", None),
        ("    5\n", [(6, 5, "wrong-type")]),
    ],
)
def test_mistakes_in_a_check_are_told_of_where_they_stand(tmp_path: Path, check: str, expected):
    _, wrong = parsed(tmp_path, claim(check), CLAIM.shape)
    if expected is None:
        assert {line for line, _, _ in short(wrong)} == {8}
    else:
        assert short(wrong) == expected


@pytest.mark.parametrize("value", ["true", "[1, 2]", "{a: b}", "2020-01-01"])
def test_a_value_that_fits_none_of_two_types_is_one_mistake(tmp_path: Path, value: str):
    head = "id: a\nnumber: 1\ntitle: a\nsummary: a\nattributes:\n  x:\n    at: [a 1]\n    value: "
    _, [wrong] = parsed(tmp_path, head + value, INTERVENTION.shape)
    assert short([wrong]) == [(8, 12, "wrong-type")]
    assert "a text or a number" in wrong.message


def test_a_misspelt_key_is_named_with_the_key_that_was_meant(tmp_path: Path):
    _, wrong = parsed(tmp_path, "- term: a\n  meening: b\n", GLOSSARY.shape)
    unknown = next(d for d in wrong if d.code == "unknown-key")
    assert "meening" in unknown.message
    assert "“meaning”" in unknown.remedy


def test_a_key_that_is_there_already_is_not_proposed(tmp_path: Path):
    text = "- term: a\n  meaning: b\n  meanings: c\n"
    _, [wrong] = parsed(tmp_path, text, GLOSSARY.shape)
    assert "“meaning”" not in wrong.remedy


def test_a_key_without_value_is_said_to_hold_nothing(tmp_path: Path):
    _, [wrong] = parsed(tmp_path, "- term: a\n  meaning:\n", GLOSSARY.shape)
    assert "holds nothing" in wrong.message


def test_a_word_that_yaml_takes_for_true_is_explained(tmp_path: Path):
    _, [wrong] = parsed(tmp_path, "- term: yes\n  meaning: a\n", GLOSSARY.shape)
    assert "quotation marks" in wrong.remedy


def test_white_space_of_any_length_is_one_space(tmp_path: Path):
    text = "- term: '  a  b\t '\n  meaning: >-\n    a\n     b \n\n\n    c\u00a0d\u00a0\n    e\n"
    [entry], _ = parsed(tmp_path, text, GLOSSARY.shape)
    assert (entry.term, entry.meaning) == ("a b", "a b c\u00a0d\u00a0 e")


def test_a_place_with_a_comma_in_it_is_told_how_to_be_written(tmp_path: Path):
    text = "- term: Bed\n  meaning: A bed.\n  at: [findings, 1.1]\n"
    _, [wrong] = parsed(tmp_path, text, GLOSSARY.shape)
    assert "its section, a space and 1.1, with no comma" in wrong.remedy


def test_an_answer_among_places_is_told_as_what_it_is(tmp_path: Path):
    _, [wrong] = parsed(tmp_path, "- term: Bed\n  meaning: A bed.\n  at: [yes]\n", GLOSSARY.shape)
    assert "quotation marks" in wrong.remedy


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("intro 1.1", "Write [intro 1.1] if"),
        ("How much, and when.", "if this is one: - 'How much, and when.'"),
        ("It’s [not] the gardener's", "if this is one: - 'It’s [not] the gardener''s'"),
        ("Two: three", "if this is one: - 'Two: three'"),
    ],
)
def test_a_list_of_one_is_written_so_that_it_stays_one(tmp_path: Path, value: str, said: str):
    quoted = value.replace("'", "''")
    text = f"- term: Bed\n  meaning: A bed.\n  at: '{quoted}'\n"
    _, [wrong] = parsed(tmp_path, text, GLOSSARY.shape)
    assert said in wrong.remedy


def test_no_line_that_is_needed_is_to_be_deleted(tmp_path: Path):
    _, wrong = parsed(tmp_path, "- was: [a]\n  why:\n  date: none\n", MOVED.shape)
    assert len(wrong) == 3
    assert {d.remedy for d in wrong} == {"Change the value; this line is needed."}


def test_a_comma_between_braces_is_told_where_it_cuts_a_text(tmp_path: Path):
    text = "- {term: Bed, meaning: A bed, nothing more, at: [a 1]}\n"
    _, [wrong] = parsed(tmp_path, text, GLOSSARY.shape)
    assert short([wrong]) == [(1, 31, "unknown-key")]
    assert "'quotation marks'" in wrong.remedy


def test_a_text_in_the_place_of_a_mapping_is_told_its_keys(tmp_path: Path):
    _, wrong = parsed(tmp_path, "id: a\nretired: gone\n", INTERVENTION.shape)
    assert "Write {date: …, why: …}." in {d.remedy for d in wrong}


def test_a_wrong_word_in_a_list_is_told_with_the_name_of_the_list(tmp_path: Path):
    _, wrong = parsed(tmp_path, "id: a\nnot-stated: [age]\n", STUDY.shape)
    assert any("“age” is none of the words that “not-stated” takes" in d.message for d in wrong)
