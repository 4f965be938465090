"""Tables of studies, and of interventions that the review has not."""

import docx
import pytest
from importing import create, csv_file, messages
from office import saved, struck, table
from openpyxl import Workbook
from reviews import linked

HEADER = ("Case study", "Year", "Design", "Country", "Quality", "Main findings", "DOI", "Place")


def studies(importer):
    return linked(importer.root).included_studies


def test_a_row_becomes_a_study_with_what_it_reports(mending, tmp_path):
    made = docx.Document()
    row = ("Elm 2019", "2019", "Talks", "n/a", "", ("People came back", "Some left"))
    table(made, (*row, "https://doi.org/10.5555/elm", "found 1.4"), header=HEADER)
    report = create(mending, saved(made, tmp_path), "--studies")
    study = studies(mending)["elm-2019"]
    assert (study.title, study.year, study.doi, study.at) == (
        "Elm 2019", 2019, "10.5555/elm", ("found 1.4",),
    )  # fmt: skip
    assert (study.design.text, study.design.at) == ("Talks", ("found 1.4",))
    assert study.country is None
    assert [(r.id, r.text, r.at) for r in study.reports] == [
        ("r1", "People came back", ("found 1.4",)), ("r2", "Some left", ("found 1.4",)),
    ]  # fmt: skip
    assert report["written"] == ["studies/elm-2019.yml"]


def test_a_study_that_the_review_has_is_added_to(mending, tmp_path):
    row = ("cedar", "2018", "One mender kept a diary", "Exampleland", "It was good.")
    said = "People learnt while they waited.\nThey laughed."
    create(mending, csv_file(tmp_path, (*row, said, "x", "found 1.4"), header=HEADER), "--studies")
    study = studies(mending)["cedar"]
    assert (study.year, study.country.text, study.not_stated) == (2018, "Exampleland", ())
    assert study.design.at == ("found table-3.3", "found 1.4")
    assert study.quality.text == "It was thinly described."
    assert [(r.id, r.text) for r in study.reports] == [
        ("r1", "People learnt while they waited."), ("r2", "They laughed."),
    ]  # fmt: skip
    assert study.reports[0].at == ("discussion 1.2", "found 1.4")


def test_a_merged_cell_goes_on_with_no_study_that_is_left_out(mending, tmp_path):
    book = Workbook()
    header = ("Case study", "Findings", "Place")
    for row in (
        header,
        ("cedar", "Alpha", "found 1.4"),
        ("Elm", "", "x"),
        ("", "Beta", "found 1.1"),
    ):
        book.active.append(row)
    book.active.merge_cells("A3:A4")
    book.save(tmp_path / "table.xlsx")
    report = mending.preview(tmp_path / "table.xlsx", "--studies", "--create")
    assert [item["message"] for item in report["added"]] == ["“Alpha”"]
    assert messages(report, "not-placed").endswith("Nothing of the row is taken up.")


def test_a_gap_in_words_is_told_of_and_a_dash_is_nothing(mending, tmp_path):
    row = ("cedar", "2018", "Not stated", "–", "?", "", "", "found 1.4")
    report = mending.preview(csv_file(tmp_path, row, header=HEADER), "--studies")
    assert [item["column"] for item in report["not-placed"]] == [3, 5]


def test_nothing_is_said_of_placeholders_where_there_are_none(mending, tmp_path):
    row = ("Elm 2019", "2019", "Talks", "", "", "", "", "found 1.4")
    report = create(mending, csv_file(tmp_path, row, header=HEADER), "--studies")
    assert report["made"]
    assert "placeholders" not in messages(report, "note")


@pytest.mark.parametrize(
    ("row", "kind", "why"),
    [
        (("cedar", "soon", "", "", "", "", "", "found 1.4"), "not-placed", "“soon” is no year"),
        (("cedar", "", "", "", "", "", "x", "found 1.4"), "not-placed", "“x” is no DOI"),
        (("cedar", "", "", "", "Good", "", "", "found 1.4"), "contradicted", "“Good” in the file"),
        (("cedar", "2018", "", "", "", "", "", ""), "not-placed", "where the chapter says so"),
        (("", "2018", "", "", "", "", "", "found 1.4"), "not-placed", "the row names no study"),
        (("Elm", "2018", "", "", "", "", "", "found 1.4"), "not-placed", "no case study is called"),
        (("…", "2018", "", "", "", "", "", "found 1.4"), "not-placed", "the row names no study"),
    ],
)
def test_what_cannot_be_taken_up_is_told_of(mending, tmp_path, row, kind, why):
    report = mending.preview(csv_file(tmp_path, row, header=HEADER), "--studies")
    assert why in messages(report, kind)
    assert report[kind][0]["row"] == 2


def test_ids_are_made_of_titles_or_given(mending, tmp_path):
    header = ("ID", "Title", "Year")
    rows = [("", "Élan & Söhne (2019)", "2019"), ("", "2020 report", "2020"), ("ash", "Ash", "")]
    rows += [("", "Men 01", "2018"), ("Two Words", "Oak", "2017")]
    report = create(mending, csv_file(tmp_path, *rows, header=header), "--studies")
    assert [item["id"] for item in report["made"]] == [
        "elan-sohne-2019", "study-2020-report", "ash", "men-01-2",
    ]  # fmt: skip
    assert "“Two Words” does not have the form of an id" in messages(report, "not-placed")


def test_merged_cells_go_on_and_struck_lines_do_not_count(mending, tmp_path):
    made = docx.Document()
    grid = table(
        made,
        ("Elm", "Talks", "One thing"),
        ("", "", struck("Two")),
        header=("Study", "Design", "Findings"),
    )
    grid.cell(1, 0).merge(grid.cell(2, 0))
    report = create(mending, saved(made, tmp_path), "--studies")
    assert [r.text for r in studies(mending)["elm"].reports] == ["One thing"]
    assert "struck through" in messages(report, "not-placed")


def test_a_table_without_studies_is_refused(mending, tmp_path):
    file = csv_file(tmp_path, ("A", "B"), header=("Context", "Outcome"))
    result = mending.run(file, "--studies")
    assert result.exit_code == 1
    assert "header with a column for the study" in result.stderr
    both = mending.run(file, "--studies", "--interventions")
    assert both.exit_code == 2
    assert mending.run(file, "--studies", "--group", "x").exit_code == 2


def test_a_row_becomes_an_intervention(importer, tmp_path):
    header = ("#", "Title", "Season", "Place")
    rows = [("4", "A roof", "All the year", "intro 2.1"), ("5", "A yard", "", "nowhere 1")]
    report = create(importer, csv_file(tmp_path, *rows, header=header), "--interventions")
    made = importer.intervention("s04")
    assert (made.number, made.title) == (4, "A roof")
    assert made.summary.startswith("To be written")
    assert made.attributes["season"].at == ("intro 2.1",)
    assert [item["id"] for item in report["made"]] == ["s04"]
    assert "There is no place “nowhere 1”" in messages(report, "not-placed")


def test_an_intervention_without_a_number_gets_none(importer, tmp_path):
    rows = [("A roof", "All the year"), ("Intervention 9: A yard", "")]
    file = csv_file(tmp_path, *rows, header=("Intervention", "Season"))
    create(importer, file, "--interventions")
    made = [importer.intervention(id) for id in ("s04", "s05")]
    assert [(one.number, one.title) for one in made] == [(None, "A roof"), (9, "A yard")]


def test_interventions_are_not_made_unasked(importer, tmp_path):
    file = csv_file(tmp_path, ("9", "A roof", "All the year"), header=("#", "Title", "Season"))
    report = importer.preview(file, "--interventions")
    assert not report["made"]
    assert "no intervention is called “9”" in messages(report, "not-placed")


def test_a_column_with_a_mistake_in_its_name_is_told_the_nearest_one(mending, tmp_path):
    header = ("Case study", "Year", "Cuntry", "Documents (n)")
    file = csv_file(tmp_path, ("cedar", "2018", "Exampleland", "4"), header=header)
    told = messages(create(mending, file, "--studies"), "not-placed")
    assert "“Cuntry” holds nothing that is imported. Did you mean “country”?" in told
    assert "“Documents (n)” holds nothing that is imported." in told


def test_the_address_of_a_document_has_a_column_and_no_place_in_its_citation(mending, tmp_path):
    header = ("Case study", "Citation", "URL", "Place")
    file = csv_file(
        tmp_path,
        ("Elm 2019", "Elm, A. (2019). Talks. Thesis.", "https://elm.example/1", "found 1.4"),
        ("Oak 2020", "Oak, B. (2020). https://oak.example/", "oak.example", "found 1.4"),
        header=header,
    )
    report = create(mending, file, "--studies")
    assert studies(mending)["elm-2019"].url == "https://elm.example/1"
    assert (studies(mending)["oak-2020"].url, studies(mending)["oak-2020"].citation) == (None, None)
    told = messages(report, "not-placed")
    assert "holds an address of the web. Give that a column of its own, “URL” or “DOI”." in told
    assert "“oak.example” is no address of the web" in told
