"""Pages of guidance: which findings bear on a decision, and how they stand side by side."""

from typing import Annotated, Literal

from pydantic import Field

from generator.entities.base import Entity, FindingId, FormatId, Slug, Text, TheoryId
from generator.entities.texts import Question, Title

Part = Literal["known", "for-whom", "risks"]
FindingIds = Annotated[tuple[FindingId, ...], Field(min_length=1)]


class GuidanceSection(Entity):
    """A heading of a guidance page and the findings under it."""

    id: Slug
    """Its address within the page, which never changes, whatever its heading."""
    part: Part = "known"
    """Whether it is about what is known, for whom, or what may go wrong."""
    title: Title
    """The heading."""
    findings: FindingIds
    """The findings under it: in full on the first page of the file that lists them."""


class MatrixColumn(Entity):
    """One of the things that a matrix sets side by side."""

    title: Title
    """Its heading."""
    formats: Annotated[tuple[FormatId, ...], Field(min_length=1)]
    """The formats that it stands for: every finding of the matrix about one of them is in it."""


class MatrixRow(Entity):
    """What a matrix says of each column in turn."""

    title: Title
    """Its heading."""
    findings: FindingIds
    """The findings of all columns; the `formats` of each say in which it stands."""


class Matrix(Entity):
    """Formats side by side, each cell made of the short forms of findings."""

    title: Title
    """The heading above it."""
    board: FindingIds
    """What has to be read first: findings in their short form, above the matrix."""
    columns: Annotated[tuple[MatrixColumn, ...], Field(min_length=2)]
    """What stands side by side."""
    rows: Annotated[tuple[MatrixRow, ...], Field(min_length=1)]
    """What is said of each; a last row names the interventions, from their own files."""
    notes: tuple[FindingId, ...] = ()
    """Findings below it: what belongs to no column, and what holds for all of it."""


class Decision(Entity):
    """One page of guidance: what the source says that bears on a decision."""

    id: Slug
    """The address of the page; never changes."""
    title: Title
    """The decision."""
    summary: Text
    """The answer: what the review says of it, in plain words and ninety of them at most."""
    also: tuple[Title, ...] = ()
    """What readers call it who look for it in other words; the search finds it by these."""
    matrix: Matrix | None = None
    """Formats side by side, at the top of the page."""
    sections: Annotated[tuple[GuidanceSection, ...], Field(min_length=1)]
    """The headings, in their order."""
    theories: tuple[TheoryId, ...] = ()
    """The theories that bear on it."""
    silent: tuple[Text, ...] = ()
    """What a reader would look for here and the source does not say."""
    questions: tuple[Question, ...] = ()
    """Questions of this site for readers to ask of themselves; never advice."""
