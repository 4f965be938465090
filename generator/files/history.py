"""What a file held in the last states that git knows, where there is git and a history."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

STATES = ("HEAD", "HEAD^")
"""The last commit, for what was changed since; and the one before, since a proposal is checked as
the commit that would merge it, whose first parent is what stands published."""
_PATIENCE = 5
"""Seconds. A check does not wait for a git that hangs."""


def earlier(root: Path, relative: str) -> list[str]:
    """The different texts of a file in the last two states, the newest first.

    Nothing where the folder lies in no repository, git is missing or has no such file. git is asked
    once, and only where a folder above has `.git`.
    """
    folder, git = root.resolve(), shutil.which("git")
    if git is None or not any((above / ".git").exists() for above in (folder, *folder.parents)):
        return []
    asked = "".join(f"{state}:./{relative}\n" for state in STATES)
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and nothing of a contributor's in it
            [git, "-C", str(folder), "cat-file", "--batch"],
            input=asked.encode(),
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
            env={**os.environ, "GIT_NO_LAZY_FETCH": "1"},
        )
    except (OSError, subprocess.SubprocessError):
        return []
    return list(dict.fromkeys(_texts(done.stdout)))


def uncommitted(root: Path) -> list[str] | None:
    """The files of a folder that its repository does not hold as they are, as git names them.

    None where nobody can tell: the folder lies in no repository, or git is missing or hangs.
    """
    git = shutil.which("git")
    if git is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and nothing of a contributor's in it
            [git, "-C", str(root), "status", "--porcelain", "-z", "--no-renames", "--", "."],
            capture_output=True,
            check=True,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return [line[3:] for line in done.stdout.decode("utf-8", "replace").split("\0") if line]


def _texts(answer: bytes) -> Iterator[str]:
    """The contents in an answer: before each stand its name, its kind and its length."""
    while answer:
        head, _, answer = answer.partition(b"\n")
        words = head.split()
        if len(words) == 3 and words[1] == b"blob":
            length = int(words[2])
            yield answer[:length].decode("utf-8", "replace")
            answer = answer[length + 1 :]
