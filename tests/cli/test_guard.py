"""Whatever happens, a command ends in a message and not in a traceback."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(_: Path) -> None:
        raise ZeroDivisionError("by \x1b[31mnought")

    monkeypatch.setattr("generator.cli.check.inspect_once", fall)


@pytest.mark.usefixtures("broken")
def test_what_nobody_foresaw_is_one_message_and_exit_70(garden: Path):
    result = CliRunner().invoke(main, ["check", "--root", str(garden)])
    assert result.exit_code == 70
    assert result.stdout == ""
    assert "ZeroDivisionError: by \ufffd[31mnought" in result.stderr
    assert "in generator/cli/check.py, line" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.usefixtures("broken")
def test_the_traceback_can_be_asked_for(garden: Path):
    result = CliRunner(env={"REALIST_TRACEBACK": "1"}).invoke(
        main, ["check", "--root", str(garden)]
    )
    assert isinstance(result.exception, ZeroDivisionError)


def test_what_a_command_says_itself_passes(garden: Path):
    assert CliRunner().invoke(main, ["check", "--explain", "nothing"]).exit_code == 2
    assert CliRunner().invoke(main, ["--help"]).exit_code == 0


def test_who_stops_a_command_is_told_that_it_stopped(garden: Path, monkeypatch: pytest.MonkeyPatch):
    def stop(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.cli.check.inspect_once", stop)
    result = CliRunner().invoke(main, ["check", "--root", str(garden)])
    assert (result.exit_code, result.stdout) == (130, "")
    assert result.stderr == "realist check was stopped.\n"
