"""Templates as Python compiled them, kept as Python keeps its own modules (`files/of_program`)."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from types import CodeType

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from generator.files import of_program


class Compiled(BytecodeCache):
    """What Jinja made of templates; what was made otherwise than now is made again.

    A compiled template holds more than its source: a filter of ours may have been called for what
    never changes. So it counts as stale as soon as any module of ours has changed.
    """

    def __init__(self, *made_with: str) -> None:
        """Keep what is made with this, such as the version of an engine with filters of its own."""
        self._made_with = of_program.state(jinja2.__version__, *made_with).encode()
        self._known: dict[tuple[str, str], CodeType | None] = {}
        """What was read or compiled here: a program that serves asks for each state again."""

    def get_source_checksum(self, source: str) -> str:
        """What tells one state of a template, and of all that it is compiled with, from another."""
        return hashlib.sha256(self._made_with + source.encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what is kept; Jinja drops it where the checksum is another."""
        known = bucket.key, bucket.checksum
        if known in self._known:
            bucket.code = self._known[known]
            return
        with suppress(OSError), of_program.place(_name(bucket)).open("rb") as file:
            bucket.load_bytecode(file)
            self._known[known] = bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._known[bucket.key, bucket.checksum] = bucket.code
        of_program.put(_name(bucket), bucket.bytecode_to_string())


def _name(bucket: Bucket) -> str:
    return f"template-{bucket.key}"
