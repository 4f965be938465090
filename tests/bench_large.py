"""How a check and a build grow with the review, and how they compare: run by `make bench`."""
# ruff: noqa: T201 - this is a command, and it prints

import math
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from generator.check.check import check

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from bench_engines import TURNS, by_turns, engines  # noqa: E402
from bench_process import Took  # noqa: E402

SIZES = {56: 3, 560: 3, 2240: 1, 5600: 1}
"""Sizes of reviews, the first this one itself, and how many turns the other engines have."""


def originals(review: Path) -> list[Path]:
    """The theories and interventions of a review, which a large one has many copies of."""
    return sorted([*(review / "theories").glob("*.yml"), *(review / "interventions").glob("*.yml")])


def large(folder: Path, items: int, review: Path = ROOT) -> Path:
    """A review of so many theories and interventions: copies of another’s, with ids of their own.

    The numbers of theories are left out, so that no two are the same. Claims stay, with the verdict
    that so many things give, so that all of them are counted again.
    """
    for name in ("seeds", "theories", "interventions", "studies", "docs"):
        if (review / name).is_dir():
            shutil.copytree(review / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    copied = originals(review)
    for number in range(items - len(copied)):
        file = copied[number % len(copied)]
        id = f"{file.stem.rstrip('0123456789')}{1000 + number}"
        text = re.sub(r"^id: .*", f"id: {id}", file.read_text(encoding="utf-8"), flags=re.M)
        if file.parent.name == "theories":
            text = re.sub(r"^number: .*", "number:", text, flags=re.M)
        (folder / file.parent.name / f"{id}.yml").write_text(text, encoding="utf-8")
    _include(folder)
    _judge(folder)
    return folder


def _include(folder: Path) -> None:
    """Let the source say that it includes so many interventions."""
    file = folder / "seeds" / "review.yml"
    there = len(list((folder / "interventions").glob("*.yml")))
    said = re.sub(
        r"(\n    interventions:) \d+\n", rf"\1 {there}\n", file.read_text("utf-8"), count=1
    )
    file.write_text(said, encoding="utf-8")


def _judge(folder: Path) -> None:
    """Write down of every claim what the data say, so that nothing is wrong with the review."""
    claims = folder / "seeds" / "claims.yml"
    text = re.sub(r"^  shows:\n(?:    .*\n)+", "", claims.read_text(encoding="utf-8"), flags=re.M)
    claims.write_text(text, encoding="utf-8")
    lines = text.splitlines()
    for wrong in check(folder).diagnostics:
        if wrong.code == "claim-verdict":
            lines[wrong.location.line - 1] = "  verdict: inconsistent"
    claims.write_text("\n".join(lines) + "\n", encoding="utf-8")


MEASURES = {
    "clock (s)": ".2f",
    "processors (s)": ".2f",
    "memory (MB)": ".0f",
    "written (MB)": ".1f",
    "HTML files": ".0f",
}
Found = dict[str, Took | str]
"""What each engine took, or why it took nothing."""


def table(found: Found) -> str:
    """A line for each engine; in brackets, how many times ours it took."""
    ours = next(iter(found.values()))
    assert isinstance(ours, Took)
    lines = [_line("", MEASURES)]
    for name, took in found.items():
        cells = took if isinstance(took, str) else map(_cell, took, ours, MEASURES.values())
        lines.append(_line(name, cells))
    return "\n".join(lines)


def _line(name: str, cells: str | Iterable[str]) -> str:
    told = cells if isinstance(cells, str) else "".join(f"{cell:>18}" for cell in cells)
    return f"{name:33}{told}"


def _cell(one: float, ours: float, form: str) -> str:
    return f"{one:{form}} ({one / ours:.2f})" if one else "–"


def growth(by_size: dict[int, Found]) -> str:
    """How the seconds of each engine grow from a size to the next, clock and processors.

    The exponent is 1 in a straight line, and 2 with the square.
    """
    steps = list(pairwise(by_size))
    lines = [_line("", (f"{a} to {b}" for a, b in steps))]
    for name in next(iter(by_size.values())):
        cells = (_exponents(by_size[a][name], by_size[b][name], b / a) for a, b in steps)
        lines.append(_line(name, cells))
    return "\n".join(lines)


def _exponents(before: Took | str, after: Took | str, times: float) -> str:
    if isinstance(before, str) or isinstance(after, str):
        return "–"
    grown = (after.seconds / before.seconds, after.processors / before.processors)
    return ", ".join(f"{math.log(one, times):.2f}" for one in grown)


def main() -> None:
    """Measure and print, of all sizes or of those that are named."""
    by_size: dict[int, Found] = {}
    for size in [int(named) for named in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            root = large(folder / "review", size) if size > len(originals(ROOT)) else ROOT
            items = len(originals(root))
            print(f"{items} items", file=sys.stderr, flush=True)
            by_size[items] = by_turns(engines(root, folder), SIZES[size])
        print(f"\n{items} items, medians of {TURNS} turns, of other engines {SIZES[size]}:")
        print(table(by_size[items]), flush=True)
    if len(by_size) > 1:
        print(f"\nGrowth exponents, clock and processors:\n{growth(by_size)}")


if __name__ == "__main__":
    main()
