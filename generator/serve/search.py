"""The search of a served site: an index of all pages, made by a build once somebody searches.

All pages have to be made for it, which takes longer than any edit. So it is of an earlier state
until the review was left alone for some seconds.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from threading import Event, Lock, Thread

from generator.site.search import FOLDER

_QUIET = 5
"""Seconds without a change after which the index is made again."""
_BUILD = """\
import os
from generator.cli import main
os.nice(10)  # whoever edits meanwhile comes first
main()
"""


class Search:
    """The files of the search. It writes into a folder of its own, and never into the review.

    One thread alone makes builds, one after the other, and each to its end.
    """

    def __init__(self, root: Path, report: Callable[[str], object]) -> None:
        """Nothing is made before the first file is asked for; `report` is told what fails."""
        self._root, self._report = root, report
        self._folder = tempfile.TemporaryDirectory(prefix="realist-", ignore_cleanup_errors=True)
        self._wanted, self._edited, self._tried = Event(), Event(), Event()
        self._lock = Lock()
        """Held where a build begins, and where none may begin any more."""
        self._is_closed = False
        self._build: subprocess.Popen[str] | None = None
        Thread(target=self._work, daemon=True).start()

    def answer(self, path: str) -> bytes | None:
        """A file of the search; None where there is none. The first ones wait for the build."""
        if not path.startswith(f"{FOLDER}/"):
            return None
        self._wanted.set()
        self._tried.wait()
        site = Path(self._folder.name, "site")
        known = {f.relative_to(site).as_posix(): f for f in site.glob(f"{FOLDER}/**/*")}
        return known[path].read_bytes() if path in known and known[path].is_file() else None

    def changed(self) -> None:
        """Make it again once the review is left alone, if anybody has searched."""
        self._edited.set()

    def close(self) -> None:
        """End what is being made, and let go of the folder."""
        with self._lock:
            self._is_closed = True
        if self._build:
            self._build.terminate()
            self._build.wait()
        for event in (self._wanted, self._edited, self._tried):
            event.set()
        self._folder.cleanup()

    def _work(self) -> None:
        self._wanted.wait()
        self._edited.clear()
        while not self._is_closed:
            self._make()
            self._tried.set()
            self._edited.wait()
            self._edited.clear()
            while self._edited.wait(_QUIET) and not self._is_closed:
                self._edited.clear()

    def _make(self) -> None:
        """Build the site as it is now; where it cannot be built, the last index stays."""
        command = [sys.executable, "-c", _BUILD, "build", "--root", str(self._root)]
        command += ["--site-dir", str(Path(self._folder.name, "site"))]
        with self._lock:
            if self._is_closed:
                return
            self._build = subprocess.Popen(  # noqa: S603 - our own words
                command,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                errors="replace",
                start_new_session=True,  # Ctrl and C reaches this process, which ends that one
            )
        _, said = self._build.communicate()
        if self._build.returncode and not self._is_closed:
            last = said.strip().rpartition("\n")[2]
            self._report(f"The index of the search could not be made. {last}".strip())
