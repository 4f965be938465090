"""Writes revisions of git to folders, without a change of anybody's working tree."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from pathlib import Path

from generator.library.kinds import TOP_FOLDERS

PARTS = (*TOP_FOLDERS, "docs")
"""The folders of a review that are compared."""


_PATIENCE = 60
"""Seconds, in which git can also fetch what a copy without all of the history lacks."""


class RevisionError(Exception):
    """There is no such revision, the review is not in it, or git does not tell; says which."""


def unpack(root: Path, revision: str, into: Path) -> None:
    """Write the review in `root` as it was at a revision to a folder. Raises RevisionError."""
    commit = _commit(root, revision)
    prefix = (_git(root, "rev-parse", "--show-prefix") or "").rstrip("\n")
    # From the top, since git narrows what it lists and packs to the folder that it is called in.
    top = Path((_git(root, "rev-parse", "--show-toplevel") or str(root)).rstrip("\n"))
    tree = f"{commit}:{prefix}"
    names = (_git(top, "ls-tree", "--name-only", "-z", tree) or "").split("\0")
    parts = [name for name in names if name in PARTS]
    if "seeds" not in parts:
        raise RevisionError(f"At “{revision}” there is no review in {prefix or 'the repository'}.")
    into.mkdir()
    archive = into.with_suffix(".tar")
    if _git(top, "archive", "--format=tar", f"--output={archive}", tree, *parts) is None:
        raise RevisionError(f"git could not unpack “{revision}”.")
    with tarfile.open(archive) as files:
        files.extractall(into, filter="data")


def _commit(root: Path, revision: str) -> str:
    """The full name of a revision. Raises RevisionError."""
    # What begins with a dash would be taken for an option.
    if not revision.startswith("-"):
        commit = _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if commit is not None:
            return commit.strip()
    if _git(root, "rev-parse", "--git-dir") is None:
        raise RevisionError(
            f"“{revision}” is no folder, and {root} lies in no repository of git, "
            "so it cannot be a revision."
        )
    raise RevisionError(f"“{revision}” is no folder and no revision of git.")


def _git(root: Path, *arguments: str) -> str | None:
    """What git prints; None where it refuses. Raises RevisionError where it does not answer."""
    program = shutil.which("git")
    if program is None:
        raise RevisionError("git is not installed, and it alone knows revisions. Name two folders.")
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and revisions never look like options
            [program, "-C", str(root), *arguments],
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except subprocess.TimeoutExpired:
        raise RevisionError(f"git gave no answer within {_PATIENCE} seconds.") from None
    except OSError as error:
        raise RevisionError(f"git cannot be run: {error.strerror}.") from None
    return done.stdout.decode("utf-8", "surrogateescape") if done.returncode == 0 else None
