"""YAML's own traps: each is told of in words that help, and none crashes, runs away or is run."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviews import copy_of, edit, found

from generator.check.check import check
from generator.check.report import as_text
from generator.entities.inline import pieces
from generator.files.load import load_file
from generator.files.text_file import LARGEST
from generator.files.yaml_refusals import DEEPEST

J01 = "theories/j01.yml"


def wrong(folder: Path, content: str | bytes):
    raw = content if isinstance(content, bytes) else content.encode()
    (folder / "a.yml").write_bytes(raw)
    document, found = load_file(folder, "a.yml")
    return document, found


# What stands in the file; line, column and code; the message, or the part of it that matters.
TRAPS = {
    "entry without a dash": (
        "- id: a\n  text: b\n  id: c\n  text: d\n",
        3,
        3,
        "duplicate-key",
        "stands in it again",
    ),
    "key twice": ("a: 1\nb: 2\na: 3\n", 3, 1, "duplicate-key", "“a” already stands on line 1"),
    "tab": ("a:\n\tb: 1\n", 2, 1, "syntax", "There is a tab here, and YAML takes only spaces."),
    "tab after spaces": ("a:\n  \tb: 1\n", 2, 3, "syntax", "There is a tab here"),
    "tab before a value": ("a: 1\nb: \t@x\n", 2, 5, "syntax", "cannot begin with “@”"),
    "open quote": ("a: 'x\nb: 1\n", 1, 4, "syntax", "quotation mark that opens here is never"),
    "open double quote": ('a: "x\nb: 1\n', 1, 4, "syntax", "quotation mark that opens here"),
    "apostrophe": ("a: 'it's'\n", 1, 8, "syntax", "has ended before this place, and more"),
    "colon in a text": ("a: He said: no\n", 1, 11, "syntax", "a colon here where no key can end"),
    "open bracket": ("a: [b, c\nd: 1\n", 1, 4, "syntax", "“[” that opens here is never closed"),
    "open brace": ("a: {b: c\nd: 1\n", 1, 4, "syntax", "“{” that opens here is never closed"),
    "no colon": ("a: 1\nb\nc: 1\n", 2, 1, "syntax", "This line is no “key: value”"),
    "percent": ("a: %x\n", 1, 4, "syntax", "A text cannot begin with “%”"),
    "backslash": ('a: "C:\\d"\n', 1, 7, "syntax", "a backslash has a meaning"),
    "unseen by backslash": ('a: "x\\ey"\n', 1, 4, "hidden-character", "that nobody can see"),
    "list on the line of its key": ("a: - b\n", 1, 4, "syntax", "A list cannot begin here."),
    "odd indent": ("a:\n   b: 1\n  c: 1\n", 3, 3, "syntax", "does not belong to what stands"),
    "no such day": ("a: 2026-02-30\n", 1, 4, "syntax", "the calendar has no such day"),
    "alias": ("a: *b\n", 1, 4, "alias", "“*b” is an alias, a copy of another part"),
    "anchor": ("a: &b c\n", 1, 4, "alias", "“&b” is an anchor"),
    "emphasis at the start": ("a: *very* good\n", 1, 4, "alias", "begins with “*” or “&”"),
    "ampersand": ("a: & more\n", 1, 4, "alias", "begins with “*” or “&”"),
    "merge key": ("<<: {a: 1}\n", 1, 1, "alias", "“<<” would merge keys"),
    "tag of Python": ("a: !!python/object:os.x {}\n", 1, 4, "tag", "“!!python/object:os.x” is"),
    "tag of one's own": ("a: !mine b\n", 1, 4, "tag", "“!mine” is a tag"),
    "tag of YAML": ("a: !!str 1\n", 1, 4, "tag", "“!!str” is a tag"),
    "tag with a letter of Python": ("- 1\n- !!binary aGk=\n", 2, 3, "tag", "“!!binary” is a tag"),
    "two documents": ("a: 1\n---\nb: 1\n", 2, 1, "syntax", "A second document begins here"),
    "list as key": ("[a]: 1\n", 1, 1, "syntax", "A key cannot be a list or a mapping."),
    "nothing": ("", 1, 1, "empty", "This file holds nothing."),
    "only a comment": ("# a\n", 1, 1, "empty", "This file holds nothing."),
    "NUL": ("a: x\0y\n", 1, 1, "unreadable", "or is no text"),
    "bell": ("a: 1\nb: x\x07y\n", 2, 5, "hidden-character", "control character (U+0007) here"),
    "mark in the middle": ("a: x\ufeff\n", 1, 5, "hidden-character", "NO-BREAK SPACE (U+FEFF)"),
    "merge that has not ended": (
        "a: >-\n  x\n<<<<<<< HEAD\n  y\n=======\n  z\n",
        3,
        1,
        "merge-conflict",
        "“<<<<<<<” and a name, is left from a merge",
    ),
    "end of a merge": ("a: 1\n>>>>>>> b\n", 2, 1, "merge-conflict", "“>>>>>>>” and a name"),
    "Latin-1": ("a: 1\nb: café\n".encode("latin-1"), 2, 7, "unreadable", "it would be “é”"),
    "UTF-16": ("a: 1\n".encode("utf-16"), 1, 1, "unreadable", "This file is in UTF-16"),
    "UTF-16 without a mark": (
        "a: 1\n".encode("utf-16-le"),
        1,
        1,
        "unreadable",
        "This file is in UTF-16",
    ),
}


@pytest.mark.parametrize("trap", TRAPS.values(), ids=TRAPS)
def test_each_trap_is_told_of_where_it_is(
    tmp_path: Path, trap: tuple[str | bytes, int, int, str, str]
):
    content, line, column, code, words = trap
    _, [one] = wrong(tmp_path, content)
    assert (one.location.line, one.location.column, one.code) == (line, column, code)
    assert words in one.message
    assert one.expected
    assert one.remedy


# What a contributor writes for a text, the key that it is written for, and the remedy.
NO_TEXTS = {
    "version": ("seeds/changes.yml", "version: 0.2.0", "version: 1.0", "write '1.0', in quot"),
    "year": (
        "seeds/review.yml",
        "journal: Journal of Invented Examples",
        "journal: 2020",
        "'2020'",
    ),
    "day": (J01, "text: She joins.", "text: 2020-03-01", "YAML takes 2020-03-01 for a date"),
    "yes": (J01, "text: She joins.", "text: yes", "YAML takes yes for the answer yes or no"),
    "OFF": (J01, "text: She joins.", "text: OFF", "write 'OFF', in quotation marks"),
}


@pytest.mark.parametrize(("file", "old", "new", "remedy"), NO_TEXTS.values(), ids=NO_TEXTS)
def test_what_yaml_takes_for_no_text_is_to_be_quoted(
    garden_copy: Path, file: str, old: str, new: str, remedy: str
):
    edit(garden_copy, (file, old, new))
    [one] = [d for d in check(garden_copy).diagnostics if d.location.path == file]
    assert one.code == "wrong-type"
    assert remedy in one.remedy


@pytest.mark.parametrize("word", ["2020-03", "12:30", "010", "1_000", "0x1F", ".inf", "=", "1e5"])
def test_what_only_looks_like_a_number_is_a_text(tmp_path: Path, word: str):
    document, [] = wrong(tmp_path, f"a: {word}\n")
    assert document.data == {"a": word}


def test_a_byte_order_mark_and_windows_lines_change_no_place(tmp_path: Path):
    document, [] = wrong(tmp_path, b"\xef\xbb\xbfa: 1\r\nb:\r\n  - c\r\n")
    assert document.data == {"a": 1, "b": ["c"]}
    assert (document.at(("a",)).line, document.at(("a",)).column) == (1, 4)
    assert (document.at(("b", 0)).line, document.at(("b", 0)).column) == (3, 5)


def test_windows_lines_change_nothing_in_a_whole_review(garden_copy: Path):
    before = check(garden_copy)
    for file in garden_copy.rglob("*.yml"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    after = check(garden_copy)
    assert after.diagnostics == before.diagnostics
    assert as_text(after.diagnostics, garden_copy) == as_text(before.diagnostics, garden_copy)
    assert after.library.theories == before.library.theories


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_without_end_ends(tmp_path: Path, opening: str):
    document, [one] = wrong(tmp_path, opening * 100_000)
    assert document is None
    assert one.code == ("syntax" if opening == "? " else "too-deep")


def test_as_deep_as_the_limit_is_read(tmp_path: Path):
    assert not wrong(tmp_path, "[" * DEEPEST + "1" + "]" * DEEPEST)[1]
    assert wrong(tmp_path, "[" * (DEEPEST + 1) + "1" + "]" * (DEEPEST + 1))[1]


def test_copies_of_copies_are_refused_at_the_first(tmp_path: Path):
    bomb = "a: &a [x]\n" + "".join(f"{n}: &b{n} [*a, *a]\n" for n in range(30))
    document, [one] = wrong(tmp_path, bomb)
    assert document is None
    assert (one.code, one.location.line) == ("alias", 1)


def test_nothing_that_a_tag_names_is_run(tmp_path: Path):
    target = tmp_path / "touched"
    wrong(tmp_path, f"a: !!python/object/apply:os.system ['touch {target}']\n")
    assert not target.exists()


def test_a_large_file_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with (tmp_path / "a.yml").open("wb") as file:
        file.truncate(100_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    monkeypatch.setattr(Path, "read_text", lambda *_, **__: pytest.fail("it was read"))
    document, [one] = load_file(tmp_path, "a.yml")
    assert document is None
    assert (one.code, one.message) == (
        "too-large",
        "This file has 100,000,000 bytes, and it was not read.",
    )
    assert "100,000,000" in as_text([one], tmp_path)


def test_as_large_as_the_limit_is_read(tmp_path: Path):
    assert not wrong(tmp_path, "a: " + "x" * (LARGEST - 3))[1]
    assert wrong(tmp_path, "a: " + "x" * (LARGEST - 2))[1][0].code == "too-large"


def test_a_pipe_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "a.yml")
    _, [one] = load_file(tmp_path, "a.yml")
    assert one.code == "unreadable"
    assert as_text([one], tmp_path)


@pytest.mark.parametrize("before", [0, 30, 5_000, 99_990])
def test_of_a_long_line_the_part_around_the_mark_is_shown(tmp_path: Path, before: int):
    text = "{a: " + "x" * before + ", §here: 1, §here: 2, b: " + "y" * 90_000 + "}\n"
    _, [one] = wrong(tmp_path, text)
    _, shown, mark, *_ = as_text([one], tmp_path).splitlines()
    assert len(shown) < 130
    assert shown[mark.index("^") :].startswith("§here: 2")


def test_a_name_of_a_thousand_letters_is_shown_in_part(tmp_path: Path):
    _, [one] = wrong(tmp_path, f"? {'x' * 5000}\n: 1\n? {'x' * 5000}\n: 2\n")
    assert max(map(len, as_text([one], tmp_path).splitlines())) < 500


def test_what_a_terminal_would_obey_is_not_printed(tmp_path: Path):
    _, [one, _] = wrong(tmp_path, "a: \x1b[31m\x9b2J red\n")
    assert "\x1b" not in as_text([one], tmp_path)
    assert "\x9b" not in as_text([one], tmp_path)


def test_a_tab_is_shown_as_one_sign_so_that_the_mark_is_below_it(tmp_path: Path):
    _, [one] = wrong(tmp_path, "a:\n  \tb: 1\n")
    _, shown, mark, *_ = as_text([one], tmp_path).splitlines()
    assert shown[mark.index("^")] == "→"


def test_of_many_mistakes_in_one_file_the_first_are_told(garden_copy: Path):
    (garden_copy / J01).write_text("".join(f"key{n}: 1\n" for n in range(5_000)))
    assert 50 < len(found(garden_copy)) <= 200


WORDS = """
    [ ] { } -_ a:_ b:_ __ ' " *a &a_ !!x_ <<:_ ?_ #_c %YAML_1.1 >- | --- ... 2026-13-01 1.0 yes é 😀
    \\x id:_j01 text:_ [[j01]] {-- --} {++ ++} ** <b> ](http://x)
"""
PIECES = st.sampled_from(["\n", "\t", "\r\n", "\ufeff", "\0", "\x85", "\u2028", *WORDS.split()])


def joined(words: list[str]) -> str:
    return "".join(words).replace("_", " ")


@given(content=st.binary() | st.text() | st.lists(PIECES, max_size=40).map(joined))
def test_whatever_a_file_holds_it_is_read_or_told_of(
    tmp_path_factory: pytest.TempPathFactory, content: bytes | str
):
    folder = tmp_path_factory.mktemp("any")
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    document, told = wrong(folder, raw)
    assert document is not None or told
    text = as_text(told, folder)
    for one in told:
        assert one.message
        assert one.remedy
        assert f"[{one.code}]" in text


@pytest.mark.slow
@given(content=st.binary() | st.lists(PIECES, max_size=40).map(joined))
def test_whatever_a_theory_holds_the_review_is_checked(
    tmp_path_factory: pytest.TempPathFactory, content: bytes | str, garden: Path
):
    root = copy_of(garden, tmp_path_factory.mktemp("any") / "garden")
    raw = content if isinstance(content, bytes) else content.encode()
    (root / J01).write_bytes(raw)
    assert as_text(check(root).diagnostics, root)


@pytest.mark.parametrize(
    "words", ["{--", "{++", "[[", "[[a", "{--a--}{++", "*", "**a ", "<", "[a]("]
)
def test_marks_that_never_end_cost_no_more_than_their_length(words: str):
    assert "".join(piece.content for piece in pieces(words * 50_000))
