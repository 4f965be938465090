from reviews import GARDEN, linked

from generator.pages.by_format import ByFormat
from generator.pages.views.matrix import matrix_view
from generator.pages.views.names import Names

LIBRARY = linked(GARDEN)
NAMES = Names(LIBRARY)
MATRIX = matrix_view(LIBRARY.guidance["starting-a-garden"].matrix, NAMES, ByFormat(LIBRARY))


def cells(column) -> dict[str, list[str]]:
    return {title: [item.link.fragment for item in found] for title, found in column.cells}


def test_a_finding_stands_in_the_column_of_each_of_its_formats():
    beds, pots = MATRIX.columns
    assert cells(beds) == {"Benefits": ["gar-01"], "Limits": [], "Risks": ["gar-03"]}
    assert cells(pots) == {"Benefits": ["gar-01"], "Limits": ["gar-02"], "Risks": []}


def test_the_interventions_of_a_column_come_from_their_own_files():
    beds, pots = MATRIX.columns
    assert [link.text for link in beds.interventions.first] == ["#1", "#2"]
    assert [link.text for link in pots.interventions.first] == ["#3"]


def test_what_stands_in_short_leads_to_where_it_stands_in_full():
    [only] = MATRIX.board
    assert only.link.text == "May help neighbours to know one another."
    assert only.link.address.path == "guidance/starting-a-garden/"
    assert only.link.fragment == "gar-01"


def test_every_cell_of_the_table_is_there_and_an_empty_one_says_so(garden_pages):
    body = garden_pages["guidance/starting-a-garden/"].body
    table = body[body.index('class="rl-matrix"') : body.index("</table>")]
    assert table.count("<td") == 2 * 4
    assert table.count("No statement is listed here.") == 2
    assert table.count("<th ") == 5 + 2
