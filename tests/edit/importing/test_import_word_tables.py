"""Word tables in the several shapes people give them: merged cells, headings, headers."""

import docx
import pytest
from importing import messages
from office import HEADER, document, put, saved, table
from reviews import edit

pytestmark = pytest.mark.slow


def test_a_theory_goes_on_below_merged_and_empty_cells(importer, tmp_path):
    made = document(("3", "One here", "", ""), ("", "Two here", "", ""), ("", "Three", "", ""))
    grid = made.tables[0]
    grid.cell(1, 0).merge(grid.cell(2, 0))
    importer.write(saved(made, tmp_path))
    assert [s.at for s in importer.new("j03")] == [
        ("additional-file-5 row-2",), ("additional-file-5 row-3",), ("additional-file-5 row-4",),
    ]  # fmt: skip


def test_merged_contexts_are_read_once(importer, tmp_path):
    made = document(("1", "Both here", "One", ""), ("", "", "Two", ""))
    made.tables[0].cell(1, 1).merge(made.tables[0].cell(2, 1))
    importer.write(saved(made, tmp_path))
    assert [text for text, _ in importer.texts("j01")] == ["Both here", "One", "Two"]


def test_a_cell_over_two_parts_is_not_placed(importer, tmp_path):
    made = document(("1", "Neither of them", "", "She stays."))
    made.tables[0].cell(1, 1).merge(made.tables[0].cell(1, 2))
    report = importer.preview(saved(made, tmp_path))
    assert "contexts, mechanisms" in messages(report, "not-placed")
    assert [item["column"] for item in report["not-placed"]] == [2]
    assert len(report["added"]) == 2  # the outcome, and the source file


def test_headings_between_rows_name_the_group(importer, tmp_path):
    made = document(
        ("Joining", "", "", ""), ("1", "A wall", "", ""), ("Growing", "", "", ""),
        ("1", "A fence", "", ""), ("Odds and ends", "", "", ""), ("2", "A hedge", "", ""),
        caption="Theories",
    )  # fmt: skip
    for row in (1, 3, 5):
        made.tables[0].cell(row, 0).merge(made.tables[0].cell(row, 3))
    report = importer.write(saved(made, tmp_path))
    assert importer.texts("j01") == [("A wall", "retained")]
    assert importer.texts("g01") == [("A fence", "retained")]
    assert importer.texts("g02") == [("A hedge", "retained")]
    assert "Odds and ends" in messages(report, "note")


@pytest.mark.parametrize(
    "label",
    ["2", "2.", "#2", "Theory 2", "Growing theory 2: harvest", "CMO 2", "g02", "G2", "02",
     "Sharing (theory 2)", "Example theory: sharing the harvest"],
)  # fmt: skip
def test_a_theory_is_found_by_its_number_id_or_title(importer, tmp_path, label):
    file = saved(document((label, "A hedge", "", "")), tmp_path)
    report = importer.preview(file, "--group", "growing")
    assert messages(report, "added").startswith("g02 c2: retained")


@pytest.mark.parametrize("label", ["4.1", "2nd try", "99", "Nothing of the kind"])
def test_a_row_of_no_known_theory_is_not_placed(importer, tmp_path, label):
    report = importer.preview(saved(document((label, "A hedge", "", "")), tmp_path))
    assert not report["added"]
    assert {item["row"] for item in report["not-placed"]} == {2}


def test_a_label_that_names_a_group_wins_over_the_caption_and_never_over_the_option(
    importer, tmp_path
):
    file = saved(document(("Growing theory 1", "A hedge", "", "")), tmp_path)
    assert "g01 c2" in messages(importer.preview(file), "added")
    report = importer.preview(file, "--group", "joining")
    assert "--group" in messages(report, "not-placed")


def test_without_a_group_a_number_alone_is_not_placed(importer, tmp_path):
    file = saved(document(("1", "A hedge", "", ""), caption="Theories"), tmp_path)
    assert "use --group" in messages(importer.preview(file), "not-placed")


def test_numbers_that_word_counts_are_read(importer, tmp_path):
    made = document(("", "A wall", "", ""), ("Rule book", "A fence", "", ""))
    for row in (1, 2):
        made.tables[0].cell(row, 0).paragraphs[0].style = "List Number"
    importer.write(saved(made, tmp_path))
    assert importer.texts("j01") == [("A wall", "retained")]
    assert [text for text, _ in importer.texts("j02")] == ["A fence"]


@pytest.mark.parametrize(
    "header",
    [
        ("No.", "CONTEXT", "MECHANISM", "OUTCOME"),
        ("Programme theory", "Context (C)", "Mechanism (M): resource, reasoning", "Outcomes (O)"),
        ("#", "C", "M", "O"),
        ("", "Circumstances", "Mechanisms", "Effects"),
        ("Theory number and title", "Contexts", "Reasoning", "Results"),
        ("What we call it", "Context – for whom", "Mechanism", "Outcome"),
    ],
)
def test_columns_are_known_by_the_words_people_use(importer, tmp_path, header):
    made = docx.Document()
    made.add_paragraph("Joining")
    table(made, ("1", "A wall", "A gate", "A fence"), header=header)
    importer.write(saved(made, tmp_path))
    assert [s.id for s in importer.new("j01")] == ["c3", "m3", "o3"]


def test_a_header_of_two_rows_with_merged_cells(importer, tmp_path):
    made = docx.Document()
    made.add_paragraph("Joining")
    header = ("Theory", "Configuration", "", "")
    grid = table(made, HEADER, ("1", "A wall", "A gate", "A fence"), header=header)
    grid.cell(0, 1).merge(grid.cell(0, 3))
    put(grid.cell(1, 0), "")
    grid.cell(0, 0).merge(grid.cell(1, 0))
    importer.write(saved(made, tmp_path))
    assert [s.id for s in importer.new("j01")] == ["c3", "m3", "o3"]
    assert importer.new("j01")[0].at == ("additional-file-5 row-3",)


def test_a_mechanism_of_two_columns(importer, tmp_path):
    made = docx.Document()
    made.add_paragraph("Joining")
    top = ("Theory", "Context", "Mechanism", "", "Outcome")
    rows = (("", "", "Resource", "Reasoning", ""), ("1", "A wall", "A spade", "Glad", "A fence"))
    grid = table(made, *rows, header=top)
    grid.cell(0, 2).merge(grid.cell(0, 3))
    for column in (0, 1, 4):
        grid.cell(0, column).merge(grid.cell(1, column))
    importer.write(saved(made, tmp_path))
    assert [(s.id, s.text) for s in importer.new("j01")] == [
        ("c3", "A wall"), ("m3", "A spade"), ("m4", "Glad"), ("o3", "A fence"),
    ]  # fmt: skip


def test_a_table_that_goes_on_after_a_page_break(importer, tmp_path):
    made = document(("1", "A wall", "", ""))
    made.add_page_break()
    table(made, ("", "A fence", "", ""), HEADER, ("3", "A hedge", "", ""))
    importer.write(saved(made, tmp_path))
    assert [s.at for s in importer.new("j01")] == [
        ("additional-file-5 row-2",), ("additional-file-5 row-4",),
    ]  # fmt: skip
    assert importer.new("j03")[0].at == ("additional-file-5 row-6",)


def test_headings_and_labels_in_the_words_of_the_review(importer, tmp_path):
    words = "words:\n  theory: {one: proposition, many: propositions}\n"
    edit(importer.root, ("seeds/review.yml", "words:\n", words))
    made = docx.Document()
    made.add_paragraph("Joining")
    header = ("Proposition", "Context", "Outcome")
    table(made, ("Proposition 3", "A wall", "A gate"), header=header)
    importer.write(saved(made, tmp_path))
    assert [text for text, _ in importer.texts("j03")] == ["A wall", "A gate"]


@pytest.mark.parametrize("label", ["CMOC 3", "cmoc 3.", "CMOC 3: title", "3"])
def test_a_label_that_is_no_number(importer, tmp_path, label):
    edit(importer.root, ("theories/j03.yml", "number: 3", "number: CMOC 3"))
    importer.write(saved(document((label, "A wall", "", "")), tmp_path))
    assert [text for text, _ in importer.texts("j03")] == ["A wall"]


def test_a_label_is_not_that_of_another(importer, tmp_path):
    edit(importer.root, ("theories/j03.yml", "number: 3", "number: 1a"))
    importer.write(saved(document(("1a", "A wall", "", ""), ("1", "A gate", "", "")), tmp_path))
    assert [text for text, _ in importer.texts("j03")] == ["A wall"]
    assert [text for text, _ in importer.texts("j01")] == ["A gate"]


def test_a_status_in_the_words_of_the_review(importer, tmp_path):
    edit(importer.root, ("seeds/review.yml", "words:\n", "words:\n  initial: rough\n"))
    file = tmp_path / "joining.csv"
    file.write_text("No.,Context,Status\n1,A wall,rough only\n", encoding="utf-8")
    importer.write(file)
    assert importer.texts("j01") == [("A wall", "removed")]
