"""The rows of a table as its page prints them, for a file of its own.

They are read from the markup of the table, so that a file says what the page says, hedges and
marks with it, of every kind of table that there is or will be; the button of the tables to explore
does the same in a browser.
"""

from __future__ import annotations

from html.parser import HTMLParser

from generator.site.data.csv_file import MARK, csv_text


def csv_of_table(markup: str) -> str:
    """The header and the body of the one table in `markup`; what is added up below is no row."""
    table = _Table()
    table.feed(markup)
    table.close()
    return MARK + csv_text(table.rows)


class _Table(HTMLParser):
    """Takes the text of each cell, with single spaces."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._in_cell = self._is_below = False

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - as it is called
        """Begin a row or a cell."""
        self._is_below = self._is_below or tag == "tfoot"
        if self._is_below:
            return
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append("")
            self._in_cell = True

    def handle_endtag(self, tag: str) -> None:
        """End a cell."""
        if self._in_cell and tag in ("th", "td"):
            self._in_cell = False
            self.rows[-1][-1] = " ".join(self.rows[-1][-1].split())

    def handle_data(self, data: str) -> None:
        """Text, which counts within cells alone."""
        if self._in_cell:
            self.rows[-1][-1] += data
