import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.edit.formatting import formattable

pytestmark = pytest.mark.slow


def run(root: Path, *words: str):
    return CliRunner().invoke(main, ["format", *words, "--root", str(root)])


@pytest.fixture
def tidy(garden_copy: Path) -> Path:
    assert run(garden_copy).exit_code == 0
    return garden_copy


def test_command_formats_all_files_and_then_finds_nothing_to_do(garden_copy: Path):
    (garden_copy / "theories/g01.yml").write_text("title: T\nid: g01\n", encoding="utf-8")
    first = run(garden_copy)
    assert first.exit_code == 0
    assert "Formatted: theories/g01.yml" in first.output
    assert (garden_copy / "theories/g01.yml").read_text() == "id: g01\ntitle: T\n"
    again = run(garden_copy, "--check")
    assert (again.exit_code, again.output) == (
        0,
        f"0 of {len(formattable(garden_copy))} files would change.\n",
    )


def test_check_names_the_files_and_changes_nothing(tidy: Path):
    file = tidy / "theories/g01.yml"
    file.write_text("title: T\nid: g01\n", encoding="utf-8")
    result = run(tidy, "--check")
    assert result.exit_code == 1
    assert result.stdout == (
        f"Would change: theories/g01.yml\n1 of {len(formattable(tidy))} files would change.\n"
    )
    assert file.read_text() == "title: T\nid: g01\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"title: T\nid: [\n", "[syntax]"),
        (b"title: T\nid: g01\nid: g02\n", "[duplicate-key]"),
        (b"title: \xff\n", "[unreadable]"),
        (b"title: |2\n   T\n", "It stays as it is: the block on line 1"),
    ],
)
def test_a_broken_file_is_named_and_left_as_it_is(tidy: Path, content: bytes, said: str):
    (tidy / "theories/g01.yml").write_bytes(content)
    (tidy / "theories/g02.yml").write_text("title: T\nid: g02\n", encoding="utf-8")
    result = run(tidy)
    assert result.exit_code == 1
    assert said in result.stderr
    assert "Untouched: theories/g01.yml." in result.stderr
    assert (tidy / "theories/g01.yml").read_bytes() == content
    assert (tidy / "theories/g02.yml").read_text() == "id: g02\ntitle: T\n"


def test_files_can_be_named(tidy: Path):
    for name in ("g01", "g02"):
        (tidy / f"theories/{name}.yml").write_text(f"title: T\nid: {name}\n", encoding="utf-8")
    result = run(tidy, str(tidy / "theories/g01.yml"))
    assert result.stdout == "Formatted: theories/g01.yml\n1 of 1 files changed.\n"
    assert (tidy / "theories/g02.yml").read_text().startswith("title")


def test_files_that_nothing_reads_are_refused(tidy: Path):
    shutil.copyfile(tidy / "theories/g01.yml", tidy / "odd.yml")
    assert run(tidy, str(tidy / "odd.yml")).exit_code == 1
    assert run(tidy, "nowhere.yml").exit_code == 2
    assert run(tidy, __file__).exit_code == 2
