import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator import side_by_side
from generator.site import writing
from generator.site.files import Files, FileSet
from generator.site.writing import Writing, write_all


@pytest.fixture(autouse=True)
def _two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes, however few parts there are."""
    monkeypatch.setattr(side_by_side, "_cores", lambda: 2)
    monkeypatch.setattr(writing, "_WORTH", 1)


def by_whom() -> str:
    return str(os.getpid())


def folders(*names: str, make: Callable[[], str] = by_whom) -> list[FileSet]:
    return [FileSet((name,), partial(dict, {f"{name}a": make, f"{name}b": make})) for name in names]


def of_views() -> FileSet:
    return FileSet(("views/",), lambda: {"views/a": by_whom}, is_of_views=True)


def there(folder: Path) -> set[str]:
    return {f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file()}


def until(is_there: Callable[[], bool]) -> None:
    for _ in range(200):
        if is_there():
            return
        time.sleep(0.05)
    pytest.fail("nothing was written")


def test_another_process_writes_what_needs_no_views_before_anybody_asks(tmp_path: Path):
    begun = Writing(Files(of_views(), *folders("data/", "api/")), tmp_path)
    until(lambda: there(tmp_path) == {"data/a", "data/b", "api/a", "api/b"})
    begun.finish()
    assert there(tmp_path) == {"data/a", "data/b", "api/a", "api/b", "views/a"}
    assert {(tmp_path / f).read_text() for f in ("data/a", "api/b")} != {by_whom()}
    assert (tmp_path / "views/a").read_text() == by_whom()


def test_a_file_of_two_sets_is_written_once_as_the_last_has_it(tmp_path: Path):
    sets = [FileSet(("",), lambda n=n: {"robots.txt": lambda: n}) for n in ("first", "last")]
    for write in (
        lambda: Writing(Files(*sets), tmp_path).finish(),
        partial(write_all, Files(*sets), tmp_path),
    ):
        write()
        assert (tmp_path / "robots.txt").read_text() == "last"


def test_what_a_file_raises_is_raised_and_the_others_can_be_stopped(tmp_path: Path):
    def fail() -> str:
        raise KeyError("no such file")

    slow = folders(*(f"{n}/" for n in range(40)), make=lambda: time.sleep(0.1) or "")
    sets = [FileSet(("views/",), lambda: {"views/a": fail}, is_of_views=True), *slow]
    begun = Writing(Files(*sets), tmp_path)
    with pytest.raises(KeyError, match="no such file"):
        begun.finish()
    begun.stop()
    written = there(tmp_path)
    time.sleep(0.4)
    assert there(tmp_path) == written


def test_what_is_given_up_is_written_no_further(tmp_path: Path):
    slow = folders(*(f"{n}/" for n in range(40)), make=lambda: time.sleep(0.1) or "")
    begun = Writing(Files(*slow), tmp_path)
    begun.stop()
    written = there(tmp_path)
    time.sleep(0.4)
    assert there(tmp_path) == written
