"""What is found of a review does not depend on which process looks."""

import os
import pickle
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from reviews import GARDEN, MENDING

from generator import side_by_side
from generator.cli import main
from generator.library import readings
from generator.library.kinds import KINDS
from generator.site import inspection
from generator.site.build import Again, build
from generator.site.inspected_once import inspect_once
from generator.site.inspection import inspect, inspecting


@pytest.mark.parametrize("root", [GARDEN, MENDING], ids=lambda root: root.name)
def test_what_another_process_finds_is_found_here(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(side_by_side, "_cores", lambda: 2)
    with inspecting(root, dict) as found:
        sent = found()
    here = inspect(root)
    assert (sent.library, sent.diagnostics, sent.recounts) == (
        *(here.library, here.diagnostics, here.recounts),
    )
    assert (sent.hand, sent.nav) == (here.hand, here.nav)


def test_a_site_is_the_same_whichever_process_inspected(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(side_by_side, "_cores", lambda: 2)
    with inspecting(GARDEN, dict) as found:
        site, here = build(GARDEN, inspected=found()).site, build(GARDEN).site
    assert site is not None
    assert here is not None
    assert dict(site.files) == dict(here.files)
    assert [page.markdown for page in site.pages] == [page.markdown for page in here.pages]


def test_a_large_review_is_inspected_here(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(inspection, "_SENT", 3)
    monkeypatch.setattr(inspection, "inspect", lambda *_, **__: "here")
    monkeypatch.setattr(inspection, "meanwhile", lambda *_: pytest.fail("it was sent"))
    with inspecting(GARDEN, dict) as found:
        assert found() == "here"


def test_where_another_process_falls_it_is_done_here(monkeypatch: pytest.MonkeyPatch):
    here = os.getpid()

    def fall(*_: object) -> str:
        if os.getpid() != here:
            raise ZeroDivisionError
        return "here"

    monkeypatch.setattr(side_by_side, "_cores", lambda: 2)
    monkeypatch.setattr(inspection, "inspect", fall)
    with inspecting(GARDEN, dict) as found:
        assert found() == "here"


def test_a_command_finds_the_same_and_forks(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(side_by_side, "_cores", lambda: 3)
    monkeypatch.setattr(readings, "_WORTH", 1)
    forked, fork = [], os.fork
    monkeypatch.setattr(os, "fork", lambda: forked.append(1) or fork())
    assert inspect_once(GARDEN) == inspect(GARDEN)
    assert len(forked) == 3  # for pages by hand, and twice for files


def test_what_may_have_threads_forks_no_process(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(side_by_side, "_cores", lambda: 3)
    monkeypatch.setattr(readings, "_WORTH", 1)
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("a process was forked"))
    assert inspect(GARDEN).has_errors is False
    assert Again(GARDEN).build().site
    assert build(GARDEN).site  # as MkDocs has it built that serves
    monkeypatch.setattr("generator.serve.watching.changes", lambda *_: [("theories/j01.yml",)])
    done = CliRunner().invoke(main, ["check", "--watch", "--root", str(GARDEN)])
    assert (done.exit_code, done.stdout.count(" s. ")) == (0, 2)


def test_the_command_begins_with_pages_by_hand_before_it_imports_what_holds_the_data():
    said = "import sys, generator.cli.check; print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_there_is_one_of_each_kind_in_any_process(kind):
    assert pickle.loads(pickle.dumps(kind)) is kind


def test_a_review_is_checked_where_the_process_for_pages_by_hand_is_killed(
    garden_copy: Path, monkeypatch: pytest.MonkeyPatch
):
    (garden_copy / "docs").mkdir(exist_ok=True)
    (garden_copy / "docs" / "more.md").write_text("# More\n\n<b>x</b>\n", encoding="utf-8")
    here = CliRunner().invoke(main, ["check", "--root", str(garden_copy)])
    monkeypatch.setattr(side_by_side, "_cores", lambda: 2)
    monkeypatch.setattr(side_by_side, "_outcome", lambda _: os.kill(os.getpid(), signal.SIGKILL))
    result = CliRunner().invoke(main, ["check", "--root", str(garden_copy)])
    assert (result.exit_code, result.output) == (here.exit_code, here.output)
    assert "page-markup" in result.output
