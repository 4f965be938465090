"""What follows from an entity is made once, and goes with it."""

import gc

from generator.entities import GlossaryEntry
from generator.entities.kept import kept


def entry(term: str) -> GlossaryEntry:
    return GlossaryEntry.model_construct(term=term)


def test_it_is_made_once_for_each_entity_and_not_for_its_equal():
    asked = []

    @kept
    def term(entity):
        asked.append(entity.term)
        return entity.term.upper()

    one, other = entry("a"), entry("a")
    assert [term(one), term(one), term(other)] == ["A", "A", "A"]
    assert asked == ["a", "a"]


def test_it_goes_with_the_entity():
    asked = []

    @kept
    def term(entity):
        asked.append(entity.term)

    for word in "abc" * 20:
        term(entry(word))
        gc.collect()
    assert len(asked) == 60
