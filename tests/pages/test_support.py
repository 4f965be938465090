"""What supports, refines or contradicts a theory: its page, that of a study, and the table."""

import re

import pytest
from reviews import context_of, edit, linked, text_of

from generator.pages.views import support
from generator.site.catalogue import pages


def bodies(root):
    return {page.address.path: page.body for page in pages(context_of(linked(root)))}


def test_a_tie_stands_on_both_pages_in_words(garden_pages):
    theory, scheme = garden_pages["theories/g02/"].body, garden_pages["interventions/s01/"].body
    study = garden_pages["studies/sorrel-2020/"].body
    said = re.findall(r'id="(s\d)" data-how="(\w+)".*?rl-how-\w+">([\w ]+)<', theory, re.S)
    assert said == [("s1", "supports", "Supports it"), ("s2", "refines", "Refines it")]
    assert re.search(r'>It refines</span> <a href="../../theories/g02/#s2">', study)
    assert re.search(r'>It supports</span> <a href="../../theories/g02/#s1">', scheme)


def test_its_hedge_and_its_place_travel_with_it(garden_pages):
    for path in ("theories/g02/", "studies/sorrel-2020/"):
        assert "“might refine”" in garden_pages[path].body
        assert "The studies, paragraph 2, sentence 3" in garden_pages[path].body


def test_the_reasoning_of_an_inferred_tie_stands_on_both_pages(garden_pages):
    for path in ("theories/gx1/", "studies/mint-2019/"):
        assert "its words are the opposite of this outcome" in garden_pages[path].body


@pytest.mark.parametrize("path", ["theories/g01/", "theories/j03/"])
def test_a_theory_that_is_tied_to_nothing_says_so_in_one_line(garden_pages, path):
    body = garden_pages[path].body
    assert body.count("No study or intervention is tied to this theory on this site.") == 1


@pytest.mark.slow
def test_a_study_that_is_tied_to_no_theory_says_so(garden_copy):
    edit(garden_copy, ("theories/j01.yml", "study: bean-2018", "study: mint-2019"))
    assert "No theory is tied to this study" in bodies(garden_copy)["studies/bean-2018/"]


def test_the_real_review_ties_no_theory_to_a_single_intervention(real_library):
    assert real_library.ties == ()
    assert support.nouns(real_library) == ""
    assert "Which documents or interventions support it." in real_library.review.final_theories_lack


def test_the_table_has_a_row_for_each_theory_that_is_tied_to_something(library):
    view = context_of(library).evidence("support")
    table = view.tables[0].support
    assert table.hows == ("Supported by", "Refined by", "Contradicted by")
    cells = {
        row.link.address.path: [[tie.link.text for tie in cell] for _, cell in row.cells]
        for row in table.rows
    }
    assert cells["theories/g02/"] == [
        ["#1 Example scheme: shared beds in a park"],
        ["Example study: Sorrel 2020"],
        [],
    ]
    assert list(cells) == [f"theories/{id}/" for id in ("j01", "j02", "g02", "gx1")]
    assert [link.text for link in table.silent.first] == ["joining theory 3", "growing theory 1"]


def test_the_table_says_in_words_what_is_not_there_and_what_is_inferred(garden_pages):
    body = garden_pages["evidence/support/"].body
    assert "none recorded" in body
    assert "Mint and others 2019 (Inferred by this site)" in text_of(body)
    assert "nothing is tied to 2 of 6 theories" in body


@pytest.mark.slow
def test_a_way_that_never_occurs_has_no_column(garden_copy):
    edit(garden_copy, ("theories/g02.yml", "how: refines", "how: supports"))
    assert "Refined by" not in bodies(garden_copy)["evidence/support/"]


@pytest.mark.slow
def test_what_is_retired_counts_in_no_table(garden_copy):
    with (garden_copy / "studies" / "sorrel-2020.yml").open("a", encoding="utf-8") as file:
        file.write("retired: {why: Invented., date: 2022-04-01}\n")
    made = bodies(garden_copy)
    assert "Sorrel" not in made["evidence/support/"]
    assert "Sorrel 2020 (retired)" in made["theories/g02/"]
