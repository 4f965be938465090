"""Lists on pages that are about something else are as long as they may be, and say what is left."""

import csv

import pytest
from bench_large import large, originals
from reviews import GARDEN, context_of, downloaded, holding, linked, text_of

from generator.library.kinds import EVIDENCE_PAGE
from generator.pages import addresses
from generator.pages.views import formats, listed
from generator.pages.views.names import Link
from generator.site.catalogue import pages

pytestmark = pytest.mark.slow

NAMING = "Each names this on its own page."
NAMES, SAYS = "It names this on its own page.", "It says so on its own page."
SAYING = "Each says so on its own page."
MORE = {
    "guidance/starting-a-garden/": ["#1. And 3 more, in the table “Example tables: plots”."],
    "theories/g01/": ["And 1 more, in the model."],
    "theories/j01/": [f"And 2 more, in the list of theories. {NAMING}"],
    "theories/gx1/": [f"And 1 more, in the list of all guidance. {NAMES}"],
    "interventions/s01/": [
        f"based on this one: #2. And 1 more, in the list of interventions. {NAMES}",
        "And 1 more, in the table “Example tables: theories by studies”.",
        "And 3 more, in the source check.",
    ],
    "article/": [
        f"Type of plot: Shared beds [#1] And 1 more, in “Interventions”. {SAYS}",
        f"Place in the model [joining theory 1] And 5 more, in “Theories”. {SAYING}",
    ],
    "evidence/members-and-tools/": [
        f"for 4 of 6 interventions: #1. And 3 more, in the list of interventions. {SAYING}",
    ],
    "evidence/support/": ["joining theory 3 (final model only). And 3 more, in the list of"],
    "source-check/": [
        "The data have 2 interventions: #1 and 1 more.",
        "Concerns#1. And 1 more, in the file tables/claims.csv of the data.",
    ],
    "studies/sorrel-2020/": [
        f"And 3 more, in the list of interventions. {NAMING}",
        "And 1 more, in the table “Example tables: theories by studies”.",
    ],
}
"""What pages say where they name only the first of many that name them."""
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
    for page, told in MORE.items():
        said = text_of(found[page])
        assert [one for one in told if one not in said] == []


def test_a_file_names_all_that_a_claim_concerns(tmp_path, monkeypatch):
    monkeypatch.setattr(listed, "LISTED", 1)
    twice = linked(large(tmp_path / "twice", 2 * len(originals(GARDEN)), GARDEN))
    claims = str(downloaded(twice)["data/tables/claims.csv"])
    told = next(csv.DictReader(claims.lstrip("\ufeff").splitlines()))
    assert told["found"].endswith("The data have 2 interventions: #1, #1.")
    assert told["concerns"] == "#1; #1"


def test_without_a_table_of_formats_the_list_of_all_is_named():
    garden = linked(GARDEN)
    assert formats.table(garden, WHERE.address, "schemes").fragment == "by-plot"
    plain = formats.table(holding(garden, EVIDENCE_PAGE), WHERE.address, "schemes")
    assert (plain.text, plain.address) == ("the list of schemes", WHERE.address)
