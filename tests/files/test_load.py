import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.files.load import load_file
from generator.files.unseen import is_unseen

# Texts with characters that nobody sees are refused; tests/files/test_unseen.py has them.
VISIBLE = st.characters(exclude_categories=["C", "Zl", "Zp"]).filter(lambda c: not is_unseen(c))


def texts(min_size: int = 0):
    """Texts as they are held: in Unicode's composed form."""
    return st.text(VISIBLE, min_size=min_size).map(lambda text: unicodedata.normalize("NFC", text))


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts()
)
KEYS = texts(min_size=1)


def nested(leaves):
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
        max_leaves=12,
    )


DATA = st.dictionaries(KEYS, nested(SCALARS), min_size=1, max_size=4)
YAML_LIKE = st.text(alphabet="ab:-[]{}'\"#&*!|>%@ \n\t?0129.,=<~é\x07\x85\u2028", max_size=40)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("load")


def load(folder: Path, content: str | bytes):
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    (folder / "a.yml").write_bytes(raw)
    return load_file(folder, "a.yml")


def leaves(value, path=()):
    if isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(item, (*path, key))
    else:
        yield path, value


@pytest.mark.slow
@given(data=DATA)
def test_what_was_dumped_is_loaded_again(folder: Path, data: dict):
    document, wrong = load(folder, yaml.safe_dump(data))
    assert not wrong
    assert document is not None
    assert document.data == data


@given(
    shape=nested(st.none()).filter(lambda value: value not in (None, [], {})), flow=st.booleans()
)
def test_every_value_and_key_has_the_place_where_it_stands(folder: Path, shape, flow: bool):
    count = iter(range(10_000))

    def named(value):
        """The same shape, with a different word in every place."""
        if isinstance(value, dict):
            return {f"key{next(count)}x": named(item) for item in value.values()}
        if isinstance(value, list):
            return [named(item) for item in value]
        return f"word{next(count)}x"

    text = yaml.safe_dump(named(shape), default_flow_style=flow, width=20)
    document, _ = load(folder, text)
    assert document is not None
    lines = text.split("\n")
    for path, word in leaves(document.data):
        if isinstance(word, str):
            place = document.at(path)
            assert lines[place.line - 1][place.column - 1 :].startswith(word)
        if path and isinstance(path[-1], str):
            place = document.at(path, key=True)
            assert lines[place.line - 1][place.column - 1 :].startswith(path[-1])


@given(content=st.text() | st.binary() | YAML_LIKE)
def test_any_content_is_read_or_told_of(folder: Path, content: str | bytes):
    document, wrong = load(folder, content)
    assert document is not None or wrong
    lines = (folder / "a.yml").read_bytes().count(b"\n") + len(str(content)) + 1
    for diagnostic in wrong:
        assert diagnostic.location.path == "a.yml"
        assert 1 <= diagnostic.location.line <= lines
        assert diagnostic.location.column >= 1
        assert diagnostic.message
        assert diagnostic.remedy


def test_of_a_key_that_stands_twice_the_first_value_is_kept_and_both_lines_are_named(folder: Path):
    document, [wrong] = load(folder, "a: 1\nb:\n  c: 2\n  d: 3\n  c: 4\n")
    assert document is not None
    assert document.data == {"a": 1, "b": {"c": 2, "d": 3}}
    assert (wrong.code, wrong.location.line, wrong.location.column) == ("duplicate-key", 5, 3)
    assert "line 3" in wrong.message


@pytest.mark.parametrize("content", ["", "# only a comment\n", "---\n", "~\n", "null"])
def test_a_file_without_content_is_empty(folder: Path, content: str):
    document, [wrong] = load(folder, content)
    assert document is None
    assert wrong.code == "empty"


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        ("a: 1\nb: 2022-13-45\n", 2, 4),
        ("a: 'x\nb: 1\n", 1, 4),
        ("a: b: c\n", 1, 5),
        ("a: 1\n---\nb: 1\n", 2, 1),
        ("a: 1\n\tb: 1\n", 2, 1),
    ],
)
def test_what_is_no_yaml_is_told_of_where_it_stands(folder, content: str, line: int, column: int):
    document, [wrong] = load(folder, content)
    assert document is None
    assert (wrong.code, wrong.location.line, wrong.location.column) == ("syntax", line, column)


def test_a_text_in_another_encoding_is_unreadable_from_its_line_on(folder: Path):
    _, [wrong] = load(folder, "a: 1\nb: café\n".encode("latin-1"))
    assert (wrong.code, wrong.location.line) == ("unreadable", 2)


def test_lists_too_deep_within_one_another_are_told_of(folder: Path):
    document, [wrong] = load(folder, "[" * 2000 + "]" * 2000)
    assert document is None
    assert wrong.code == "too-deep"


def test_a_byte_order_mark_and_windows_lines_change_nothing(folder: Path):
    document, wrong = load(folder, "\ufeffa: 1\r\nb: x\r\n")
    assert not wrong
    assert document is not None
    assert document.data == {"a": 1, "b": "x"}
    assert document.at(("b",)).line == 2


def test_what_is_missing_has_the_place_of_what_it_is_missing_from(folder: Path):
    document, _ = load(folder, "a: 1\nb:\n  - c: 2\n")
    assert document is not None
    assert document.at(("b", 0, "missing", 3)) == document.at(("b", 0))
    assert document.at(("nothing",)).line == 1


def test_a_file_that_is_not_there_is_unreadable(tmp_path: Path):
    document, [wrong] = load_file(tmp_path, "gone.yml")
    assert document is None
    assert wrong.code == "unreadable"
