"""What a version costs, from the first to the tenth: run by `make bench`."""
# ruff: noqa: T201 - this is a command, and it prints

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from bench_process import run  # noqa: E402
from reviews import copy_of  # noqa: E402

RELEASES = 10
AIM = 3
"""As many megabytes, at most, a version may add to the repository."""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        root, site = Path(name) / "review", Path(name) / "site"
        copy_of(ROOT, root)
        shutil.copytree(ROOT / "docs", root / "docs", dirs_exist_ok=True)
        shutil.copy(ROOT / "mkdocs.yml", root)
        _git(root, "init", "-q")
        before = _built(root, site)
        print(f"no version: the build of today {before[0]:.1f} s, {before[1] / 1e6:.1f} MB")
        for number in range(1, RELEASES + 1):
            version = f"1.{number}.0"
            _edited(root, version)
            taken = run("realist", "release", version, cwd=root).processors
            _commit(root, f"Version {version}")
            archive = (root / f"releases/{version}.tar.xz").stat().st_size / 1e6
            print(f"{version}: {taken:.1f} s, {archive:.2f} MB in the repository (aim: {AIM})")
            if number in (1, RELEASES):
                after = _built(root, site)
                added = (after[1] - before[1]) / number / 1e6
                print(
                    f"  the build of today {after[0]:.1f} s; {added:.1f} MB a version on the site"
                )


def _edited(root: Path, version: str) -> None:
    """An edit as a version has it: a statement of each theory, and what changed for readers."""
    for file in sorted((root / "theories").glob("*.yml")):
        text = file.read_text(encoding="utf-8")
        edited = re.sub(
            r"^    text: (?=[A-Z])", f"    text: Edited for {version}, ", text, count=1, flags=re.M
        )
        file.write_text(edited, encoding="utf-8")
    changes = root / "seeds/changes.yml"
    day = f"2027-01-{version.split('.')[1]:>02}"
    entry = f"- version: {version}\n  date: {day}\n  changes:\n    - Edited.\n"
    changes.write_text(entry + changes.read_text(encoding="utf-8"), encoding="utf-8")
    run("realist", "register", cwd=root)
    _commit(root, "Edited")


def _built(root: Path, site: Path) -> tuple[float, int]:
    """How long the build of today takes, and how many bytes it writes."""
    taken = run("realist", "build", "--site-dir", site, cwd=root).processors
    return taken, sum(file.stat().st_size for file in site.rglob("*") if file.is_file())


def _commit(root: Path, words: str) -> None:
    _git(root, "add", ".")
    _git(root, "commit", "-qm", words)


def _git(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
    subprocess.run(["git", "-C", root, *who, *arguments], check=True, capture_output=True)


if __name__ == "__main__":
    main()
