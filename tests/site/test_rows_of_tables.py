"""Each table of evidence has a file of exactly its rows, on its page and for those who keep it."""

import csv
import io
from posixpath import normpath

import pytest
from lxml import html
from reviews import GARDEN, ROOT, bodies, context_of, linked

from generator.site import figures
from generator.site.data.csv_file import FORMULA, MARK
from generator.site.rows_of_tables import csv_of_table


def read(text: str) -> list[list[str]]:
    assert text.startswith(MARK)
    return list(csv.reader(io.StringIO(text.removeprefix(MARK))))


def printed(table: html.HtmlElement) -> list[list[str]]:
    """What a reader reads in each cell of the header and of the body."""
    rows = table.xpath("thead/tr | tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]


def harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


@pytest.mark.parametrize("root", [GARDEN, ROOT], ids=["garden", "real"])
def test_file_and_page_agree_on_the_rows_and_cells_of_every_table(root):
    made = figures.files(context_of(linked(root)))
    pages = {path: body for path, body in bodies(root).items() if path.startswith("evidence/")}
    linked_to = []
    for path, body in pages.items():
        tree = html.fromstring(f"<main>{body}</main>")
        for table in tree.xpath("//table[not(contains(@class, 'rl-table-explored'))]"):
            [link] = table.xpath("following::a[@download][1]")
            assert "the rows of this table (CSV)" in link.text_content(), path
            linked_to.append(normpath(path + link.get("href")))
            rows = [[harmless(cell) for cell in row] for row in printed(table)]
            assert read(made[linked_to[-1]]) == rows, linked_to[-1]
    assert sorted(linked_to) == sorted(path for path in made if path.endswith(".table.csv"))
    assert len(linked_to) > 5


def test_what_is_added_up_is_no_row_and_nothing_is_a_formula():
    head = "<caption>Beds</caption><thead><tr><th>Part</th><th>=1+1</th></tr></thead>"
    body = "<tbody><tr><th>A &amp;\n <b>B</b></th><td>-2 <span>inferred</span></td></tr></tbody>"
    foot = "<tfoot><tr><th>Sum</th><td>2</td></tr></tfoot>"
    rows = read(csv_of_table(f"<table>{head}{body}{foot}</table>"))
    assert rows == [["Part", "'=1+1"], ["A & B", "'-2 inferred"]]
