"""The pages of studies: what is known of each in whatever state, and what ties them to the rest."""

import re

import pytest
from reviews import GARDEN, context_of, copy_of, edit, linked

from generator.pages.views.study import studies_view
from generator.site.catalogue import pages

pytestmark = pytest.mark.slow

RETIRED = """retired:
  why: Invented, it was the same as another.
  date: 2022-04-01
  successor: mint-2019
"""


def states(body):
    return dict(re.findall(r'data-attribute="([\w-]+)" data-state="([\w-]+)"', body))


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("bean-2018", ["reported", "not-stated", "reported"]),
        ("leek-2019", ["reported", "reported", "conflict"]),
        ("sorrel-2020", ["reported", "inferred", "not-stated"]),
    ],
)
def test_what_is_known_of_a_study_is_shown_in_its_state(garden_pages, id, expected):
    body = garden_pages[f"studies/{id}/"].body
    assert list(states(body).values()) == expected
    row = re.search(f'href="{id}/">.*', garden_pages["studies/"].body)
    assert row
    assert list(states(row[0]).values()) == expected


def test_what_nobody_has_looked_up_of_a_study_is_neither_stated_nor_silent(garden_copy):
    edit(garden_copy, ("studies/sorrel-2020.yml", "not-stated:\n  - quality\n", ""))
    found = {page.address.path: page.body for page in pages(context_of(linked(garden_copy)))}
    assert states(found["studies/sorrel-2020/"])["quality"] == "not-extracted"


def test_both_readings_of_a_contradiction_stand_on_the_page(garden_pages):
    body = garden_pages["studies/leek-2019/"].body
    assert "It was weak." in body
    assert "No study was weak." in body


def test_of_what_is_recorded_of_no_study_no_page_speaks(garden_copy):
    for file in (garden_copy / "studies").iterdir():
        text = file.read_text(encoding="utf-8")
        text = re.sub(r"^country:\n(  .*\n)+|^not-stated:\n  - country\n", "", text, flags=re.M)
        file.write_text(text, encoding="utf-8")
    library = linked(garden_copy)
    ctx = context_of(library)
    assert studies_view(library, ctx.names).labels == ("Design", "Quality")
    bodies = {page.address.path: page.body for page in pages(ctx)}
    assert "Country" not in bodies["studies/"] + bodies["studies/bean-2018/"]


def test_an_intervention_and_its_studies_name_each_other(garden_pages):
    assert "studies/bean-2018/" in garden_pages["interventions/s01/"].body
    assert "interventions/s01/" in garden_pages["studies/bean-2018/"].body
    assert "Studies of this intervention" in garden_pages["interventions/s01/"].body


def test_an_intervention_without_studies_says_so_where_others_have_some(garden_copy):
    edit(garden_copy, ("interventions/s03.yml", "studies: [mint-2019]\n", ""))
    bodies = {p.address.path: p.body for p in pages(context_of(linked(garden_copy)))}
    assert "No study of this intervention is named on this site." in bodies["interventions/s03/"]
    assert "Interventions that it is of" not in bodies["studies/mint-2019/"]


@pytest.mark.parametrize(
    ("said", "told", "counted"),
    [
        ("studies: 6", "4 of the 6 studies that the review includes, with", "of the 6 studies"),
        ("studies: 4", "All 4 studies that the review includes, with", "studies"),
        ("studies: 3", "4 studies of the review, with", "studies"),
        (None, "4 studies of the review, with", "studies"),
    ],
)
def test_all_is_said_only_where_as_many_have_a_file(garden_copy, said, told, counted):
    edit(garden_copy, ("seeds/review.yml", "    studies: 6\n", f"    {said}\n" if said else ""))
    bodies = {p.address.path: p.body for p in pages(context_of(linked(garden_copy)))}
    assert told in bodies["studies/"]
    assert ("Where their number comes from" in bodies["studies/"]) is ("includes" in told)
    assert f"<strong>4</strong> {counted}</a>" in bodies[""]


def test_a_retired_study_stays_at_its_address_and_counts_nowhere(tmp_path):
    root = copy_of(GARDEN, tmp_path / "garden")
    with (root / "studies" / "leek-2019.yml").open("a", encoding="utf-8") as file:
        file.write(RETIRED)
    bodies = {p.address.path: p.body for p in pages(context_of(linked(root)))}
    assert "Retired on 1 April 2022" in bodies["studies/leek-2019/"]
    assert "mint-2019/" in bodies["studies/leek-2019/"]
    assert "3 of the 6 studies" in bodies["studies/"]
    assert bodies["studies/"].index("Retired") < bodies["studies/"].index('"leek-2019/"')
    assert "Leek 2019 (retired)" in bodies["interventions/s02/"]
    assert "<strong>3</strong> of the 6 studies" in bodies[""]
