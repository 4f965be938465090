import os
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator.site import side_by_side as module
from generator.site.side_by_side import EndedEarlyError, meanwhile, side_by_side


@pytest.fixture(autouse=True)
def _three(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three processes, each for two jobs or more."""
    monkeypatch.setattr(module, "_cores", lambda: 3)
    monkeypatch.setattr(module, "WORTH", 2)


def who(number: int) -> tuple[int, int]:
    return number, os.getpid()


def jobs(count: int, *changed: tuple[int, Callable]) -> list[Callable]:
    """So many jobs, some of which are others."""
    return [dict(changed).get(number, partial(who, number)) for number in range(count)]


def test_several_processes_keep_the_order():
    results = list(side_by_side(jobs(20)))
    assert [number for number, _ in results] == list(range(20))
    assert len({process for _, process in results}) == 3


@pytest.mark.parametrize("count", [0, 1, 3])
def test_few_jobs_are_done_here(count: int):
    assert list(side_by_side(jobs(count))) == [(n, os.getpid()) for n in range(count)]


def test_results_are_larger_than_any_pipe_holds():
    many = [partial(bytes, 300_000 + number) for number in range(12)]
    assert [len(result) for result in side_by_side(many)] == [300_000 + n for n in range(12)]


@pytest.mark.parametrize("at", [6, 7])
def test_what_a_job_raises_is_raised_in_its_turn(at: int):
    def fail() -> None:
        raise KeyError("no such page")

    results = side_by_side(jobs(12, (at, fail)))
    assert [next(results)[0] for _ in range(at)] == list(range(at))
    with pytest.raises(KeyError, match="no such page"):
        next(results)


def test_a_process_that_is_killed_is_told_of():
    here = os.getpid()

    def die() -> None:
        assert os.getpid() != here
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(EndedEarlyError, match="ended early"):
        list(side_by_side(jobs(12, (4, die))))


def test_no_process_stays_behind():
    results = side_by_side(jobs(30))
    processes = {process for _, process in (next(results), next(results), next(results))}
    results.close()
    for process in processes - {os.getpid()}:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


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
