"""What `realist serve` says in the terminal of each state of a review."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from reviews import GARDEN, edit

from generator.cli import main

pytestmark = pytest.mark.slow

WRONG = ("theories/j01.yml", "change: retained", "change: kept")
MENDED = (WRONG[0], WRONG[2], WRONG[1])


def test_each_state_is_told_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "garden"
    shutil.copytree(GARDEN, root, ignore=shutil.ignore_patterns("site"))
    settings = root / "mkdocs.yml"

    def edits(*_: object) -> Iterator[tuple[str, ...]]:
        edit(root, MENDED)
        yield ("mended",)
        settings.rename(root / "away.yml")
        yield ("away",)
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.serve.watching.changes", edits)
    edit(root, WRONG)
    done = CliRunner().invoke(main, ["serve", "--root", str(root), "--address", "127.0.0.1:0"])
    said = [line.partition(" s. ")[2] for line in done.stdout.splitlines() if " s. " in line]
    assert said == [
        "1 error and 1 warning in 2 files. Run realist check for the warnings."
        " Nothing can be served before this is mended.",
        "1 warning in 1 file. Run realist check for the warnings.",
        "The site could not be made. The last good site is served on.",
    ]
    assert "FileNotFoundError: " in done.stderr
    assert "\n  in generator/" in done.stderr
