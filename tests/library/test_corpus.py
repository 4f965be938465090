import shutil
from pathlib import Path

import pytest
from reviews import GARDEN, edit, found, short

from generator.check.check import check
from generator.diagnostics import Diagnostic
from generator.library.corpus import gather
from generator.library.kinds import CLAIM, INTERVENTION, KINDS, RELEASES


def errors(root: Path) -> list[Diagnostic]:
    return [one for one in check(root).diagnostics if one.severity == "error"]


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


@pytest.mark.parametrize(
    ("now", "lies", "says"),
    [
        ("theories/j01.yml", "interventions/j01.yml", "keys of a theory"),
        ("interventions/s01.yml", "theories/s01.yml", "keys of an intervention"),
        ("theories/j01.yml", "theories/drafts/j01.yml", "keys of a theory"),
        ("theories/j01.yml", "theories/j01.txt", "keys of a theory"),
        ("seeds/review.yml", "theories/review.yml", "keys of seeds/review.yml"),
        ("seeds/attributes.yml", "seeds/glossaries.yml", "keys of seeds/attributes.yml"),
        ("seeds/findings.yml", "seeds/claims.yml", "keys of seeds/findings.yml"),
    ],
)
def test_a_file_in_the_wrong_place_is_told_as_what_it_is(garden_copy: Path, now, lies, says):
    (garden_copy / lies).parent.mkdir(exist_ok=True)
    (garden_copy / now).rename(garden_copy / lies)
    [wrong] = errors(garden_copy)
    assert (wrong.location.path, wrong.code) == (lies, "unknown-file")
    assert says in wrong.message
    assert now in wrong.remedy


def test_nothing_is_to_be_moved_where_something_lies(garden_copy: Path):
    shutil.copy(garden_copy / "theories/j01.yml", garden_copy / "interventions/j01.yml")
    [wrong] = errors(garden_copy)
    assert wrong.remedy.startswith("There is theories/j01.yml, too.")


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("theories/j01.yml~", "Delete it if nothing in it is needed."),
        ("seeds/~$lock.xlsx", "Delete it if nothing in it is needed."),
        ("theories/Thumbs.db", "Delete it if nothing in it is needed."),
        ("theories/notes.txt", "Take it away: nothing but files of YAML belongs here."),
        ("seeds/theory.yml", "Take it away, or look at the name of its folder."),
        ("theories/j09.yaml", "Rename it to theories/j09.yml."),
    ],
)
def test_a_stray_file_is_told_what_to_do_with(garden_copy: Path, name: str, remedy: str):
    (garden_copy / name).write_text("Words.\n")
    assert [wrong.remedy for wrong in errors(garden_copy)] == [remedy]


def test_a_mistake_in_a_key_makes_no_other_kind_of_a_file(garden_copy: Path):
    edit(garden_copy, ("theories/j01.yml", "contexts:", "attributes:"))
    assert {wrong.code for wrong in errors(garden_copy)} == {"unknown-key"}


def test_a_broken_seed_is_remembered_as_broken(garden_copy: Path):
    edit(garden_copy, ("seeds/claims.yml", "- id: c01", "- ids: c01"))
    corpus = gather(garden_copy)
    assert corpus.broken == {CLAIM}
    assert corpus.of(CLAIM) == []
