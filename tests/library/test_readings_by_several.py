"""What is read does not depend on how many processes read it, nor on which of them fall."""

import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reviews import GARDEN, MENDING
from typed_edits import EDITS

from generator import side_by_side
from generator.check.check import check
from generator.library import corpus, readings
from generator.library.corpus import FileReading, gather
from generator.library.readings import Reader, by_several, one_by_one
from generator.progress import told_to


@pytest.fixture(autouse=True, scope="module")
def _several() -> Iterator[None]:
    """Three processes, also for few files."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(side_by_side, "_cores", lambda: 3)
        patch.setattr(readings, "_WORTH", 1)
        yield


def hold_same(root: Path) -> None:
    """All that is read and told of a review is the same, in the same order."""
    assert gather(root, by_several) == gather(root)
    one, several = check(root), check(root, by_several)
    assert (one.library, one.diagnostics, one.recounts) == (
        *(several.library, several.diagnostics, several.recounts),
    )


def counted(root: Path, reader: Reader[FileReading]) -> list[tuple[str, int, int]]:
    """What is told of how far the reading of a review has come."""
    told: list[tuple[str, int, int]] = []
    with told_to(lambda *one: told.append(one)):
        gather(root, reader)
    return told


@pytest.mark.parametrize("root", [GARDEN, MENDING], ids=lambda root: root.name)
def test_a_review_is_the_same_whoever_reads_it(root: Path):
    hold_same(root)


@settings(max_examples=settings().max_examples // 4)
@given(st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 99)), max_size=4))
def test_a_review_that_is_edited_is_the_same_whoever_reads_it(edits):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(copytree(GARDEN, Path(folder, "review")))
        for kind, number in edits:
            EDITS[kind](root, number)
        hold_same(root)


def test_files_are_counted_to_the_last(garden: Path):
    several, alone = counted(garden, by_several), counted(garden, one_by_one)
    assert several[0] == alone[0] == ("files read", 0, len(alone) - 2)
    assert several[-1] == alone[-1] == ("files read", len(alone) - 2, len(alone) - 2)
    assert [done for _, done, _ in several] == sorted(done for _, done, _ in several)


@pytest.mark.parametrize("error", [MemoryError, RecursionError, OSError])
def test_what_another_process_cannot_read_is_read_here(monkeypatch, error):
    here, load, read = os.getpid(), corpus.load_file, []

    def fall(root: Path, file: str):
        if os.getpid() != here:
            raise error
        read.append(file)
        return load(root, file)

    alone = gather(GARDEN)
    monkeypatch.setattr(corpus, "load_file", fall)
    assert gather(GARDEN, by_several) == alone
    assert len(read) == len({*read})


def test_nothing_is_lost_with_a_process_that_is_killed(monkeypatch: pytest.MonkeyPatch):
    here, load = os.getpid(), corpus.load_file

    def die(root: Path, file: str):
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return load(root, file)

    alone = gather(GARDEN)
    monkeypatch.setattr(corpus, "load_file", die)
    assert gather(GARDEN, by_several) == alone


@pytest.mark.parametrize("reader", [one_by_one, by_several])
def test_what_nobody_can_read_is_raised(monkeypatch: pytest.MonkeyPatch, reader):
    def fall(_: Path, file: str):
        raise ZeroDivisionError(file)

    monkeypatch.setattr(corpus, "load_file", fall)
    with pytest.raises(ZeroDivisionError, match="theories/"):
        gather(GARDEN, reader)


def test_few_files_are_read_here(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(readings, "_WORTH", 150)
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("a process was forked"))
    assert gather(GARDEN, by_several) == gather(GARDEN)
