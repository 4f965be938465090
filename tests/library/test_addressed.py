"""What has an address within a page stays, or the review says what became of it."""

import subprocess
from pathlib import Path

import pytest
from reviews import edit, found, linked

from generator.cli import main
from generator.edit.register import as_yaml, count, registered

IDS, MOVED = "seeds/ids.yml", "seeds/moved.yml"
SECTION = "id: limits-and-risks"


def test_the_garden_is_as_it_says(garden: Path):
    assert found(garden) == []


def test_a_statement_that_was_published_is_missed(garden_copy: Path):
    edit(garden_copy, (MOVED, "theories/j01#c9", "theories/j01#c8"))
    assert "theories/j01.yml:2 id-gone" in found(garden_copy)


def test_a_section_that_was_published_is_missed_and_may_be_said_to_have_moved(garden_copy: Path):
    edit(garden_copy, ("seeds/guidance.yml", SECTION, "id: what-may-go-wrong"))
    told = [one for one in found(garden_copy) if "id-gone" in one]
    assert [one.partition(":")[0] for one in told] == ["seeds/guidance.yml"]
    entry = "- was: guidance/starting-a-garden#limits-and-risks\n  why: Renamed.\n"
    entry += "  date: 2022-03-02\n  now: guidance/starting-a-garden#what-may-go-wrong\n"
    (garden_copy / MOVED).write_text((garden_copy / MOVED).read_text() + entry)
    assert found(garden_copy) == []


def test_a_finding_may_be_said_to_have_moved(garden_copy: Path):
    edit(garden_copy, (IDS, "- gar-90", "- gar-90\n  - gar-91"))
    told = [one for one in found(garden_copy) if "id-gone" in one]
    assert len(told) == 1  # gar-91, of which nothing is said


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("was: findings/gar-01", "not-moved"),
        ("was: theories/j01#c9", "not-moved"),
        ("was: findings/gar-99", "not-moved"),
        ("was: theories/j01#c8", "not-moved"),
        ("was: nothing", "wrong-value"),
        ("was: forks/small", "unknown-reference"),
        ("was: glossary#garden", "unknown-reference"),
        ("was: theories#c9", "unknown-reference"),
    ],
)
def test_an_entry_that_is_not_so_is_told_of(garden_copy: Path, change: str, code: str):
    edit(garden_copy, (MOVED, "was: findings/gar-90", change))
    assert any(one.startswith(MOVED) and code in one for one in found(garden_copy))


def test_what_is_to_be_read_instead_is_there(garden_copy: Path):
    edit(garden_copy, (MOVED, "now: theories/j01#c1", "now: theories/j01#c7"))
    assert f"{MOVED}:8 unknown-reference" in found(garden_copy)


def test_registering_adds_what_stands_within_pages_and_removes_nothing(garden_copy: Path):
    library = linked(garden_copy)
    register = registered(library)
    assert register.within["theories/j01"][:2] == ("c1", "c2")
    assert "c9" in register.within["theories/j01"]
    assert "season" in register.within["interventions"]
    (garden_copy / IDS).write_text(as_yaml(register))
    again = linked(garden_copy)
    assert registered(again) == again.register
    assert count(again.register) > count(library.register)
    with pytest.raises(SystemExit) as ended:
        main(["format", "--check", "--root", str(garden_copy), IDS])
    assert ended.value.code == 0


def test_a_register_that_loses_a_place_is_told_of(garden_copy: Path):
    who = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run(["git", "-C", garden_copy, *who, *command], check=True, capture_output=True)
    edit(garden_copy, (IDS, "theories/j01: [c1, c9]", "theories/j01: [c1]"))
    assert any("id-gone" in one for one in found(garden_copy))
