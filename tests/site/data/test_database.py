"""The tables as a database: sound, complete, with keys that lead somewhere, the same each time."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest
from reviews import MENDING, ROOT, downloaded, linked

from generator.check.recount import recount
from generator.citing.edition import Edition
from generator.entities import Release
from generator.pages import addresses
from generator.site.data.column import Column
from generator.site.data.database import database
from generator.site.data.downloads import downloads
from generator.site.data.tables import DataTable, tables

RELEASE = Release(version="1.2.0", date=date(2022, 3, 2), changes=("Invented.",))


@pytest.fixture(scope="module", params=["garden", "mending", "real"])
def review(request, library):
    return {"garden": lambda: library, "mending": lambda: linked(MENDING)}.get(
        request.param, lambda: linked(ROOT)
    )()


@pytest.fixture
def opened(review) -> Iterator[sqlite3.Connection]:
    with closing(of(downloaded(review)[addresses.DATABASE])) as connection:
        yield connection


def of(content) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content)
    return connection


def asked(connection: sqlite3.Connection, sql: str) -> list[tuple]:
    return connection.execute(sql).fetchall()


@pytest.mark.slow
def test_the_file_is_sound_and_every_key_leads_to_a_row(opened):
    assert asked(opened, "PRAGMA integrity_check") == [("ok",)]
    assert asked(opened, "PRAGMA foreign_key_check") == []
    assert asked(opened, "PRAGMA freelist_count") == [(0,)]


def test_a_file_on_a_disk_is_opened_and_can_be_added_to(library, tmp_path):
    file = tmp_path / "review.sqlite"
    file.write_bytes(downloaded(library)[addresses.DATABASE])
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE notes (id TEXT)")
    with closing(sqlite3.connect(file)) as connection:
        assert asked(connection, "PRAGMA integrity_check") == [("ok",)]


def test_it_holds_the_rows_of_every_table_and_what_is_empty_is_null(review, opened):
    for table in tables(review, recount(review)):
        rows = [tuple(None if cell == "" else cell for cell in row) for row in table.rows]
        assert asked(opened, f"SELECT * FROM {table.name} ORDER BY rowid") == rows


@pytest.mark.slow
def test_every_table_has_a_key_and_names_that_need_no_quotation_marks_but_for_words_of_sql(opened):
    names = [name for (name,) in asked(opened, "SELECT name FROM sqlite_schema WHERE type='table'")]
    for name in names:
        columns = asked(opened, f"PRAGMA table_info({name})")
        assert any(column[5] for column in columns), name
        assert all(one.isidentifier() for one in (name, *(column[1] for column in columns)))
    assert asked(opened, "SELECT count(*) FROM sqlite_schema WHERE type = 'view'") == [(0,)]


def test_statements_and_support_lead_to_what_they_name(library):
    found = of(downloaded(library)[addresses.DATABASE])
    joined = "SELECT s.id, t.id FROM statements s JOIN theories t ON t.id = s.theory_id"
    rows = asked(found, joined)
    assert len(rows) == sum(len(theory.statements) for theory in library.theories.values())
    assert all(statement.split()[0] == theory for statement, theory in rows)
    keys = {(row[3], row[2]) for row in asked(found, "PRAGMA foreign_key_list(support)")}
    assert keys == {
        ("theory_id", "theories"),
        ("intervention_id", "interventions"),
        ("study_id", "studies"),
    }
    by = "SELECT count(*) FROM support WHERE (intervention_id IS NULL) = (study_id IS NULL)"
    assert asked(found, by) == [(0,)]


def test_it_says_what_it_is_how_to_cite_it_and_what_each_column_means(library):
    files = {file.path: file for file in downloads(library, recount(library), Edition(RELEASE))}
    found = of(files[addresses.DATABASE].content())
    told = dict(asked(found, "SELECT name, value FROM about"))
    assert told["title"] == f"{library.review.title}: data"
    assert "1.2.0" in told["version"]
    assert told["licence"] == library.review.licence
    assert told["licence-address"] == library.review.licence_url
    assert "Gardener, Example" in told["citation"]
    assert "version 1.2.0. 2022-03-02" in told["citation"]
    assert library.review.source.title in told["source"]
    explained = set(asked(found, "SELECT table_name, column_name FROM dictionary"))
    for table in tables(library, recount(library)):
        names = {row[1] for row in asked(found, f"PRAGMA table_info({table.name})")}
        assert {(table.name, name) for name in names} <= explained


def test_the_same_tables_give_the_same_bytes_and_none_tells_who_wrote_them(library):
    content = downloaded(library)[addresses.DATABASE]
    assert content == downloaded(library)[addresses.DATABASE]
    assert content[96:100] == bytes(4)
    assert int.from_bytes(content[16:18]) == 4096
    assert content[24:28] == content[92:96]


@pytest.mark.parametrize("text", ["=1+1", "'); DROP TABLE texts; --", "not stated", "42", "a\nb"])
def test_a_text_stays_the_text_that_it_is(text):
    one = DataTable("texts", "Texts", (Column("id", "Id", "Meaning.", str),), (text,))
    assert asked(of(database((), (one,))), "SELECT id FROM texts") == [(text,)]
