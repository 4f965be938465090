"""What is kept of compiled templates saves work, and changes nothing that is made of them."""

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from generator.files import of_program
from generator.pages.compiled import Compiled

TEMPLATE = "{{ 'a' | shown }} {{ b }}"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A place of its own for what is kept, which may be written."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def kept(folder: Path) -> list[Path]:
    return sorted(folder.rglob("template-*"))


def shown(text: str, made_with: str = "", template: str = TEMPLATE) -> str:
    """What a new run makes of a template whose filter gives this text."""
    return shown_by(Compiled(made_with), text, template)


def shown_by(cache: Compiled, text: str, template: str = TEMPLATE) -> str:
    """The same within one run, which keeps what it compiled."""
    environment = Environment(loader=DictLoader({"t": template}), bytecode_cache=cache)
    environment.filters["shown"] = lambda _: text
    return environment.get_template("t").render(b="b")


def test_a_template_is_compiled_once(tmp_path: Path):
    assert shown("first") == "first b"
    assert len(kept(tmp_path)) == 1
    # The filter was called when the template was compiled, so this is what was kept.
    assert shown("second") == "first b"


def test_what_is_made_with_something_else_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    shown("first")
    assert shown("second", made_with="engine 2") == "second b"
    monkeypatch.setattr(of_program, "_modules", lambda: "a module of ours has changed")
    assert shown("third") == "third b"
    assert shown("fourth", template="{{ b }}!") == "b!"
    assert len(kept(tmp_path)) == 1  # nothing is left of what is stale


@pytest.mark.parametrize("damage", [b"", b"no code at all", None])
def test_what_is_broken_is_made_again(tmp_path: Path, damage: bytes | None):
    shown("first")
    (file,) = kept(tmp_path)
    file.write_bytes(file.read_bytes()[:-20] if damage is None else damage)
    assert shown("second") == "second b"


def test_where_nothing_can_be_written_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "file").touch()
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "file"))
    assert shown("first") == "first b"
    assert shown("second") == "second b"
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert shown("third") == "third b"
    assert kept(tmp_path) == []


def test_one_run_compiles_once_though_it_may_write_nothing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    cache = Compiled()
    assert shown_by(cache, "first") == "first b"
    assert shown_by(cache, "second") == "first b"
    assert shown_by(cache, "third", "{{ 'a' | shown }}!") == "third!"
