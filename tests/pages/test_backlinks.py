import pytest
from reviews import GARDEN, bodies, edit, linked, text_of

from generator.check.recount import recount
from generator.library.library import Library
from generator.pages.backlinks import Backlinks, back_link

CLAIMS = "seeds/claims.yml"


def back_links_of(library: Library) -> Backlinks:
    return back_link(library, recount(library))


BACK = back_links_of(linked(GARDEN))


def test_a_theory_knows_the_broader_theories_that_may_underlie_it():
    assert [(id, use.id) for id, use in BACK.uses["g01"]] == [("fence-theory", "u1")]


def test_a_theory_knows_who_names_it_as_related():
    assert [id for id, _ in BACK.related["j01"]] == ["j03"]
    assert [id for id, _ in BACK.related["j02"]] == ["j01"]


def test_where_both_name_each_other_neither_is_listed_twice(garden_copy):
    edit(
        garden_copy,
        (
            "theories/j02.yml",
            "not-stated:",
            "related:\n  - theory: j01\n    text: x\n    at: [intro 1]\nnot-stated:",
        ),
    )
    related = back_links_of(linked(garden_copy)).related
    assert "j02" not in related
    assert [id for id, _ in related["j01"]] == ["j03"]


@pytest.mark.parametrize(
    ("links", "id", "expected"),
    [
        (BACK.findings, "gx1", ("gar-03",)),
        (BACK.guidance, "j03", ("starting-a-garden",)),
        (BACK.claims, "gx1", ("c04",)),
        (BACK.claims, "s02", ("c03",)),
        (BACK.claims, "j01", ("c13",)),
        (BACK.followers, "s01", (("based-on", "s02"),)),
    ],
)
def test_what_points_to_an_id_is_found_from_there(links, id, expected):
    assert links[id] == expected


def test_a_claim_concerns_what_its_sentence_names_in_order_and_not_what_is_said_of_it(garden_copy):
    edit(
        garden_copy,
        (CLAIMS, "text: Community gardens bring", "text: '[[g02]], [[s03]] and [[s02]] bring"),
        (CLAIMS, "neighbours together [1].", "neighbours together [1].'"),
        (CLAIMS, "found: The reference is cited", "found: The reference is cited, not [[j01]]"),
        (CLAIMS, "explanation: The source behind it", "explanation: The source behind [[s01]]"),
    )
    claims = back_links_of(linked(garden_copy)).claims
    assert {id for id, about in claims.items() if "c14" in about} == {"g02", "s02", "s03"}
    page = bodies(garden_copy)["source-check/"].partition('id="c14"')[2]
    concerned = text_of(page.partition("<dt>Concerns</dt>")[2].partition("</dd>")[0])
    assert concerned == "#2, #3, growing theory 2"


def test_what_nothing_points_to_has_no_entry():
    assert "gx1" not in BACK.uses
    assert "s03" not in BACK.followers


def test_a_paragraph_knows_every_statement_that_rests_on_it():
    found = [(c.kind, c.id, c.fragment) for c in BACK.citations["intro-2"]]
    assert ("theory", "j01", "") in found
    assert ("middle-range theory", "fence-theory", "u1") in found
    cited = [(c.id, c.fragment) for c in BACK.citations["findings-2"]]
    assert ("j01", "c1") in cited
    assert ("j02", "o1") in cited
    assert ("s01", "season") in [(c.id, c.fragment) for c in BACK.citations["discussion-1"]]


def test_a_caption_is_cited_by_its_own_name():
    assert {c.id for c in BACK.citations["findings-table-1"]} == {"s01", "s02", "s03", "c02"}


def cited(id: str) -> list[str]:
    return [f"{c.kind} {c.id} {c.fragment}".strip() for c in BACK.citations[id]]


def test_a_row_is_cited_by_what_names_it_alone_or_among_others():
    assert cited("sureness-table-2.4") == ["theory g01", "finding sur-01"]
    assert cited("sureness-table-2.6") == ["theory gx1", "glossary well-borne-out"]
    assert "sureness-table-2.2" not in BACK.citations


def test_terms_and_the_parts_of_the_review_cite_places_too():
    assert {"glossary initial-model", "review convention"} <= set(cited("intro-2"))
    assert {"review includes"} <= set(cited("findings-1"))
    assert {"review groups joining"} <= set(cited("findings-2"))


def test_what_only_something_retired_cites_has_its_place_and_nothing_rests_on_it(garden_copy):
    retired = "retired: {why: x, date: 2022-01-01}\nnot-stated:"
    edit(
        garden_copy,
        ("theories/gx1.yml", "at: [discussion 2.3]", "at: [sureness table-2.2]"),
        ("theories/gx1.yml", "not-stated:", retired),
    )
    assert back_links_of(linked(garden_copy)).citations["sureness-table-2.2"] == ()


def test_citations_stand_in_the_order_of_the_library():
    order = [c.id for c in BACK.citations["findings-3"] if c.kind == "theory"]
    assert list(dict.fromkeys(order)) == ["j03", "g01", "g02", "gx1"]
    joining = [c.id for c in BACK.citations["findings-2"] if c.kind == "theory"]
    assert list(dict.fromkeys(joining)) == ["j01", "j02", "j03"]


def test_a_place_within_a_text_is_a_citation_too(garden_copy):
    edit(garden_copy, ("theories/j01.yml", "She joins.", "She joins, see [[discussion 2.4]]."))
    found = back_links_of(linked(garden_copy)).citations["discussion-2"]
    assert ("j01", "o1") in [(c.id, c.fragment) for c in found]
