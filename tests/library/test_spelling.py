"""References with a slip in them get the suggestion that is right."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviews import ROOT, copy_of, edit

from generator.check.check import check
from generator.entities import locators
from generator.library.spelling import id_meant, place_meant

IDS = ("t04", "t10", "n04", "i06", "i10", "c04")
PLACES = {
    "Discusion 2.4": "discussion 2.4",
    "Discussion 2.4": "discussion 2.4",
    "discussion 2,4": "discussion 2.4",
    "discussion 2:4": "discussion 2.4",
    "discussion2.4": "discussion 2.4",
    "DISCUSSION  2.4": "discussion 2.4",
    "discussion 2.1 - 4": "discussion 2.1-4",
    "discussion 2.1–4": "discussion 2.1-4",
    "Discussion, paragraph 2, sentence 4": "discussion 2.4",
    "Discussion, para 2": "discussion 2",
    "dicsussion 02.04": "discussion 2.4",
    "discussions 2.4": "discussion 2.4",
    "2.4 discussion": "discussion 2.4",
    "Whole text": "whole text",
}


@pytest.mark.parametrize(("written", "meant"), PLACES.items())
def test_a_place_with_a_slip_gets_the_right_place(real_library, written: str, meant: str):
    assert place_meant(written, real_library.review.source) == f"Did you mean “{meant}”?"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("t4", "t04"), ("T04", "t04"), ("T4", "t04"), ("t-04", "t04"), ("t 4", "t04"),
        ("t004", "t04"), ("#6", "i06"), ("# 10", "i10"), ("i6", "i06"), ("I06", "i06"),
    ],
)  # fmt: skip
def test_an_id_with_a_slip_gets_the_right_id(written: str, meant: str):
    assert id_meant(written, IDS, ["i06", "i10"]) == f"Did you mean “{meant}”?"


def test_a_number_alone_may_mean_two_and_of_more_none_is_chosen():
    assert id_meant("4", ["t04", "n04", "i06"]) == "Did you mean “n04” or “t04”?"
    assert "“t04”" not in id_meant("4", IDS)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("at: [Discusion 2.4]", "discussion 2.4"),
        ("at: ['discussion 2,4']", "discussion 2.4"),
        ("at: [Discussion 2.4]", "discussion 2.4"),
        ("See [[#6]].", "i06"),
        ("See [[t4]].", "t04"),
        ("See [[T04]].", "t04"),
        ("See [[theory t4]].", "t04"),
        ("See [[intervention #6]].", "i06"),
        ("See [[Discussion 2.4]].", "discussion 2.4"),
    ],
)
def test_the_real_review_is_told_what_was_meant(tmp_path: Path, written: str, meant: str):
    root = copy_of(ROOT, tmp_path / "review")
    text = (root / "theories" / "t04.yml").read_text(encoding="utf-8")
    first = re.search(r"(?<=\n    )at: \[[^\]]*\]", text)
    in_text = ("theories/t04.yml", "summary: >-\n", f"summary: >-\n  {written}\n")
    edit(root, ("theories/t04.yml", first[0], written) if "at:" in written else in_text)
    wrong = [d for d in check(root).diagnostics if d.location.path == "theories/t04.yml"]
    assert [one.remedy for one in wrong] == [f"Did you mean “{meant}”?"]


def test_a_caption_and_a_row_are_places_too(library):
    source = library.review.source
    assert place_meant("Findings, Table 1", source) == "Did you mean “findings table-1”?"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Sureness, Table 2, row 4", "sureness table-2.4"),
        ("sureness table-2 row 04", "sureness table-2.4"),
        ("sureness table-2-4", "sureness table-2.4"),
        ("Sureness, Table 2, rows 3 to 5", "sureness table-2.3-5"),
        ("sureness, table 2, rows 3–5", "sureness table-2.3-5"),
        ("findings table-2", "sureness table-2"),
    ],
)
def test_a_row_of_a_table_is_meant_as_people_write_it(library, written: str, meant: str):
    assert place_meant(written, library.review.source) == f"Did you mean “{meant}”?"


@given(text=st.text(max_size=120) | st.from_regex(r"[a-z]{4,12}[ ,.]?[0-9]{1,3}[.,-]?[0-9]{0,3}"))
def test_what_is_suggested_exists(library, text: str):
    for place in re.findall("“(.*?)”", place_meant(text, library.review.source)):
        locators.check(locators.parse(place), library.review.source)
    for id in re.findall("“(.*?)”", id_meant(text, IDS)):
        assert id in IDS
