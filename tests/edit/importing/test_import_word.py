"""Word tables in the several ways people make them."""

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from importing import messages
from office import (
    HEADER,
    Mark,
    add_footnote,
    add_style,
    capitals,
    document,
    fill,
    put,
    saved,
    struck,
    table,
    wrap,
)

pytestmark = pytest.mark.slow


def test_each_look_gets_its_change(importer, tmp_path):
    file = saved(
        document(
            ("1", "Plain here.", struck("Struck here."), ["She is ", struck("sad"), " GLAD."]),
            ("", "TYPED CAPITALS HERE", capitals("by font"), Mark("small_caps", "small ones")),
        ),
        tmp_path,
    )
    importer.write(file)
    assert importer.texts("j01") == [
        ("Plain here.", "retained"),
        ("Typed capitals here", "added"),
        ("Struck here.", "removed"),
        ("By font", "added"),
        ("She is {--sad--}{++glad++}.", "reworded"),
        ("Small ones", "added"),
    ]
    assert [s.id for s in importer.new("j01")] == ["c3", "c4", "m3", "m4", "o3", "o4"]
    assert importer.new("j01")[0].at == ("additional-file-5 row-2",)
    assert importer.new("j01")[0].basis == "reported"


def test_double_strike_and_styles_count_as_strike_and_capitals(importer, tmp_path):
    made = document(("1", Mark("double_strike", "Twice struck"), "", ""))
    base = add_style(made, "Gone", "character", strike=True)
    derived = add_style(made, "Gone too", "character")
    made.styles[derived].base_style = made.styles[base]
    loud = add_style(made, "Loud", "paragraph", all_caps=True)
    row = made.tables[0].rows[1].cells
    put(row[2], Mark(f"style:{derived}", "Struck by a style"))
    put(row[3], "by a paragraph style")
    row[3].paragraphs[0].style = loud
    importer.write(saved(made, tmp_path))
    assert importer.texts("j01") == [
        ("Twice struck", "removed"),
        ("Struck by a style", "removed"),
        ("By a paragraph style", "added"),
    ]


def test_a_run_can_switch_off_what_its_style_sets(importer, tmp_path):
    made = document(("1", "", "", ""))
    style = add_style(made, "Gone", "character", strike=True)
    fill(made.tables[0].cell(1, 1).paragraphs[0], Mark(f"style:{style}", "Still here"))
    made.tables[0].cell(1, 1).paragraphs[0].runs[-1].font.strike = False
    importer.write(saved(made, tmp_path))
    assert importer.texts("j01") == [("Still here", "retained")]


def test_each_paragraph_bullet_and_broken_line_with_a_bullet_is_a_statement(importer, tmp_path):
    made = document(("1", ("First one.", "• Second one.", "- Third one."), "a\nb", "• One\n• Two"))
    made.tables[0].cell(1, 1).paragraphs[0].style = "List Bullet"
    importer.write(saved(made, tmp_path))
    texts = [text for text, _ in importer.texts("j01")]
    assert texts == ["First one.", "Second one.", "Third one.", "a b", "One", "Two"]


def test_tracked_changes_are_read_as_accepted_and_told_of(importer, tmp_path):
    made = document(("1", ["A wall ", "of stone", "of wood"], "", ""))
    runs = made.tables[0].cell(1, 1).paragraphs[0].runs
    wrap(runs[1], "w:del")
    wrap(runs[2], "w:ins")
    report = importer.write(saved(made, tmp_path))
    assert importer.texts("j01") == [("A wall of wood", "retained")]
    assert "tracked changes" in messages(report, "note")


def test_links_are_read_like_other_text(importer, tmp_path):
    made = document(("1", ["A wall ", struck("of stone")], "", ""))
    wrap(made.tables[0].cell(1, 1).paragraphs[0].runs[1], "w:hyperlink")
    importer.write(saved(made, tmp_path))
    assert importer.texts("j01") == [("A wall {--of stone--}", "reworded")]


def test_a_footnote_is_kept_as_a_note_and_told_of(importer, tmp_path):
    made = document(("1", "A wall", "", ""))
    add_footnote(made, made.tables[0].cell(1, 1).paragraphs[0])
    report = importer.write(saved(made, tmp_path))
    note = importer.new("j01")[0].note
    assert note == "Additional File 5, row 2, footnote: Seen in two schemes."
    assert "Seen in two schemes" in messages(report, "note")


def test_raised_numbers_stay_references(importer, tmp_path):
    file = saved(document(("1", ["A wall", Mark("superscript", "12,13"), "."], "", "")), tmp_path)
    importer.write(file)
    assert importer.texts("j01") == [("A wall [12,13].", "retained")]


@pytest.mark.parametrize("empty", ["", " ", "-", "–", "n/a", "None", "Not stated"])
def test_an_empty_cell_is_nothing(importer, tmp_path, empty):
    report = importer.preview(saved(document(("1", empty, "A gate", empty)), tmp_path))
    assert [item["id"] for item in report["added"]] == ["j01 m3", "additional-file-5"]


def test_a_column_that_nothing_takes_is_told_of(importer, tmp_path):
    made = docx.Document()
    made.add_paragraph("Joining")
    table(made, ("1", "A wall", "", "", "[3, 4]"), header=(*HEADER, "Source of evidence"))
    assert "Source of evidence" in messages(importer.preview(saved(made, tmp_path)), "not-placed")


def test_cells_within_content_controls_are_read_and_tables_within_cells_told_of(importer, tmp_path):
    made = document(("1", "A wall", "A gate", ""))
    made.tables[0].cell(1, 3).add_table(1, 1).cell(0, 0).text = "Inner"
    row = made.tables[0].rows[1]._tr
    cell = row.findall(qn("w:tc"))[1]
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    cell.addprevious(control)
    control.append(content)
    content.append(cell)
    report = importer.write(saved(made, tmp_path))
    assert [text for text, _ in importer.texts("j01")] == ["A wall", "A gate"]
    assert "tables within cells" in messages(report, "note")


def test_a_deleted_row_is_not_counted(importer, tmp_path):
    made = document(("1", "A wall", "", ""), ("3", "A hedge", "", ""))
    properties = parse_xml(
        '<w:trPr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:del w:id="1" w:author="x"/></w:trPr>'
    )
    made.tables[0].rows[1]._tr.insert(0, properties)
    importer.write(saved(made, tmp_path))
    assert not importer.new("j01")
    assert importer.new("j03")[0].at == ("additional-file-5 row-2",)
