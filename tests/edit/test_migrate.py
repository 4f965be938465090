"""Files of another format: told of at once, and brought to the one of today by steps."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from reviews import GARDEN, copy_of, edit, found, linked

from generator.check.check import check
from generator.cli import main
from generator.edit import migrate
from generator.library import formats

REVIEW = "seeds/review.yml"


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*(words or ["migrate"]), "--root", str(root)])


def texts(root: Path) -> dict[str, str]:
    return {str(f.relative_to(root)): f.read_text(encoding="utf-8") for f in root.rglob("*.yml")}


def rename(files: dict[str, str]) -> dict[str, str]:
    """An invented step: what is `quotes` today was called `hedges` in the format before."""
    return {path: re.sub(r"\bhedges:", "quotes:", text) for path, text in files.items()}


@pytest.fixture
def old(tmp_path: Path, monkeypatch) -> Path:
    """The garden as it was two formats ago, with the steps that have changed since."""
    root = copy_of(GARDEN, tmp_path / "garden")
    for file in root.rglob("*.yml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("quotes:", "hedges:"), encoding="utf-8")
    edit(root, (REVIEW, "format: 1\n", ""))
    monkeypatch.setattr(formats, "FORMAT", 3)
    monkeypatch.setattr(migrate, "STEPS", {1: rename, 2: lambda files: files})
    return root


def test_every_format_has_its_step():
    assert set(migrate.STEPS) == set(range(1, formats.FORMAT))


def test_files_that_say_nothing_are_in_the_first_format(garden_copy: Path):
    edit(garden_copy, (REVIEW, "format: 1\n", ""))
    assert found(garden_copy) == []
    assert linked(garden_copy).review.format == 1


def test_a_newer_format_is_refused_and_nothing_else_is_told(garden_copy: Path):
    edit(garden_copy, (REVIEW, "format: 1\n", "format: 7\nunheard-of: key\n"))
    assert found(garden_copy) == [f"{REVIEW}:2 other-format"]
    before = texts(garden_copy)
    for command in (["migrate"], ["build"], ["check"]):
        result = run(garden_copy, *command)
        assert result.exit_code == 1
        assert "in format 7" in result.output
        assert "Install a newer version of realist." in result.output
    assert texts(garden_copy) == before


@pytest.mark.parametrize("number", ["0", "-1", "true", "'1'", "1.5", "one"])
def test_what_is_no_format_is_told_of_as_a_wrong_value(garden_copy: Path, number: str):
    edit(garden_copy, (REVIEW, "format: 1\n", f"format: {number}\n"))
    (one,) = [code for code in found(garden_copy) if code.startswith(f"{REVIEW}:2 ")]
    assert one.split()[1] in ("wrong-type", "wrong-value")


def test_with_the_newest_format_nothing_is_to_do(garden_copy: Path):
    before = texts(garden_copy)
    result = run(garden_copy)
    assert result.exit_code == 0
    assert result.output == "Nothing is to do: the files are in format 1, the newest there is.\n"
    assert texts(garden_copy) == before


def test_an_older_format_is_told_of_with_the_command_that_helps(old: Path):
    assert found(old) == [f"{REVIEW}:2 other-format"]
    assert "Run realist migrate" in check(old).diagnostics[0].remedy


def test_older_files_are_brought_up_to_date_step_by_step(old: Path):
    result = run(old)
    assert result.exit_code == 0, result.output
    assert "Changed: seeds/findings.yml\n" in result.output
    assert "Changed: seeds/glossary.yml" not in result.output
    assert result.output.endswith("The files are in format 3 now.\n")
    assert found(old) == []
    # Nothing else has changed: comments, order and form are those of the garden.
    after = texts(old)
    assert {p: t for p, t in texts(GARDEN).items() if p != "mkdocs.yml"} == {
        **after, REVIEW: after[REVIEW].replace("format: 3\n", "format: 1\n")
    }  # fmt: skip
    assert run(old).output.startswith("Nothing is to do")


def test_diff_compares_an_older_format_as_it_would_be_today(old: Path, tmp_path: Path):
    today = copy_of(old, tmp_path / "today")
    assert run(today).exit_code == 0
    edit(today, ("theories/j01.yml", "She has an hour to spare.", "She has the time."))
    before = texts(old)
    result = CliRunner().invoke(main, ["diff", str(old), str(today)])
    assert "are in an older format; they are compared as realist migrate" in result.stderr
    assert "She has the time." in result.stdout
    assert "quotes" not in result.stdout
    assert "hedges" not in result.stdout
    assert texts(old) == before


def test_diff_says_what_to_do_about_a_newer_format(garden_copy: Path):
    edit(garden_copy, (REVIEW, "format: 1\n", "format: 7\n"))
    result = CliRunner().invoke(main, ["diff", str(garden_copy), str(GARDEN)])
    assert result.exit_code == 2
    assert "in format 7" in result.output
    assert "Install a newer version of realist." in result.output


def test_files_that_would_be_wrong_afterwards_stay_as_they_are(old: Path):
    edit(old, ("theories/j01.yml", "basis: reported", "basis: reportet"))
    before = texts(old)
    result = run(old)
    assert result.exit_code == 1
    assert "Mend them first" in result.output
    assert "[wrong-choice]" in result.output
    assert texts(old) == before


def test_a_file_that_cannot_be_read_is_told_of(garden_copy: Path):
    (garden_copy / REVIEW).write_text("a: [", encoding="utf-8")
    result = run(garden_copy)
    assert result.exit_code == 1
    assert "[syntax]" in result.output
