from pathlib import Path

import pytest

from generator.check.report import as_text, summary
from generator.diagnostics import Diagnostic, Location


def error(path: str = "a.yml", line: int = 1, column: int = 1, code: str = "empty") -> Diagnostic:
    return Diagnostic(Location(path, line, column), code, "It is wrong.", "Right.", "Mend it.")


WARNING = error("b.yml", code="placeholder")


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([], "Nothing is wrong."),
        ([error()], "1 error in 1 file."),
        ([WARNING], "1 warning in 1 file."),
        ([error(), error(line=2)], "2 errors in 1 file."),
        ([error(), error(line=2), WARNING], "2 errors and 1 warning in 2 files."),
    ],
)
def test_the_summary_counts_in_words(found: list[Diagnostic], words: str):
    assert summary(found) == words


def test_the_line_is_shown_and_the_column_marked(tmp_path: Path):
    (tmp_path / "a.yml").write_text("first: 1\nséc: wrong\n", encoding="utf-8")
    lines = as_text([error(line=2, column=6)], tmp_path).splitlines()
    assert lines[0] == "a.yml:2:6: error: It is wrong. [empty]"
    shown, mark = lines[1], lines[2]
    assert shown.endswith("séc: wrong")
    assert shown[mark.index("^") :] == "wrong"
    assert [line.split(":")[0].strip() for line in lines[3:5]] == ["expected", "remedy"]
    assert lines[-1] == "1 error in 1 file. Run realist check --explain CODE for more."


@pytest.mark.parametrize(("path", "line"), [("gone.yml", 1), ("a.yml", 99)])
def test_a_place_without_a_line_is_told_of_without_one(tmp_path: Path, path: str, line: int):
    (tmp_path / "a.yml").write_text("a: 1\n")
    assert "|" not in as_text([error(path, line)], tmp_path)


def test_a_file_that_is_no_text_can_still_be_shown(tmp_path: Path):
    (tmp_path / "a.yml").write_bytes(b"a: caf\xe9\n")
    assert "a: caf" in as_text([error()], tmp_path)


def test_an_edit_between_two_reports_is_seen(tmp_path: Path):
    (tmp_path / "a.yml").write_text("old: 1\n")
    as_text([error()], tmp_path)
    (tmp_path / "a.yml").write_text("new: 1\n")
    assert "new: 1" in as_text([error()], tmp_path)


def test_what_has_no_remedy_has_no_line_for_one(tmp_path: Path):
    bare = Diagnostic(Location("a.yml"), "empty", "It is wrong.")
    assert "remedy" not in as_text([bare], tmp_path)
    assert "expected" not in as_text([bare], tmp_path)
