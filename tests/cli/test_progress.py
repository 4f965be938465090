"""What a terminal shows of work that takes long, and that nothing else is ever told of it."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from types import SimpleNamespace

import click
import pytest
from click.testing import CliRunner
from reviews import GARDEN, edit

from generator.check.rules import RULES
from generator.cli import COMMANDS, Commands, main, progress
from generator.progress import Counter
from generator.site.build import build
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


def shown_on(terminal: Terminal) -> list[str]:
    """What is shown, one thing after the other; nothing where a count is taken away."""
    return terminal.getvalue().split("\r\x1b[K")


def said(garden: Path, terminal: Terminal) -> list[str]:
    """What is shown of a check."""
    with progress.shown():
        inspect(garden)
    return shown_on(terminal)


def kinds(shown: list[str]) -> list[str]:
    """What is counted, each once, without the counts."""
    return list(dict.fromkeys(re.sub(r" \d+ of \d+", "", one) for one in shown if one))


def test_what_a_check_does_is_counted_and_no_count_stays(terminal: Terminal, garden: Path) -> None:
    files, rules = len([*garden.rglob("*.yml")]) - 1, len(RULES)  # mkdocs.yml is no data
    assert said(garden, terminal) == [
        "",
        *(f"files read {number} of {files}" for number in range(files)),
        "",
        "files held against each other",
        "",
        *(f"rules held {number} of {rules}" for number in range(rules)),
        "",
    ]


def test_where_reading_ends_early_no_count_stays(terminal: Terminal, garden_copy: Path) -> None:
    edit(garden_copy, ("seeds/review.yml", "format: 1", "format: 99"))
    assert said(garden_copy, terminal)[-1] == ""


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["", "theme:\n  custom_dir: own\n"])
def test_what_a_build_makes_is_counted(terminal: Terminal, tmp_path: Path, theme: str) -> None:
    review = Path(copytree(GARDEN, tmp_path / "garden"))
    (review / "own").mkdir()
    edit(review, ("mkdocs.yml", "theme:\n", theme or "theme:\n"))
    done = CliRunner().invoke(main, ["build", "--root", str(review)])
    assert done.exit_code == 0
    shown = shown_on(terminal)
    assert kinds(shown)[-4:] == [
        "pages and files listed",
        "pages made",
        "files written",
        "index of the search",
    ]
    site = build(review).site
    pages = len(site.pages) if site else 0
    made = [one for one in shown if one.startswith("pages made")]
    assert made[0] == f"pages made 0 of {pages}"
    assert len(made) > 1
    assert shown[-1] == ""


def test_each_command_is_shown(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def command(_: object, __: object, name: str) -> click.Command:
        return click.Command(name, callback=lambda: Counter(f"parts of {name} done", 2))

    monkeypatch.setattr(Commands, "get_command", command)
    for name in COMMANDS:
        CliRunner().invoke(main, [name])
        assert f"parts of {name} done 0 of 2" in shown_on(terminal)
        assert shown_on(terminal)[-1] == ""


@pytest.mark.slow
@pytest.mark.parametrize("command", [["check", "--watch"], ["serve", "--address", "127.0.0.1:0"]])
def test_a_look_that_takes_long_is_shown_each_time(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    looks = []

    def changes(*_: object) -> Iterator[tuple[str, ...]]:
        for _ in range(2):
            looks.append(kinds(shown_on(terminal)))
            terminal.truncate(terminal.seek(0))
            yield ("theories/j01.yml",)
        looks.append(kinds(shown_on(terminal)))
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.serve.watching.changes", changes)
    review = Path(copytree(GARDEN, tmp_path / "garden"))
    CliRunner().invoke(main, [*command, "--root", str(review)])
    assert len(looks) == 3
    assert all(look[0] == "files read" for look in looks)


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
