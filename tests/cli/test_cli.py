import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from reviews import GARDEN, SOURCE, edit

from generator.cli import main


@pytest.fixture
def review(garden_copy: Path) -> Path:
    """A garden without the attribute that nobody has looked up, and with the settings of a site."""
    edit(garden_copy, ("interventions/s03.yml", "  - name\n", "  - name\n  - members-nearby\n"))
    (garden_copy / "mkdocs.yml").write_bytes((GARDEN / "mkdocs.yml").read_bytes())
    return garden_copy


@pytest.fixture
def broken(review: Path) -> Path:
    return edit(review, ("theories/j01.yml", "change: retained", "change: kept"))


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def contents(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_a_check_that_finds_nothing_says_what_was_checked(review: Path):
    result = run("check", "--root", review)
    assert result.exit_code == 0
    assert result.stdout == "Nothing is wrong: 6 theories, 3 interventions, 4 studies, 14 claims.\n"
    assert result.stderr == ""


def test_a_file_may_be_named_as_messages_name_it_from_another_folder(broken: Path):
    result = run("check", "--root", broken, "theories/j01.yml")
    assert result.exit_code == 1
    assert result.output.startswith("theories/j01.yml:")


def test_a_check_that_finds_a_warning_prints_it_and_succeeds():
    result = run("check", "--root", GARDEN)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "attribute-not-extracted" in result.stderr


def test_a_new_intervention_is_one_line_of_warnings_and_each_with_all(review: Path):
    assert run("new", "intervention", "--root", review).exit_code == 0
    short, long = (run("check", "--root", review, *all).stderr for all in ((), ("--all",)))
    assert short.count("[attribute-not-extracted]") == 1
    assert "realist check --all" in short
    assert long.count("[attribute-not-extracted]") == 7
    assert run("check", "--root", review, "--format", "github").stdout.count("not-extracted") == 7


def test_errors_are_printed_to_the_error_stream_and_fail(broken: Path):
    result = run("check", "--root", broken)
    assert result.exit_code == 1
    assert "theories/j01.yml:21:13: error" in result.stderr
    assert result.stdout == ""
    assert isinstance(result.exception, SystemExit)


def test_a_build_with_errors_tells_of_them_and_makes_no_site(broken: Path, caplog):
    result = run("build", "--root", broken)
    assert result.exit_code == 1
    # MkDocs hands its errors to the log, which prints them where nobody else listens.
    assert "theories/j01.yml:21:13: error" in result.stderr + caplog.text
    assert isinstance(result.exception, SystemExit)
    assert not (broken / "site").exists()


def test_an_export_with_errors_fails_and_writes_nothing(broken: Path, tmp_path: Path):
    result = run("export", tmp_path / "out", "--root", broken)
    assert result.exit_code == 1
    assert "theories/j01.yml:21:13" in result.stderr
    assert not (tmp_path / "out").exists()


def test_an_export_does_not_touch_a_folder_of_somebody_else(review: Path, tmp_path: Path):
    target = tmp_path / "out"
    target.mkdir()
    (target / "mine.txt").write_text("mine")
    result = run("export", target, "--root", review)
    assert result.exit_code == 2
    assert "nothing was written" in result.stderr
    assert contents(target) == {"mine.txt": b"mine"}


@pytest.mark.slow
def test_an_export_without_settings_says_so_and_leaves_the_last_one_alone(review, tmp_path):
    target = tmp_path / "out"
    run("export", target, "--root", review)
    before = contents(target)
    (review / "mkdocs.yml").unlink()
    result = run("export", target, "--root", review)
    assert result.exit_code == 2
    assert "mkdocs.yml" in result.stderr
    assert contents(target) == before


@pytest.mark.slow
def test_a_second_export_replaces_the_first_with_the_same_bytes(review: Path, tmp_path: Path):
    target = tmp_path / "out"
    assert run("export", target, "--root", review).exit_code == 0
    first = contents(target)
    (target / "docs" / "left-over.md").write_text("old")
    assert run("export", target, "--root", review).exit_code == 0
    assert contents(target) == first
    assert "docs/theories/j01.md" in first


@pytest.mark.parametrize("command", [["check"], ["build"], ["export", "out"], ["schema"]])
def test_a_folder_that_is_not_there_is_refused(command: list[str], tmp_path: Path):
    result = run(*command, "--root", tmp_path / "gone")
    assert result.exit_code == 2
    assert "does not exist" in result.stderr


def test_a_folder_that_is_no_review_says_what_is_missing(tmp_path: Path):
    result = run("check", "--root", tmp_path)
    assert result.exit_code == 1
    assert "seeds/review.yml:1:1: error" in result.stderr


def test_the_source_is_verified_against_its_text(review: Path):
    assert run("verify-source", SOURCE, "--root", review).exit_code == 0
    edit(review, ("theories/j01.yml", "quotes: [may help]", "quotes: [will help]"))
    result = run("verify-source", SOURCE, "--root", review)
    assert result.exit_code == 1
    assert "source-quote" in result.stderr


def test_every_command_says_what_it_does():
    listed = run("--help").stdout
    for name, command in main.commands.items():
        assert name in listed
        assert command.help


@pytest.mark.slow
def test_a_check_loads_nothing_that_renders_compares_or_writes():
    script = (
        "import sys; from generator.cli import main\n"
        f"try: main(['check', '--root', {str(GARDEN)!r}])\n"
        "finally: print(*sys.modules, sep='\\n')"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(ran.stdout.split())
    assert "generator.site.inspection" in loaded
    others = ("jinja2", "mkdocs", "generator.diff", "generator.citing", "generator.edit")
    assert [name for name in loaded if name.startswith((*others, "generator.pages.render"))] == []


@pytest.mark.slow
def test_no_plugin_that_happens_to_be_installed_runs_in_a_check(tmp_path: Path):
    (tmp_path / "other.py").write_text("raise SystemExit('the plugin ran')")
    installed = tmp_path / "other-1.0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: other\nVersion: 1.0\n")
    (installed / "entry_points.txt").write_text("[pydantic]\nother = other\n")
    script = f"from generator.cli import main; main(['check', '--root', {str(GARDEN)!r}])"
    ran = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, "the plugin ran" in ran.stderr) == (0, False)


def test_a_check_that_watches_tells_of_each_change(review: Path, monkeypatch: pytest.MonkeyPatch):
    def changes(*_: object) -> Iterator[tuple[str, ...]]:
        edit(review, ("theories/j01.yml", "change: retained", "change: kept"))
        yield ("theories/j01.yml", "theories/j02.yml")
        edit(review, ("theories/j01.yml", "change: kept", "change: retained"))
        yield ("theories/j01.yml",)
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.serve.watching.changes", changes)
    result = run("check", "--watch", "--root", review)
    assert result.exit_code == 0
    counted = "Nothing is wrong: 6 theories, 3 interventions, 4 studies, 14 claims."
    assert re.sub(r"\d\.\d\d s", "TIME", result.stdout).splitlines() == [
        f"TIME. {counted}",
        "theories/j01.yml and 1 more: TIME. 1 error in 1 file.",
        f"theories/j01.yml: TIME. {counted}",
        "No longer watched.",
    ]
    assert result.stderr.count("theories/j01.yml:21:13: error") == 1


def test_a_check_watches_for_people_only(review: Path):
    result = run("check", "--watch", "--format", "json", "--root", review)
    assert result.exit_code == 2
    assert "--format is for programs" in result.stderr


@pytest.mark.parametrize(
    ("module", "said"),
    [("generator.cli", "__all__ False\n"), ("generator.site.engine.plugin", "None True\n")],
)
def test_the_command_alone_keeps_plugins_of_pydantic_out(module: str, said: str):
    """It does before pydantic is there; an MkDocs with other plugins beside ours keeps theirs."""
    script = (
        f"import os, sys, {module}\n"
        "print(os.environ.get('PYDANTIC_DISABLE_PLUGINS'), 'pydantic' in sys.modules)"
    )
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYDANTIC")}
    command = [sys.executable, "-c", script]
    assert (
        subprocess.run(command, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout
        == said
    )
