"""The commands of the virtual environment that build a site."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GARDEN = ROOT / "tests" / "examples" / "garden-review"
MENDING = ROOT / "tests" / "examples" / "mending-review"
BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Build:
    """A finished command that built a site, and where the site is."""

    folder: Path
    code: int
    output: str


def run(*command: str | Path, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command as it is run from a shell."""
    executable, *arguments = (str(part) for part in command)
    return subprocess.run(
        [str(BIN / executable), *arguments],
        cwd=cwd,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **env},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def mkdocs(review: Path, folder: Path, *options: str, **env: str) -> Build:
    """Build the review's site with MkDocs."""
    ran = run("mkdocs", "build", *options, "-d", folder, cwd=review, **env)
    return Build(folder, ran.returncode, ran.stdout + ran.stderr)


def realist(review: Path, folder: Path, *options: str, **env: str) -> Build:
    """Build the review's site with the command that people use."""
    ran = run("realist", "build", *options, "--site-dir", folder, cwd=review, **env)
    return Build(folder, ran.returncode, ran.stdout + ran.stderr)
