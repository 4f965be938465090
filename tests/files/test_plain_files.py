"""Only plain files are read and published, and each other thing is told of."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from reviews import GARDEN, found

from generator.check.check import check
from generator.cli import main
from generator.files.plain_files import plain_files
from generator.library.kinds import TOP_FOLDERS
from generator.site.build import build

FOLDERS = [*TOP_FOLDERS, "docs"]


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    file = tmp_path / "secret.md"
    file.write_text("# Secret words\n")
    return file


@pytest.mark.slow
@pytest.mark.parametrize("folder", [*FOLDERS, "theories/middle-range"])
@pytest.mark.parametrize("kind", ["link", "loop", "link to a folder", "pipe", "dead link"])
def test_what_is_no_plain_file_is_refused(garden_copy: Path, secret: Path, folder, kind):
    (garden_copy / folder).mkdir(exist_ok=True)
    path = garden_copy / folder / ("page.md" if folder == "docs" else "extra.yml")
    to = {"link": secret, "loop": path, "link to a folder": secret.parent, "dead link": "nowhere"}
    os.mkfifo(path) if kind == "pipe" else path.symlink_to(to[kind])
    assert found(garden_copy) == [f"{path.relative_to(garden_copy)}:1 no-plain-file"]
    assert build(garden_copy).site is None


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_whole_folder_that_is_a_link_is_refused(garden_copy: Path, tmp_path: Path, folder: str):
    path = garden_copy / folder
    if path.exists():
        path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path, target_is_directory=True)
    assert f"{folder}:1 no-plain-file" in found(garden_copy)


@pytest.mark.parametrize("file", ["seeds/ids.yml", "seeds/changes.yml", "theories/j01.yml"])
@pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
def test_in_place_of_a_file_it_is_told_once_and_at_the_file(garden_copy: Path, file, kind):
    path = garden_copy / file
    path.unlink()
    if kind == "link":
        path.symlink_to(GARDEN / file)
    elif kind == "folder":
        path.mkdir()
    else:
        os.mkfifo(path)
    assert found(garden_copy) == [f"{file}:1 no-plain-file"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "says"),
    [
        (b"-rf.md", "begins with"),
        (b"caf\xe9.md", "is not in UTF-8"),
        ("a\u202eb.md".encode(), "RIGHT-TO-LEFT OVERRIDE (U+202E)"),
        (b"a\nb.md", "a control character (U+000A)"),
        (b"a\\b.md", "REVERSE SOLIDUS"),
        ("cafe\u0301.md".encode(), "an accent apart from its letter"),
        (b"METHODS.md", "differs from that of"),
    ],
)
@pytest.mark.parametrize("folder", FOLDERS)
def test_a_name_that_not_every_machine_can_hold_is_refused(garden_copy: Path, folder, name, says):
    (garden_copy / folder).mkdir(exist_ok=True)
    (garden_copy / folder / "methods.md").write_text("# Methods\n")
    Path(os.fsdecode(os.fsencode(garden_copy / folder) + b"/" + name)).write_text("# A\n")
    told = [one for one in check(garden_copy).diagnostics if one.code == "file-name"]
    assert [says in one.message for one in told] == [True]


@pytest.mark.slow
@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_a_name_that_is_not_in_utf_8_can_be_told_of_in_every_format(garden_copy: Path, form: str):
    Path(os.fsdecode(os.fsencode(garden_copy) + b"/theories/t\xff.yml")).write_text("id: t\n")
    done = subprocess.run(
        [Path(sys.executable).parent / "realist", "check", "--root", garden_copy, "--format", form],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"file-name" in done.stdout + done.stderr
    assert (done.stdout + done.stderr).decode("utf-8")


@pytest.mark.parametrize("file", ["theories/j01", "interventions/s01", "seeds/claims"])
@pytest.mark.parametrize("ending", [".yaml", ".yml.bak", ".txt"])
def test_a_file_with_another_ending_is_told_of_first_and_at_the_file(garden_copy, file, ending):
    (garden_copy / f"{file}.yml").rename(garden_copy / f"{file}{ending}")
    assert found(garden_copy)[0] == f"{file}{ending}:1 unknown-file"


def test_names_with_a_point_first_and_other_files_of_docs_are_no_concern(garden_copy: Path):
    (garden_copy / "docs" / "assets").mkdir(parents=True)
    (garden_copy / "docs" / "assets" / "a.png").write_bytes(b"\x89PNG\0")
    (garden_copy / "docs" / ".hidden").symlink_to("/")
    assert found(garden_copy) == []
    assert plain_files(garden_copy, "docs") == (["docs/assets/a.png"], [])


def test_a_difference_is_told_where_a_link_loops(garden_copy: Path):
    (garden_copy / "docs").mkdir()
    (garden_copy / "docs" / "a.md").symlink_to("a.md")
    result = CliRunner().invoke(main, ["diff", str(GARDEN), str(garden_copy)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "docs/a.md" in result.output
