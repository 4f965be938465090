"""`realist import --create`: files of what the review has not, made from a table."""

import re
import shutil
from functools import partial

import docx
import pytest
from importing import create, csv_file, messages
from office import document, put, saved, struck, table
from openpyxl import Workbook
from reviews import edit, linked

from generator.check.check import check
from generator.edit.importing import making
from generator.edit.importing.labels import number_and_title
from generator.edit.importing.vocabulary import vocabulary
from generator.edit.scaffold import usual_letters

pytestmark = pytest.mark.slow

HEADER = ("CMOC", "Title", "Context", "Resource", "Response", "Outcome", "Case studies", "Place")
table_of = partial(csv_file, header=HEADER)
LAMP = ("D", "A lamp", "It is dark", "A lamp", "They see\nThey stay", "They mend", "", "found 1.1")


@pytest.fixture
def empty(mending):
    """The same without a theory."""
    shutil.rmtree(mending.root / "theories")
    for file in ("seeds/ids.yml", "seeds/findings.yml", "seeds/evidence.yml"):
        (mending.root / file).unlink()
    return mending


def test_a_row_becomes_a_theory_that_rests_on_the_place_it_names(mending, tmp_path):
    report = create(mending, table_of(tmp_path, LAMP))
    made = mending.theory("m05")
    assert (made.number, made.number_at, made.title) == ("D", (), "A lamp")
    assert (made.topic.text, made.topic.at) == ("A lamp", ("found 1.1",))
    assert made.summary.startswith("To be written")
    assert made.model is None
    assert [(s.id, s.text, getattr(s, "part", None), s.at) for _, s in made.statements] == [
        ("c1", "It is dark", None, ("found 1.1",)),
        ("m1", "A lamp", "resource", ("found 1.1",)),
        ("m2", "They see", "response", ("found 1.1",)),
        ("m3", "They stay", "response", ("found 1.1",)),
        ("o1", "They mend", None, ("found 1.1",)),
    ]
    assert messages(report, "made") == "m05: theories/m05.yml: D A lamp"
    assert report["written"] == ["theories/m05.yml"]
    assert linked(mending.root).review.source.files == ()


def test_what_no_table_gives_is_a_placeholder_and_no_silence_of_the_source(
    mending, importer, tmp_path
):
    header = ("No.", "Group", "Title", "Context", "Place")
    row = ("8", "Joining", "A hedge", "It is high", "findings 2.2")
    report = create(importer, csv_file(tmp_path, row, header=header))
    (covered,) = importer.theory("j04").formats
    assert covered.covers == "not-stated"
    assert covered.why.startswith("To be written: whether the report says")
    lines = (importer.root / "theories/j04.yml").read_text(encoding="utf-8").split("\n")
    told = [one.location for one in check(importer.root).diagnostics if one.code == "placeholder"]
    assert lines.index("    why: >-") + 1 in [at.line for at in told if "j04" in at.path]
    assert "no column of mechanisms or outcomes" in messages(report, "note")
    create(mending, table_of(tmp_path, LAMP))
    assert mending.theory("m05").formats == ()


def test_without_a_column_of_places_rows_of_the_file_are_the_places(mending, tmp_path):
    report = create(mending, csv_file(tmp_path, LAMP[:-1], header=HEADER[:-1]))
    made = mending.theory("m05")
    assert {made.topic.at, *(s.at for _, s in made.statements)} == {("table row-2",)}
    assert [file.id for file in linked(mending.root).review.source.files] == ["table"]
    assert "add a column “place”" in messages(report, "note")


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("", "row does not say where the chapter says so"),
        ("page 4", "There is no place “page 4”. The sections are: introduction, working"),
        ("found", "“found” is no place: write section, paragraph and sentence"),
        ("found 1.1; found 1.9", "There is no place “found 1.9”. Paragraph 1 has 4 sentences."),
        ("found table-9", "There is no place “found table-9”. Its captions are: table-2, table-3."),
    ],
)
def test_a_row_without_a_place_of_the_source_is_not_taken_up(mending, tmp_path, place, why):
    rows = ((*LAMP[:-1], place), ("", "", "It is cold", "", "", "", "", "found 1.2"))
    report = mending.preview(table_of(tmp_path, *rows), "--create")
    assert not report["made"] + report["added"]
    first, second = report["not-placed"]
    assert (first["row"], first["column"]) == (2, 8)
    assert why in first["message"]
    assert first["message"].endswith("Nothing of the row is taken up.")
    assert "“It is cold” stands in a row of no known theory." in second["message"]


def test_without_create_each_row_is_told_of_once_with_what_to_do(mending, tmp_path):
    report = mending.preview(table_of(tmp_path, LAMP))
    (told,) = report["not-placed"]
    assert told["message"].endswith("--create makes a file of it. Nothing of the row is taken up.")


def test_where_a_group_is_wanting_no_file_is_promised(importer, tmp_path):
    report = importer.preview(
        csv_file(tmp_path, ("9", "a"), header=("Theory", "Context", "Outcome"))
    )
    assert "use --group" in messages(report, "not-placed")
    assert "--create" not in messages(report, "not-placed")


@pytest.mark.parametrize("name", ["Case studies (n)", "Documents (n)", "Papers"])
def test_a_column_that_may_count_studies_is_asked_about(mending, tmp_path, name):
    header = ("CMOC", "Context", "Outcome", name, "Place")
    row = ("A", "x", "y", "3", "found 1.1")
    report = mending.preview(csv_file(tmp_path, row, header=header))
    assert "If it names case studies, call it “case studies”." in messages(report, "not-placed")


def test_a_column_with_a_mistake_in_its_name_is_told_the_nearest_one(mending, tmp_path):
    header = ("CMOC", "Context", "Outcome", "Confidense", "Place")
    row = ("A", "x", "y", "3", "found 1.1")
    report = mending.preview(csv_file(tmp_path, row, header=header))
    assert "Did you mean “confidence”?" in messages(report, "not-placed")


def test_what_says_nothing_is_told_of_but_for_empty_cells_and_dashes(mending, tmp_path):
    row = ("A", "", "?\n–", "None reported", "", "–", "not reported; –", "found 1.1")
    report = mending.preview(table_of(tmp_path, row))
    assert not report["added"]
    assert sorted(item["column"] for item in report["not-placed"]) == [3, 4, 7]


def test_theories_that_stand_in_no_model_are_named(importer, tmp_path):
    header = ("Theory", "Title", "Context", "Outcome")
    rows = (("8", "A hedge", "x", "y"), ("9", "A gate", "x", "y"))
    report = importer.preview(
        csv_file(tmp_path, *rows, header=header), "--create", "--group", "joining"
    )
    made = ", ".join(item["id"] for item in report["made"])
    assert f"how {made} stand in the two models" in messages(report, "note")
    assert "placeholders" in messages(report, "note")
    told = csv_file(tmp_path, (*rows[0], "added"), header=(*header, "status"))
    report = importer.preview(told, "--create", "--group", "joining")
    assert "two models" not in messages(report, "note")


def test_merged_cells_go_on_with_theory_and_place(mending, tmp_path):
    book = Workbook()
    header = ("CMOC", "Context", "Mechanism", "Outcome", "Place")
    rows = (("D", "Dark", "A lamp", "", "found 1.1, found 1.2"), ("", "Cold", "", "They go", ""))
    for row in (header, *rows):
        book.active.append(row)
    for cells in ("A2:A3", "E2:E3"):
        book.active.merge_cells(cells)
    book.save(tmp_path / "table.xlsx")
    create(mending, tmp_path / "table.xlsx")
    made = mending.theory("m05")
    assert [s.text for _, s in made.statements] == ["Dark", "Cold", "A lamp", "They go"]
    assert {s.at for _, s in made.statements} == {("found 1.1", "found 1.2")}


def test_a_theory_that_the_review_has_is_added_to_and_not_made(mending, tmp_path):
    rows = (("C", "", "It is dark", "", "They feel taken seriously.", "", "", "found 1.1"), LAMP)
    report = create(mending, table_of(tmp_path, *rows))
    known = mending.theory("m04")
    assert [c.text for c in known.contexts] == ["The thing is beyond mending.", "It is dark"]
    assert [(m.part, m.at) for m in known.mechanisms] == [
        (None, ("found table-2.4",)), ("response", ("found table-2.4", "found 1.1")),
    ]  # fmt: skip
    assert [item["id"] for item in report["made"]] == ["m05"]


def test_a_part_that_says_otherwise_stays_and_is_reported(mending, tmp_path):
    row = ("A", "", "", "", "A mender explains each step.", "", "", "found 1.1")
    report = mending.write(table_of(tmp_path, row))
    assert "is resource in the review and response here" in messages(report, "contradicted")
    assert mending.theory("m01").mechanisms[0].part == "resource"


def test_labels_that_look_like_ids_of_others_are_no_ids(mending, tmp_path):
    rows = [(label, *LAMP[1:]) for label in ("M7", "M5")]
    create(mending, table_of(tmp_path, *rows))
    assert {id: mending.theory(id).number for id in ("m05", "m06")} == {"m05": "M7", "m06": "M5"}


def test_a_label_is_looked_for_before_a_title(mending, tmp_path):
    rows = [("A lamp", "First", *LAMP[2:]), ("E", "A lamp", *LAMP[2:])]
    create(mending, table_of(tmp_path, *rows))
    numbers = {id: mending.theory(id).number for id in ("m05", "m06")}
    assert numbers == {"m05": "A lamp", "m06": "E"}


def test_without_the_option_nothing_is_made(mending, tmp_path):
    row = (*LAMP[:-2], "Elm 2019", "found 1.1")
    report = mending.preview(table_of(tmp_path, row, ("A", *row[1:])))
    assert not report["made"]
    told = messages(report, "not-placed")
    assert "The review has no theory" in told or "It prints no number" in told
    assert "no case study or intervention is called “Elm 2019”; --create" in told


def test_what_bears_on_a_theory_is_named_by_title_id_or_reference(mending, tmp_path):
    edit(mending.root, ("studies/alder.yml", "design:", "references: [7]\ndesign:"))
    edit(mending.root, ("studies/birch.yml", "design:", "references: [8]\ndesign:"))
    rows = [
        ("C", *LAMP[1:-2], named, "found 1.1")
        for named in ("[7, 8]", "Cedar (contradicts)", "Elm and others, 2019; cedar (refines)", "9")
    ]
    report = create(mending, table_of(tmp_path, *rows))
    ties = mending.theory("m04").support
    assert [(t.id, t.study, t.how, t.basis, bool(t.why)) for t in ties] == [
        ("s1", "alder", "supports", "inferred", True),
        ("s2", "birch", "supports", "inferred", True),
        ("s3", "cedar", "contradicts", "reported", False),
        ("s4", "elm-and-others-2019", "supports", "inferred", True),
        ("s5", "cedar", "refines", "reported", False),
    ]
    assert "no study of the review has the reference number 9" in messages(report, "not-placed")
    study = linked(mending.root).included_studies["elm-and-others-2019"]
    assert (study.title, study.at) == ("Elm and others, 2019", ("found 1.1",))


@pytest.mark.parametrize(
    ("header", "how"),
    [
        ("Supporting case studies", "supports"),
        ("Refined by", None),
        ("Studies that contradict the CMOC", "contradicts"),
    ],
)
def test_how_studies_bear_on_a_theory_is_said_by_their_column(mending, tmp_path, header, how):
    file = csv_file(tmp_path, ("C", "Dark", "Alder"), header=("CMOC", "Context", header))
    report = create(mending, file)
    ties = [(tie.how, tie.basis) for tie in mending.theory("m04").support]
    assert ties == ([(how, "reported")] if how else [])
    assert bool(how) != (f"The column “{header}” holds nothing" in messages(report, "not-placed"))


def test_confidence_is_a_level_of_the_review(importer, tmp_path):
    header = ("Growing theory", "Context", "Outcome", "How far it is borne out")
    rows = [
        (number, "A wall", "A gate", level)
        for number, level in (("1", "partly"), ("2", "Well borne out"), ("2", "hardly"), ("1", "x"))
    ]
    file = csv_file(tmp_path, *rows, header=header, name="additional-file-5.csv")
    report = create(importer, file, "--group", "growing")
    assert importer.theory("g01").confidence.at[-1] == "additional-file-5 row-2"
    assert importer.theory("g02").confidence.level == "well"
    assert "hardly in the file and well in the review" in messages(report, "contradicted")
    assert "“x” is no level." in messages(report, "not-placed")


def test_a_review_without_a_scale_takes_no_confidence(empty, tmp_path):
    review = empty.root / "seeds/review.yml"
    text = review.read_text(encoding="utf-8")
    review.write_text(re.sub(r"^confidence:\n(  .*\n)+", "", text, flags=re.M), encoding="utf-8")
    file = csv_file(tmp_path, ("A", "Dark", "high"), header=("CMOC", "Context", "Confidence"))
    report = create(empty, file)
    assert "has no scale under “confidence”" in messages(report, "not-placed")


def test_groups_come_from_a_column_headings_or_the_option(importer, tmp_path):
    header = ("Group", "No.", "Context", "Outcome")
    rows = [("growing", "3", "A wall", ""), ("Joining", "4", "A gate", ""), ("x", "5", "A", "")]
    report = create(importer, csv_file(tmp_path, *rows, ("", "6", "A", ""), header=header))
    assert [(item["id"], item["row"]) for item in report["made"]] == [("g03", 2), ("j04", 3)]
    told = messages(report, "not-placed")
    assert "There is no group “x”. Known here: growing, joining." in told
    assert "Nothing names its group" in told
    refused = importer.preview(tmp_path / "table.csv", "--create", "--group", "joining")
    assert "the row names the group “growing”" in messages(refused, "not-placed")


def test_a_number_leaves_out_the_words_that_its_group_puts_before_it(importer, tmp_path):
    header = ("No.", "Group", "Title", "Context")
    create(importer, csv_file(tmp_path, ("Joining theory 8", "Joining", "A", "B"), header=header))
    assert importer.theory("j04").number == 8


def test_word_tables_with_headings_struck_letters_and_numbers(importer, tmp_path):
    made = docx.Document()
    made.add_paragraph("Joining")
    grid = table(made, ("", "", "", ""), ("9. A fence", struck("A wall"), struck("Fear"), ""))
    grid.cell(1, 0).merge(grid.cell(1, 3)).text = "Theory 8: hedges"
    row = grid.add_row()
    put(row.cells[1], struck("A hedge"))
    create(importer, saved(made, tmp_path))
    fence = importer.theory("j05")
    assert (fence.number, fence.title) == (9, "A fence")
    assert (fence.model.initial, fence.model.final) == ("present", "absent")
    assert importer.texts("j05")[:2] == [("A wall", "removed"), ("A hedge", "removed")]


def test_the_first_theories_of_a_review(empty, tmp_path):
    create(empty, table_of(tmp_path, LAMP, ("E", "", *LAMP[2:])))
    library = linked(empty.root)
    assert list(library.theories) == ["t01", "t02"]
    assert library.theories["t02"].title.startswith("To be written")
    assert not library.has_two_models


def test_the_first_theories_tell_of_two_models_where_the_table_does(empty, tmp_path):
    create(empty, saved(document(("1", struck("A wall"), struck("Fear"), "")), tmp_path))
    model = empty.theory("t01").model
    assert (model.initial, model.final) == ("present", "absent")


def test_what_is_removed_has_no_place_in_a_review_of_one_model(mending, tmp_path):
    header = ("CMOC", "Context", "Outcome", "Status of context")
    file = csv_file(tmp_path, ("D", "It is dark", "THEY MEND", "removed"), header=header)
    report = create(mending, file)
    made = mending.theory("m05")
    assert [(s.text, s.change) for _, s in made.statements] == [("They mend", "not-stated")]
    assert "“It is dark” is removed" in messages(report, "not-placed")


def test_what_has_no_name_or_a_name_that_cannot_be_one_is_not_made(mending, tmp_path):
    rows = [(number, title, *LAMP[2:]) for number, title in (("n/a", ""), ("x" * 41, ""))]
    report = mending.preview(table_of(tmp_path, *rows), "--create")
    assert not report["made"]
    told = messages(report, "not-placed")
    assert "neither a number nor a title" in told
    assert "is no label as it stands in the place of a number. Write the label alone" in told
    without = csv_file(tmp_path, ("n/a", "", *LAMP[2:-1]), header=HEADER[:-1])
    assert not mending.preview(without, "--create")["added"]  # not even the file to the source


def test_files_that_a_count_of_the_source_does_not_know_are_made_and_it_is_told_of(
    importer, tmp_path
):
    file = csv_file(tmp_path, ("4", "A wall", "kept"), header=("No.", "Context", "Status"))
    result = importer.run(file, "--create", "--group", "growing", "--write")
    assert result.exit_code == 0
    assert "claim-verdict" in result.stderr
    assert importer.theory("g03").number == 4


def test_no_file_makes_more_than_anybody_looks_at(mending, tmp_path, monkeypatch):
    monkeypatch.setattr(making, "MOST", 5)
    rows = [(f"N{number}", *LAMP[1:]) for number in range(6)]
    result = mending.run(table_of(tmp_path, *rows), "--create")
    assert result.exit_code == 1
    assert "more than 5 files" in result.stderr


@pytest.mark.parametrize(
    ("label", "number", "title"),
    [
        ("4", 4, ""),
        ("4. Sharing", 4, "Sharing"),
        ("#4 Sharing", 4, "Sharing"),
        ("Theory 4", 4, ""),
        ("Theory 4: sharing", 4, "sharing"),
        ("Growing theory 4", 4, ""),
        ("Sharing (theory 4)", 4, "Sharing"),
        ("CMOC 3", "CMOC 3", ""),
        ("CMOC 3: Sharing", "CMOC 3", "Sharing"),
        ("1a", "1a", ""),
        ("B2 – Sharing", "B2", "Sharing"),
        ("A", "A", ""),
        ("A: sharing", "A", "sharing"),
        ("A shared table", None, "A shared table"),
        ("X-ray", None, "X-ray"),
        ("Sharing", None, "Sharing"),
    ],
)
def test_a_label_is_a_number_a_title_or_both(library, label, number, title):
    assert number_and_title(label, vocabulary(library)) == (number, title)


def test_ids_go_on_with_the_letters_of_the_others():
    assert usual_letters(["m01", "m02", "x1"], "t") == "m"
    assert usual_letters([], "t") == "t"


CHAIN = ("CMOC", "Title", "Context", "Outcome", "Leads to", "Summary", "Place")


def test_what_an_outcome_leads_to_is_named_by_theory_statement_or_own_context(mending, tmp_path):
    rows = [
        (
            "D",
            "A lamp",
            "It is dark",
            "They see",
            "C; m02 c1; c1; c9; D",
            "Light; it helps.",
            "found 1.1",
        ),
        ("", "", "", "They stay\nThey sing", "C", "", "found 1.2"),
        ("", "", "", "They go", "Nowhere", "", "found 1.2"),
    ]
    file = csv_file(tmp_path, *rows, header=CHAIN)
    report = create(mending, file)
    made = mending.theory("m05")
    assert made.summary == "Light; it helps."
    steps = [
        (step.theory, step.statement, step.context, step.at) for step in made.outcomes[0].leads_to
    ]
    assert steps == [
        ("m04", None, None, ("found 1.1",)),
        (None, "m02 c1", None, ("found 1.1",)),
        (None, None, "c1", ("found 1.1",)),
    ]
    assert not any(outcome.leads_to for outcome in made.outcomes[1:])
    told = messages(report, "not-placed")
    assert "“D”: that is the theory itself." in told
    assert "“C”: its row says no outcome, or several" in told
    assert "“Nowhere”: no theory and no statement is called so" in told
    assert create(mending, file)["written"] == []


def test_a_step_gets_another_place_and_a_summary_stays(mending, tmp_path):
    row = ("A", "", "", "They mend the next thing at home.", "m02 c1", "Otherwise.", "found 1.1")
    report = create(mending, csv_file(tmp_path, row, header=CHAIN))
    [step] = mending.theory("m01").outcomes[0].leads_to
    assert (step.statement, step.at[-1]) == ("m02 c1", "found 1.1")
    assert "another one, which stays" in messages(report, "contradicted")
    assert mending.theory("m01").summary != "Otherwise."


def test_what_is_retired_is_not_made_again(mending, tmp_path):
    gone = "\nretired: {why: Taken out., date: 2026-11-28}\n"
    for file in ("theories/m04.yml", "studies/cedar.yml"):
        with (mending.root / file).open("a", encoding="utf-8") as out:
            out.write(gone)
    label = str(linked(mending.root).every_theory["m04"].number)
    header = (*HEADER, "Leads to")
    rows = ((label, "Again", *LAMP[2:], ""), (*LAMP[:6], "cedar", "found 1.1", "m04"))
    report = create(mending, csv_file(tmp_path, *rows, header=header))
    assert [item["id"] for item in report["made"]] == ["m05"]
    told = messages(report, "not-placed")
    assert f"Row “{label} Again”: m04 of the review is retired. Nothing of the row" in told
    assert "cedar of the review is retired." in told
    assert "“m04”: m04 of the review is retired." in told
    file = csv_file(
        tmp_path, ("cedar", "2018", "x", "found 1.1"), header=("Study", "Year", "Design", "Place")
    )
    again = mending.preview(file, "--studies", "--create")
    assert not again["made"]
    assert "cedar of the review is retired. Nothing of the row" in messages(again, "not-placed")


def test_a_retired_intervention_is_not_made_again(importer, tmp_path):
    with (importer.root / "interventions/s03.yml").open("a", encoding="utf-8") as out:
        out.write("\nretired: {why: Taken out., date: 2026-11-28}\n")
    item = linked(importer.root).every_intervention["s03"]
    season = linked(importer.root).attributes.attributes[0]
    for file in (
        csv_file(tmp_path, (item.title, "x"), header=("Title", season.label)),
        csv_file(tmp_path, (season.label, "x"), header=("", item.title)),
    ):
        report = importer.preview(file, "--interventions", "--create")
        assert not report["made"]
        assert "s03 of the review is retired." in messages(report, "not-placed")


@pytest.mark.parametrize(
    ("status", "model"),
    [
        ("removed", ("present", "absent")),
        ("added", ("absent", "present")),
        ("", ("not-stated", "not-stated")),
        ("perhaps", ("not-stated", "not-stated")),
    ],
)
def test_the_status_of_a_row_without_statements_is_that_of_the_theory(
    importer, tmp_path, status, model
):
    header = ("No.", "Group", "Title", "Context", "Mechanism", "Outcome", "Place", "Status")
    row = ("8", "Joining", "A hedge", "", "", "", "findings 2.2", status)
    report = create(importer, csv_file(tmp_path, row, header=header))
    made = importer.theory("j04").model
    assert (made.initial, made.final) == model
    assert ("two models" in messages(report, "note")) == (model[0] == "not-stated")
    told = "“8”: the status “perhaps” is no known word" in messages(report, "contradicted")
    assert told == (status == "perhaps")


def test_normal_letters_of_a_teams_own_table_prove_nothing_unless_others_are_marked(
    importer, tmp_path
):
    def made(*contexts):
        own = docx.Document()
        rows = [(f"{n}. A hedge {n}", one, "findings 2.2") for n, one in enumerate(contexts, 8)]
        table(own, *rows, header=("Theory", "Context", "Place"))
        options = ("--create", "--group", "joining")
        report = importer.preview(saved(own, tmp_path), *options)
        return messages(report, "added"), messages(report, "note")

    added, note = made("It is high")
    assert "j04 c1: not-stated: “It is high”" in added
    assert "no statement in it is struck through or in capitals" in note
    added, note = made("It is high", struck("A wall"))
    assert "j04 c1: retained: “It is high”" in added
    assert "prove nothing" not in note
