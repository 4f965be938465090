import ast
import re
from pathlib import Path

import pytest

import generator
from generator.diagnostics import CODES, Diagnostic, Location, Severity, did_you_mean

SOURCE = "\n".join(
    file.read_text(encoding="utf-8")
    for file in Path(generator.__file__).parent.rglob("*.py")
    if file.name != "diagnostics.py"
)


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_given_somewhere(code: str):
    assert f'"{code}"' in SOURCE


@pytest.mark.slow
def test_every_code_that_is_given_is_known():
    given = [
        call.args[1].value
        for call in ast.walk(ast.parse(SOURCE))
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", "") == "Diagnostic"
        and isinstance(call.args[1], ast.Constant)
    ]
    assert len(given) > 40
    assert set(given) <= set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_name_for_machines_and_a_meaning_for_people(code: str):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
    assert CODES[code].meaning.endswith(".")


def test_only_what_can_be_published_is_a_warning():
    warnings = {code for code, about in CODES.items() if about.severity is Severity.WARNING}
    assert warnings == {
        "attribute-not-extracted",
        "placeholder",
        "claim-cannot-fail",
        "includes-exceeded",
        "label-twice",
        "dead-link",
        "name-half",
        "number-repeats",
    }


def test_diagnostics_are_sorted_by_file_and_line_and_column():
    places = [("b", 1, 1), ("a", 10, 1), ("a", 9, 2), ("a", 9, 1)]
    found = [Diagnostic(Location(*place), "empty", "x") for place in places]
    assert [d.location.line for d in sorted(found)] == [9, 9, 10, 1]
    assert sorted(found)[0].location.column == 1


@pytest.mark.parametrize(
    ("word", "known", "remedy"),
    [
        ("retaned", ["retained", "removed"], "Did you mean “retained”?"),
        ("RETAINED", ["retained", "removed"], "Did you mean “retained”?"),
        ("xyz", ["b", "a", "a"], "Known here: a, b."),
        ("xyz", [], ""),
        ("xyz", [f"{n}" for n in range(13)], ""),
    ],
)
def test_the_nearest_known_word_is_proposed(word: str, known: list[str], remedy: str):
    assert did_you_mean(word, known) == remedy


def test_of_two_near_words_both_are_proposed():
    assert did_you_mean("s04", ["s03", "s02"]).count("“") == 2
