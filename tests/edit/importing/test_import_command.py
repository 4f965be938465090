import sys
import zipfile
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from importing import messages
from office import document, saved, struck, table
from openpyxl import Workbook
from reviews import edit

from generator.check.check import check
from generator.cli import main
from generator.edit.formatting import attributes_of, format_file, formattable
from generator.site.build import build

pytestmark = pytest.mark.slow

ROW = ("1", "She often passes the garden", "A gate", "SHE JOINS THE OTHERS")


@pytest.fixture
def file(tmp_path):
    return saved(document(ROW), tmp_path)


def test_the_preview_names_row_column_and_id_and_writes_nothing(importer, file):
    before = importer.files()
    result = importer.run(file)
    assert result.exit_code == 0
    assert "row 2, column 3 -> j01 m3: retained: “A gate”" in result.stdout
    assert "row 2, column 2 -> j01 c1: at: additional-file-5 row-2" in result.stdout
    assert "nothing was written" in result.stdout
    assert importer.files() == before


def test_the_preview_as_json_names_the_same(importer, file):
    report = importer.preview(file)
    assert report["source"] == {"id": "additional-file-5", "label": "Additional File 5"}
    assert {
        "table": 1, "row": 2, "row-in-table": 2, "column": 3,
        "id": "j01 m3", "message": "retained: “A gate”",
    } in report["added"]  # fmt: skip


def test_writing_keeps_comments_order_and_every_line_but_those_it_adds_to(importer, file):
    before = importer.files()["theories/j01.yml"].splitlines()
    importer.write(file)
    after = importer.files()["theories/j01.yml"].splitlines()
    lost = [line for line in before if line not in after]
    assert lost == []
    assert after[0] == before[0]
    assert "    at: [findings 2.2, additional-file-5 row-2]" in after


def test_the_file_is_listed_in_the_review_once(importer, file):
    importer.write(file, "--source", "Additional File 5")
    importer.write(file, "--source", "Additional File 5")
    text = importer.files()["seeds/review.yml"]
    assert text.count("- id: additional-file-5\n      label: Additional File 5\n") == 1


@pytest.mark.parametrize(
    ("name", "source", "id", "label"),
    [
        ("Additional File 5.docx", None, "additional-file-5", "Additional File 5"),
        ("additional-file-5.docx", None, "additional-file-5", "Additional File 5"),
        ("x.docx", "additional-file-5", "additional-file-5", "Additional File 5"),
        ("x.docx", "Supplement S1: take-up", "supplement-s1-take-up", "Supplement S1: take-up"),
        ("2nd_table.docx", None, "file-2nd-table", "2nd table"),
    ],
)
def test_the_id_and_label_of_a_file(name, source, id, label, importer, tmp_path):  # noqa: PLR0913, PLR0917
    made = saved(document(ROW), tmp_path, name)
    report = importer.preview(made, *(["--source", source] if source else []))
    assert report["source"] == {"id": id, "label": label}


@pytest.mark.parametrize(
    ("missing", "id"),
    [
        (["Additional File 5", "Table 5"], "additional-file-5"),
        (["Additional File 5", "Supplement 5"], "file-12345-2020-678-moesm5-esm"),
        (["Table 5"], "file-12345-2020-678-moesm5-esm"),
    ],
)
def test_a_file_that_its_publisher_counts_is_called_as_the_review_calls_it(
    missing, id, importer, tmp_path
):
    parts = "".join(f"    - {{part: {part}, holds: something}}\n" for part in missing)
    edit(importer.root, ("seeds/review.yml", "  missing:\n", f"  missing:\n{parts}"))
    made = saved(document(ROW), tmp_path, "12345_2020_678_MOESM5_ESM.docx")
    assert importer.preview(made)["source"]["id"] == id


NOTHING = Path(__file__).parents[2] / "examples" / "import" / "nothing-placed.txt"


def test_a_table_of_which_nothing_finds_a_place_says_so_and_fails(importer, tmp_path):
    file = saved(document(("7", "A wall", "A gate", "A path"), ("x", "A hedge", "", "")), tmp_path)
    before = importer.files()
    for options in ([], ["--write"]):
        result = importer.run(file, *options)
        assert result.exit_code == 1
        assert result.stdout == NOTHING.read_text(encoding="utf-8")
    assert importer.files() == before
    assert importer.run(file, "--format", "json").exit_code == 1


def test_a_table_that_says_what_the_review_says_is_placed(importer, tmp_path):
    file = saved(document(("1", "She often passes the garden", "", "")), tmp_path)
    importer.write(file)
    result = importer.run(file)
    assert result.exit_code == 0
    assert result.stdout.endswith("Nothing would change.\n")


def test_the_model_is_filled_in_where_it_was_not_stated(importer, tmp_path):
    made = saved(document(("1", "A wall", "A gate", ""), caption="Growing"), tmp_path)
    importer.write(made)
    model = importer.theory("g01").model
    assert (model.initial, model.final) == ("present", "present")
    assert model.at[-1] == "additional-file-5 row-2"
    assert model.why
    assert model.why.startswith("It is counted among the results")
    assert "Additional File 5, row 2" in model.why


def test_a_model_that_says_otherwise_stays_and_is_reported(importer, tmp_path):
    made = saved(document(("1", struck("A wall"), struck("A gate"), "")), tmp_path)
    report = importer.write(made)
    model = importer.theory("j01").model
    assert (model.initial, model.final) == ("present", "present")
    assert "j01 model" in messages(report, "contradicted")


def test_a_theory_of_which_only_the_label_is_struck(importer, tmp_path):
    made = saved(document((struck("1"), "", "", ""), caption="Growing"), tmp_path)
    report = importer.write(made)
    assert "g01 model" in messages(report, "contradicted")  # the review has it in the final model


def test_a_change_that_says_otherwise_stays_and_is_reported(importer, tmp_path):
    made = saved(document(("1", struck("She often passes the garden."), "A gate", "")), tmp_path)
    report = importer.write(made)
    assert importer.theory("j01").contexts[0].change == "retained"
    assert "retained in the review and removed in the file" in messages(report, "contradicted")


def test_a_statement_that_its_removed_theory_cannot_have_gets_no_change(importer, tmp_path):
    made = saved(document(("2", "A new book", "", "")), tmp_path)
    report = importer.write(made)
    assert importer.texts("j02") == [("A new book", "not-stated")]
    assert "the theory is removed" in messages(report, "contradicted")


def test_an_existing_change_that_is_not_stated_is_filled_in(importer, tmp_path):
    made = saved(document(("1", "members  work side by side", "", ""), caption="Growing"), tmp_path)
    importer.write(made)
    context = importer.theory("g01").contexts[0]
    assert (context.text, context.change) == ("Members work side by side.", "retained")
    assert context.at == ("findings 3.2", "additional-file-5 row-2")


def test_other_words_stand_beside_those_of_the_review_and_are_reported(importer, file):
    report = importer.preview(file)
    assert "m3 of the file stand beside m1, m2" in messages(report, "contradicted")


def test_the_page_about_the_source_lists_the_rows(importer, tmp_path, file):
    importer.write(file, "--source", "Additional File 5")
    built = build(importer.root)
    assert built.site is not None
    page = next(p for p in built.site.pages if p.address.path == "article/").markdown
    assert "Additional File 5" in page
    assert 'id="additional-file-5-row-2"' in page
    theory = next(p for p in built.site.pages if p.address.path == "theories/j01/").markdown
    assert "Additional File 5, row 2" in theory
    assert "article/#additional-file-5-row-2" in theory


def refused(result, *words: str):
    assert result.exit_code == 1, result.output
    assert "Traceback" not in result.output
    for word in words:
        assert word in result.stderr


def test_a_file_that_is_no_word_file(importer, tmp_path):
    bad = tmp_path / "x.docx"
    for data, words in {
        b"": "not a .docx file",
        b"hello": "not a .docx file",
        b"PK\x03\x04 broken": "not a .docx file",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old": "old kind",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"): "password",
    }.items():
        bad.write_bytes(data)
        refused(importer.run(bad), words)


@pytest.mark.parametrize("name", ["x.doc", "x.pdf", "x"])
def test_a_file_of_another_kind(importer, tmp_path, name):
    (tmp_path / name).write_text("x")
    refused(importer.run(tmp_path / name), ".docx")


def test_packages_that_are_dangerous_or_of_something_else(importer, tmp_path):
    bad = tmp_path / "x.docx"
    with zipfile.ZipFile(bad, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * 310_000_000)
    refused(importer.run(bad), "unpacks")
    with zipfile.ZipFile(bad, "w") as package:
        package.writestr("word/document.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>")
    refused(importer.run(bad), "entities")
    with zipfile.ZipFile(bad, "w") as package:
        package.writestr("x.txt", b"x")
    refused(importer.run(bad), "cannot be read")


def test_a_file_that_is_too_large(importer, tmp_path):
    bad = tmp_path / "x.docx"
    with bad.open("wb") as out:
        out.truncate(30_000_001)
    refused(importer.run(bad), "30 MB")


def test_a_file_without_a_table_or_without_a_header(importer, tmp_path):
    made = docx.Document()
    made.add_paragraph("Context, mechanism, outcome")
    refused(importer.run(saved(made, tmp_path)), "no table")
    table(made, ("b", "c"), header=("Something", "Else"))
    refused(importer.run(saved(made, tmp_path)), "header", "Something", "--interventions")
    refused(importer.run(saved(made, tmp_path), "--interventions"), "header", "Type of plot")


@pytest.mark.parametrize(("name", "package"), [("x.docx", "docx"), ("x.xlsx", "openpyxl")])
def test_without_the_extra_it_says_how_to_get_it(importer, tmp_path, monkeypatch, name, package):
    (Workbook() if package == "openpyxl" else document(ROW)).save(tmp_path / name)
    for module in ("word", "word_styles", "excel"):
        monkeypatch.delitem(
            sys.modules, f"generator.edit.importing.opening.{module}", raising=False
        )
    monkeypatch.setitem(sys.modules, package, None)
    refused(importer.run(tmp_path / name), 'pip install "realist-site[import]"', "CSV")
    (tmp_path / "x.csv").write_text("No.,Context\n1,A wall\n", encoding="utf-8")
    assert importer.run(tmp_path / "x.csv", "--group", "joining").exit_code == 0


def test_what_was_formatted_stays_so(importer, file):
    attributes = attributes_of(importer.root)
    for path in formattable(importer.root):
        (importer.root / path).write_bytes(format_file(importer.root, path, attributes).after)
    importer.write(file)
    changed = [
        p
        for p in formattable(importer.root)
        if format_file(importer.root, p, attributes).is_changed
    ]
    assert changed == []


def test_wrong_options(importer, file):
    assert importer.run(file, "--group", "growin").exit_code == 2
    assert "Did you mean “growing”?" in importer.run(file, "--group", "growin").stderr
    assert importer.run(file, "--group", "growing", "--interventions").exit_code == 2
    assert importer.run(file, "--source", "—").exit_code == 2
    assert importer.run(file, "--source", "Findings").exit_code == 2
    assert importer.run(file.parent / "not-there.docx").exit_code == 2


def test_a_review_with_errors_is_not_written(importer, file):
    edit(importer.root, ("theories/j01.yml", "change: retained", "change: perhaps"))
    before = importer.files()
    refused(importer.run(file, "--write"), "wrong-choice", "Nothing was written")
    assert importer.files() == before


def test_nothing_is_written_where_the_review_would_have_errors(importer, tmp_path):
    made = docx.Document()
    table(made, ("1", "A <b>wall</b>"), header=("#", "Context"))
    file = saved(made, tmp_path)
    before = importer.files()
    refused(
        importer.run(file, "--group", "joining", "--write"), "html-in-text", "Nothing was written"
    )
    assert importer.files() == before


def test_claims_that_count_what_is_imported_are_told_of_and_block_nothing(importer, tmp_path):
    made = docx.Document()
    table(made, ("2", "Shared beds"), header=("#", "Type of plot"))
    written = importer.run(saved(made, tmp_path), "--interventions", "--write")
    assert written.exit_code == 0
    assert "[claim-verdict]" in written.stderr
    assert "The data are written" in written.stderr
    made = docx.Document()
    table(made, ("1", "A wall of its own"), header=("#", "Context"))
    again = importer.run(saved(made, tmp_path, "more.docx"), "--group", "joining", "--write")
    assert again.exit_code == 0
    assert "Written: " in again.stdout
    assert "claim-verdict" in {d.code for d in check(importer.root).diagnostics}


def test_after_writing_the_check_is_as_clean_as_before(importer, file):
    before = {d.code for d in check(importer.root).diagnostics}
    importer.write(file)
    assert {d.code for d in check(importer.root).diagnostics} == before


def test_help_is_there():
    result = CliRunner().invoke(main, ["import", "--help"])
    assert result.exit_code == 0
    assert "--write" in result.stdout
