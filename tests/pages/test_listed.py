"""Lists on pages that are about something else are as long as they may be, and say what is left."""

import pytest
from bench_large import large, originals
from reviews import GARDEN, context_of, holding, linked, text_of

from generator.library.kinds import EVIDENCE_PAGE
from generator.pages import addresses
from generator.pages.views import formats, listed
from generator.pages.views.names import Link
from generator.site.catalogue import pages

pytestmark = pytest.mark.slow

WHERE = Link("the list", addresses.THEORIES)


@pytest.mark.parametrize(("number", "first", "more"), [(0, 0, 0), (2, 2, 0), (3, 3, 0), (5, 3, 2)])
def test_what_is_not_shown_is_counted_and_not_made(monkeypatch, number, first, more):
    monkeypatch.setattr(listed, "LISTED", 3)
    made = []
    found = listed.listed(range(number), lambda n: made.append(n) or str(n), WHERE)
    assert (found.first, found.more, found.total) == (tuple("01234"[:first]), more, number)
    assert made == list(range(first))


def test_pages_say_how_many_more_there_are_and_where(tmp_path, monkeypatch):
    monkeypatch.setattr(listed, "LISTED", 1)
    twice = large(tmp_path / "twice", 2 * len(originals(GARDEN)), GARDEN)
    found = {page.address.path: page.body for page in pages(context_of(linked(twice)))}
    table = "more, in the table “Example tables: plots”."
    assert f"Interventions of this format: #1. And 1 {table}" in text_of(found["theories/g02/"])
    assert f"And 3 {table}" in text_of(found["interventions/s01/"])


def test_without_a_table_of_formats_the_list_of_all_is_named():
    garden = linked(GARDEN)
    assert formats.table(garden, WHERE.address, "schemes").fragment == "by-plot"
    plain = formats.table(holding(garden, EVIDENCE_PAGE), WHERE.address, "schemes")
    assert (plain.text, plain.address) == ("the list of schemes", WHERE.address)
