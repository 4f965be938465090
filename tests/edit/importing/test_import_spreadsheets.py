from datetime import datetime, time

import pytest
from importing import messages
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

pytestmark = pytest.mark.slow

HEADER = ["No.", "Context", "Mechanism", "Outcome"]
STRUCK = InlineFont(strike=True)


def workbook(folder, *rows, header=HEADER, sheet="Joining"):
    book = Workbook()
    book.active.title = sheet
    for row in (header, *rows):
        book.active.append(row)
    return book, folder / "additional-file-5.xlsx"


def saved(book, file):
    book.save(file)
    return file


def csv_file(folder, *lines, encoding="utf-8"):
    file = folder / "joining.csv"
    file.write_bytes("\r\n".join(lines).encode(encoding))
    return file


def test_struck_cells_and_letters_and_capitals(importer, tmp_path):
    book, file = workbook(tmp_path, [1, "Struck", None, "TYPED IN CAPITALS"])
    book.active["B2"].font = Font(strike=True)
    book.active["C2"] = CellRichText("She is ", TextBlock(STRUCK, "sad"), " GLAD")
    importer.write(saved(book, file))
    assert importer.texts("j01") == [
        ("Struck", "removed"),
        ("She is {--sad--}{++glad++}", "reworded"),
        ("Typed in capitals", "added"),
    ]


def test_lines_of_a_cell_are_statements_and_merged_cells_go_on(importer, tmp_path):
    book, file = workbook(tmp_path, [3, "One thing\n• Two things"], [None, "Three things"])
    book.active.merge_cells("A2:A3")
    importer.write(saved(book, file))
    assert [(s.text, s.at[0]) for s in importer.new("j03")] == [
        ("One thing", "additional-file-5 row-2"),
        ("Two things", "additional-file-5 row-2"),
        ("Three things", "additional-file-5 row-3"),
    ]


def test_every_sheet_is_a_table_and_hidden_ones_are_told_of(importer, tmp_path):
    book, file = workbook(tmp_path, [1, "A wall"])
    for name in ("Growing", "Old"):
        sheet = book.create_sheet(name)
        sheet.append(HEADER)
        sheet.append([1, f"A {name} fence"])
    book["Old"].sheet_state = "hidden"
    report = importer.write(saved(book, file))
    assert importer.texts("j01") == [("A wall", "retained")]
    assert importer.new("g01")[0].at == ("additional-file-5 row-4",)
    assert "hidden" in messages(report, "note")


def test_a_sheet_that_reaches_too_far_is_refused(importer, tmp_path):
    book, file = workbook(tmp_path, [1, "A wall"])
    book.active["ZZ1000000"] = "stray"
    result = importer.run(saved(book, file))
    assert result.exit_code == 1
    assert "more rows or cells" in result.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_with_every_delimiter_with_or_without_bom(importer, tmp_path, encoding, delimiter):
    lines = [delimiter.join(HEADER), delimiter.join(["1", '"Café, or; bar"', "", "SHE JOINS THEM"])]
    importer.write(csv_file(tmp_path, *lines, encoding=encoding))
    assert importer.texts("j01") == [("Café, or; bar", "not-stated"), ("She joins them", "added")]


@pytest.mark.parametrize(
    ("status", "change"),
    [
        ("retained", "retained"),
        ("Strikethrough", "removed"),
        ("struck through", "removed"),
        ("CAPITALS", "added"),
        ("added", "added"),
        ("unknown", "not-stated"),
        ("", "not-stated"),
    ],
)
def test_a_column_of_status(importer, tmp_path, status, change):
    file = csv_file(tmp_path, "No.,Context,Status", f"1,A wall,{status}")
    report = importer.write(file)
    assert importer.texts("j01") == [("A wall", change)]
    assert not report["contradicted"] or "stand beside" in messages(report, "contradicted")


def test_a_row_without_a_status_is_not_retained(importer, tmp_path):
    rows = [[1, "A wall", "added"], [None, "A gate", None], [2, "A hedge", None]]
    book, file = workbook(tmp_path, *rows, header=["No.", "Context", "Status"])
    report = importer.write(saved(book, file))
    assert importer.texts("j01") == [("A wall", "added"), ("A gate", "not-stated")]
    assert importer.texts("j02") == [("A hedge", "not-stated")]
    told = [(n["row"], n["column"]) for n in report["note"] if "status is empty" in n["message"]]
    assert told == [(3, 3), (4, 3)]
    assert "model" not in messages(report, "changed")


def test_a_statement_that_two_rows_have_is_added_once_with_both_places(importer, tmp_path):
    book, file = workbook(tmp_path, [1, "A wall"], [1, "A wall"])
    report = importer.write(saved(book, file))
    assert [one.at for one in importer.new("j01")] == [
        ("additional-file-5 row-2", "additional-file-5 row-3"),
    ]
    assert "“A wall”" in messages(report, "added")
    assert "“A wall”" not in messages(report, "changed")


def test_a_merged_status_goes_on(importer, tmp_path):
    rows = [[1, "A wall", "added"], [None, "A gate", None]]
    book, file = workbook(tmp_path, *rows, header=["No.", "Context", "Status"])
    book.active.merge_cells("C2:C3")
    importer.write(saved(book, file))
    assert importer.texts("j01") == [("A wall", "added"), ("A gate", "added")]


DAY = datetime(2025, 11, 5, tzinfo=None)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (DAY, "Excel keeps this cell as a date (2025-11-05)"),
        (time(18, 25), "Excel keeps this cell as a time (18:25:00)"),
        ("#REF!", "Excel shows an error here (#REF!)"),
    ],
)
def test_a_cell_that_excel_keeps_as_something_else_is_told_of_and_not_taken_up(
    importer, tmp_path, value, told
):
    book, file = workbook(tmp_path, [1, "A wall", value, "They stay"], [2, "A hedge"])
    report = importer.write(saved(book, file))
    assert [text for text, _ in importer.texts("j01")] == ["A wall", "They stay"]
    assert told in messages(report, "not-placed")
    book, file = workbook(tmp_path, [1, "A wall"], [value, "A gate"], [None, "A path"])
    report = importer.preview(saved(book, file))
    assert [item["message"] for item in report["added"]][1:] == []
    assert f"“A gate”: {told}" in messages(report, "not-placed")
    assert "Nothing of the row is taken up." in messages(report, "not-placed")
    assert "“A path” stands in a row of no known theory." in messages(report, "not-placed")
    book, file = workbook(tmp_path, [1, value], header=["No.", "Name"])
    report = importer.preview(saved(book, file), "--interventions")
    assert not report["added"]
    assert [(n["row"], n["column"]) for n in report["not-placed"]] == [(2, 2)]
    assert told in messages(report, "not-placed")
    book, file = workbook(tmp_path, ["Bean", value], header=["Study", "Design"])
    report = importer.preview(saved(book, file), "--studies", "--create")
    assert told in messages(report, "not-placed")
    assert not report["added"]


def test_a_status_for_one_part(importer, tmp_path):
    file = csv_file(tmp_path, "No.,Context,Context status,Outcome", "1,A wall,removed,A gate")
    importer.write(file)
    assert importer.texts("j01") == [("A wall", "removed"), ("A gate", "not-stated")]


def test_typed_markup_is_a_rewording(importer, tmp_path):
    file = csv_file(tmp_path, "No.,Context,Status", "1,A {--wall--}{++fence++} here,reworded")
    importer.write(file)
    assert importer.texts("j01") == [("A {--wall--}{++fence++} here", "reworded")]


@pytest.mark.parametrize(
    ("text", "status", "change"),
    [("A WALL OF STONES", "removed", "not-stated"), ("A wall", "reworded", "not-stated"),
     ("A wall", "purple", "not-stated")],
)  # fmt: skip
def test_a_status_against_the_letters_is_a_contradiction(importer, tmp_path, text, status, change):
    file = csv_file(tmp_path, "No.,Context,Status", f"1,{text},{status}")
    report = importer.write(file)
    assert status in messages(report, "contradicted")
    assert importer.texts("j01")[0][1] == change


def test_letters_that_nobody_sees_are_left_out(importer, tmp_path):
    file = csv_file(tmp_path, "No.,Context", "1,A w\u00adall\u200b of\x07 stone")
    importer.write(file)
    assert importer.texts("j01")[0][0] == "A wall of stone"


def test_csv_that_is_not_utf_8_says_how_to_save_it(importer, tmp_path):
    file = csv_file(tmp_path, "No.,Context", "1,Café", encoding="cp1252")
    result = importer.run(file)
    assert result.exit_code == 1
    assert "CSV UTF-8" in result.stderr
