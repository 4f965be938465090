"""An edit held against what every edit must pass: the form of the files, and the check."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from generator.check.check import check
from generator.check.report import as_text
from generator.diagnostics import Severity
from generator.edit.formatting import format_text
from generator.edit.from_form.form import CannotMapError
from generator.files.yaml_tree import NotFormattableError
from generator.library.kinds import TOP_FOLDERS, of_file
from generator.library.library import Library


def tidy(path: str, before: str, after: str, library: Library) -> str:
    """The edited text in its form where the file had it before, so that nothing else changes."""
    kind = of_file(path)
    assert kind is not None  # the path is that of an entity
    attributes = [attribute.id for attribute in library.attributes.attributes]
    try:
        if format_text(before, kind.shape, attributes) == before:
            return format_text(after, kind.shape, attributes)
    except NotFormattableError:
        pass  # the text as it was edited is as good as the file was
    return after


def must_pass(path: str, after: str, root: Path) -> None:
    """Nothing where a review with this text in a file has no errors. Raises CannotMapError."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in TOP_FOLDERS:
            if (root / name).is_dir():
                shutil.copytree(root / name, copy / name)
        (copy / path).write_bytes(after.encode("utf-8"))
        errors = [d for d in check(copy).diagnostics if d.severity is Severity.ERROR]
        if errors:
            raise CannotMapError(
                "With this correction the data would not fit together. Make the edit by hand, "
                "together with what it calls for:",
                as_text(errors, copy),
            )
