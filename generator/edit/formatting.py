"""Brings files of a review to the one form in which they are written; what they mean stays.

Every result is read again before it is given out: if its data or its comments were not those of
the file, there is a refusal instead of a text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from generator.diagnostics import Diagnostic, Severity
from generator.edit.key_order import sort_keys
from generator.files.load import load_file
from generator.files.text_file import read_text
from generator.files.yaml_reading import means_the_same, read_yaml
from generator.files.yaml_tree import NotFormattableError, comments, parse
from generator.files.yaml_write import text_of
from generator.library.corpus import data_files
from generator.library.kinds import of_file


@dataclass(frozen=True)
class Formatted:
    """A file before and after; without `after` it must stay as it is, and it says why."""

    path: str
    before: bytes = b""
    after: bytes | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is wrong with the file, where it cannot be read."""
    refusal: str = ""
    """Why it cannot be formatted, where it can be read."""

    @property
    def is_changed(self) -> bool:
        """Whether the file would be written in another way."""
        return self.after is not None and self.after != self.before


def formattable(root: FilePath) -> list[str]:
    """The files of a review that can be formatted, relative to its folder."""
    return [file for file in data_files(root)[0] if of_file(file)]


def format_file(root: FilePath, relative: str, attributes: Sequence[str]) -> Formatted:
    """A file in its form; `attributes` are the ids of the review's attributes in their order."""
    kind = of_file(relative)
    if kind is None:
        return Formatted(relative, refusal="It is no file of a review that is read.")
    _, diagnostics = load_file(root, relative)
    if any(found.severity is Severity.ERROR for found in diagnostics):
        return Formatted(relative, diagnostics=tuple(diagnostics))
    before = (root / relative).read_bytes()
    text, _ = read_text(root, relative)
    assert text is not None  # it was loaded without errors
    try:
        after = format_text(text, kind.shape, attributes)
    except NotFormattableError as error:
        return Formatted(relative, before, refusal=f"It stays as it is: {error}.")
    return Formatted(relative, before, after.encode("utf-8"))


def format_text(text: str, kind: Any, attributes: Sequence[str]) -> str:
    """A text that was loaded without errors in the form of its type.

    Raises NotFormattableError where the text holds what the form cannot keep.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    head, top = parse(text)
    sort_keys(top, kind, attributes)
    result = text_of(head, top)
    (old, _), (new, is_whole) = read_yaml(text, ""), read_yaml(result, "")
    same = is_whole and not new.diagnostics and means_the_same(old.data, new.data)
    if not same:
        raise NotFormattableError("formatted, it would no longer mean the same")
    if comments(result) != comments(text):
        raise NotFormattableError("formatted, it would lose a comment")
    return result


def attributes_of(root: FilePath) -> list[str]:
    """The ids of the review's attributes, as far as they can be read."""
    document, _ = load_file(root, "seeds/attributes.yml")
    data = document.data if document else None
    listed = data.get("attributes") if isinstance(data, dict) else None
    entries = listed if isinstance(listed, list) else []
    return [str(entry["id"]) for entry in entries if isinstance(entry, dict) and "id" in entry]
