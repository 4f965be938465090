"""What a terminal shows of work that takes long, and that nothing else is ever told of it."""

import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.cli import progress
from generator.site.inspection import inspect


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal, and people who wonder at once."""
    for name in ("CI", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(progress, "_PATIENCE", -1)
    monkeypatch.setattr(progress, "_OFTEN", -1)
    shown = Terminal()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=shown))
    return shown


def said(garden: Path, terminal: io.StringIO) -> list[str]:
    """What is shown of a check, one thing after the other."""
    with progress.shown():
        inspect(garden)
    return terminal.getvalue().split("\r\x1b[K")


def test_files_are_counted_and_nothing_of_it_stays(terminal: Terminal, garden: Path) -> None:
    files = len([*garden.rglob("*.yml")]) - 1  # mkdocs.yml is no data
    shown = [f"files read {number} of {files}" for number in range(1, files + 1)]
    assert said(garden, terminal) == ["", *shown, ""]


def test_what_takes_no_time_shows_nothing(
    terminal: Terminal, garden: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 1_000)
    assert said(garden, terminal) == [""]


@pytest.mark.parametrize(("name", "value"), [("CI", "true"), ("TERM", "dumb")])
def test_where_nobody_looks_on_nothing_is_shown(
    terminal: Terminal, garden: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert said(garden, terminal) == [""]


def test_what_is_no_terminal_is_told_nothing(
    terminal: Terminal, garden: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal, "isatty", lambda: False)
    assert said(garden, terminal) == [""]
