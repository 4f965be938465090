"""Brings files of an older format to the one of today, tried as a whole before any is written.

There is a step from each format to the next one. It is given the text of every file by its path,
and returns them; what it need not change it keeps, comments too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.check.report import as_text
from generator.edit import trial
from generator.files.load import load_file
from generator.files.text_file import read_text
from generator.library import formats
from generator.library.corpus import data_files
from generator.library.kinds import REVIEW

Step = Callable[[dict[str, str]], dict[str, str]]
STEPS: Mapping[int, Step] = {}
"""The step from each format to the next one. There is none yet: the first format is today's."""

_SAID = re.compile(rf"^{formats.KEY}:.*$", re.M)
_FIRST_KEY = re.compile(r"^(?=[^#\s-])", re.M)


class MigrationError(ValueError):
    """The files cannot be brought to the format of today; says why, and nothing was written."""


class NewerFormatError(MigrationError):
    """The files are in a newer format than this version reads."""


def migrate(root: Path) -> list[str]:
    """Bring a review to the format of today; gives the files that changed.

    Raises MigrationError where that cannot be.
    """
    changed = texts_of_today(root)
    if changed:
        _hold(changed, root)
        trial.write(changed, root)
    return sorted(changed)


def texts_of_today(root: Path) -> dict[str, str]:
    """The text of every file that changes on the way to the format of today, which nobody tried.

    Raises MigrationError where the format cannot be told, NewerFormatError where it is a newer one.
    """
    document, wrong = load_file(root, REVIEW.files)
    if document is None:
        raise MigrationError(as_text(wrong, root))
    number = formats.format_of(document)
    if number > formats.FORMAT and (newer := formats.other_format(document)):
        raise NewerFormatError(as_text([newer], root))
    before = {path: text for path in data_files(root)[0] if (text := read_text(root, path)[0])}
    after = dict(before)
    for step in range(number, formats.FORMAT):
        after = STEPS[step](after)
        after[REVIEW.files] = _saying(step + 1, after[REVIEW.files])
    return {path: text for path, text in after.items() if text != before.get(path)}


def _saying(number: int, text: str) -> str:
    """`seeds/review.yml` with its format: in the place of the old one, or as its first key."""
    line = f"{formats.KEY}: {number}"
    if _SAID.search(text):
        return _SAID.sub(line, text, count=1)
    return _FIRST_KEY.sub(line + "\n", text, count=1)


def _hold(changed: Mapping[str, str], root: Path) -> None:
    try:
        trial.hold(changed, root)
    except trial.TrialError as error:
        raise MigrationError(
            "The review would have these errors in the format of today. Mend them first.\n\n"
            f"{error}"
        ) from None
