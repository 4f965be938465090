"""The register of ids is held against what it was: a change cannot take out what it deletes."""

import os
import subprocess
from pathlib import Path

import pytest
from reviews import edit, found

from generator.files import history

pytestmark = pytest.mark.slow

REGISTER = "seeds/ids.yml"
MESSAGE = f"{REGISTER}:{{}} id-gone"


def git(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True)


def commit(root: Path) -> None:
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "x")


@pytest.fixture
def kept(garden_copy: Path) -> Path:
    """The garden in a repository, below its top."""
    git(garden_copy.parent, "init", "--quiet")
    commit(garden_copy.parent)
    return garden_copy


@pytest.mark.parametrize("is_committed", [False, True])
@pytest.mark.parametrize(
    "change",
    [("theories:\n  - g01\n  - g02", "theories:\n  - g01"), ("  - j02\n", "  - j01b\n")],
    ids=["taken out", "changed"],
)
def test_an_id_that_vanishes_with_its_file_is_told_of(kept: Path, change, is_committed: bool):
    edit(kept, (REGISTER, *change))
    if is_committed:
        commit(kept)
    assert any(f"{REGISTER}:" in one and "id-gone" in one for one in found(kept))


def test_a_section_that_vanishes_is_told_of_once(kept: Path):
    head, _, rest = (kept / REGISTER).read_text().partition("theories:\n")
    (kept / REGISTER).write_text(head + rest[rest.index("interventions:") :])
    assert found(kept) == [MESSAGE.format(2)]


def test_a_register_that_vanishes_is_told_of(kept: Path):
    (kept / REGISTER).unlink()
    assert set(found(kept)) == {MESSAGE.format(1)}


def test_a_shallow_copy_has_a_last_state_too(kept: Path, tmp_path_factory):
    commit(edit(kept, ("seeds/changes.yml", "version: 0.2.0", "version: 0.2.1")).parent)
    there = tmp_path_factory.mktemp("shallow") / "copy"
    git(kept, "clone", "--quiet", "--depth=1", f"file://{kept.parent}", str(there))
    edit(there / kept.name, (REGISTER, "  - g02\n", ""))
    assert found(there / kept.name) == [MESSAGE.format(2)]


def test_without_git_the_register_stands_for_itself(kept: Path, monkeypatch: pytest.MonkeyPatch):
    edit(kept, (REGISTER, "  - g02\n", ""))
    monkeypatch.setattr(history.shutil, "which", lambda _: None)
    assert found(kept) == []


def test_a_register_that_grows_is_fine(kept: Path):
    (kept / REGISTER).write_text((kept / REGISTER).read_text() + "claims:\n  - c01\n")
    commit(kept)
    assert found(kept) == []


def test_without_a_history_the_register_stands_for_itself(garden_copy: Path):
    edit(garden_copy, (REGISTER, "  - g02\n", ""))
    assert found(garden_copy) == []


def test_git_is_asked_once_and_only_where_there_is_a_repository(
    kept: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
):
    asked = []
    run = subprocess.run
    monkeypatch.setattr(history.subprocess, "run", lambda *a, **k: asked.append(a) or run(*a, **k))
    found(kept)
    assert len(asked) == 1
    assert history.earlier(tmp_path_factory.mktemp("apart"), REGISTER) == []
    assert len(asked) == 1


def test_a_git_that_fails_is_no_error(kept: Path, monkeypatch: pytest.MonkeyPatch):
    edit(kept, (REGISTER, "  - g02\n", ""))
    monkeypatch.setitem(os.environ, "GIT_DIR", "/nowhere")
    assert history.earlier(kept, REGISTER) == []
