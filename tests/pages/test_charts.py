"""Charts: what they show is what the tables say, in words too, and nothing by colour alone."""

import csv
import io
import os
import re
from xml.etree import ElementTree

import pytest
from reviews import EXAMPLES, GARDEN, ROOT, context_of, edit, holding, linked

from generator.entities.intervention import Choice
from generator.library.kinds import ATTRIBUTES, INTERVENTION, THEORY
from generator.pages import addresses
from generator.pages.views.figures import drawing
from generator.pages.views.figures.figure import MOST
from generator.pages.views.figures.flow import flow_table
from generator.pages.views.figures.statement_map import mark
from generator.site.catalogue import pages
from generator.site.data.downloads import MARK
from generator.site.figures import files

GOLDEN = EXAMPLES / "figures" / "map.svg"
"""After a change that is meant: `REALIST_REGOLD=1 pytest tests/pages/test_charts.py`, and look."""
SVG = "{http://www.w3.org/2000/svg}"
CONTEXTS = {name: context_of(linked(root)) for name, root in (("garden", GARDEN), ("real", ROOT))}
GARDEN_FILES = {path: make() for path, make in files(CONTEXTS["garden"]).items()}


def figures(context):
    return {
        table.figure.path: table.figure
        for view in map(context.evidence, context.library.evidence)
        for table in view.tables
        if table.figure
    }


EVERY = {
    f"{name} {path}": (context, figure)
    for name, context in CONTEXTS.items()
    for path, figure in figures(context).items()
}


def rows(path: str, files: dict[str, str] = GARDEN_FILES) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"{path}.csv"].removeprefix(MARK))))


def test_tables_of_the_garden_have_the_charts_of_their_kind():
    assert sorted(path.removeprefix("figures/") for path in figures(CONTEXTS["garden"])) == [
        "members-and-tools/nearby",
        "plots/by-plot",
        "plots/by-season",
        "side-by-side/flow",
        "side-by-side/map",
        "side-by-side/plots-and-seasons",
        "side-by-side/steps",
    ]


@pytest.mark.parametrize("name", CONTEXTS)
def test_below_its_heading_a_chart_says_only_what_is_to_be_seen(name):
    context = CONTEXTS[name]
    for view in map(context.evidence, context.library.evidence):
        for table in view.tables:
            if figure := table.figure:
                assert table.caption not in figure.seen
                assert figure.title == figure.drawing.title == f"{table.caption}. {figure.seen}"
                assert figure.seen[0].isupper() or figure.seen[0].isdigit()


@pytest.mark.parametrize("name", EVERY)
def test_a_chart_says_in_words_what_it_shows_and_stays_within_its_frame(name: str):
    _, figure = EVERY[name]
    assert figure.words.endswith(".")
    stays_within_its_frame(figure.drawing, figure.title)
    assert figure.drawing.is_wide == (figure.narrow is not None)
    if figure.narrow:
        stays_within_its_frame(figure.narrow, figure.title)
        assert not figure.narrow.is_wide


def stays_within_its_frame(made: drawing.Drawing, title: str) -> None:
    assert made.title == title
    numbers = [
        tuple(map(float, pair))
        for s in made.shapes
        for pair in re.findall(r"M(\S+) ([\d.]+)", s.path)
    ]
    inside = [*numbers, *((label.x, label.y) for label in made.labels)]
    assert [p for p in inside if not (0 <= p[0] <= made.width and 0 <= p[1] <= made.height)] == []


@pytest.mark.parametrize("name", EVERY)
def test_every_square_of_a_chart_has_its_row(name: str):
    _, figure = EVERY[name]
    shown = [label.text for label in figure.drawing.labels if re.fullmatch(r"#\d+", label.text)]
    listed = (
        [row[figure.columns.split().index("intervention")] for row in figure.rows]
        if (shown)
        else []
    )
    assert sorted(shown) == sorted(listed)


def test_a_contradiction_is_drawn_in_each_of_its_places_and_told():
    figure = figures(CONTEXTS["garden"])["figures/plots/by-season"]
    dashed = [s.title for s in figure.drawing.shapes if s.look is drawing.DASHED]
    assert len(dashed) == 2
    assert len(set(dashed)) == 1
    assert "since the source contradicts itself: #1." in figure.marks
    assert figure.title.endswith(", some listed more than once")
    assert [r["season-state"] for r in rows(figure.path) if r["intervention"] == "#1"] == [
        "conflict",
        "conflict",
    ]


def test_words_that_go_with_a_value_stand_with_it_in_the_chart_its_rows_and_its_points(garden_copy):
    value = "plot-type:\n    value: single-plots\n"
    edit(
        garden_copy,
        ("interventions/s02.yml", value, f"{value}    text: given as an example\n"),
    )
    context = context_of(linked(garden_copy))
    made = figures(context)
    figure = made["figures/plots/by-plot"]
    assert figure.marks == "Given as an example: #2."
    assert figure.marks in " ".join(label.text for label in figure.drawing.labels)
    path = f"{figure.path}.csv"
    listed = rows(figure.path, {path: files(context)[path]()})
    said = {row["intervention"]: row["plot-type"] for row in listed}
    assert said["#2"].endswith(" (given as an example)")
    assert "(" not in said["#1"]
    titles = [shape.title for shape in made["figures/side-by-side/map"].drawing.shapes]
    assert any(title.endswith(" (given as an example)") for title in titles)
    bodies = {page.address: page.body for page in pages(context)}
    assert "(given as an example)</td>" in bodies[figure.explored]


def test_what_is_inferred_is_drawn_with_a_corner_and_told():
    figure = figures(CONTEXTS["garden"])["figures/plots/by-season"]
    assert "inferred by this site: #2." in figure.marks


def test_the_map_counts_every_entry_of_the_data():
    context = CONTEXTS["real"]
    table = context.evidence("stated").tables[0]
    library = context.library
    every = len(library.interventions) * len(library.attributes.attributes)
    unstated = sum(len(item.not_stated) for item in library.interventions.values())
    assert table.states.total == sum(c.total for c in table.states.columns) == every
    assert f"Of {every} entries, {unstated} are not stated" in table.figure.title
    path = f"{table.figure.path}.csv"
    listed = rows(table.figure.path, {path: files(context)[path]()})
    assert len(listed) == every
    assert sum(row["state"] == "not-stated" for row in listed) == unstated


def test_a_phone_gets_the_map_as_counts_of_every_entry_group_by_group():
    context = CONTEXTS["real"]
    figure = context.evidence("stated").tables[0].figure
    totals = [int(re.search(r": of (\d+) entries: ", said)[1]) for said in figure.words_by_group]
    parts = [sum(map(int, re.findall(r" (\d+)[,.]", said))) for said in figure.words_by_group]
    assert totals == parts
    assert sum(totals) == len(figure.rows)
    empty = sum(s.path.count("M") for s in figure.narrow.shapes if s.look is drawing.FAINT)
    unstated = sum(row[3] == "not-stated" for row in figure.rows)
    assert empty == unstated + 1  # and one that says what such a mark means


def test_a_phone_gets_a_grid_of_two_attributes_as_a_list_of_the_same_squares():
    figure = figures(CONTEXTS["real"])["figures/countries/formats-and-countries"]
    squares = [
        sorted(label.text for label in made.labels if re.fullmatch(r"#\d+", label.text))
        for made in (figure.drawing, figure.narrow)
    ]
    assert squares[0] == squares[1]


def test_the_map_has_a_form_of_its_own_for_every_state():
    looks = {}
    for state in ("reported", "inferred", "conflict", "not-applicable", "not-stated", "other"):
        shapes = mark(state, 0, 0)
        looks[state] = tuple((s.path, s.look.fill == "none", s.look.dash) for s in shapes)
    assert len(set(looks.values())) == len(looks)


def test_kinds_of_figures_that_cannot_be_compared_never_stand_on_one_axis():
    real = figures(CONTEXTS["real"])
    offered, trial = (real[f"figures/take-up/{id}"] for id in ("accepted-offer", "joined-trial"))
    values = {item.value for context in [CONTEXTS["real"]] for item in percentages(context)}
    assert {row[2] for row in (*offered.rows, *trial.rows)} == {f"{value:g}" for value in values}
    assert {row[0] for row in offered.rows} & {row[0] for row in trial.rows} == set()


def percentages(context):
    kinds = {a.id for a in context.library.attributes.attributes if a.kind == "percentage"}
    return [
        known
        for item in context.library.interventions.values()
        for name, known in item.attributes.items()
        if name in kinds
    ]


def test_a_step_from_an_earlier_scheme_is_drawn_and_listed():
    figure = figures(CONTEXTS["garden"])["figures/side-by-side/steps"]
    assert figure.words == "#2 based on #1."
    assert [r["earlier"].split()[0] for r in rows(figure.path)] == ["#1"]


def test_the_flow_of_the_search_says_what_is_printed_and_what_is_not():
    figure = figures(CONTEXTS["garden"])["figures/side-by-side/flow"]
    assert figure.title == "From the invented search to the schemes. 9 documents read, 3 schemes"
    assert figure.words == (
        "9 documents read: 6 studies, 3 leaflets. "
        "Which document tells of which scheme is not said. 3 schemes."
    )
    assert [row["number"] for row in rows(figure.path)] == ["9", "3"]
    drawn = " ".join(label.text for label in figure.drawing.labels)
    assert drawn.index("6 studies 3 leaflets") < drawn.index("Which document tells of which")


def test_parts_of_a_step_that_do_not_add_up_are_told_of_as_the_source_prints_them():
    library = linked(GARDEN)
    page = library.evidence["side-by-side"]
    table = next(table for table in page.tables if table.kind == "flow")
    step = table.steps[0].model_copy(update={"count": 10})
    wrong = table.model_copy(update={"steps": (step, table.steps[1])})
    first, _ = flow_table(wrong, library, CONTEXTS["garden"].names).steps
    assert first.printed == "10"
    assert first.parts[-1] == "which add up to 9; the report prints 10"


def test_of_too_many_interventions_no_chart_is_drawn():
    library = CONTEXTS["garden"].library
    one = library.interventions["s01"]
    many = [one.model_copy(update={"id": f"s{n}", "number": n}) for n in range(10, 11 + MOST)]
    every = (*library.interventions.values(), *many)
    assert figures(context_of(holding(library, INTERVENTION, *every))) == {}


def test_the_map_shows_every_intervention_however_many_formats_there_are():
    library = CONTEXTS["garden"].library
    one, (format, *attributes) = library.interventions["s01"], library.attributes.attributes
    choices = [Choice(id=f"f{n}", label=f"Format {n}") for n in range(30)]
    items = [
        one.model_copy(update={
            "id": f"s{n}", "number": n,
            "attributes": {"plot-type": one.attributes["plot-type"].model_copy(
                update={"value": f"f{n}"})},
        })
        for n in range(30)
    ]  # fmt: skip
    wide = format.model_copy(update={"choices": (*format.choices, *choices)})
    known = library.attributes.model_copy(update={"attributes": (wide, *attributes)})
    every = holding(library, INTERVENTION, *library.interventions.values(), *items)
    made = context_of(holding(every, ATTRIBUTES, known))
    drawn = figures(made)["figures/side-by-side/map"].drawing
    assert {label.text for label in drawn.labels} >= {str(item.number) for item in items} | {"AA"}


def test_of_what_nobody_printed_there_is_no_chart_of_bars():
    library = CONTEXTS["garden"].library
    silent = [
        item.model_copy(update={"attributes": {
            name: known for name, known in item.attributes.items() if name != "members-nearby"
        }})
        for item in library.interventions.values()
    ]  # fmt: skip
    made = figures(context_of(holding(library, INTERVENTION, *silent)))
    assert "figures/members-and-tools/nearby" not in made


@pytest.mark.parametrize("path", [path for path in GARDEN_FILES if path.endswith(".svg")])
def test_a_file_stands_alone_with_its_caption_and_its_source(path: str):
    tree = ElementTree.fromstring(GARDEN_FILES[path])
    said = " ".join(text.text or "" for text in tree.iter(f"{SVG}text"))
    title = tree.findtext(f"{SVG}title")
    assert title
    assert " ".join(title.split()) in said
    assert CONTEXTS["garden"].library.review.source.title in said
    assert tree.findtext(f"{SVG}desc")
    for element in tree.iter():
        assert "style" not in element.attrib
    assert "href" not in GARDEN_FILES[path]


def test_the_map_of_the_garden_is_drawn_as_it_was():
    drawn = GARDEN_FILES["figures/side-by-side/map.svg"]
    if os.environ.get("REALIST_REGOLD"):
        GOLDEN.write_text(drawn, encoding="utf-8")
    assert drawn == GOLDEN.read_text(encoding="utf-8")


def test_the_picture_of_the_model_has_a_tile_for_each_theory_in_its_font():
    context = CONTEXTS["garden"]
    picture = context.picture
    assert picture is not None
    said = " ".join(label.text for label in picture.labels)
    for theory in context.library.theories.values():
        shown = theory.title.upper() if theory.change == "added" else theory.title
        assert shown.split()[-1] in said
    struck = {label.text for label in picture.labels if label.decoration == "line-through"}
    assert " ".join(sorted(struck)).count("rule book") == 1
    assert "Struck through: Initial model only: no evidence found" in said
    assert addresses.MODEL_FIGURE in GARDEN_FILES


def test_a_model_of_too_many_theories_has_no_picture():
    library = CONTEXTS["garden"].library
    one = library.theories["g01"]
    many = [one.model_copy(update={"id": f"g{n}", "number": n}) for n in range(10, 11 + MOST)]
    made = context_of(holding(library, THEORY, *library.theories.values(), *many))
    assert made.picture is None
    assert addresses.MODEL_FIGURE not in files(made)
