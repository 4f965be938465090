from collections import Counter

import pytest
import yaml
from reviews import GARDEN, ROOT

from generator.entities.references import IN_TEXT, Reference, references
from generator.library.corpus import gather
from generator.library.kinds import KINDS

LOCATOR_KEYS = ("at", "number-at", "last-search-at", "tension")


def raw_locators(value, key=""):
    """Every locator of a file by the names of its keys, without its types."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from raw_locators(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from raw_locators(item, key)
    elif key in LOCATOR_KEYS and isinstance(value, str) and " " in value:
        yield value


@pytest.mark.slow
@pytest.mark.parametrize("root", [GARDEN, ROOT], ids=["garden", "real"])
def test_no_locator_of_a_review_is_overlooked(root):
    found = Counter(
        reference.target
        for entries in gather(root).shaped.values()
        for entry in entries
        for reference in references(entry.entity)
        if reference.kind == "locator"
    )
    files = [file for kind in KINDS for file in root.glob(kind.files)]
    raw = Counter(
        locator
        for file in files
        for locator in raw_locators(yaml.safe_load(file.read_text(encoding="utf-8")))
    )
    assert found == raw


def test_references_of_a_theory_have_kind_and_place(library):
    found = list(references(library.theories["gx1"]))
    assert Reference(("group",), "group of theories", "growing") in found
    assert Reference(("reading-of", "claim"), "claim", "c04") in found
    assert Reference(("model", "at", 1), "locator", "findings 3.4") in found


def test_references_within_texts_are_found(library):
    found = list(references(library.theories["g01"]))
    assert Reference(("topic", "text"), IN_TEXT, "g02") in found


def test_keys_that_are_references_are_found_as_keys(library):
    found = list(references(library.claims["c03"]))
    keys = [r.target for r in found if r.in_key and r.kind == "intervention"]
    assert keys == ["s01", "s02"]
    assert Reference(("check", "values", "s01"), "intervention", "s01", in_key=True) in found


def test_paths_begin_with_the_path_that_is_given(library):
    found = references(library.glossary[0], (0,))
    assert [r.path for r in found] == [(0, "at", 0)]
