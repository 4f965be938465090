"""Keys that new files of several kinds have, each with what it is for."""

from __future__ import annotations

from dataclasses import dataclass

from generator.entities.base import PLACEHOLDER
from generator.files.yaml_write import folded

CHECKED = "checked: null  # the day on which all of this was last compared with the {noun}"
RETIRED = "retired: null  # to withdraw it one day, while its page stays: why, date, successor"


@dataclass(frozen=True)
class OfReview:
    """What the texts need to know of a review."""

    noun: str
    """What its source is called: article, report."""
    place: str
    """A locator that leads somewhere: the first paragraph of the first section."""
    is_sorted_by_us: bool
    """Whether pages say that who makes them sorted statements, and not the source."""
    has_two_models: bool
    """Whether its theories say how they stand in an initial and in a final model."""


def title_key(title: str | None, what: str = "a few plain words", comment: str = "ours") -> str:
    """The key of a title, with a placeholder where none is known."""
    return _key("title", title or _placeholder(what), 0, comment)


def summary_key(noun: str) -> str:
    """The key of a summary."""
    return text_key(
        "summary", f"a few sentences in plain words, no surer than the {noun}", 0, "ours"
    )


def text_key(key: str, what: str, indent: int, comment: str = "") -> str:
    """A key with its placeholder, which says what is to be written."""
    return _key(key, _placeholder(what), indent, comment)


def _placeholder(what: str) -> str:
    return f"{PLACEHOLDER}: {what}."


def _key(key: str, text: str, indent: int, comment: str) -> str:
    """A key with a text below it, where neither a “#” of it nor a comment beside it cuts it off."""
    head = " " * indent + f"{key}: >-" + (f"  # {comment}" if comment else "")
    return "\n".join([head, *folded(" ".join(text.split()), indent + 2)])


def sourced_keys(review: OfReview, indent: int, *, references: bool = False) -> str:
    """The keys of everything that rests on the source."""
    why = f"the reasoning; or delete this key and write “basis: reported”, if the {review.noun}"
    lines = [
        "basis: inferred  # reported, inferred or conflict",
        text_key("why", why + " says it outright", indent).lstrip(),
        f"at: [{review.place}]  # replace it: where the {review.noun} says so, section paragraph."
        "sentence",
        *(["references: []  # the reference numbers that it gives there"] if references else []),
        "readings: []  # for a conflict, two or more: value, at, note",
    ]
    return "\n".join(" " * indent + line for line in lines)
