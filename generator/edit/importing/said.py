"""What a file says of theories, before it is held against the review."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.edit.importing.plan import Spot
from generator.entities import Change, Theory


@dataclass(frozen=True)
class RowLabel:
    """What the cells say by which a row is known."""

    text: str
    """All of them in one."""
    number: str = ""
    """What stands in a column of numbers."""
    title: str = ""
    """What stands in a column of titles."""
    counted: int | None = None
    """The number that Word counts for it."""

    @property
    def name(self) -> str:
        """What the theory is looked for by."""
        return self.number or self.title or self.text


@dataclass(frozen=True)
class Said:
    """A statement that the file makes of a theory."""

    part: str
    text: str
    change: Change
    spot: Spot
    notes: tuple[str, ...] = ()
    half: str | None = None
    """Of a mechanism, whether it is its resource or its response; None where it is not split."""


@dataclass(frozen=True)
class Fact:
    """What the file says of a theory as a whole: how sure it is, or what bears on it and how."""

    kind: str
    """One of FACTS of the headers."""
    text: str
    spot: Spot


@dataclass
class TheoryRows:
    """All that the rows of one theory say."""

    theory: Theory
    spot: Spot
    label: Change | None = None
    """What the look of its number and title, or a status without a statement, stands for."""
    statements: list[Said] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
