from pathlib import Path

import pytest
from killing import changes, contents

from generator.site.staging import MARKER, BusyError, NotOursError, staged

OLD = {"index.html": "old", "only-before.html": "old"}
NEW = {"index.html": "new", "theories/t01.html": "new"}


def fill(target: Path, files: dict[str, str]) -> None:
    with staged(target) as new:
        for name, text in files.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_text(text)


def texts(target: Path) -> dict[str, str]:
    found = {name: text.decode() for name, text in contents(target).items()}
    del found[MARKER]
    return found


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A folder that was made before, alone in its parent."""
    fill(tmp_path / "site", OLD)
    return tmp_path / "site"


def test_a_new_folder_takes_the_place_of_the_old_one_and_leaves_nothing_beside_it(target: Path):
    fill(target, NEW)
    assert texts(target) == NEW
    assert list(target.parent.iterdir()) == [target]


def test_whoever_fails_leaves_the_old_folder_and_nothing_beside_it(target: Path):
    with pytest.raises(FileExistsError):
        fill(target, {"index.html": "new", "index.html/below": "new"})
    assert texts(target) == OLD
    assert list(target.parent.iterdir()) == [target]


def test_nothing_is_left_where_there_was_nothing_and_the_work_fails(tmp_path: Path):
    with pytest.raises(ZeroDivisionError), staged(tmp_path / "site"):
        _ = 1 / 0
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_had_started_writes_into_no_later_folder(target: Path):
    def die() -> None:
        with staged(target) as new:
            (new / "index.html").write_text("killed")

    changes(die, target.parent, 6)
    (killed,) = target.parent.glob(".site.realist/new*")
    with staged(target) as new:
        (new / "index.html").write_text("new")
        killed.mkdir(parents=True)
        (killed / "late.html").write_text("late")
    assert texts(target) == {"index.html": "new"}


@pytest.mark.slow
@pytest.mark.parametrize("how", ["kill", "full"])
def test_wherever_it_stops_a_whole_folder_is_there_and_the_next_run_clears_up(
    tmp_path: Path, how: str
):
    whole = changes(lambda: fill(tmp_path / "count", OLD), tmp_path)
    assert whole > 5
    for at in range(1, whole + 4):  # where an old folder is put away there are more changes
        target = tmp_path / f"{how}{at}" / "site"
        fill(target, OLD)
        changes(lambda made=target: fill(made, NEW), target.parent, at, how)
        standing = target if target.exists() else target.parent / ".site.realist" / "old"
        assert texts(standing) in (OLD, NEW), at
        fill(target, NEW)
        assert texts(target) == NEW, at
        assert list(target.parent.iterdir()) == [target], at


@pytest.mark.slow
def test_between_the_two_names_a_kill_leaves_both_and_the_old_one_comes_back_first(tmp_path: Path):
    target = tmp_path / "site"
    fill(target, OLD)
    ends = [at for at in range(1, 40) if _is_away_after(at, target)]
    assert len(ends) == 1  # one moment, between two calls of the system
    assert _is_away_after(ends[0], target)
    with pytest.raises(ZeroDivisionError), staged(target):
        _ = 1 / 0
    assert texts(target) == OLD


def _is_away_after(at: int, target: Path) -> bool:
    """Whether a process that is killed at its change number `at` leaves nothing at the target."""
    with pytest.raises(ZeroDivisionError), staged(target):
        _ = 1 / 0  # puts back what an earlier kill left behind
    fill(target, OLD)
    changes(lambda: fill(target, NEW), target.parent, at)
    return not target.exists()


def test_a_second_one_at_the_same_time_says_so_and_the_first_one_goes_on(target: Path):
    with staged(target) as new:
        (new / "index.html").write_text("new")
        with pytest.raises(BusyError), staged(target):
            pass
    assert texts(target) == {"index.html": "new"}


@pytest.mark.parametrize("name", ["mine.txt", ".hidden", ".git"])
def test_a_folder_with_anything_else_in_it_is_left_alone(tmp_path: Path, name: str):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / name).write_text("mine")
    with pytest.raises(NotOursError), staged(tmp_path / "site"):
        pass
    assert contents(tmp_path) == {f"site/{name}": b"mine"}


def test_a_repository_is_left_alone_even_if_it_holds_a_site(target: Path):
    (target / ".git").mkdir()
    with pytest.raises(NotOursError):
        fill(target, NEW)
    assert texts(target) == OLD


def test_a_link_stays_a_link_and_the_folder_behind_it_is_replaced(target: Path, tmp_path: Path):
    link = tmp_path / "public"
    link.symlink_to(target, target_is_directory=True)
    fill(link, NEW)
    assert link.is_symlink()
    assert texts(target) == NEW


def test_a_file_in_place_of_the_folder_is_left_alone(tmp_path: Path):
    (tmp_path / "site").write_text("mine")
    with pytest.raises(NotOursError), staged(tmp_path / "site"):
        pass
    assert (tmp_path / "site").read_text() == "mine"
