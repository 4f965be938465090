"""Short texts hold what they are for; all else is refused at its line, with a remedy."""

import json
from contextlib import nullcontext
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError
from reviews import GARDEN, copy_of, edit, found

from generator.check.check import check
from generator.entities.base import Slug

REVIEW = "seeds/review.yml"
TITLE = "title: 'Example theory: seeing that newcomers are welcome'"
ADDRESS = "address: https://garden-review.example/"
URL = "url: https://help.example/"
PHONE = "phone: 01632 960000"
DOI = "doi: null"
LINK = "to: guidance/starting-a-garden/"
NUMBERED = "numbered: Joining theory {number}"


def changed(root: Path, file: str, old: str, value: str) -> list[str]:
    """What is found after the key of `old` takes this value."""
    key = old.split(":", maxsplit=1)[0]
    return found(edit(copy_of(GARDEN, root / "garden"), (file, old, f"{key}: {json.dumps(value)}")))


REFUSED = [
    ("theories/j01.yml", TITLE, "One\nTwo"),
    (REVIEW, ADDRESS, "javascript:alert(1)/"),
    (REVIEW, ADDRESS, "https:///"),
    (REVIEW, ADDRESS, "//elsewhere.example/"),
    (REVIEW, ADDRESS, 'https://x.example/" onload="alert(1)/'),
    (REVIEW, ADDRESS, "https://x.example/'/"),
    (REVIEW, ADDRESS, "https://x.example/?q=/"),
    (REVIEW, ADDRESS, "https://x.example"),
    (REVIEW, URL, "javascript:alert(1)"),
    (REVIEW, URL, "data:text/html,x"),
    (REVIEW, URL, "//elsewhere.example"),
    (REVIEW, URL, "https://user@elsewhere.example/"),
    (REVIEW, URL, "https://x.example:port/"),
    (REVIEW, URL, "https://[x.example/"),
    (REVIEW, URL, "https://x.example/a b"),
    (REVIEW, PHONE, "116 123;ext=1"),
    (REVIEW, PHONE, "javascript:alert(1)"),
    (REVIEW, DOI, "https://doi.org/10.1/x"),
    (REVIEW, DOI, '10.1/x"onclick="'),
    (REVIEW, DOI, "none"),
    (REVIEW, DOI, "10.1/x."),
    (REVIEW, LINK, "https://elsewhere.example/"),
    (REVIEW, LINK, "//elsewhere.example/"),
    (REVIEW, LINK, "../../elsewhere/"),
    (REVIEW, NUMBERED, "Theory"),
    (REVIEW, NUMBERED, "Theory {number:>99999999}"),
    (REVIEW, NUMBERED, "Theory {number} {number.__class__}"),
    (REVIEW, NUMBERED, "Theory {no}"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("file", "old", "value"), REFUSED)
def test_what_is_not_of_the_form_is_refused_at_its_line(tmp_path, file, old, value):
    lines = (GARDEN / file).read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if old in text)
    assert f"{file}:{line} wrong-value" in changed(tmp_path, file, old, value)


ACCEPTED = [
    ("theories/j01.yml", TITLE, "p < 0.05, a<b & “c”, {d}: 'e' \"f\" # g [h] 100 %"),
    (REVIEW, ADDRESS, "http://127.0.0.1:8000/a/b/"),
    (REVIEW, URL, "https://x.example:8080/a%20b?q=1&r=2#s"),
    (REVIEW, PHONE, "+44 116 123"),
    (REVIEW, DOI, "10.1016/S0022-3999(00)00180-X"),
    (REVIEW, LINK, "guidance/starting-a-garden/#cite"),
    (REVIEW, NUMBERED, "Joining theory no. {number}, of the first group"),
]


@pytest.mark.parametrize(("file", "old", "value"), ACCEPTED)
def test_what_is_of_the_form_is_taken_as_it_stands(tmp_path, file, old, value):
    assert changed(tmp_path, file, old, value) == []


def test_a_message_says_what_is_wrong_what_belongs_there_and_what_to_do(tmp_path):
    root = edit(copy_of(GARDEN, tmp_path / "garden"), (REVIEW, URL, "url: 'javascript:x'"))
    [told] = [d for d in check(root).diagnostics if d.code == "wrong-value"]
    assert told.message == "“url” is no address of the web."
    assert "its host" in told.expected
    assert told.remedy


@pytest.mark.parametrize(
    ("doi", "said"), [("10.1/x.", "Write 10.1/x, without"), ("unpublished", "delete the line")]
)
def test_a_doi_that_is_none_is_told_what_to_do_with(tmp_path, doi: str, said: str):
    root = edit(copy_of(GARDEN, tmp_path / "garden"), (REVIEW, DOI, f"doi: {doi}"))
    [told] = [d for d in check(root).diagnostics if d.code == "wrong-value"]
    assert said in told.remedy


@pytest.mark.parametrize("text", ["Hold the hose.", "Who holds it? You do."])
def test_a_question_asks_and_says_nothing(tmp_path, text):
    root = copy_of(GARDEN, tmp_path / "garden")
    edit(root, ("seeds/guidance.yml", "Who holds the hose here, and who decides that?", text))
    [only] = found(root)
    assert only.endswith(" wrong-value")


@pytest.mark.parametrize(
    ("id", "is_one"), [("index", False), ("index-2", True), ("an-index", True)]
)
def test_no_page_can_take_the_place_of_the_first_one_of_its_folder(id: str, is_one: bool):
    with nullcontext() if is_one else pytest.raises(ValidationError):
        TypeAdapter(Slug).validate_python(id)
