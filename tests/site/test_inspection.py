"""What is found of a review does not depend on which process looks."""

import os
import pickle
from pathlib import Path

import pytest
from reviews import GARDEN, MENDING

from generator import side_by_side
from generator.library.kinds import KINDS
from generator.site import inspection
from generator.site.build import build
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


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_there_is_one_of_each_kind_in_any_process(kind):
    assert pickle.loads(pickle.dumps(kind)) is kind
