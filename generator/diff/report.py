"""The shape of what `realist diff` says: the JSON format, whose schema is made from these."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.library.kinds import KINDS, MOVED, REVIEW

SECTIONS = {
    "help": "Help",
    "home": "Home page",
    "site": "The whole site",
    "groups": "Groups of theories",
    "confidence": "Scale of confidence",
    "model": "The model",
    **{kind.name: kind.heading for kind in KINDS if kind.is_shown and kind is not REVIEW},
    MOVED.name: MOVED.heading,
    "article": "The source",
    "page": "Pages written by hand",
}
"""What a change can be about, and the heading it stands under. Help is first: it must be right.

Of the review, whose file holds many things, each part is one by itself.
"""

Thing = Annotated[str, Field(json_schema_extra={"enum": list(SECTIONS)})]
Kind = Literal["added", "removed", "changed", "order", "effect", "identity"]


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Change(_Shape):
    """One thing that a reader notices, or an error of identity."""

    kind: Kind = Field(
        description="effect: it follows from other changes; identity: an error, since ids and "
        "addresses are permanent"
    )
    thing: Thing = Field(description="What kind of thing it is about")
    subject: str = Field(description="The id of that thing; empty where there is only one")
    title: str = Field(description="What the site calls that thing")
    page: str = Field(description="The address of its page below that of the site: theories/j01/")
    fragment: str = Field(description="The place on the page, such as m1; empty for the whole page")
    field: str = Field(description="The way to the value, such as mechanisms.m1.text")
    before: str | None = Field(description="What stood there, in words; null where nothing did")
    after: str | None = Field(description="What stands there now; null where nothing does")
    words: str = Field(description="The change as a sentence")


class Count(_Shape):
    """A number that the changes alter."""

    name: str
    before: int
    after: int


class Problem(_Shape):
    """An error that one of the two states has of its own."""

    side: Literal["old", "new"]
    file: str
    line: int
    code: str
    message: str


class Report(_Shape):
    """All that differs between two states of a review."""

    old: str = Field(description="The older state, as it was named")
    new: str = Field(description="The newer state, as it was named")
    problems: tuple[Problem, ...] = Field(description="Errors within one of the states")
    not_compared: tuple[str, ...] = Field(description="Files that one of the states cannot read")
    errors: tuple[Change, ...] = Field(description="Ids that changed and pages that were deleted")
    changes: tuple[Change, ...]
    counts: tuple[Count, ...] = Field(description="Only those that differ")
    pages: tuple[str, ...] = Field(
        description="Pages of what changed, and of what shows it by a link in the data"
    )

    @property
    def is_empty(self) -> bool:
        """Whether a reader would notice nothing."""
        return not (self.errors or self.changes)
