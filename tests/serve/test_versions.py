"""The versions that are kept, on a site that is served while somebody edits it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from reviews import GARDEN, edit, keep

from generator.cli.mkdocs import settings
from generator.serve import versions
from generator.serve.desk import Desk

pytestmark = pytest.mark.slow

PAGE, GONE = "v/0.2.0/index.html", "gone/index.html"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    root = tmp_path / "garden"
    shutil.copytree(GARDEN, root, ignore=shutil.ignore_patterns("site"))
    keep(root, {PAGE: b"As it was.", "v/0.2.0/gone/index.html": b""})
    with Desk(root, settings) as opened:
        opened.look()
        yield opened


def answer(desk: Desk, path: str) -> bytes | None:
    assert desk.answers is not None
    return desk.answers(path)


def test_what_versions_put_into_a_site_is_unfolded_once_for_all_edits(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unfolded = []

    def unfold(*given: object) -> object:
        unfolded.append(given)
        return kept(*given)

    kept = versions.unfold
    monkeypatch.setattr(versions, "unfold", unfold)
    for title in ("title: ", "title: Other "):
        edit(tmp_path / "garden", ("interventions/s02.yml", "title: ", title))
        desk.look()
        assert answer(desk, PAGE) == b"As it was."
        assert b"0.2.0" in (answer(desk, GONE) or b"")
        assert answer(desk, "nothing/index.html") is None
    assert len(unfolded) == 1


def test_what_keeps_versions_from_a_site_is_told_each_time(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(versions, "unfold", full)
        for _ in range(2):
            with pytest.raises(OSError, match="No space"):
                answer(desk, PAGE)
    assert answer(desk, PAGE) == b"As it was."
