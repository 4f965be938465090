"""What keeps a version from being released."""

import subprocess
from pathlib import Path

import pytest
from reviews import GARDEN, edit, linked

from generator.edit.new_review import FILES
from generator.edit.register import as_yaml, registered
from generator.edit.release import refusals
from generator.files.archive import digest, pack
from generator.library.register import FILE
from generator.site.versions import release_record
from generator.site.versions.kept_states import written

pytestmark = pytest.mark.slow

RECORD = "seeds/releases.yml"
ENTRY = "- version: 0.1.9\n  date: 2022-02-05\n  digest: {}\n"


@pytest.fixture
def ready(garden_copy: Path) -> Path:
    """The garden as it can be released, in a repository."""
    (garden_copy / FILE).write_text(as_yaml(registered(linked(garden_copy))))
    archive = pack({"entities.txt": written(linked(GARDEN), {})})
    (garden_copy / "releases").mkdir()
    (garden_copy / release_record.archive("0.1.9")).write_bytes(archive)
    (garden_copy / RECORD).write_text(ENTRY.format(digest(archive)))
    commit(garden_copy)
    return garden_copy


def commit(root: Path) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run(["git", "-C", root, *who, *command], check=True, capture_output=True)


def told(root: Path, version: str = "0.2.0") -> list[str]:
    return [one.message for one in refusals(root, linked(root), version)]


def test_what_is_ready_is_not_refused(ready: Path):
    assert told(ready) == []


def test_an_id_that_means_something_else_than_in_the_version_before_is_refused(ready: Path):
    edit(ready, ("theories/j01.yml", "- id: c1", "- id: c0"))
    edit(ready, ("theories/j01.yml", "- id: c2", "- id: c1"))
    edit(ready, ("theories/j01.yml", "- id: c0", "- id: c2"))
    commit(ready)
    said = told(ready)
    assert len(said) == 2
    assert said[0].startswith("Since version 0.1.9: Joining theory 1, context: identity is")
    edit(ready, ("theories/j01.yml", "- id: c2", "- id: c0"))
    edit(ready, ("theories/j01.yml", "- id: c1", "- id: c2"))
    edit(ready, ("theories/j01.yml", "- id: c0", "- id: c1"))
    commit(ready)
    assert told(ready) == []


def test_a_review_outside_of_a_repository_can_be_released(garden_copy: Path):
    (garden_copy / FILE).write_text(as_yaml(registered(linked(garden_copy))))
    assert told(garden_copy) == []


@pytest.mark.parametrize(
    ("version", "words"),
    [
        ("0.1.9", "was released, and a released version never changes"),
        ("0.1.8", "would come before version 0.1.9"),
        ("0.1.10", "is not the newest in seeds/changes.yml: that is 0.2.0 of 2022-03-02"),
        ("two", "is no version"),
        ("1.0.0/../x", "is no version"),
    ],
)
def test_another_number_is_refused(ready: Path, version: str, words: str):
    assert words in told(ready, version)[0]


def test_numbers_are_compared_as_numbers(ready: Path):
    edit(ready, ("seeds/changes.yml", "version: 0.2.0", "version: 0.1.10"))
    commit(ready)
    assert told(ready, "0.1.10") == []


def test_what_is_not_committed_is_named(ready: Path):
    edit(ready, ("theories/j01.yml", "text: She joins.", "text: She comes."))
    (ready / "docs").mkdir()
    (ready / "docs/new.md").write_text("# New\n")
    assert told(ready) == ["Not committed: theories/j01.yml, docs/."]


def test_a_register_without_all_ids_is_refused(ready: Path):
    edit(ready, ("theories/j01.yml", "id: c2", "id: c3"), ("seeds/moved.yml", "j01#c9", "j01#c2"))
    assert "The register lacks ids that this version would publish." in told(ready)


def test_what_nobody_has_written_is_not_kept_for_good(ready: Path):
    edit(ready, ("theories/j01.yml", "text: She joins.", "text: 'To be written: what follows'"))
    edit(ready, ("theories/j01.yml", "text: She has an hour to spare.", "text: To be written"))
    commit(ready)
    (refused,) = refusals(ready, linked(ready), "0.2.0")
    assert (refused.message, refused.location.path) == (
        "Still to be written: 2, the first of them here.",
        "theories/j01.yml",
    )


def test_what_realist_writes_itself_keeps_no_new_review_from_a_release(ready: Path):
    (ready / ".gitignore").write_text((FILES / ".gitignore").read_text(encoding="utf-8"))
    commit(ready)
    for name in ("0.2.0.pdf", "site.zip"):
        (ready / name).write_bytes(b"")
    assert told(ready) == []
