"""Charts to explore: their entries are those of the charts drawn at build time, and no others."""

from collections import Counter

import pytest
from reviews import GARDEN, ROOT, context_of, holding, linked, text_of

from generator.library.kinds import INTERVENTION
from generator.pages.views.figures.explored_chart import PLOTLY, explored_chart, explored_charts
from generator.pages.views.figures.figure import MOST
from generator.site.catalogue import pages

CONTEXTS = {name: context_of(linked(root)) for name, root in (("garden", GARDEN), ("real", ROOT))}
FIGURES = {
    (name, page, table.id): table.figure
    for name, ctx in CONTEXTS.items()
    for page in ctx.library.evidence
    for table in ctx.evidence(page).tables
    if table.figure
}
CHARTS = {
    (name, page.id, table.id): (
        table.kind,
        explored_chart(page, table, FIGURES[name, page.id, table.id], ctx.library, ctx.names),
    )
    for name, ctx in CONTEXTS.items()
    for page, table in explored_charts(ctx.library)
}


def points(chart):
    return [(line, point) for line in chart.lines for point in line.points]


@pytest.mark.parametrize("id", CHARTS, ids="/".join)
def test_its_entries_are_the_rows_of_the_chart_above_the_table(id):
    kind, chart = CHARTS[id]
    rows, columns = chart.figure.rows, chart.figure.columns.split()
    found = points(chart)
    assert chart.figure == FIGURES[id]
    assert chart.total == len(found) == len(rows) > 0
    of_item = columns.index("intervention")
    assert Counter(point.link.text for _, point in found) == Counter(
        f"{row[of_item]} {row[of_item + 1]}" for row in rows
    )
    states = [{row[n] for n, name in enumerate(columns) if "state" in name} for row in rows]
    if kind == "cross":  # one mark tells of two attributes
        assert all(point.state in set().union(*states) for _, point in found)
    else:
        told = Counter(point.state for _, point in found)
        assert told == Counter(state for (state,) in states)


@pytest.mark.parametrize("id", CHARTS, ids="/".join)
def test_the_states_are_counted_and_the_chart_has_room_for_its_lines(id):
    _, chart = CHARTS[id]
    counted = Counter(point.state for _, point in points(chart))
    assert {key.state: key.count for key in chart.keys} == counted
    assert len({str(key.mark.shapes) for key in chart.keys}) == len(chart.keys)
    assert chart.height > 20 * (len(chart.lines) + len(chart.groups))


def test_every_chart_with_an_entry_for_each_intervention_can_be_explored():
    explored = {id for id, figure in FIGURES.items() if figure.explored}
    assert explored == set(CHARTS)
    kinds = {
        (name, page.id, table.id): table.kind
        for name, ctx in CONTEXTS.items()
        for page in ctx.library.evidence.values()
        for table in page.tables
    }
    assert {kinds[id] for id in FIGURES.keys() - explored} == {"flow", "lineage"}
    assert {kind for kind, _ in CHARTS.values()} == {"choices", "cross", "interventions", "states"}


def test_a_contradiction_stands_in_each_of_its_places_and_says_so_in_each():
    _, chart = CHARTS["garden", "plots", "by-season"]
    both = [(line.label, point.told) for line, point in points(chart) if point.state == "conflict"]
    assert len(both) == 2
    assert both[0][0] != both[1][0]
    assert both[0][1] == both[1][1]
    assert " and " in both[0][1]
    assert both[0][1].endswith("(contradiction)")


def test_its_page_names_what_stands_in_several_places():
    told = "Shown more than once, since the source contradicts itself: #1."
    found = [page for page in pages(CONTEXTS["garden"]) if told in text_of(page.body)]
    shown = {chart.figure.explored for _, chart in CHARTS.values() if chart.contested}
    assert found
    assert {page.address for page in found} <= shown
    assert not CHARTS["garden", "side-by-side", "map"][1].contested


def test_its_page_is_found_by_its_link_alone():
    ctx = CONTEXTS["garden"]
    unlisted = [page for page in pages(ctx) if not page.is_listed]
    assert {page.address for page in unlisted} == {
        figure.explored for (name, *_), figure in FIGURES.items() if name == "garden"
    } - {None}
    for page in unlisted:
        assert "search: {exclude: true}" in page.front_matter
        assert f"Plotly {PLOTLY.version}" in page.body


def test_of_too_many_interventions_none_is_drawn_and_none_explored():
    library = CONTEXTS["garden"].library
    (one, *_) = library.interventions.values()
    many = [one.model_copy(update={"id": f"s{n}", "number": n}) for n in range(1, MOST + 2)]
    assert list(explored_charts(holding(library, INTERVENTION, *many))) == []
    assert list(explored_charts(holding(library, INTERVENTION, *many[:-1]))) != []
