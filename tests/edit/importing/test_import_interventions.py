import docx
import pytest
from importing import create, csv_file, messages
from office import saved, struck, table
from openpyxl import Workbook
from reviews import edit

pytestmark = pytest.mark.slow

HEADER = ("#", "Type of plot", "Season", "Shed", "Members who lived nearby", "Based on", "Colour")


def word(folder, *rows, header=HEADER):
    made = docx.Document()
    table(made, *rows, header=header)
    return saved(made, folder, "Additional File 4.docx")


def three(importer, file):
    report = importer.write(file, "--interventions")
    return report, importer.intervention("s03")


def test_one_row_an_intervention(importer, tmp_path):
    file = word(tmp_path, ("3", "Pots on balconies", "", "", "62%", "#1", ""))
    report, found = three(importer, file)
    assert found.attributes["members-nearby"].value == 62
    assert found.attributes["members-nearby"].at == ("additional-file-4 row-2",)
    assert found.attributes["plot-type"].at[-1] == "additional-file-4 row-2"
    assert found.attributes["based-on"].value == "s01"
    assert "based-on" not in found.not_stated
    assert "s03 based-on: “s01” in the file, and “not-stated” in the review, which it leaves." in (
        messages(report, "contradicted")
    )
    assert list(found.attributes) == [
        "plot-type", "season", "tools-provided", "members-nearby", "based-on",
    ]  # fmt: skip
    assert not report["not-placed"]


def test_what_two_rows_say_alike_is_added_once_with_both_places(importer, tmp_path):
    rows = [("3", "62%")] * 2
    file = word(tmp_path, *rows, header=("#", "Members who lived nearby"))
    report, found = three(importer, file)
    assert found.attributes["members-nearby"].at == (
        "additional-file-4 row-2", "additional-file-4 row-3",
    )  # fmt: skip
    assert "members-nearby" in messages(report, "added")
    assert not report["changed"]


def test_one_column_an_intervention(importer, tmp_path):
    rows = (("Name", "", "Sunny Side", "High Pots"), ("members-nearby", "", "45%", "12.5 %"))
    file = word(tmp_path, *rows, header=("", "Intervention 1", "#2", "s03"))
    _, found = three(importer, file)
    assert found.attributes["name"].value == "High Pots"
    assert found.attributes["members-nearby"].value == 12.5
    assert importer.intervention("s02").attributes["name"].value == "Sunny Side"
    assert found.attributes["name"].at == ("additional-file-4 row-2",)


def test_another_value_becomes_a_conflict_of_both(importer, tmp_path):
    basis = "value: own\n    basis: "
    edit(
        importer.root,
        (
            "interventions/s03.yml",
            f"{basis}reported",
            f"{basis}inferred\n    why: Nothing was lent.",
        ),
    )
    file = word(tmp_path, ("3", "Lent by the scheme"), header=("#", "Tools"))
    report, found = three(importer, file)
    tools = found.attributes["tools-provided"]
    assert (tools.basis, tools.value, tools.why) == ("conflict", None, None)
    assert [(r.value, r.at, r.note) for r in tools.readings] == [
        ("own", ("findings 1.4",), "Nothing was lent."),
        ("lent", ("additional-file-4 row-2",), None),
    ]
    assert tools.at == ("findings 1.4", "additional-file-4 row-2")
    assert "s03 tools-provided" in messages(report, "contradicted")


def test_a_reading_of_a_conflict_gets_its_place(importer, tmp_path):
    importer.write(word(tmp_path, ("1", "", "All the year", "", "", "", "")), "--interventions")
    season = importer.intervention("s01").attributes["season"]
    assert len(season.readings) == 2
    assert season.readings[1].at == ("discussion 1.2", "additional-file-4 row-2")


def test_what_does_not_apply_stays_so_and_is_told_of(importer, tmp_path):
    report, found = three(importer, word(tmp_path, ("3", "", "", "A shed", "", "", "")))
    assert "shed" not in found.attributes
    assert "s03 shed" in messages(report, "contradicted")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("3", "Pot on balcony", "", "", "", "", ""), "Did you mean “Pots on balconies”"),
        (("3", "", "", "", "many", "", ""), "no percentage"),
        (("3", "", "", "", "0.62", "", ""), "per cent sign"),
        (("3", "", "", "", "162%", "", ""), "no percentage"),
        (("3", "", "", "", "", "an older one", ""), "no intervention"),
        (("3", "", "", "", "", "", "red"), "no attribute is called “Colour”"),
        (("9", "", "Summer only", "", "", "", ""), "no intervention is called “9”"),
        (("", "", "Summer only", "", "", "", ""), "names no intervention"),
        (("3", "", "", struck("A shed"), "", "", ""), "struck through"),
    ],
)
def test_what_suits_nothing_is_not_placed(importer, tmp_path, row, words):
    report = importer.preview(word(tmp_path, row), "--interventions")
    assert words in messages(report, "not-placed")
    assert not report["added"]
    assert report["not-placed"][0]["row"] == 2


def test_a_header_that_is_nearly_an_attribute_is_asked_about(importer, tmp_path):
    file = word(tmp_path, ("3", "Summer only", "x"), header=("#", "Seasons", "Shed"))
    report = importer.preview(file, "--interventions")
    assert "Did you mean “Season”?" in messages(report, "not-placed")


@pytest.mark.parametrize("text", ["", "-", "–"])
def test_an_empty_cell_or_a_dash_is_nothing(importer, tmp_path, text):
    file = word(tmp_path, ("3", text, text, text, text, text, text))
    report = importer.preview(file, "--interventions")
    assert not report["added"]
    assert {item["id"] for item in report["not-placed"]} <= {"s03"}  # the unknown column


@pytest.mark.parametrize("text", ["n/a", "Not stated", "None reported", "unclear", "?"])
def test_words_for_a_gap_are_told_of_unless_the_review_says_so(importer, tmp_path, text):
    header = ("#", "Season", "Based on", "Shed")  # the second is not stated, the third no matter
    file = word(tmp_path, ("3", text, text, text), header=header)
    report = importer.preview(file, "--interventions")
    assert not report["added"]
    told = {item["id"]: item["message"] for item in report["not-placed"]}
    assert set(told) == {"s03 season"}
    assert f"“{text}” is no value" in told["s03 season"]


def test_what_is_unknown_is_told_of_once(importer, tmp_path):
    header = ("#", "Season", "Shed", "Colour")
    rows = (("9", "a", "b", "c"), ("3", "", "", "red"), ("2", "", "", "blue"))
    report = importer.preview(word(tmp_path, *rows, header=header), "--interventions")
    assert [item["row"] for item in report["not-placed"]] == [2, 3]
    assert "--create" in report["not-placed"][0]["message"]


def test_excel_shares_are_percentages_and_texts_that_yaml_would_misread_stay_texts(
    importer, tmp_path
):
    book = Workbook()
    book.active.append(["Intervention", "Members who lived nearby", "Name"])
    book.active.append([3, 0.625, "12:30"])
    book.active.append([2, 45, "no"])
    book.active["B2"].number_format = "0.0%"
    file = tmp_path / "Additional File 4.xlsx"
    book.save(file)
    _, found = three(importer, file)
    assert found.attributes["members-nearby"].value == 62.5
    assert found.attributes["name"].value == "12:30"
    assert importer.intervention("s02").attributes["name"].value == "no"


def test_importing_twice_changes_nothing(importer, tmp_path):
    file = word(
        tmp_path,
        ("1", "Shared beds", "All the year", "Another shed", "80%", "#2", "x"),
        ("2", "Single plots", "All the year", "A shed", "45%", "#1", ""),
        ("2", "", "", "Two sheds", "", "", ""),
    )
    importer.write(file, "--interventions")
    before = importer.files()
    report = importer.write(file, "--interventions")
    assert importer.files() == before
    assert not report["written"]
    assert not report["added"] + report["changed"] + report["contradicted"]


def named(importer, folder, header, *rows, options=("--create",)):
    file = csv_file(folder, *rows, header=header)
    return importer.preview(file, "--interventions", *options)


@pytest.mark.parametrize("number", [(), ("",), ("–",), ("3",), ("#3",), ("s03",)])
def test_a_row_is_found_by_its_title_or_its_number(importer, tmp_path, number):
    title = importer.intervention("s03").title
    header = ("Nº", "Title", "Season")[-2 - len(number) :]
    report = named(importer, tmp_path, header, (*number, title, "All the year"))
    assert not report["made"] + report["not-placed"]
    assert {item["id"] for item in report["contradicted"]} == {"s03 season"}


def test_a_new_title_makes_one_and_no_number_is_invented(importer, tmp_path):
    file = csv_file(tmp_path, ("A roof", "All the year"), header=("Title", "Season"))
    report = create(importer, file, "--interventions")
    assert messages(report, "made") == "s04: interventions/s04.yml: A roof"
    assert importer.intervention("s04").number is None


def test_a_noun_beside_a_number_is_the_title(importer, tmp_path):
    header = ("Intervention", "No.", "Season")
    report = named(importer, tmp_path, header, ("A roof", "9", "All the year"))
    assert messages(report, "made") == "s04: interventions/s04.yml: 9 A roof"


@pytest.mark.parametrize(
    ("number", "title", "why"),
    [
        ("CMOC", "A roof", "“CMOC” is no number. Where none is printed, leave its cell empty"),
        ("1", "{s03}", "“1” is s01, and “{s03}” is s03. Write the one or the other."),
        ("9", "{s03}", "“{s03}” is s03 of the review, and “9” is not its number."),
    ],
)
def test_a_number_and_a_title_that_do_not_belong_together_make_nothing(
    importer, tmp_path, number, title, why
):
    s03 = importer.intervention("s03").title
    header, row = ("No.", "Title", "Season"), (number, title.format(s03=s03), "All the year")
    report = named(importer, tmp_path, header, row)
    assert not report["made"] + report["added"]
    (told,) = report["not-placed"]
    assert why.format(s03=s03) in told["message"]
    assert told["message"].endswith("Nothing of the row is taken up.")
