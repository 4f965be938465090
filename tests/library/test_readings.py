"""Files that are known by their content: what is kept is never of another one."""

from pathlib import Path

import pytest
from reviews import edit

from generator.library import corpus
from generator.library.corpus import FileReading, gather
from generator.library.kinds import THEORY
from generator.library.readings import Readings

J01 = "theories/j01.yml"
OTHER = (J01, "seeing that newcomers", "hearing that newcomers")


def title(root: Path, known: Readings[FileReading]) -> str:
    return next(one.title for one in gather(root, known).entities(THEORY) if one.id == "j01")


def test_only_what_is_another_file_is_read_again(garden_copy: Path, monkeypatch):
    known: Readings[FileReading] = Readings()
    assert "seeing" in title(garden_copy, known)
    edit(garden_copy, OTHER)
    asked, load = [], corpus.load_file
    monkeypatch.setattr(
        corpus, "load_file", lambda root, file: asked.append(file) or load(root, file)
    )
    assert "hearing" in title(garden_copy, known)
    assert asked == [J01]


def test_what_was_written_while_it_was_read_is_kept_under_neither_content(
    garden_copy: Path, monkeypatch: pytest.MonkeyPatch
):
    known: Readings[FileReading] = Readings()
    before, load = (garden_copy / J01).read_bytes(), corpus.load_file

    def meanwhile(root: Path, file: str):
        if file == J01:
            edit(root, OTHER)
        return load(root, file)

    with monkeypatch.context() as patch:
        patch.setattr(corpus, "load_file", meanwhile)
        assert "hearing" in title(garden_copy, known)
    (garden_copy / J01).write_bytes(before)
    assert "seeing" in title(garden_copy, known)


def test_a_file_that_comes_back_is_what_it_is_now(garden_copy: Path):
    known: Readings[FileReading] = Readings()
    assert "seeing" in title(garden_copy, known)
    before = (garden_copy / J01).read_bytes()
    (garden_copy / J01).unlink()
    assert "j01" not in [one.id for one in gather(garden_copy, known).entities(THEORY)]
    (garden_copy / J01).write_bytes(before)
    edit(garden_copy, OTHER)
    assert "hearing" in title(garden_copy, known)
