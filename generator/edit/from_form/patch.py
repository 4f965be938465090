"""An edit of one file as a patch that `git apply` takes."""

from __future__ import annotations

import difflib
from collections.abc import Iterator


def as_patch(path: str, before: str, after: str) -> str:
    """The unified patch from one text of a file to another; empty where they are the same."""
    lines = list(difflib.unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}", n=3))
    if not lines:
        return ""
    return f"diff --git a/{path} b/{path}\n" + "".join(_whole(lines))


def _lines(text: str) -> list[str]:
    """Lines as git knows them: only a line feed ends one."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop().removesuffix("\n")
    return [*lines, last] if last else lines


def _whole(lines: list[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
