"""Our build beside those of engines on the same pages, by turns: used by `make bench`."""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

BIN = Path(sys.executable).parent


def run(*command: str | Path, cwd: Path) -> None:
    """Run a command of the virtual environment and say nothing."""
    executable, *arguments = (str(part) for part in command)
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    settings.pop("PYTHONDONTWRITEBYTECODE", None)  # else it compiles all of it at every start
    subprocess.run(
        [str(BIN / executable), *arguments],
        cwd=cwd,
        env=settings,
        capture_output=True,
        check=True,
    )


@dataclass(frozen=True, order=True)
class Took:
    """What a command took, with all that it started."""

    seconds: float
    processor: float
    """Seconds of processors: on a busy machine the fairer measure, where one core does not wait."""


def took(work: Callable[[], None]) -> Took:
    """What it takes, once."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    work()
    seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(seconds, processor)


def median(found: Sequence[Took]) -> Took:
    """Of several times the one in the middle, of either measure."""
    seconds = statistics.median(one.seconds for one in found)
    return Took(seconds, statistics.median(one.processor for one in found))


def by_turns(root: Path, folder: Path, times: int) -> dict[str, Took]:
    """The median of each engine, ours first, run by turns so that all share the weather."""
    plain, zensical = _plain(root, folder / "plain"), _export(root, folder / "zensical")

    def cold() -> None:
        for made in ("site", ".cache"):
            shutil.rmtree(zensical / made, ignore_errors=True)
        run("zensical", "build", cwd=zensical)

    engines: dict[str, Callable[[], None]] = {
        "realist build": lambda: run("realist", "build", "--site-dir", folder / "ours", cwd=root),
        "plain MkDocs Material, without a search": lambda: run("mkdocs", "build", "-q", cwd=plain),
        "Zensical, cold": cold,
        "Zensical, warm": lambda: run("zensical", "build", cwd=zensical),
    }
    taken: dict[str, list[Took]] = {name: [] for name in engines}
    for _ in range(times):
        for name, work in engines.items():
            taken[name].append(took(work))
    return {name: median(found) for name, found in taken.items()}


def told(found: dict[str, Took]) -> str:
    """Each engine with its times, and how many times ours they are."""
    ours = next(iter(found.values()))
    return "\n".join(
        f"  {one.seconds:7.2f} s {one.seconds / ours.seconds:6.2f}"
        f"  processor {one.processor:7.2f} s {one.processor / ours.processor:6.2f}  {name}"
        for name, one in found.items()
    )


def _export(root: Path, folder: Path) -> Path:
    run("realist", "export", folder, cwd=root)
    return folder


def _plain(root: Path, folder: Path) -> Path:
    """The same pages as Markdown files, for Material without a plugin, even a search."""
    settings = _export(root, folder) / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert text.count("plugins:\n  - realist\n") == 1
    settings.write_text(text.replace("plugins:\n  - realist\n", "plugins: []\n"), encoding="utf-8")
    return folder
