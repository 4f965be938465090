"""What outcomes lead to: directed, and shown from both ends."""

import csv
import io

import pytest
from reviews import GARDEN, downloaded, edit, found, text_of

from generator.check.check import check
from generator.diff.compare import compare
from generator.diff.read import read
from generator.pages import addresses

J03 = "theories/j03.yml"


def statement(body: str, id: str) -> str:
    return body.split(f'id="{id}"')[1].split("</section>", maxsplit=1)[0]


def test_a_step_to_a_statement_is_shown_from_both_ends(garden_pages):
    start = statement(garden_pages["theories/g02/"].body, "o1")
    assert "Leads to: Joining theory 1: Example theory: seeing that newcomers" in text_of(start)
    assert 'href="../j01/#c1"' in start
    said = text_of(start)
    assert "Visits take members past the garden. §Where it stands How sure we are, par" in said
    end = statement(garden_pages["theories/j01/"].body, "c1")
    assert "Follows from: Growing theory 2: Example theory: sharing" in text_of(end)
    assert 'href="../g02/#o1"' in end
    assert "Leads to" not in end


def test_a_step_to_a_context_of_the_same_theory_is_a_circle(garden_pages):
    body = garden_pages["theories/gx1/"].body
    assert "Leads to: “Example theory: quarrels over water”, c1." in text_of(statement(body, "o1"))
    assert "Follows from: “Example theory: quarrels over water”, o1." in text_of(
        statement(body, "c1")
    )


def test_a_step_to_a_theory_stands_on_its_page(garden_pages):
    body = garden_pages["theories/g01/"].body
    said = text_of(body.split("{ #follows-from }")[1])
    assert said.startswith(
        "In full: What leads to it Follows from: Joining theory 3: Example theory: having no garden"
    )
    assert "Inferred by this site §Where it stands Whoever has a plot works there" in said
    assert "follows-from" not in garden_pages["theories/j03/"].body


def test_the_model_names_what_an_outcome_leads_to(garden_pages):
    assert "Leads to: Joining theory 1: Example" in text_of(garden_pages["model/"].body)


def test_the_download_names_it_too(library):
    rows = csv.DictReader(io.StringIO(downloaded(library)[addresses.DATA_THEORIES]))
    steps = {(row["theory"], row["statement"]): row["leads-to"] for row in rows}
    assert steps["g02", "o1"] == "j01 c1"
    assert steps["gx1", "o1"] == "gx1 c1"
    assert {steps["j03", "o1"], steps["j03", "o2"]} == {"g01", ""}


@pytest.mark.parametrize(
    ("new", "code"),
    [
        ("context: c1", None),
        ("statement: j03 c1", None),
        ("context: c9", "unknown-reference"),
        ("context: m1", "unknown-reference"),
        ("theory: g09", "unknown-reference"),
        ("statement: g01 o9", "unknown-reference"),
        ("statement: g09 c1", "unknown-reference"),
        ("statement: g01", "wrong-value"),
        ("text: Somewhere.", "chain-target"),
        ("theory: g01\n        context: c1", "chain-target"),
    ],
)
def test_an_outcome_leads_to_one_thing_that_is_there(garden_copy, new, code):
    edit(garden_copy, (J03, "      - theory: g01\n", f"      - {new}\n"))
    assert [one.split()[1] for one in found(garden_copy)] == ([code] if code else [])


def test_of_a_theory_that_cannot_be_read_nothing_is_said(garden_copy):
    edit(garden_copy, ("theories/j01.yml", "number: 1", "number: ["))
    assert {d.location.path for d in check(garden_copy).diagnostics if d.severity == "error"} == {
        "theories/j01.yml"
    }


@pytest.mark.parametrize(
    ("edits", "words"),
    [
        (
            (J03, "      - theory: g01\n", "      - theory: g01\n        text: A step.\n"),
            "Joining theory 3, outcome o2, step to growing theory 1: wording added",
        ),
        (
            ("theories/g02.yml", "statement: j01 c1", "statement: j01 c2"),
            "Growing theory 2, outcome o1, step 1: statement: joining theory 1, c2, was joining "
            "theory 1, c1",
        ),
    ],
)
def test_a_change_of_a_step_is_told(garden_copy, edits, words):
    edit(garden_copy, edits)
    report = compare(*read(("OLD", GARDEN), ("NEW", garden_copy)))
    assert words in [change.words for change in report.changes]
