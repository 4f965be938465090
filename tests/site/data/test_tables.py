"""The tables for people: complete, in words, with addresses that exist, and safe to open."""

import io
import json
import re
from pathlib import Path

import openpyxl
import pytest
from frictionless import Package
from reviews import MENDING, downloaded, edit, holding, linked, text_of

from generator.check.recount import recount
from generator.citing.edition import Edition
from generator.library.kinds import ATTRIBUTES
from generator.site.data.column import Column
from generator.site.data.data_package import data_package
from generator.site.data.tables import DataTable, tables
from generator.site.data.workbook import workbook

CLAIMS = "seeds/claims.yml"


@pytest.fixture(scope="module")
def made(library) -> dict[str, DataTable]:
    return {table.name: table for table in tables(library, recount(library))}


def cell(table: DataTable, id: str, key: str):
    keys = [column.key for column in table.columns]
    return next(row[keys.index(key)] for row in table.rows if row[0] == id)


def test_each_thing_that_counts_is_one_row(library, made):
    statements = [s for theory in library.theories.values() for s in theory.statements]
    assert {name: len(table.rows) for name, table in made.items()} == {
        "interventions": len(library.interventions),
        "theories": len(library.theories),
        "statements": len(statements),
        "support": len(library.ties),
        "studies": len(library.included_studies),
        "findings": len(library.findings),
        "claims": len(library.claims),
    }
    for table in made.values():
        assert len({row[0] for row in table.rows}) == len(table.rows)


def test_every_address_is_that_of_a_place_on_a_page(made, garden_pages):
    for table in made.values():
        for row in table.rows:
            path, _, fragment = str(row[-1]).partition("#")
            assert path in garden_pages, row
            assert not fragment or f'id="{fragment}"' in garden_pages[path].markdown, row


def test_no_cell_holds_markup_or_a_bare_reference(made):
    cells = [str(cell) for table in made.values() for row in table.rows for cell in row]
    assert [text for text in cells if re.search(r"\[\[|\{--|\{\+\+|<[a-z]", text)] == []


@pytest.mark.parametrize(
    ("id", "attribute", "said"),
    [
        (
            "s01",
            "season",
            "Summer only and All the year (contradiction in the source). "
            "Note: The invented report does not explain the difference.",
        ),
        ("s02", "season", "(inferred by this site)"),
        ("s03", "shed", "does not apply (our reading)"),
        ("s01", "based-on", "not stated"),
        ("s03", "members-nearby", "not yet extracted"),
    ],
)
def test_a_cell_says_what_is_known_and_how(made, id, attribute, said):
    assert str(cell(made["interventions"], id, attribute)).endswith(said)


def test_a_study_without_a_doi_has_its_address(made):
    assert cell(made["studies"], "leek-2019", "url") == "https://leek.example/"


def test_a_finding_has_its_lists_and_its_formats_in_words(made):
    """As on pages: a row that tells of lists and leaves them out says nothing."""
    assert cell(made["findings"], "gar-04", "lists") == (
        "Crops: beans; leeks; mint. Tools: spades; forks."
    )
    assert cell(made["findings"], "gar-02", "lists") == ""
    assert cell(made["findings"], "gar-02", "formats") == "Pots on balconies"


def test_the_workbook_tells_that_what_does_not_apply_is_this_sites_reading(library):
    told = [row[0].value for row in opened(downloaded(library)["data/review.xlsx"])["About"]]
    assert sum("“does not apply” means that on this site’s reading" in line for line in told) == 1
    without = opened(downloaded(linked(MENDING))["data/review.xlsx"])["About"]
    assert not any("does not apply" in row[0].value for row in without)


def test_a_text_names_the_claim_that_it_refers_to(garden_copy):
    edit(garden_copy, (CLAIMS, "The source behind it", "See [[c04]]. The source behind it"))
    library = linked(garden_copy)
    made = {table.name: table for table in tables(library, recount(library))}
    told = str(cell(made["claims"], "c14", "explanation"))
    assert told.startswith("See claim c04 of the source check. The")


def test_a_place_in_the_model_by_our_reading_is_marked(made):
    assert cell(made["theories"], "gx1", "final") == "present (this site’s reading)"
    assert cell(made["theories"], "g01", "final") == "present"


def test_the_statements_of_a_theory_can_be_told_apart(library, made):
    for id, theory in library.theories.items():
        said = str(cell(made["theories"], id, "mechanisms"))
        assert [f"{s.id}: " in said for s in theory.mechanisms] == [True] * len(theory.mechanisms)


def test_an_inferred_statement_is_marked_within_its_theory(library, made):
    for theory in library.theories.values():
        inferred = sum(statement.basis == "inferred" for _, statement in theory.statements)
        row = next(row for row in made["theories"].rows if row[0] == theory.id)
        assert " ".join(map(str, row)).count("(inferred by this site)") == inferred


def test_a_review_with_one_model_has_no_column_for_two():
    mending = linked(MENDING)
    keys = {column.key for table in tables(mending, recount(mending)) for column in table.columns}
    assert {"initial", "final", "change"} & keys == set()


def test_what_became_of_a_statement_is_told_as_its_page_tells_it(library, made):
    labels = library.review.words.change_labels
    for theory in library.theories.values():
        for _, statement in theory.statements:
            id = f"{theory.id} {statement.id}"
            assert cell(made["statements"], id, "change") == labels[statement.change]


def test_a_claim_is_told_with_how_grave_it_is_and_with_its_readings(library, made):
    for id, claim in library.claims.items():
        told = str(cell(made["claims"], id, "readings"))
        assert told.count("For it: ") == len(claim.readings)
        assert bool(cell(made["claims"], id, "severity")) == bool(claim.severity)
    assert any(claim.readings for claim in library.claims.values())


def test_a_claim_is_told_with_what_was_found_and_all_that_its_page_says(
    library, made, garden_pages
):
    page = text_of(garden_pages["source-check/"].markdown)
    for id in library.claims:
        for key in ("text", "printed", "problem", "explanation", "tension"):
            assert str(cell(made["claims"], id, key)) in page, (id, key)
        how, _, found = str(cell(made["claims"], id, "found")).partition(": ")
        assert how + found.partition(":")[0] in page, id
    assert cell(made["claims"], "c03", "found") == (
        "Recomputed from the data: The data carry the values that are printed (#1: 80%; #2: 45%)."
    )
    assert str(cell(made["claims"], "c14", "found")).startswith("Checked by reading: The reference")
    assert cell(made["claims"], "c04", "problem").startswith("Three theories")
    assert cell(made["claims"], "c11", "tension") == "Discussion, paragraph 1, sentence 2"
    assert cell(made["claims"], "c11", "concerns") == "#1; #3"


def test_a_claim_of_a_problem_that_another_stands_for_names_that_one(garden_copy):
    root = edit(garden_copy, (CLAIMS, "tension: [discussion 1.2]", "same-problem-as: c04"))
    library = linked(root)
    made = {table.name: table for table in tables(library, recount(library))}
    assert cell(made["claims"], "c11", "same-problem-as") == "c04"
    told = json.loads(data_package(library.review, Edition(), tuple(made.values())))
    schema = next(one["schema"] for one in told["resources"] if one["name"] == "claims")
    own = {"fields": "same-problem-as", "reference": {"resource": "", "fields": "id"}}
    assert schema["foreignKeys"] == [own]


def test_a_csv_file_opens_in_its_own_letters(library):
    content = downloaded(library)["data/tables/theories.csv"]
    assert isinstance(content, str)
    assert content.startswith("\ufeffid,number,")


def test_the_data_package_is_valid_and_reads_every_table(library, made, tmp_path: Path):
    for path, content in downloaded(library).items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    package = Package(str(tmp_path / "data/datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["title", "note"])
    assert {task.name: task.stats["rows"] for task in report.tasks} == {
        name: len(table.rows) for name, table in made.items()
    }


def test_the_data_package_says_who_made_it_and_from_what(library, made):
    told = json.loads(data_package(library.review, Edition(), tuple(made.values())))
    assert [one["role"] for one in told["contributors"]] == ["author", "author", "publisher"]
    assert library.review.source.title in told["sources"][0]["title"]
    licence = told["licenses"][0]
    assert (licence["path"], licence["title"]) == (library.review.licence_url, "CC BY 4.0")
    assert licence["description"] == library.review.licence


def test_an_attribute_that_is_called_as_another_column_stands_beside_it(library):
    known = library.attributes.attributes
    renamed = (known[0].model_copy(update={"id": "title"}), *known[1:])
    called = library.attributes.model_copy(update={"attributes": renamed})
    made = tables(holding(library, ATTRIBUTES, called), recount(library))
    keys = [column.key for column in made[0].columns]
    assert keys.count("title") == keys.count("attribute-title") == 1


def test_the_data_package_names_no_address_that_is_not_there(library, made):
    assert "homepage" not in json.loads(
        data_package(library.review, Edition(), tuple(made.values()))
    )


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def test_the_workbook_has_a_sheet_for_each_table_and_explains_every_column(library, made):
    content = downloaded(library)["data/review.xlsx"]
    assert isinstance(content, bytes)
    book = opened(content)
    assert book.sheetnames == ["About", *(name.capitalize() for name in made), "Dictionary"]
    for name, table in made.items():
        sheet = book[name.capitalize()]
        header = [one.value for one in sheet[1]]
        assert header == [column.label for column in table.columns]
        assert sheet.max_row == len(table.rows) + 1
        assert sheet.freeze_panes == "B2"
    told = {(row[0].value, row[1].value) for row in book["Dictionary"].iter_rows(min_row=2)}
    assert told == {(n.capitalize(), c.label) for n, table in made.items() for c in table.columns}
    assert all(row[2].value for row in book["Dictionary"].iter_rows(min_row=2))


def of_one(text: str) -> DataTable:
    return DataTable("texts", "Texts", (Column("id", "Id", "", str),), (text,))


@pytest.mark.parametrize("text", ["=1+1", "https://site.example/", "@SUM(A1)", "{=1}", "42"])
def test_a_text_stays_a_text_in_the_workbook(text):
    one = opened(workbook((("title", "Title"),), (of_one(text),)))["Texts"]["A2"]
    assert (one.value, one.data_type, one.hyperlink) == (text, "s", None)


def test_a_text_too_long_for_a_cell_says_so():
    value = opened(workbook((("title", "Title"),), (of_one("a" * 40_000),)))["Texts"]["A2"].value
    assert len(value) == 32_767
    assert value.endswith("The rest did not fit into a cell.")


def test_the_same_data_give_the_same_workbook(library):
    assert downloaded(library)["data/review.xlsx"] == downloaded(library)["data/review.xlsx"]
