"""Whatever a table holds: twice is once, and nothing that was there is lost."""

import csv
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from importing import Importer
from office import HEADER, Mark, document, saved, table
from reviews import GARDEN, copy_of, linked

from generator.check.check import check
from generator.diagnostics import Severity

pytestmark = pytest.mark.slow

EXISTING = [
    statement.text
    for theory in linked(GARDEN).theories.values()
    for _, statement in theory.statements
]
TEXTS = st.sampled_from(EXISTING) | st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cn", "Co"]), max_size=12
)
LOOKS = st.sampled_from(["", "strike", "all_caps", "small_caps", "double_strike"])
PARTS = st.builds(lambda look, text: Mark(look, text) if look else text, LOOKS, TEXTS)
CELLS = st.lists(PARTS, max_size=3)
LABELS = st.sampled_from(["1", "2", "3", "", "Growing theory 1", "Growing theory 2", "gx1", "99"])
ROWS = st.lists(st.tuples(LABELS, CELLS, CELLS, CELLS), min_size=1, max_size=5)


EXAMPLES = settings().max_examples


@settings(max_examples=EXAMPLES // 3)
@given(rows=ROWS)
def test_twice_is_once_and_nothing_is_lost(rows):
    with tempfile.TemporaryDirectory() as folder:
        importer = Importer(copy_of(GARDEN, Path(folder) / "garden"))
        file = saved(document(*rows), Path(folder))
        old = linked(importer.root)
        importer.write(file)
        after, new = importer.files(), linked(importer.root)
        assert errors(importer.root) <= {"claim-verdict"}
        importer.write(file)
        assert importer.files() == after
        for id, theory in old.theories.items():
            kept = {statement.id: statement for _, statement in new.theories[id].statements}
            for _, statement in theory.statements:
                found = kept[statement.id]
                assert found.text == statement.text
                assert set(found.at) >= set(statement.at)
                assert statement.change in ("not-stated", found.change)
                assert (found.basis, found.why, found.note) == (
                    statement.basis, statement.why, statement.note,
                )  # fmt: skip


MADE = st.tuples(LABELS | TEXTS, TEXTS, CELLS, CELLS, CELLS, st.sampled_from(["", "Bean; Pole"]))


@settings(max_examples=EXAMPLES // 5)
@given(rows=st.lists(MADE, min_size=1, max_size=5))
def test_what_is_made_of_a_table_is_accepted_or_explained_and_made_once(rows):
    with tempfile.TemporaryDirectory() as folder:
        importer = Importer(copy_of(GARDEN, Path(folder) / "garden"))
        made = document(caption="Joining")
        table(made, *rows, header=("No.", "Title", *HEADER[1:], "Studies"))
        file = saved(made, Path(folder))
        first = importer.run(file, "--create", "--write", "--format", "json")
        if not first.stdout:  # a text holds what none may
            assert "Nothing was written" in first.stderr
            return
        assert errors(importer.root) <= {"claim-verdict"}
        again = json.loads(importer.run(file, "--create", "--write", "--format", "json").stdout)
        assert not again["written"]
        assert not again["made"] + again["added"] + again["changed"]


def errors(root: Path) -> set[str]:
    return {d.code for d in check(root).diagnostics if d.severity is Severity.ERROR}


NUMBERS = st.sampled_from(["1", "2", "3", "s03", "", "9"])
VALUES = st.sampled_from(
    [
        "",
        "Summer only",
        "All the year",
        "n/a",
        "62,5%",
        "0.5",
        "1,204",
        "#2",
        "none",
        "A shed",
        "yes",
    ]
) | st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cn", "Co"]), max_size=12)
SCHEMES = ["No.", "Season", "Shed", "Name", "Members who lived nearby", "Based on"]


@settings(max_examples=EXAMPLES // 4)
@given(rows=st.lists(st.tuples(NUMBERS, *[VALUES] * 5), min_size=1, max_size=4))
def test_what_was_written_from_a_table_of_interventions_is_planned_no_more(rows):
    with tempfile.TemporaryDirectory() as folder:
        importer = Importer(copy_of(GARDEN, Path(folder) / "garden"))
        file = Path(folder) / "schemes.csv"
        with file.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows([SCHEMES, *rows])
        first = importer.run(file, "--interventions", "--write", "--format", "json")
        if not first.stdout:  # a text holds what none may
            assert "Nothing was written" in first.stderr or "no table" in first.stderr
            return
        assert errors(importer.root) <= {"claim-verdict"}
        again = json.loads(
            importer.run(file, "--interventions", "--write", "--format", "json").stdout
        )
        assert not again["written"]
        assert not again["added"] + again["changed"]
