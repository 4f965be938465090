"""All tables in one SQLite file, with their keys, so that Datasette and others open it as it is.

The same tables give the same bytes: nothing in the file tells when, where or by which version of
SQLite it was made. Sources: https://www.sqlite.org/fileformat2.html#the_database_header,
https://docs.datasette.io/en/stable/.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing

from generator.site.data.column import Cell
from generator.site.data.tables import DataTable

_SETTINGS = ("page_size = 4096", "auto_vacuum = NONE", "encoding = 'UTF-8'", "secure_delete = ON")
"""What one machine may have set up in another way than the next.

Without `secure_delete`, what lies in unused parts of pages differs between versions of SQLite.
"""
_CHANGES, _CHANGES_KNOWN, _LIBRARY = slice(24, 28), slice(92, 96), slice(96, 100)
"""Where the header counts changes, says for which count it holds, and which version wrote it."""
ABOUT, DICTIONARY = "about", "dictionary"


def database(about: Iterable[tuple[str, str]], tables: tuple[DataTable, ...]) -> bytes:
    """The file: a table of what it is and may be used for, the tables, and what columns mean."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        for setting in _SETTINGS:
            made.execute(f"PRAGMA {setting}")
        _add(made, ABOUT, ("name TEXT NOT NULL PRIMARY KEY", "value TEXT NOT NULL"), about)
        for table in tables:
            _add(made, table.name, _columns(table, tables), table.rows)
        _add(made, DICTIONARY, _DICTIONARY, _meanings(tables))
        made.execute("VACUUM")
        return _without_version(made.serialize())


def _name(key: str) -> str:
    """What a column is called here: its key, without the sign that means minus in SQL."""
    return key.replace("-", "_")


def _add(
    made: sqlite3.Connection,
    name: str,
    columns: Sequence[str],
    rows: Iterable[tuple[Cell, ...]],
) -> None:
    """A table with its rows; a cell with nothing in it is NULL."""
    lines = ",\n  ".join(columns)
    made.execute(f"CREATE TABLE {name} (\n  {lines}\n)")
    for row in rows:
        cells = [None if cell == "" else cell for cell in row]
        marks = ", ".join("?" * len(cells))
        made.execute(f"INSERT INTO {name} VALUES ({marks})", cells)  # noqa: S608 - a name of ours


def _columns(table: DataTable, tables: tuple[DataTable, ...]) -> tuple[str, ...]:
    """The columns of a table as SQL defines them, and the keys by which it leads to others."""
    defined = (
        f'"{_name(column.key)}" {"INTEGER" if table.is_whole(position) else "TEXT"}'
        + (" NOT NULL PRIMARY KEY" if column.key == table.key else "")
        for position, column in enumerate(table.columns)
    )
    leading = (
        f'FOREIGN KEY ("{_name(column.key)}") REFERENCES {named.name} ("{_name(named.key)}")'
        for column, named in table.links(tables)
    )
    return (*defined, *leading)


_DICTIONARY = (
    "table_name TEXT NOT NULL",
    "column_name TEXT NOT NULL",
    "label TEXT NOT NULL",
    "meaning TEXT NOT NULL",
    "PRIMARY KEY (table_name, column_name)",
)


def _meanings(tables: tuple[DataTable, ...]) -> Iterator[tuple[str, ...]]:
    return (
        (table.name, _name(column.key), column.label, column.meaning)
        for table in tables
        for column in table.columns
    )


def _without_version(file: bytes) -> bytes:
    """The file without what its header says of how it was written, which no reader needs."""
    header = bytearray(file)
    header[_CHANGES] = header[_CHANGES_KNOWN] = (1).to_bytes(4)
    header[_LIBRARY] = bytes(4)
    return bytes(header)
