"""The format of the files: the one that this version reads, and what it says of any other.

A change by which files of today would be read otherwise, or not at all, makes a new format: FORMAT
grows by one, and `edit/migrate.py` gets the step that brings files from the one before. Keys that
are new and optional change no format.
"""

from __future__ import annotations

from generator.diagnostics import Diagnostic
from generator.files.load import Document

FORMAT = 1
"""The format that this version reads."""
KEY = "format"


def format_of(document: Document) -> int:
    """What `seeds/review.yml` says of the format: the first where it says nothing of use."""
    said = document.data.get(KEY) if isinstance(document.data, dict) else None
    return said if type(said) is int and said > 0 else 1


def other_format(document: Document) -> Diagnostic | None:
    """Says that files in another format are not read; nothing where they are in ours.

    Diagnostic: other-format.
    """
    number = format_of(document)
    if number == FORMAT:
        return None
    remedy = (
        "Install a newer version of realist."
        if number > FORMAT
        else "Run realist migrate, which brings them into it."
    )
    return Diagnostic(
        document.at((KEY,)),
        "other-format",
        f"The files of this review are in format {number}, and nothing of them was read.",
        f"Format {FORMAT}, which this version of realist reads.",
        remedy,
    )
