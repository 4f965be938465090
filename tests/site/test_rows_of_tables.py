"""Each table of evidence has a file of exactly its rows, on its page and for those who keep it."""

import csv
import io
from posixpath import normpath

import pytest
from lxml import html
from reviews import GARDEN, ROOT, context_of, linked

from generator.pages import addresses
from generator.pages.views import explorer
from generator.site import figures
from generator.site.catalogue import pages
from generator.site.context import Context
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
    return f"'{cell}" if cell[:1] in FORMULA else cell


CONTEXTS = {"garden": context_of(linked(GARDEN)), "real": context_of(linked(ROOT))}


def tree_of(id: str, context: Context) -> html.HtmlElement:
    """A page of evidence."""
    [body] = [page.body for page in pages(context) if page.address == addresses.evidence(id)]
    return html.fromstring(f"<main>{body}</main>")


def file_after(element: html.HtmlElement, id: str) -> str:
    """The first file that is offered after it, by its path within the site."""
    link = element.xpath("following::a[@download][1]")[0]
    assert link.text_content() == "the rows of this table (CSV)"
    return normpath(addresses.evidence(id).path + link.get("href"))


@pytest.mark.parametrize("name", CONTEXTS)
def test_file_and_page_agree_on_the_rows_and_cells_of_every_table(name):
    context = CONTEXTS[name]
    made, offered = figures.files(context), []
    for id in context.library.evidence:
        for table in tree_of(id, context).xpath("//table[not(@class[contains(., 'explored')])]"):
            offered.append(file_after(table, id))
            rows = [[harmless(cell) for cell in row] for row in printed(table)]
            assert read(made[offered[-1]]()) == rows, offered[-1]
    assert len(offered) > 5
    assert sorted(offered) == sorted(path for path in made if path.endswith(".table.csv"))


def test_a_table_with_pages_of_its_own_has_one_file_of_all_its_rows(monkeypatch):
    whole = figures.files(CONTEXTS["garden"])
    monkeypatch.setattr(explorer, "MOST", 1)
    context = context_of(linked(GARDEN))
    tree, apart = tree_of("members-and-tools", context), figures.files(context)
    ways = tree.xpath("//ul[li/a[contains(., '(1 to 1 of')]]")
    offered = [file_after(way, "members-and-tools") for way in ways]
    assert addresses.table_rows("members-and-tools", "tools") in offered
    assert [apart[path]() for path in offered] == [whole[path]() for path in offered]


def test_what_is_added_up_is_no_row_and_nothing_is_a_formula():
    head = "<caption>Beds</caption><thead><tr><th>Part</th><th>=1+1</th></tr></thead>"
    body = "<tbody><tr><th>A &amp;\n <b>B</b></th><td>-2 <span>inferred</span></td></tr></tbody>"
    foot = "<tfoot><tr><th>Sum</th><td>2</td></tr></tfoot>"
    rows = read(csv_of_table(f"<table>{head}{body}{foot}</table>"))
    assert rows == [["Part", "'=1+1"], ["A & B", "'-2 inferred"]]


def test_a_mark_stands_in_brackets_where_its_look_is_lost():
    context = CONTEXTS["garden"]
    made = figures.files(context)
    cells = [
        cell
        for id in context.library.evidence
        for table in context.evidence(id).tables
        if table.file in made
        for row in read(made[table.file]())
        for cell in row
    ]
    assert "does not apply (our reading)" in cells
    assert not any(cell.endswith((" our reading", " Inferred by this site")) for cell in cells)
    assert any("(Inferred by this site)" in cell for cell in cells)


def test_what_no_place_says_has_no_place_called_none():
    made = figures.files(CONTEXTS["garden"])
    files = [read(make()) for path, make in made.items() if path.endswith(".table.csv")]
    places = [
        row[head.index("Source")] for head, *rows in files if "Source" in head for row in rows
    ]
    assert "–" in places
    assert "none" not in places
