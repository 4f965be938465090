"""What contributors read, word for word: one folder a diagnostic code, and a few whole pages.

Each folder in `tests/examples/diagnostics/` holds the files that differ from the garden review
(`delete.txt` with the paths of those that are missing, `link.txt` with those of links, `large.txt`
with those of files that are to be filled up beyond all limits) and `expected.txt`, which is what
`realist check --all` prints; for those in `BUILT`, what the build of the site prints; for
`source-…`, what `realist verify-source` prints with `tests/examples/garden-source.txt`; for
`release-refused`, what `realist release 1.0.0` prints.

After a change that is meant, run `REALIST_REGOLD=1 pytest tests/check/test_golden.py`, and read the
difference in git as the contributor who gets it.
"""

import os
import shutil
from pathlib import Path

import pytest
from reviews import EXAMPLES, GARDEN, SOURCE, copy_of, linked

from generator import side_by_side
from generator.check.check import check
from generator.check.report import as_text
from generator.check.verify import verify
from generator.diagnostics import CODES
from generator.edit.release import refusals
from generator.library import readings
from generator.library.corpus import gather
from generator.site.build import build

DIAGNOSTICS = EXAMPLES / "diagnostics"
PAGES = EXAMPLES / "pages"
CASES = sorted(folder.name for folder in DIAGNOSTICS.iterdir() if folder.is_dir())
BUILT = ("page-template", "page-markup", "dead-link", "release-changed")
"""The codes that show only when the pages are made."""

GOLDEN_PAGES = {
    "theory-j01.md": "theories/j01/",
    "intervention-s01.md": "interventions/s01/",
    "studies.md": "studies/",
    "study-leek-2019.md": "studies/leek-2019/",
    "model-changes.md": "model/changes/",
    "evidence-plots.md": "evidence/plots/",
}


def overlaid(case: str, target: Path) -> Path:
    copy_of(GARDEN, target)
    folder = DIAGNOSTICS / case
    deleted = folder / "delete.txt"
    for path in deleted.read_text(encoding="utf-8").split() if deleted.exists() else ():
        (target / path).unlink()
    links = folder / "link.txt"
    for path in links.read_text(encoding="utf-8").split() if links.exists() else ():
        (target / path).symlink_to(EXAMPLES)
    large = folder / "large.txt"
    for path in large.read_text(encoding="utf-8").split() if large.exists() else ():
        (target / path).write_text("# the same again\n" * 60_000, encoding="utf-8")
    for file in folder.rglob("*"):
        if file.is_file() and file.name not in (
            "delete.txt",
            "link.txt",
            "large.txt",
            "expected.txt",
        ):
            to = target / file.relative_to(folder)
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, to)
    return target


def compare(actual: str, expected: Path) -> None:
    if os.environ.get("REALIST_REGOLD") == "1":
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(actual, encoding="utf-8")
    assert actual == expected.read_text(encoding="utf-8")


def printed(case: str, target: Path) -> str:
    root = overlaid(case, target)
    if case.startswith("source-"):
        return as_text(verify(linked(root), SOURCE.read_text(encoding="utf-8")), root) + "\n"
    if case == "release-refused":
        return as_text(refusals(root, linked(root), "1.0.0"), root) + "\n"
    diagnostics = (build if case in BUILT else check)(root).diagnostics
    return as_text(diagnostics, root, every=True) + "\n"


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_contributor_reads(case: str, tmp_path: Path):
    compare(printed(case, tmp_path / "review"), DIAGNOSTICS / case / "expected.txt")


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_the_same_is_read_by_several_processes(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(side_by_side, "_cores", lambda: 3)
    monkeypatch.setattr(readings, "_WORTH", 1)
    root = overlaid(case, tmp_path / "review")
    assert gather(root, readings.by_several) == gather(root)


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_an_example_that_shows_it(code: str):
    expected = (DIAGNOSTICS / code / "expected.txt").read_text(encoding="utf-8")
    assert f"[{code}]" in expected


@pytest.mark.parametrize("case", CASES)
def test_no_message_speaks_the_language_of_a_library(case: str):
    expected = (DIAGNOSTICS / case / "expected.txt").read_text(encoding="utf-8").lower()
    for word in ("tuple", "dictionary", "“none”", "input should", "traceback", "pydantic", ": ."):
        assert word not in expected


def test_a_broken_file_multiplies_nothing(tmp_path: Path):
    root = overlaid("broken-files-multiply-nothing", tmp_path / "review")
    broken = {
        "interventions/s01.yml",
        "seeds/claims.yml",
        "seeds/findings.yml",
        "theories/g01.yml",
        "theories/middle-range/fence-theory.yml",
    }
    errors = {d.location.path for d in check(root).diagnostics if d.severity == "error"}
    assert errors == broken


@pytest.mark.parametrize(("file", "path"), GOLDEN_PAGES.items())
def test_page_of_the_garden(file: str, path: str, garden_pages):
    compare(garden_pages[path].markdown, PAGES / file)
