"""What the program makes of itself is made once for each state of the program."""

import os
import sys
from pathlib import Path

import pytest

from generator.files import of_program
from generator.files.of_program import kept


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A place of its own for what is kept, which may be written."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def test_it_is_made_once():
    assert kept("a", "1", lambda: b"first") == b"first"
    assert kept("a", "1", lambda: b"second") == b"first"
    assert kept("b", "1", lambda: b"third") == b"third"


def test_what_depends_on_something_else_now_is_made_again(monkeypatch: pytest.MonkeyPatch):
    kept("a", "library 1", lambda: b"first")
    assert kept("a", "library 2", lambda: b"second") == b"second"
    monkeypatch.setattr(of_program, "_modules", lambda: "a module of ours has changed")
    assert kept("a", "library 2", lambda: b"third") == b"third"
    assert (
        len(list(of_program.place("a").parent.iterdir())) == 1
    )  # nothing is left of what is stale


def test_a_change_of_any_module_of_ours_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(of_program, "_PACKAGE", tmp_path / "package")
    module = tmp_path / "package" / "within" / "module.py"
    module.parent.mkdir(parents=True)
    module.write_text("a = 1\n")
    before = of_program._modules.__wrapped__()
    os.utime(module, ns=(1, 1))
    assert of_program._modules.__wrapped__() != before


@pytest.mark.parametrize("damage", [b"", b"no such thing", None])
def test_what_is_broken_is_made_again(damage: bytes | None):
    kept("a", "1", lambda: b"a longer content")
    file = of_program.place("a")
    file.write_bytes(file.read_bytes()[:-5] if damage is None else damage)
    assert kept("a", "1", lambda: b"second") == b"second"
    assert kept("a", "1", lambda: b"third") == b"second"


def test_where_nothing_can_be_written_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "file").touch()
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "file"))
    assert kept("a", "1", lambda: b"first") == b"first"
    assert kept("a", "1", lambda: b"second") == b"second"
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert kept("a", "1", lambda: b"third") == b"third"
    assert not of_program.place("a").exists()
