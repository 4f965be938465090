"""How `realist check` grows with the review, and how it compares: run by `make bench`."""
# ruff: noqa: T201 - this is a command, and it prints

import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generator.check.check import check

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
SIZES = (1400, 2800, 5600)


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


def seconds(*command: str | Path) -> float:
    """How long a command takes, once; it must not fail to run."""
    start = time.perf_counter()
    result = subprocess.run(
        [str(part) for part in command], capture_output=True, check=False, text=True
    )
    assert "Traceback" not in result.stderr, result.stderr
    return time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        for items in SIZES:
            root = large(Path(name) / str(items), items)
            took = seconds(BIN / "realist", "check", "--root", root)
            print(f"realist check of {items} items: {took:.1f} s (aim at 5600: under 6 s, linear)")
        for folder, schema in (("theories", "theory"), ("interventions", "intervention")):
            files = sorted((root / folder).glob("*.yml"))
            tool = (BIN / "check-jsonschema", "--schemafile", ROOT / f"schema/{schema}.schema.json")
            print(f"check-jsonschema of the {len(files)} {folder}: {seconds(*tool, *files):.1f} s")


if __name__ == "__main__":
    main()
