"""What a review lists of its own, and what refers to it."""

from typing import get_args

from generator.entities import Ref, base
from generator.entities.references import IN_TEXT
from generator.library.kinds import KINDS
from generator.library.library import Library
from generator.library.own_lists import OWN_LISTS, labels


def test_every_name_that_a_key_can_refer_by_is_that_of_a_kind_or_of_a_list():
    named = {
        meta.kind
        for value in vars(base).values()
        for meta in get_args(value)[1:]
        if isinstance(meta, Ref)
    }
    kinds = {kind.name for kind in KINDS if kind.has_ids}
    assert named == (named & kinds) | {one.name for one in OWN_LISTS} | {"locator"}
    assert IN_TEXT not in named


def test_all_that_is_listed_has_a_label(library: Library):
    own = labels(library.review, library.attributes)
    assert own["format"] == {
        "shared-beds": "Shared beds",
        "single-plots": "Single plots",
        "balcony-pots": "Pots on balconies",
    }
    assert all(own.values())
