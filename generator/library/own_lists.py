"""What a review lists of its own and refers to by ids: formats, attributes, groups, levels.

Each is a row here, as each kind of thing with a file is one in `kinds.py`; `entities/base.py` says
which keys refer to it, by the same name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.entities import Attributes, Review

Ids = dict[str, str]
"""What readers call each thing, by its id."""


@dataclass(frozen=True)
class OwnList:
    """A list, by the name of the references to it."""

    name: str
    labels: Callable[[Review, Attributes], Ids]
    """What stands in the list; nothing where the review has none."""
    key: str = ""
    """The key of `seeds/review.yml` that may be absent, and that it is to be added under."""


def _groups(review: Review, _: Attributes) -> Ids:
    return {group.id: group.title for group in review.groups}


def _levels(review: Review, _: Attributes) -> Ids:
    scale = review.confidence
    return {level.id: level.label for level in scale.levels} if scale else {}


def _attributes(_: Review, attributes: Attributes) -> Ids:
    return {attribute.id: attribute.label for attribute in attributes.attributes}


def _attribute_groups(_: Review, attributes: Attributes) -> Ids:
    return {group.id: group.title for group in attributes.groups}


def _formats(_: Review, attributes: Attributes) -> Ids:
    choices = (one.choices for one in attributes.attributes if one.id == attributes.format)
    return {choice.id: choice.label for choice in next(choices, ())}


GROUP = OwnList("group of theories", _groups, "groups")
LEVEL = OwnList("level of confidence", _levels, "confidence")
ATTRIBUTE = OwnList("attribute", _attributes)
ATTRIBUTE_GROUP = OwnList("group of attributes", _attribute_groups)
FORMAT = OwnList("format", _formats)
OWN_LISTS = (GROUP, LEVEL, ATTRIBUTE, ATTRIBUTE_GROUP, FORMAT)


def labels(review: Review, attributes: Attributes) -> dict[str, Ids]:
    """What readers call everything in these lists, by the name of the list and the id."""
    return {one.name: one.labels(review, attributes) for one in OWN_LISTS}
