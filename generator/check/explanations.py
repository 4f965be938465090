"""What each code means, why it matters, and an example: the data of `explanations.yml`.

The examples are also tests: each is applied to the invented review in `tests/examples/`.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from generator.diagnostics import CODES, Severity
from generator.files.yaml_reading import read_yaml

FILE = "explanations.yml"


@dataclass(frozen=True)
class Explanation:
    """A code with its example: `right` stands in the file, and `wrong` in its place is wrong."""

    code: str
    meaning: str
    why: str
    file: str
    wrong: str
    right: str = ""
    how: str = "replaced"
    """replaced, whole (the file holds just that), latin-1, repeated, added, linked or deleted."""
    by: str = "check"
    """The command that finds it: check, build, release or verify-source."""
    also: tuple[str, ...] = ()
    """Other codes that the example brings along."""

    @property
    def severity(self) -> str:
        """How grave it is: error or warning."""
        return CODES[self.code].severity

    @property
    def is_warning(self) -> bool:
        """Whether a site can be built all the same."""
        return self.severity == Severity.WARNING

    @property
    def needs_source(self) -> bool:
        """Whether one needs a copy of the source to find it."""
        return self.by == "verify-source"

    @property
    def wrong_shown(self) -> str:
        """The wrong example as a reader sees it."""
        return textwrap.dedent(self.wrong)

    @property
    def right_shown(self) -> str:
        """The right example as a reader sees it."""
        return textwrap.dedent(self.right)


@cache
def explanations() -> dict[str, Explanation]:
    """Every explanation by its code, in the order of the file."""
    text = (files("generator.check") / FILE).read_text(encoding="utf-8")
    reading, is_whole = read_yaml(text, FILE)
    assert is_whole, reading.diagnostics
    return {entry["code"]: _explanation(entry) for entry in reading.data}


def _explanation(entry: dict[str, Any]) -> Explanation:
    texts = {key: " ".join(entry[key].split()) for key in ("meaning", "why")}
    return Explanation(**{**entry, **texts, "also": tuple(entry.get("also", ()))})


def as_text(explanation: Explanation) -> str:
    """An explanation for the terminal."""
    command = "" if explanation.by == "check" else f" (found by realist {explanation.by})"
    parts = [
        f"{explanation.code}: {explanation.severity}{command}",
        _paragraph("What is wrong", explanation.meaning),
        _paragraph("Why it matters", explanation.why),
        f"Wrong, for example in {explanation.file}:\n\n{_indented(explanation.wrong_shown)}",
    ]
    if explanation.right:
        parts.append(f"Right:\n\n{_indented(explanation.right_shown)}")
    return "\n\n".join(parts)


def _paragraph(title: str, text: str) -> str:
    return f"{title}:\n" + textwrap.fill(text, 88, initial_indent="  ", subsequent_indent="  ")


def _indented(snippet: str) -> str:
    return textwrap.indent(snippet, "    ")
