"""What some program behind the site does not take is refused at its line, not by that program."""

from pathlib import Path

import pytest
from reviews import GARDEN, copy_of, edit

from generator.check.check import check
from generator.edit.formatting import format_file
from generator.site.build import build
from generator.site.inspection import inspect

HUGE = "9" * 20
FAR = "9" * 5_000
THEORY = "theories/j01.yml"
MARKED = "“title” has more than one line, or markup."


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("interventions/s02.yml", "number: 2", f"number: {HUGE}", "“number” is too large."),
        ("studies/bean-2018.yml", "year: 2018", f"year: {HUGE}", "“year” is too large."),
        ("studies/bean-2018.yml", "year: 2018", "year: 20188", "“year” is too large."),
        ("seeds/review.yml", "  year: 2021", f"  year: {HUGE}", "“year” is too large."),
        ("seeds/changes.yml", "0.2.0", "0.2.0 beta", "“version” is no version."),
        ("seeds/changes.yml", "0.2.0", "v0.2.0", "“version” is no version."),
        ("seeds/changes.yml", "0.2.0", "1000000.2.0", "“version” is no version."),
        ("seeds/attributes.yml", "id: season", f"id: {'a' * 101}", "“id” is too long."),
        (
            THEORY,
            "that newcomers",
            "*that* newcomers",
            "“title” has more than one line, or markup.",
        ),
        (THEORY, "that newcomers", "[[j02]]", MARKED),
        (THEORY, "that newcomers", "{++that++}", MARKED),
    ],
)
def test_a_limit_is_told_at_its_line(tmp_path: Path, file: str, old: str, new: str, told: str):
    root = edit(copy_of(GARDEN, tmp_path / "review"), (file, old, new))
    line = (root / file).read_text("utf-8").split(new)[0].count("\n") + 1
    found = [d for d in check(root).diagnostics if d.message == told]
    assert [(d.location.path, d.location.line) for d in found] == [(file, line)]


@pytest.mark.parametrize("title", ["2*3*4 beds", "p* of 12", "The set {a, b}", "Beds [sic]"])
def test_signs_in_a_title_that_mark_nothing_are_no_markup(tmp_path: Path, title: str):
    root = edit(
        copy_of(GARDEN, tmp_path / "review"),
        (THEORY, "'Example theory: seeing that newcomers are welcome'", f"'{title}'"),
    )
    assert not check(root).has_errors


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("'Example theory: seeing that newcomers are welcome'", "''"),
        ("  at: [findings 2.2]", "  at: []"),
    ],
)
def test_no_key_that_is_needed_is_to_be_deleted(tmp_path: Path, old: str, new: str):
    root = edit(copy_of(GARDEN, tmp_path / "review"), (THEORY, old, new))
    told = [d.remedy for d in check(root).diagnostics if d.code == "wrong-value"]
    assert told == ["Change the value; this line is needed."]


def test_a_row_that_no_file_can_have_is_no_place(tmp_path: Path):
    root = edit(
        copy_of(GARDEN, tmp_path / "review"),
        ("seeds/review.yml", "  year: 2021", "  year: 2021\n  files: [{id: add-9, label: A 9}]"),
        (THEORY, "at: [findings 2.2]", f"at: [add-9 row-{FAR}]"),
    )
    found = {d.code for d in check(root).diagnostics if d.location.path == THEORY}
    assert found == {"locator-range"}


def test_attributes_called_like_columns_have_columns_of_their_own(tmp_path: Path):
    own = "\n".join(
        f"  - {{id: {id}, group: ground, label: {id}, meaning: Invented., kind: text}}"
        for id in ("title", "attribute-title")
    )
    root = edit(
        copy_of(GARDEN, tmp_path / "review"),
        ("seeds/attributes.yml", "\nattributes:\n", f"\nattributes:\n{own}\n"),
    )
    site = build(root).site
    assert site is not None
    header = site.files["data/tables/interventions.csv"]
    first = (header if isinstance(header, str) else header.decode()).splitlines()[0].split(",")
    assert len(first) == len(set(first))
    assert site.files["data/review.sqlite"]


@pytest.mark.parametrize("file", ["seeds/glossary.yml", "seeds/evidence.yml"])
def test_a_list_of_which_nothing_is_left_has_a_form(tmp_path: Path, file: str):
    root = copy_of(GARDEN, tmp_path / "review")
    (root / file).write_text("# A comment.\n[]\n", encoding="utf-8")
    formatted = format_file(root, file, [])
    assert (formatted.after, formatted.refusal) == (b"# A comment.\n[]\n", "")


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("site_name: Beds: a review", 1, "syntax"),
        ("theme:\n\tname: material", 2, "syntax"),
        ("theme: {name: material}", 1, "missing-key"),
        ("site_name: ''", 1, "missing-key"),
        ("", 1, "missing-key"),
        ("[]", 1, "missing-key"),
    ],
)
def test_settings_that_no_engine_can_read_are_told(tmp_path: Path, text: str, line: int, code: str):
    root = copy_of(GARDEN, tmp_path / "review")
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    found = [d for d in inspect(root).diagnostics if d.location.path == "mkdocs.yml"]
    assert [(d.location.line, d.code) for d in found] == [(line, code)]


def test_settings_with_what_only_an_engine_knows_are_left_to_it(tmp_path: Path):
    root = copy_of(GARDEN, tmp_path / "review")
    text = "site_name: &name Beds\nextra: {name: *name, emoji: !!python/name:a.b '', is: !ENV X}\n"
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert not [d for d in inspect(root).diagnostics if d.location.path == "mkdocs.yml"]
