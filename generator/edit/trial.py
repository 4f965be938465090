"""An edit of a review, tried on a copy of it before anything is written."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.check.check import check
from generator.check.report import as_text
from generator.diagnostics import Severity
from generator.library.kinds import TOP_FOLDERS


class TrialError(ValueError):
    """The review would have errors afterwards; holds what would be wrong."""


def hold(texts: Mapping[str, str], root: Path, without: str = "") -> None:
    """Raise TrialError where the review would have errors with these texts in its files.

    `without`: the code of errors that may be there.
    """
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in TOP_FOLDERS:
            if (root / name).is_dir():
                shutil.copytree(root / name, copy / name)
        for file, text in texts.items():
            _put(copy / file, text)
        told = (d for d in check(copy).diagnostics if d.code != without)
        errors = [d for d in told if d.severity is Severity.ERROR]
        if errors:
            raise TrialError(as_text(errors, copy))


def write(texts: Mapping[str, str], root: Path) -> None:
    """Put texts that were held into the files of a review, each as a whole or not at all."""
    for file, text in texts.items():
        target = root / file
        new = target.with_name(f".{target.name}.new")
        _put(new, text)
        if target.exists():
            shutil.copymode(target, new)
        new.replace(target)


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode("utf-8"))  # with the line ends that the text has
