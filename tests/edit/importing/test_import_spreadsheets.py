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
