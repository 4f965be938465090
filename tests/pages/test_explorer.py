"""Tables to explore: what rows are found under, in which order, and in which group."""

from dataclasses import replace

from reviews import GARDEN, context_of, copy_of, edit, holding, linked

from generator.library.kinds import ATTRIBUTES
from generator.library.library import Library
from generator.pages.views.explored_interventions import intervention_explorer, intervention_groups
from generator.pages.views.explored_theories import theory_explorer
from generator.pages.views.explorer import Explorer, ExplorerCell, cut

LIBRARY = linked(GARDEN)
CONTEXT = context_of(LIBRARY)
SCHEMES = intervention_explorer(LIBRARY, CONTEXT.names)
THEORIES = theory_explorer(LIBRARY, CONTEXT.names, CONTEXT.model)


def options(made: Explorer, column: str) -> list[tuple[str, str, int]]:
    """What rows can be filtered by in a column."""
    (found,) = (one for one in made.columns if one.id == column)
    return [(option.token, option.label, option.count) for option in found.options]


def cells(made: Explorer, column: str) -> dict[str, ExplorerCell]:
    """The cells of a column, by the ids of their rows."""
    at = [one.id for one in made.columns].index(column)
    return {row.id: row.cells[at] for group in made.groups for row in group.rows}


def faceted(*ids: str) -> Library:
    """The example review with these attributes to compare by."""
    attributes = LIBRARY.attributes
    changed = tuple(
        one.model_copy(update={"facet": one.id in ids}) for one in attributes.attributes
    )
    return holding(LIBRARY, ATTRIBUTES, attributes.model_copy(update={"attributes": changed}))


def test_columns_are_the_attributes_that_the_review_compares_by():
    assert [column.id for column in SCHEMES.columns] == ["plot-type", "season"]
    assert SCHEMES.total == 3


def test_a_contradiction_is_found_under_both_readings_and_says_so():
    cell = cells(SCHEMES, "season")["s01"]
    assert cell.tokens == "summer all-year"
    assert cell.shown.mark == "contradiction"
    assert ("summer", "Summer only", 2) in options(SCHEMES, "season")
    assert sum(count for _, _, count in options(SCHEMES, "season")) == SCHEMES.total + 1


def test_what_is_not_stated_can_be_filtered_by_and_stands_last():
    library = faceted("tools-provided")
    made = intervention_explorer(library, context_of(library).names)
    assert options(made, "tools-provided")[-1] == ("_not-stated", "not stated", 1)
    assert cells(made, "tools-provided")["s02"].rank is None


def test_what_does_not_apply_is_filtered_by_as_our_reading():
    library = faceted("shed")
    made = intervention_explorer(library, context_of(library).names)
    assert ("_not-applicable", "does not apply, our reading", 1) in options(made, "shed")


def test_words_that_every_row_has_beside_a_value_stand_where_rows_are_filtered(tmp_path):
    root = copy_of(GARDEN, tmp_path / "garden")
    words = "    value: shared-beds\n", "    value: shared-beds\n    text: given as an example\n"
    library = linked(edit(root, ("interventions/s01.yml", *words)))
    made = intervention_explorer(library, context_of(library).names)
    assert options(made, "plot-type")[0] == ("shared-beds", "Shared beds, given as an example", 1)
    other = ("    value: single-plots\n", "    value: shared-beds\n")
    library = linked(edit(root, ("interventions/s02.yml", *other)))
    made = intervention_explorer(library, context_of(library).names)
    assert options(made, "plot-type")[0] == ("shared-beds", "Shared beds", 2)


def test_rows_are_sorted_in_the_order_of_the_choices():
    ranks = {id: cell.rank for id, cell in cells(SCHEMES, "plot-type").items()}
    assert ranks == {"s01": 0, "s02": 1, "s03": 2}


def test_rows_stand_in_groups_by_format_each_once():
    assert [group.title for group in SCHEMES.groups] == [
        "Shared beds", "Single plots", "Pots on balconies",
    ]  # fmt: skip
    assert [row.id for group in SCHEMES.groups for row in group.rows] == ["s01", "s02", "s03"]


def test_figures_are_stated_or_not_and_are_sorted_as_numbers():
    library = faceted("members-nearby")
    made = intervention_explorer(library, context_of(library).names)
    figures = cells(made, "members-nearby")
    stated = {id: cell for id, cell in figures.items() if cell.shown.values}
    assert options(made, "members-nearby")[0] == ("_stated", "stated", len(stated))
    number = {id: library.interventions[id].values_of("members-nearby")[0] for id in stated}
    rank = {id: cell.rank for id, cell in stated.items()}
    assert sorted(stated, key=rank.__getitem__) == sorted(stated, key=number.__getitem__)
    assert options(made, "members-nearby")[-1][0] == "_not-extracted"


def test_theories_stand_in_the_groups_of_the_model():
    assert [group.id for group in THEORIES.groups] == [g.id for g in LIBRARY.review.groups]
    assert {row.id for group in THEORIES.groups for row in group.rows} == set(LIBRARY.theories)


def test_theories_are_found_by_model_basis_confidence_and_format():
    tokens = {c.id: [option.token for option in c.options] for c in THEORIES.columns}
    assert tokens["summary"] == []
    assert set(tokens["model"]) == {theory.change for theory in LIBRARY.theories.values()}
    assert set(tokens["basis"]) <= {"reported", "inferred", "conflict", "_not-stated"}
    assert "_not-extracted" in tokens["confidence"]
    assert "_any" in tokens["format"]


def test_a_theory_that_is_not_limited_to_a_format_is_found_as_that_and_under_none():
    cell = cells(THEORIES, "format")["g01"]
    assert [value.token for value in cell.values] == ["_any"]
    assert "any" in cell.shown.values[0]


def test_a_format_that_is_reported_is_so_beside_one_that_is_not_stated_by_our_reading(tmp_path):
    inferred = "    basis: inferred\n    why: Only [[s02]] gave each member a plot.\n"
    beside = "  - {covers: not-stated, basis: inferred, why: Invented., at: [findings 2.4]}\n"
    edits = (inferred, "    basis: reported\n"), ("formats:\n", f"formats:\n{beside}")
    root = copy_of(GARDEN, tmp_path / "garden")
    library = linked(edit(root, *(("theories/j03.yml", *one) for one in edits)))
    context = context_of(library)
    cell = cells(theory_explorer(library, context.names, context.model), "format")["j03"]
    assert (cell.tokens, cell.shown.state) == ("single-plots", "reported")


def test_a_choice_that_this_site_alone_infers_says_so_where_rows_are_filtered():
    by_row = cells(THEORIES, "model")
    assert by_row["gx1"].shown.state == "inferred"
    (column,) = (one for one in THEORIES.columns if one.id == "model")
    for option in column.options:
        alone = {c.shown.state for c in by_row.values() if option.token in c.tokens.split()}
        assert option.label.endswith(", inferred") == (alone == {"inferred"}), option


def test_a_place_in_the_model_by_our_reading_is_marked():
    cell = cells(THEORIES, "model")["gx1"]
    assert (cell.shown.mark, cell.shown.text) == ("inferred", "its place is this site’s reading")
    assert cells(THEORIES, "model")["j01"].shown.mark == ""


def test_the_rows_of_a_group_that_is_too_long_have_several_pages_with_names_of_their_own():
    assert list(cut("pots", "Pots", 200)) == [("pots", "Pots (200)", slice(200))]
    assert list(cut("pots", "Pots", 401)) == [
        ("pots", "Pots (1 to 200 of 401)", slice(0, 200)),
        ("pots-from-201", "Pots (201 to 400 of 401)", slice(200, 400)),
        ("pots-from-401", "Pots (401 to 401 of 401)", slice(400, 401)),
    ]


def test_sections_hold_each_row_once_and_say_so_before_any_row_is_made():
    groups = intervention_groups(LIBRARY, CONTEXT.names)
    ahead = [(id, title) for g, ids in groups for id, title, _ in cut(g.name, g.title, len(ids))]
    assert [(section.id, section.title) for section in SCHEMES.sections] == ahead
    rows = [row.id for section in SCHEMES.sections for g in section.view.groups for row in g.rows]
    assert sorted(rows) == sorted(LIBRARY.interventions)


def test_one_row_is_not_told_as_one_of_one():
    assert replace(THEORIES, total=1).told == "1 theory"
    assert replace(THEORIES, total=3).told == "3 of 3 theories"
