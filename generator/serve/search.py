"""The search of a served site: an index of all pages, made by a build once somebody searches.

All pages have to be made for it, which takes longer than any edit. So it is of an earlier state
until the review was left alone for some seconds.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from threading import RLock, Timer

from generator.site.search import DIALOG, FOLDER

_QUIET = 5
"""Seconds without a change after which the index is made again."""
_BUILD = "from generator.cli import main; main()"


class Search:
    """The files of the search. It writes into a folder of its own, and never into the review."""

    def __init__(self, root: Path) -> None:
        """Nothing is made before the first file is asked for."""
        self._root = root
        self._folder = tempfile.TemporaryDirectory(prefix="realist-")
        self._lock = RLock()
        self._is_wanted = False
        self._timer: Timer | None = None
        self._build: subprocess.Popen[bytes] | None = None

    def answer(self, path: str) -> bytes | None:
        """A file of the search; None where there is none. The first one waits for the build."""
        if not path.startswith((f"{FOLDER}/", f"{DIALOG}.")):
            return None
        with self._lock:
            if not self._is_wanted:
                self._is_wanted = True
                self._make()
        site = Path(self._folder.name, "site")
        found = (*site.glob(f"{FOLDER}/**/*"), *site.glob(f"{DIALOG}.*"))
        known = {f.relative_to(site).as_posix(): f for f in found}
        return known[path].read_bytes() if path in known and known[path].is_file() else None

    def changed(self) -> None:
        """Make it again once the review is left alone, if anybody has searched."""
        self._stop()
        if self._is_wanted:
            self._timer = Timer(_QUIET, self._make)
            self._timer.daemon = True
            self._timer.start()

    def close(self) -> None:
        """Let go of the folder."""
        self._stop()
        self._folder.cleanup()

    def _stop(self) -> None:
        if self._timer:
            self._timer.cancel()
        if self._build:
            self._build.terminate()

    def _make(self) -> None:
        """Build the site as it is now; of a review with errors the last index stays."""
        command = [sys.executable, "-c", _BUILD, "build", "--root", str(self._root)]
        command += ["--site-dir", str(Path(self._folder.name, "site"))]
        self._build = subprocess.Popen(  # noqa: S603 - our own words
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._build.wait()
