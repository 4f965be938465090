"""The page about the source: a place for every locator, and all that rests on it."""

import re

import pytest
from reviews import ROOT, bodies, copy_of, edit

pytestmark = pytest.mark.slow


def dead(made: dict[str, str]) -> list[str]:
    """The places of the source that pages link to, and that its page does not have."""
    known = set(re.findall(r' id="([^"]+)"|\{ #([\w-]+) \}', made["article/"]))
    ids = {one for both in known for one in both}
    return sorted(linked_to(made) - ids)


def linked_to(made: dict[str, str]) -> set[str]:
    found = {
        fragment
        for body in made.values()
        for fragment in re.findall(r'href="[./]*article/#([^"]+)"', body)
    }
    return found | set(re.findall(r'href="#([^"]+)"', made["article/"]))


@pytest.mark.parametrize("review", ["garden", "real"])
def test_every_place_that_a_page_links_to_is_there(review, garden):
    assert dead(bodies(garden if review == "garden" else ROOT)) == []


NEW = "at: [sureness table-2.2]"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("seeds/review.yml", "at: [intro 2.4]", NEW),
        ("seeds/review.yml", "last-search-at: [intro 2.1]", f"last-search-{NEW}"),
        ("seeds/review.yml", "at: [discussion 2.1]", NEW),
        ("seeds/review.yml", "at: [discussion 3.3]", NEW),
        ("seeds/glossary.yml", "at: [intro 2.4]", NEW),
        ("seeds/evidence.yml", "at: [findings 1.3]", NEW),
        ("seeds/changes.yml", "without a number was", "was, see [[sureness table-2.2]],"),
        ("seeds/guidance.yml", "What a garden costs", "See [[sureness table-2.2]]"),
    ],
)
def test_a_row_that_one_entry_alone_cites_is_there(garden_copy, file, old, new):
    edit(garden_copy, (file, old, new))
    made = bodies(garden_copy)
    assert "sureness-table-2.2" in linked_to(made)
    assert dead(made) == []
    assert 'id="sureness-table-2.2"' in made["article/"]


def test_a_row_that_only_something_retired_cites_is_there(garden_copy):
    edit(
        garden_copy,
        ("theories/gx1.yml", "at: [discussion 2.3]", "at: [sureness table-2.2]"),
        ("theories/gx1.yml", "not-stated:", "retired: {why: x, date: 2022-01-01}\nnot-stated:"),
    )
    made = bodies(garden_copy)
    assert dead(made) == []
    assert "Nothing on this site rests on it" in block(made["article/"], "sureness-table-2.2")


def block(body: str, id: str) -> str:
    """What the page shows of one place."""
    return re.split(f'id="{re.escape(id)}">', body)[1].split("</div>")[0]


def test_a_table_says_how_its_rows_are_counted_and_lists_what_rests_on_each(garden_pages):
    body = garden_pages["article/"].body
    assert "from 1 to 6, headings left out" in block(body, "sureness-table-2")
    assert "<h3>Table 2, row 4</h3>" in block(body, "sureness-table-2.4")
    assert "finding sur-01" in block(body, "sureness-table-2.4")
    assert "rows" not in block(body, "findings-table-1")


def test_a_paragraph_lists_terms_and_what_the_review_says_of_itself(garden_pages):
    body = garden_pages["article/"].body
    assert ">Initial model</a>" in block(body, "intro-2").partition("<h4>Glossary</h4>")[2]
    assert "How the model is marked</a>" in block(body, "intro-2")
    assert "How many interventions and studies there are</a>" in block(body, "findings-1")
    assert ">Example group: joining a garden</a>" in block(body, "findings-2")
    assert "What holds for every theory</a>" in block(body, "discussion-3")


def test_what_the_source_counts_leads_to_where_it_is_counted(garden_copy):
    edit(garden_copy, ("seeds/review.yml", "    interventions: 3\n", ""))
    said = block(bodies(garden_copy)["article/"], "findings-1")
    assert 'href="../studies/">How many studies there are</a>' in said


def test_what_has_no_page_is_not_linked_to(tmp_path):
    root = copy_of(ROOT, tmp_path / "review")
    (root / "seeds/guidance.yml").unlink()
    (root / "seeds/ids.yml").unlink()
    assert "Before you rely on guidance" not in bodies(root)["article/"]


def lines(body: str, id: str) -> list[str]:
    """What the page lists for one place, as somebody hears it."""
    items = re.findall("<li>(.*?)</li>", block(body, id), re.S)
    return [re.sub("<[^>]+>", "", item) for item in items]


def test_a_sentence_that_rests_on_a_place_stands_there_with_its_marks(garden_pages):
    said = lines(garden_pages["article/"].body, "findings-2")
    assert "She often passes the garden. [joining theory 1 c1]" in said
    assert "She has an hour to spare. (initial model only) [joining theory 1 c2]" in said
    assert "She has a plot. Inferred by this site [joining theory 3 o2]" in said


def test_interventions_with_a_value_from_one_place_share_a_line_and_each_mark_stands(garden_copy):
    edit(garden_copy, ("interventions/s03.yml", "value: balcony-pots", "value: shared-beds"))
    said = lines(bodies(garden_copy)["article/"], "findings-1")
    assert "Type of plot: Shared beds [#1, #3]" in said
    assert "Members who lived nearby: 45% [#2]" in said
    assert [line for line in said if line.startswith("Season")] == [
        "Season: Summer only and All the year (contradiction) [#1]",
        "Season: All the year (inferred) [#2]",
        "Season: Summer only [#3]",
    ]


def test_what_only_names_a_place_does_not_rest_on_it(garden_copy):
    edit(
        garden_copy,
        ("theories/j02.yml", "How it was thought to work.", "The fence ([[intro 1.1]])."),
    )
    made = bodies(garden_copy)
    assert dead(made) == []
    assert "oining theory 2" not in block(made["article/"], "intro-1")


def test_what_of_a_theory_rests_on_a_place_is_named_where_it_is_no_sentence(garden_pages):
    said = lines(garden_pages["article/"].body, "findings-2")
    number = next(line for line in said if line.startswith("Number"))
    assert number.startswith("Number [joining theory 1, joining theory 2")


def test_a_claim_says_where_it_is_not_made(garden_pages):
    body, elsewhere = garden_pages["article/"].body, "made elsewhere, and held against this place"
    told = {
        place: [line for line in lines(body, place) if "claim c04" in line]
        for place in ("findings-2", "findings-3")
    }
    assert {place: [elsewhere in line for line in said] for place, said in told.items()} == {
        "findings-2": [True],
        "findings-3": [False],
    }


def test_a_claim_has_its_verdict_and_one_way_to_explain_it_is_not_said_to_be_so(garden_pages):
    body = garden_pages["article/"].body
    assert "“Three” is a slip for two." not in body
    told = [line for line in lines(body, "findings-2") if "claim c04" in line]
    assert [line.partition(" (")[0] for line in told] == [
        "Three numbered theories concern what grows out of a garden. [claim c04: inconsistent"
    ]
