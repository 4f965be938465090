"""How a check and a build grow with the review, and how they compare: run by `make bench`."""
# ruff: noqa: T201 - this is a command, and it prints

import math
import re
import resource
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from generator.check.check import check

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from bench_engines import Took, by_turns, run, told, took  # noqa: E402

SIZES = (56, 560, 2240, 5600)
COMPARED = 560
"""The size at which other engines build the same pages, too."""


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


@dataclass(frozen=True)
class Run:
    """What a command took; the memory is that of the largest process so far."""

    took: Took
    megabytes: int

    def __str__(self) -> str:
        return f"{self.took.seconds:.1f} s, of processors {self.took.processor:.1f} s"


def measured(*command: str | Path) -> Run:
    """Run a command, which must not fail."""
    taken = took(lambda: run(*command, cwd=ROOT))
    return Run(taken, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)


def exponent(runs: list[Run]) -> float:
    """How the work grows between the last two sizes: 1 in a straight line, 2 with the square."""
    before, last = (one.took.processor for one in runs[-2:])
    return math.log(last / before) / math.log(SIZES[-1] / SIZES[-2])


def main() -> None:
    """Measure and print."""
    checks: list[Run] = []
    builds: list[Run] = []
    with tempfile.TemporaryDirectory() as name:
        for items in SIZES:
            root = large(Path(name) / str(items), items)
            site = Path(name) / "site"
            checks.append(measured("realist", "check", "--root", root))
            builds.append(measured("realist", "build", "--root", root, "--site-dir", site))
            size = sum(f.stat().st_size for f in site.rglob("*") if f.is_file()) // 10**6
            print(
                f"{items} items: check {checks[-1]}; build {builds[-1]}; "
                f"{builds[-1].megabytes} MB of memory, {size} MB written"
            )
        print(f"growth exponent: check {exponent(checks):.2f}, build {exponent(builds):.2f}")
        for folder, schema in (("theories", "theory"), ("interventions", "intervention")):
            files = sorted((root / folder).glob("*.yml"))
            tool = ("check-jsonschema", "--schemafile", ROOT / f"schema/{schema}.schema.json")
            print(f"check-jsonschema of the {len(files)} {folder}: {measured(*tool, *files)}")
        print(f"{COMPARED} items, by turns; the second figure is how many times ours it is:")
        print(told(by_turns(Path(name) / str(COMPARED), Path(name) / "engines", times=1)))


if __name__ == "__main__":
    main()
