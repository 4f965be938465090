"""What `realist serve` says in the terminal of each state of a review."""

import re
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.request import urlopen

import pytest
from click.testing import CliRunner
from reviews import GARDEN, edit

from generator.cli import main
from generator.serve.watching import Look, Wait, differing

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
    assert "mkdocs.yml' does not exist.\n  in generator/cli/mkdocs.py, line " in done.stderr


def test_the_page_that_is_looked_at_is_made_again_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "garden"
    shutil.copytree(GARDEN, root, ignore=shutil.ignore_patterns("site"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"

    def edits(*_: object) -> Iterator[tuple[str, ...]]:
        for pages in (("theories/j01/", "theories/j01/"), ("", "model/"), ("no/such/page/",), ()):
            with ExitStack() as looking:
                for page in pages:
                    events = urlopen(f"http://{address}/_realist/events?/{page}", timeout=5)
                    looking.enter_context(events).readline()
                yield ("theories/j01.yml",)
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.serve.watching.changes", edits)
    done = CliRunner().invoke(main, ["serve", "--root", str(root), "--address", address])
    told = re.findall(r"^theories/j01.yml: (.*?)\. 1 warning", done.stdout, re.M)
    assert [re.sub(r"\d+\.\d\d", "0.05", one) for one in told] == [
        "checked in 0.05 s, /theories/j01/ made again in 0.05 s",
        "checked in 0.05 s, / and 1 more made again in 0.05 s",
        "checked in 0.05 s",
        "checked in 0.05 s",
    ]


def test_what_the_settings_name_is_looked_at_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "garden"
    shutil.copytree(GARDEN, root, ignore=shutil.ignore_patterns("site"))
    edit(root, ("mkdocs.yml", "theme:\n", "watch: [base.yml]\ntheme:\n  custom_dir: own\n"))
    template, base = root / "own" / "main.html", root / "base.yml"
    template.parent.mkdir()
    template.write_text("{% extends 'base.html' %}", encoding="utf-8")
    base.write_text("a: 1", encoding="utf-8")
    told = []

    def edits(see: Callable[[], Look], before: Look, _: Wait) -> Iterator[tuple[str, ...]]:
        told.append(differing(before, see()))
        template.write_text("{% extends 'base.html' %}\n", encoding="utf-8")
        base.unlink()
        told.append(differing(before, see()))
        yield told[-1]
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.serve.watching.changes", edits)
    done = CliRunner().invoke(main, ["serve", "--root", str(root), "--address", "127.0.0.1:0"])
    assert told == [(), ("base.yml", "own/main.html")]
    assert "base.yml and 1 more: " in done.stdout
