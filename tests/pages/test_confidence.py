"""How sure the source is of theories and statements: in its own words, never a score of ours."""

import csv
import io
import re

import pytest
from reviews import GARDEN, bodies, downloaded, edit, found, text_of

from generator.check.check import check
from generator.diff.compare import compare
from generator.diff.read import read
from generator.pages import addresses

G01, G02, REVIEW = "theories/g01.yml", "theories/g02.yml", "seeds/review.yml"


def part(body: str, heading: str) -> str:
    return body.split(f"{{ #{heading} }}")[1].split("\n## ", maxsplit=1)[0]


def test_a_theory_shows_its_level_with_meaning_reason_and_place_at_the_top(garden_pages):
    top = garden_pages["theories/g01/"].body.split("<summary>On this page")[0]
    assert 'data-confidence="partly"' in top
    assert text_of(top).endswith(
        "How far it is borne out: Partly borne out. By one or two studies. One study bears it out. "
        "§Where it stands How sure we are, Table 2, row 4 All levels"
    )
    assert 'href="../#confidence-scale">All levels' in top


def test_a_statement_shows_its_own_level(garden_pages):
    body = garden_pages["theories/g02/"].body
    mechanism = text_of(body.split('id="m1"')[1].split("</li>")[0])
    assert "How far it is borne out: Partly borne out. By one or two studies." in mechanism
    assert (
        "Inferred by this site §Where it stands The row is about the theory as a whole" in mechanism
    )
    assert "rl-confidence" not in body.split('id="c1"')[1].split("</li>")[0]


@pytest.mark.parametrize("heading", ["glance", "evidence"])
def test_of_a_theory_with_a_level_nothing_says_that_its_evidence_is_not_stated(
    garden_pages, heading
):
    said = text_of(part(garden_pages["theories/g01/"].body, heading))
    assert "How far it is borne out: Partly borne out" in said
    assert "How strong the evidence" not in said
    assert "alone: not stated" not in said


def test_a_theory_without_a_level_among_others_says_that_none_is_recorded(garden_pages):
    body = garden_pages["theories/g02/"].body
    said = text_of(part(body, "evidence"))
    assert said.startswith(
        "In full: How sure the review is How far it is borne out: no level is recorded here for"
    )
    # Nobody may have looked: that nothing is recorded does not mean that nothing is stated.
    assert "alone: not stated" not in said
    glance = text_of(part(body, "glance"))
    assert "EvidenceHow far it is borne out: no level is recorded here." in glance
    assert "How strong the evidence" not in glance


@pytest.mark.slow
def test_where_only_statements_have_levels_theories_do_not_miss_one(garden_copy):
    for file in ("g01", "gx1", "j03"):
        path = garden_copy / f"theories/{file}.yml"
        kept = re.sub(r"^confidence:\n(  .*\n)+", "", path.read_text(encoding="utf-8"), flags=re.M)
        path.write_text(kept, encoding="utf-8")
    made = bodies(garden_copy)
    assert "no level is recorded" not in "".join(made.values())
    assert "borne out" in made["theories/g02/"]


def test_the_scale_is_explained_beside_the_theories(garden_pages):
    said = text_of(part(garden_pages["theories/"].body, "confidence-scale"))
    assert "The levels are those of the report, in its own words; this site gives none" in said
    assert "[How sure we are, paragraph 1, sentence 1; How sure we are, Table 2]" in said
    assert "Partly borne outBy one or two studies. Theories: Joining theory 3" in said
    assert "Well borne outBy three studies or more. Partly" in said


def test_a_scale_with_a_name_is_called_by_it(garden_copy):
    edit(
        garden_copy,
        (REVIEW, "  at: [sureness 1.1,", "  source: GRADE-CERQual\n  at: [sureness 1.1,"),
    )
    said = text_of(part(bodies(garden_copy)["theories/"], "confidence-scale"))
    assert "The scale is GRADE-CERQual. The levels are those of the report; this site" in said


def test_a_scale_that_the_review_names_itself_is_named_once(garden_copy):
    edit(
        garden_copy,
        (REVIEW, "documents bear it out.", "documents bear it out, by GRADE-CERQual."),
        (REVIEW, "  at: [sureness 1.1,", "  source: GRADE-CERQual\n  at: [sureness 1.1,"),
    )
    said = text_of(part(bodies(garden_copy)["theories/"], "confidence-scale"))
    assert said.count("GRADE-CERQual") == 1


@pytest.mark.slow
def test_two_levels_that_contradict_each_other_are_both_shown(garden_copy):
    both = "readings: [{value: Partly, at: [intro 1]}, {value: Well, at: [intro 2]}]"
    edit(
        garden_copy,
        (G01, "level: partly\n", f"level: partly\n  basis: conflict\n  {both}\n"),
    )
    top = text_of(bodies(garden_copy)["theories/g01/"].split("{ #configuration }")[0])
    assert "Contradiction in the source" in top
    assert "Well Introduction, paragraph 2" in top


def test_a_level_that_the_scale_does_not_have_is_told_of(garden_copy):
    edit(garden_copy, (G01, "level: partly", "level: partyl"))
    [wrong] = [d for d in check(garden_copy).diagnostics if d.location.path == G01]
    assert (wrong.code, wrong.remedy) == ("unknown-reference", "Did you mean “partly”?")


def test_a_level_without_any_scale_says_where_to_declare_it(garden_copy):
    path = garden_copy / REVIEW
    kept = path.read_text(encoding="utf-8")
    start, end = kept.index("confidence:\n"), kept.index("remarks:\n  - text: How long")
    path.write_text(kept[:start] + kept[end:], encoding="utf-8")
    [wrong] = [d for d in check(garden_copy).diagnostics if d.location.path == G01]
    assert wrong.code == "unknown-reference"
    assert "“confidence”" in wrong.remedy
    edit(garden_copy, (G01, "level: partly", "level: none"))
    assert f"{G01}:35 unknown-reference" in found(garden_copy)


def test_an_inferred_level_needs_its_reasoning(garden_copy):
    edit(garden_copy, (G01, "  level: partly\n", "  level: partly\n  basis: inferred\n"))
    assert [one.split()[1] for one in found(garden_copy)] == ["inferred-without-why"]


def test_the_tables_for_download_have_the_levels(library):
    made = downloaded(library)[addresses.DATA_THEORIES]
    rows = {(row["theory"], row["statement"]): row for row in csv.DictReader(io.StringIO(made))}
    assert rows["g01", "c1"]["theory-confidence"] == "partly"
    assert rows["g02", "m1"]["confidence"] == "partly"
    assert rows["g02", "m1"]["theory-confidence"] == rows["g02", "c1"]["confidence"] == ""


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        (
            G01,
            "level: partly",
            "level: well",
            "Growing theory 1, confidence: level: Well borne out, was Partly borne out",
        ),
        (
            G01,
            "confidence:\n  level: partly\n  text: One study bears it out.\n"
            "  at: [sureness table-2.4]\n",
            "",
            "Growing theory 1: confidence removed",
        ),
        (
            G02,
            "      level: partly",
            "      level: hardly",
            "Growing theory 2, mechanism m1, confidence: level: Hardly borne out, was Partly",
        ),
        (
            REVIEW,
            "meaning: By leaflets alone.",
            "meaning: By a leaflet.",
            "Scale of confidence, level “Hardly borne out”: meaning changed",
        ),
    ],
)
def test_a_change_of_a_level_is_told_in_its_words(garden_copy, file, old, new, words):
    edit(garden_copy, (file, old, new))
    report = compare(*read(("OLD", GARDEN), ("NEW", garden_copy)))
    assert any(change.words.startswith(words) for change in report.changes), report.changes
