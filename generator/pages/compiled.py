"""Templates as Python compiled them, kept where Python keeps its own modules, and by its rules.

They lie in `__pycache__` of this folder, or where PYTHONPYCACHEPREFIX says: whoever can write there
can change the program itself. With PYTHONDONTWRITEBYTECODE, or where the folder cannot be written,
they are compiled at each run.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

_PACKAGE = Path(__file__).parents[1]


class Compiled(BytecodeCache):
    """What Jinja made of templates; what was made otherwise than now is made again.

    A compiled template holds more than its source: a filter of ours may have been called for what
    never changes. So it counts as stale as soon as any module of ours has changed.
    """

    def __init__(self, *made_with: str) -> None:
        """Keep what is made with this, such as the version of an engine with filters of its own."""
        parts = (jinja2.__version__, sys.version, *made_with, _modules())
        self._made_with = "\n".join(parts).encode()

    def get_source_checksum(self, source: str) -> str:
        """What tells one state of a template, and of all that it is compiled with, from another."""
        return hashlib.sha256(self._made_with + source.encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what is kept; Jinja drops it where the checksum is another."""
        with suppress(OSError), _file(bucket.key).open("rb") as file:
            bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, as a whole or not at all."""
        if sys.dont_write_bytecode:
            return
        file = _file(bucket.key)
        new = file.with_suffix(f".{os.getpid()}.new")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(bucket.bytecode_to_string())
            new.replace(file)
        except OSError:
            with suppress(OSError):
                new.unlink()


def _file(key: str) -> Path:
    return Path(cache_from_source(str(Path(__file__).with_name(f"template-{key}.py"))))


@cache
def _modules() -> str:
    """The state of every module of ours, by which Python knows whether it is to be compiled."""
    files = ((file, file.stat()) for file in sorted(_PACKAGE.rglob("*.py")))
    return "\n".join(f"{file} {stat.st_size} {stat.st_mtime_ns}" for file, stat in files)
