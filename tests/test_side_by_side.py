import os
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from select import select

import pytest

from generator import side_by_side as module
from generator.side_by_side import EndedEarlyError, SideBySide, meanwhile


@pytest.fixture(autouse=True)
def _three(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three processes."""
    monkeypatch.setattr(module, "_cores", lambda: 3)


def who(number: int) -> tuple[int, int]:
    return number, os.getpid()


def jobs(count: int, folder: Path, *changed: tuple[int, Callable]) -> list[Callable]:
    """So many jobs, each of which writes a file of its number, but for some that are others."""
    done = {
        number: partial((folder / f"{number}").touch, exist_ok=False) for number in range(count)
    }
    return list({**done, **dict(changed)}.values())


def numbers(folder: Path) -> list[int]:
    return sorted(int(file.name) for file in folder.iterdir())


def wait() -> None:
    time.sleep(0.05)


def test_several_processes_do_each_job_once(tmp_path: Path):
    waiting = [(number, wait) for number in (0, 1, 2)]  # so that each comes to one
    processes = SideBySide(jobs(20, tmp_path, *waiting), os.getpid, 2).finish()
    assert numbers(tmp_path) == list(range(3, 20))
    assert len(set(processes)) == 3
    assert processes[0] == os.getpid()


@pytest.mark.parametrize("count", [0, 1, 3])
def test_few_jobs_are_done_here(tmp_path: Path, count: int):
    assert SideBySide(jobs(count, tmp_path), os.getpid, 2).finish() == [os.getpid()]
    assert numbers(tmp_path) == list(range(count))


def test_the_others_begin_before_anybody_asks(tmp_path: Path):
    begun = SideBySide(jobs(8, tmp_path), os.getpid, 2)
    for _ in range(200):
        if len(numbers(tmp_path)) == 8:
            break
        wait()
    assert numbers(tmp_path) == list(range(8))
    begun.stop()


def test_jobs_of_others_are_counted_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "_cores", lambda: 1)
    counted: list[int] = []
    shared = SideBySide(jobs(12, tmp_path), os.getpid, 2, counted.append)
    os.read(shared._turns.fileno(), 5 * module._TURN)  # as others would take them
    shared.finish()
    assert counted == [6, 1, 1, 1, 1, 1, 1]
    assert numbers(tmp_path) == list(range(5, 12))


@pytest.mark.parametrize("at", range(12))
def test_what_a_job_raises_is_raised(tmp_path: Path, at: int):
    def fail() -> None:
        raise KeyError("no such page")

    with pytest.raises(KeyError, match="no such page"):
        SideBySide(jobs(12, tmp_path, (at, fail)), os.getpid, 2).finish()


def test_a_process_that_is_killed_is_told_of(tmp_path: Path):
    here = os.getpid()

    def die() -> None:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        wait()

    with pytest.raises(EndedEarlyError, match="ended early"):
        SideBySide([die] * 12, os.getpid, 2).finish()


def test_a_process_that_is_killed_while_it_sends_is_told_of():
    helper = module._Helper(lambda: b"x" * 1_000_000)  # more than a pipe holds
    select([helper._result], [], [])
    os.kill(helper._process, signal.SIGKILL)
    with pytest.raises(EndedEarlyError, match="ended early"):
        helper.result()
    helper.stop()


def test_no_process_stays_behind(tmp_path: Path):
    begun = SideBySide([wait] * 100, os.getpid, 2)
    processes = [helper._process for helper in begun._helpers]
    begun.stop()
    assert len(processes) == 2
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_no_process_works_on_for_one_that_was_killed(tmp_path: Path):
    """It would hold the lock of a folder in which the next run is to write."""
    slow = [lambda job=job: (wait(), job()) for job in jobs(400, tmp_path)]
    if not (first := os.fork()):
        SideBySide(slow, os.getpid, 2)
        os._exit(0)
    os.waitpid(first, 0)
    time.sleep(0.3)
    done = len(numbers(tmp_path))
    time.sleep(0.3)
    assert done == len(numbers(tmp_path)) < 6


def test_another_process_does_a_job_meanwhile():
    with meanwhile(partial(who, 7)) as result:
        number, process = result()
    assert (number, process != os.getpid()) == (7, True)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_what_it_raises_is_raised_where_it_is_asked_for():
    def fail() -> None:
        raise KeyError("no such page")

    with meanwhile(fail) as result, pytest.raises(KeyError, match="no such page"):
        result()


def test_what_nobody_asks_for_is_given_up(tmp_path: Path):
    def late() -> None:
        time.sleep(2)
        (tmp_path / "done").touch()

    with meanwhile(late):
        pass
    assert not (tmp_path / "done").exists()


def test_on_one_core_it_is_done_here(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "_cores", lambda: 1)
    with meanwhile(partial(who, 7)) as result:
        assert result() == (7, os.getpid())
