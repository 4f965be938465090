"""What was typed or pasted, and looks like what YAML or a key wants, is told as what it is."""

from pathlib import Path

import pytest
from reviews import edit

from generator.check.check import check


def remedies(root: Path) -> list[str]:
    return [one.remedy for one in check(root).diagnostics if one.severity == "error"]


REPLACE = "Replace it by a space; most came along from a web page or a text processor."
WRITTEN = {
    "blank that indents": ("theories/j01.yml", "    text: She j", "  \xa0 text: She j", REPLACE),
    "blank after a colon": ("theories/j01.yml", "number-at: ", "number-at:\xa0", REPLACE),
    "blank in a key": (
        "theories/j01.yml",
        "number-at:",
        "number-at\xa0:",
        "Write “number-at”, with nothing but plain spaces and its colon around it.",
    ),
    "marks around a text": (
        "theories/j01.yml",
        "title: 'Example theory: seeing that newcomers are welcome'",
        "title: “Example theory: seeing that newcomers are welcome”",
        "Put the whole text in 'plain marks'; “these” may stand within them.",
    ),
    "marks around a number": (
        "interventions/s01.yml",
        "number: 1",
        "number: “1”",
        "Write 1: to YAML, what stands around it is a part of the text.",
    ),
    "no space after a dash": ("theories/j01.yml", "- id: c1", "-id: c1", "Write “- id: c1”."),
    "address of a DOI": (
        "seeds/review.yml",
        "doi: null",
        "doi: https://doi.org/10.1000/182",
        "Write 10.1000/182, without what stands around it.",
    ),
    "name of a DOI": (
        "seeds/review.yml",
        "doi: null",
        "doi: 'doi: 10.1000/182'",
        "Write 10.1000/182, without what stands around it.",
    ),
    "per cent": ("interventions/s01.yml", "value: 80", "value: 62.5%", "Write 62.5."),
    "comma": ("interventions/s01.yml", "value: 80", "value: 62,5", "Write 62.5."),
}


@pytest.mark.parametrize(("file", "was", "now", "remedy"), WRITTEN.values(), ids=WRITTEN)
def test_it_is_told_once_and_what_to_write(garden_copy: Path, file, was, now, remedy):
    assert remedies(edit(garden_copy, (file, was, now))) == [remedy]


@pytest.mark.parametrize("sign", ["–", "—", "•"])
def test_another_sign_in_the_place_of_a_hyphen_is_told(garden_copy: Path, sign: str):
    edit(garden_copy, ("theories/j01.yml", "  - id: m1", f"  {sign} id: m1"))
    assert remedies(garden_copy) == ["Write a hyphen in its place, and a space."]


def test_a_marked_text_within_plain_marks_is_none_of_it(garden_copy: Path):
    edit(garden_copy, ("theories/j01.yml", "text: She joins.", "text: “She joins.”"))
    assert remedies(garden_copy) == []


@pytest.mark.parametrize(
    ("file", "remedy"),
    [
        ("j01.yml", "“j01” was published, and no id ever changes: write “id: j01”. What is new"),
        ("j10.yml", "Rename the file to j09.yml;"),
    ],
)
def test_an_id_without_a_file_of_its_name_is_told_which_of_both_stays(garden_copy, file, remedy):
    was = garden_copy / "theories/j01.yml"
    text = was.read_text(encoding="utf-8").replace("id: j01", "id: j09", 1)
    (garden_copy / "theories" / file).write_text(text.replace("number: 1\n", "number: 9\n"))
    assert [found[: len(remedy)] for found in remedies(garden_copy)] == [remedy]
