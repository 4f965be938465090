from pathlib import Path

import pytest
from reviews import GARDEN, edit, found, short

from generator.library.corpus import gather
from generator.library.kinds import CLAIM, INTERVENTION, KINDS, RELEASES


def test_everything_in_the_garden_is_read():
    corpus = gather(GARDEN)
    assert corpus.diagnostics == []
    # It keeps no version of itself: those are files that a release makes.
    assert set(KINDS) - set(corpus.shaped) == {RELEASES}
    assert [entry.entity.id for entry in corpus.of(INTERVENTION)] == ["s01", "s02", "s03"]
    assert [entry.path for entry in corpus.of(CLAIM)][:2] == [(0,), (1,)]


@pytest.mark.parametrize("name", ["review", "attributes"])
def test_a_seed_that_every_review_needs_is_missed(garden_copy: Path, name: str):
    (garden_copy / "seeds" / f"{name}.yml").unlink()
    assert f"seeds/{name}.yml:1 missing-file" in found(garden_copy)


@pytest.mark.parametrize("name", ["changes", "glossary", "studies", "evidence"])
def test_a_seed_that_nothing_refers_to_may_be_left_out(garden_copy: Path, name: str):
    (garden_copy / "seeds" / f"{name}.yml").unlink()
    assert found(garden_copy) == []


def test_an_empty_folder_is_no_review(tmp_path: Path):
    assert short(gather(tmp_path).diagnostics) == [
        "seeds/review.yml:1 missing-file",
    ]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("theories/j04.yaml", True),
        ("theories/middle-range/a.txt", True),
        ("interventions/s04.yml~", True),
        ("seeds/other.yml", True),
        ("seeds/.hidden", False),
        ("README.md", False),
    ],
)
def test_a_file_that_nothing_reads_is_a_warning(garden_copy: Path, path: str, told: bool):
    (garden_copy / path).write_text("id: x\n")
    assert found(garden_copy) == ([f"{path}:1 unknown-file"] if told else [])


def test_the_nearest_seed_is_proposed_for_a_misspelt_one(garden_copy: Path):
    (garden_copy / "seeds/claim.yml").write_text("[]")
    [wrong] = gather(garden_copy).diagnostics
    assert "seeds/claims.yml" in wrong.remedy


def test_a_broken_seed_is_remembered_as_broken(garden_copy: Path):
    edit(garden_copy, ("seeds/claims.yml", "- id: c01", "- ids: c01"))
    corpus = gather(garden_copy)
    assert corpus.broken == {CLAIM}
    assert corpus.of(CLAIM) == []
