"""What nobody can see in a file is refused where it stands, however it came there."""

import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner
from reviews import edit, found

from generator.check.check import check
from generator.check.report import as_text
from generator.cli import main
from generator.edit.words import clean
from generator.files import unseen
from generator.files.load import load_file
from generator.files.text_file import read_text

HIDDEN = {
    "turned round": ("\u202e", "RIGHT-TO-LEFT OVERRIDE (U+202E)"),
    "isolated": ("\u2066", "LEFT-TO-RIGHT ISOLATE (U+2066)"),
    "without width": ("\u200b", "ZERO WIDTH SPACE (U+200B)"),
    "byte-order mark within": ("\ufeff", "ZERO WIDTH NO-BREAK SPACE (U+FEFF)"),
    "soft hyphen": ("\xad", "SOFT HYPHEN (U+00AD)"),
    "next line": ("\x85", "a control character (U+0085)"),
    "line separator": ("\u2028", "LINE SEPARATOR (U+2028)"),
    "paragraph separator": ("\u2029", "PARAGRAPH SEPARATOR (U+2029)"),
    "private": ("\ue000", "a character for private use (U+E000)"),
    "unassigned": ("\uffff", "a number that stands for no character (U+FFFF)"),
    "escape": ("\x1b", "a control character (U+001B)"),
    "carriage return alone": ("\r", "a control character (U+000D)"),
    "tag": ("\U000e0041", "TAG LATIN CAPITAL LETTER A (U+E0041)"),
    "filler": ("\u3164", "HANGUL FILLER (U+3164)"),
    "variation": ("\ufe0f", "VARIATION SELECTOR-16 (U+FE0F)"),
}


@pytest.mark.parametrize(("character", "name"), HIDDEN.values(), ids=HIDDEN)
@pytest.mark.parametrize(
    ("text", "place"),
    [("a: 1\nb: x{}y\n", (2, 5)), ("a: 1\nk{}b: x\n", (2, 2)), ("a: 1 # so{} on\n", (1, 10))],
    ids=["value", "key", "comment"],
)
def test_it_is_refused_by_name_and_place(character, name, text, place, tmp_path: Path):
    (tmp_path / "a.yml").write_bytes(text.format(character).encode())
    document, [wrong] = load_file(tmp_path, "a.yml")
    assert document is None
    assert wrong.code == "hidden-character"
    assert (wrong.location.line, wrong.location.column) == place
    assert name in wrong.message


JOINED = {
    "Persian": "می\u200cخواهم",
    "Hindi": "क्\u200dष",
    "Malayalam": "അവന്\u200d",
    "emoji": "\U0001f469\u200d\U0001f52c",
}


@pytest.mark.parametrize("word", JOINED.values(), ids=JOINED)
def test_what_a_script_needs_to_join_letters_stays(word: str, tmp_path: Path):
    text = f'a: {word}\nb: "{word}"\n'
    (tmp_path / "a.yml").write_text(text, encoding="utf-8")
    document, wrong = load_file(tmp_path, "a.yml")
    assert wrong == []
    assert document is not None
    assert document.data == {"a": word, "b": word}
    assert clean(word) == unseen.marked(word) == word


@pytest.mark.parametrize("text", ["pe\u200cer", "\u200dpeer", "می\u200c\u200cخواهم", "1\u200d2"])
def test_elsewhere_it_is_refused(text: str, tmp_path: Path):
    (tmp_path / "a.yml").write_text(f"a: x{text}\n", encoding="utf-8")
    assert [one.code for one in load_file(tmp_path, "a.yml")[1]] == ["hidden-character"]


def test_the_formatter_keeps_it_as_it_is(garden_copy: Path):
    edit(garden_copy, ("theories/j01.yml", "text: She joins.", f"text:   {JOINED['Persian']}."))
    CliRunner().invoke(main, ["format", "--root", str(garden_copy)])
    text = (garden_copy / "theories/j01.yml").read_text(encoding="utf-8")
    assert f"text: {JOINED['Persian']}.\n" in text
    assert found(garden_copy) == []


def test_no_id_and_no_name_of_a_file_holds_it(garden_copy: Path):
    edit(garden_copy, ("theories/j01.yml", "id: c1", "id: می\u200cc1"))
    (garden_copy / "theories/می\u200cx.yml").write_text("id: x\n")
    assert {one.split()[1] for one in found(garden_copy)} == {"wrong-value", "file-name"}


@pytest.mark.parametrize("written", [r"\u202E", r"\x85", r"\N", r"\L", r"\P", r"\r", r"\U000E0041"])
@pytest.mark.parametrize("text", ['a: "x{}y"\n', '"x{}y": a\n'], ids=["value", "key"])
def test_a_backslash_does_not_bring_it_in(written: str, text: str, tmp_path: Path):
    (tmp_path / "a.yml").write_text(text.format(written))
    document, [wrong] = load_file(tmp_path, "a.yml")
    assert document is None
    assert wrong.code == "hidden-character"


def test_every_place_is_told_up_to_a_hundred(tmp_path: Path):
    (tmp_path / "a.yml").write_text("a: x\u200b\u200b\nb: \u200b\n", encoding="utf-8")
    _, wrong = load_file(tmp_path, "a.yml")
    places = [(each.location.line, each.location.column) for each in wrong]
    assert places == [(1, 5), (1, 6), (2, 4)]
    (tmp_path / "a.yml").write_text("a: " + "\u200b\n" * 5_000, encoding="utf-8")
    assert len(load_file(tmp_path, "a.yml")[1]) == 100


@pytest.mark.parametrize(
    "text", ["a\u00a0b", "a\u2009b", "“a” – b …", "a\tb", "Ελλάδα", "日本", "😀"]
)
def test_what_readers_see_may_stay(text: str, tmp_path: Path):
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    assert read_text(tmp_path, "a.md") == (text, [])


@pytest.mark.parametrize("text", ["caf{}", '"caf{}"', '"cafe\\u0301"'])
def test_an_accent_apart_from_its_letter_is_the_same_letter(text: str, tmp_path: Path):
    apart = unicodedata.normalize("NFD", "é")
    (tmp_path / "a.yml").write_text(f"a: {text.format(apart)}\n", encoding="utf-8")
    document, _ = load_file(tmp_path, "a.yml")
    assert document is not None
    assert document.data == {"a": "café"}


def test_the_report_shows_the_line_with_the_place_marked_and_nothing_hidden(garden_copy: Path):
    edit(garden_copy, ("theories/j01.yml", "text: She joins.", "text: She \u202ejoins."))
    assert "theories/j01.yml:39 hidden-character" in found(garden_copy)
    told = as_text(check(garden_copy).diagnostics, garden_copy)
    assert "text: She \ufffdjoins." in told
    assert "\u202e" not in told


def test_format_writes_an_accent_and_its_letter_as_one(garden_copy: Path):
    apart = unicodedata.normalize("NFD", "café")
    edit(garden_copy, ("theories/j01.yml", "text: She joins.", f"text: She joins the {apart}."))
    result = CliRunner().invoke(main, ["format", "--root", str(garden_copy)])
    assert "Formatted: theories/j01.yml" in result.output
    assert "joins the café." in (garden_copy / "theories/j01.yml").read_text(encoding="utf-8")
