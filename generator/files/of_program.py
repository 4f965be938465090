"""What the program makes of itself alone, kept where Python keeps its own modules, by its rules.

It lies in `__pycache__` of this folder, or where PYTHONPYCACHEPREFIX says: whoever can write there
can change the program itself. With PYTHONDONTWRITEBYTECODE, or where the folder cannot be written,
it is made at each run.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_DIGEST = hashlib.sha256().digest_size


def kept(name: str, made_with: str, make: Callable[[], bytes]) -> bytes:
    """What `make` gives, or gave for the same state of the program, under a name of its own.

    `made_with` is what else it depends on, such as the version of a library.
    """
    known = hashlib.sha256(state(made_with).encode()).digest()
    with suppress(OSError):
        found = place(name).read_bytes()
        content = found[2 * _DIGEST :]
        if found[: 2 * _DIGEST] == known + hashlib.sha256(content).digest():
            return content
    content = make()
    put(name, known + hashlib.sha256(content).digest() + content)
    return content


def state(*made_with: str) -> str:
    """What tells one state of the program, and of what it works with, from another."""
    return "\n".join((sys.version, *made_with, _modules()))


def place(name: str) -> Path:
    """Where what has this name is kept."""
    return Path(cache_from_source(str(Path(__file__).with_name(f"{name}.py"))))


def put(name: str, content: bytes) -> None:
    """Keep it, as a whole or not at all."""
    if sys.dont_write_bytecode:
        return
    file = place(name)
    new = file.with_suffix(f".{os.getpid()}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(content)
        new.replace(file)
    except OSError:
        with suppress(OSError):
            new.unlink()


@cache
def _modules() -> str:
    """The state of every module of ours, by which Python knows whether it is to be compiled."""
    files = ((file, file.stat()) for file in sorted(_PACKAGE.rglob("*.py")))
    return "\n".join(f"{file} {stat.st_size} {stat.st_mtime_ns}" for file, stat in files)
