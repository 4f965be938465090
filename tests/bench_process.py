"""What a command takes, with all the processes that it starts: used by `make bench`."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

BIN = Path(sys.executable).parent
LIMIT = 300
"""As many seconds as a command may run."""
EVERY, SHARE = 0.05, 20
"""Seconds between two looks at the memory: more where a look takes more than this part of them."""


class FailedError(Exception):
    """Why a command did not do what it should."""


class Took(NamedTuple):
    """What a command took, and what it made where that is a site."""

    seconds: float
    processors: float
    """Seconds of processors: on a busy machine the fairer measure, where one core does not wait."""
    memory: float
    """The most megabytes of all its processes together, what they share counted once."""
    written: float = 0
    """Megabytes of its site."""
    pages: float = 0


def run(*command: str | Path, cwd: Path) -> Took:
    """Run a command, of the virtual environment if it is there, and say nothing.

    Raises a `FailedError` where it is not installed, fails or runs beyond the limit.
    """
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PATH": path()}
    settings.pop("PYTHONDONTWRITEBYTECODE", None)  # else it compiles all of it at every start
    arguments = [str(part) for part in command]
    if not shutil.which(arguments[0], path=settings["PATH"]):
        raise FailedError("is not installed")
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            arguments, cwd=cwd, env=settings, stdout=said, stderr=said, start_new_session=True
        )
        with _Watch(process.pid) as watch:
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if watch.is_late:
            raise FailedError(f"ran longer than {LIMIT} s")
        if process.returncode:
            said.seek(0)
            last = said.read().decode(errors="replace").strip().splitlines()[-1:]
            raise FailedError(f"failed: {''.join(last) or process.returncode}")
    memory = watch.most or _largest(usage.ru_maxrss)
    return Took(seconds, usage.ru_utime + usage.ru_stime, memory)


def path() -> str:
    """Where commands are looked for."""
    return f"{BIN}{os.pathsep}{os.environ['PATH']}"


class _Watch:
    """Looks at the memory of a session of processes while it runs, and ends one that is late."""

    def __init__(self, session: int) -> None:
        self.most, self.is_late = 0.0, False
        self._session, self._done = session, threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> "_Watch":
        self._thread.start()
        return self

    def __exit__(self, error: type[BaseException] | None, *_more: object) -> None:
        self._done.set()
        self._thread.join()
        if error:  # as by Ctrl-C, which does not reach another session
            self._end()

    def _look(self) -> None:
        end, pause = time.monotonic() + LIMIT, EVERY
        while not self._done.wait(pause):
            start = time.monotonic()
            self.most = max(self.most, _shared_out(self._session))
            pause = max(EVERY, SHARE * (time.monotonic() - start))
            if start > end:
                self.is_late = True
                self._end()
                return

    def _end(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._session, signal.SIGKILL)


def _shared_out(session: int) -> float:
    """The megabytes of a session, what processes share shared out among them; 0 without Linux."""
    kilobytes = 0
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended
            if os.getsid(int(process.name)) == session:
                lines = (process / "smaps_rollup").read_text().splitlines()
                kilobytes += sum(int(line.split()[1]) for line in lines if line[:4] == "Pss:")
    return kilobytes / 1000


def _largest(said: int) -> float:
    """The megabytes of the largest process, of which macOS tells bytes and others kilobytes."""
    return said / (10**6 if sys.platform == "darwin" else 1000)
