import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.check.report import ALL, FEW, as_text, summary
from generator.cli import main
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


def warnings(number: int, code: str = "placeholder") -> list[Diagnostic]:
    return [error("b.yml", line=line + 1, code=code) for line in range(number)]


def heads(text: str) -> list[str]:
    return [block.splitlines()[0] for block in text.split("\n\n")]


def test_errors_come_before_warnings(tmp_path: Path):
    told = heads(as_text([*warnings(1), error("z.yml")], tmp_path))
    assert [line.split(":")[0] for line in told[:-1]] == ["z.yml", "b.yml"]


def test_many_warnings_of_a_kind_share_a_line_that_says_how_to_see_them(tmp_path: Path):
    found = [*warnings(FEW + 1), *warnings(FEW, "claim-cannot-fail"), *[error(line=2)] * 9]
    told = heads(as_text(found, tmp_path))
    shared = [line for line in told if "[placeholder]" in line]
    assert shared == [
        "b.yml:1:1: warning: 4 in 1 file, here the first. "
        "A text of a new file that nobody has written yet. [placeholder]"
    ]
    assert sum("[claim-cannot-fail]" in line for line in told) == FEW
    assert sum("[empty]" in line for line in told) == 9
    assert told[-1] == f"9 errors and 7 warnings in 2 files. {ALL}"


def test_every_one_of_them_is_told_where_that_is_asked_for(tmp_path: Path):
    told = as_text(warnings(40), tmp_path, every=True)
    assert told.count("[placeholder]") == 40
    assert ALL not in told


def test_the_number_is_that_of_all_of_them(tmp_path: Path):
    assert "1,400 in 1 file" in as_text(warnings(1_400), tmp_path)


def wrong_places(
    number: int, words: str = "The report has no section “results”."
) -> list[Diagnostic]:
    places = (Location(f"{n % 2}.yml", n + 1) for n in range(number))
    return [Diagnostic(place, "locator-range", words) for place in places]


def test_many_errors_of_one_cause_are_told_once_and_all_are_counted(tmp_path: Path):
    told = heads(as_text([*wrong_places(560), error()], tmp_path))
    assert len(told) == 3
    assert "“results”. (The same in 559 more places; in 2 files in all.) [locator-range]" in told[0]
    assert told[-1] == f"561 errors in 3 files. {ALL}"


def test_a_few_of_one_cause_are_told_one_by_one(tmp_path: Path):
    told = as_text(wrong_places(FEW), tmp_path)
    assert told.count("[locator-range]") == FEW
    assert ALL not in told


def test_of_each_code_the_first_hundred_errors_are_told_and_all_are_counted(tmp_path: Path):
    found = [error(line=line) for line in range(1, 141)]
    told = as_text(found, tmp_path)
    assert told.count("[empty]") == 100
    assert "(And 40 more like it.)" in told
    assert told.endswith(f"140 errors in 1 file. {ALL}")
    assert as_text(found, tmp_path, every=True).count("[empty]") == 140


@pytest.mark.parametrize("path", ["theories/j09.yml", "seeds/review.yml"])
def test_nothing_is_shown_of_what_a_link_leads_to(garden_copy: Path, tmp_path: Path, path: str):
    secret = tmp_path / "elsewhere"
    shutil.copytree(garden_copy / "seeds", secret)
    (secret / "review.yml").write_text("SECRET=1", encoding="utf-8")
    if path.startswith("seeds"):
        shutil.rmtree(garden_copy / "seeds")
        (garden_copy / "seeds").symlink_to(secret)
    else:
        (garden_copy / path).symlink_to(secret / "review.yml")
    result = CliRunner().invoke(main, ["check", "--root", str(garden_copy)])
    assert "[no-plain-file]" in result.output
    assert "SECRET" not in result.output
