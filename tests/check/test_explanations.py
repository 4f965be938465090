"""Every code is explained, and every example of an explanation does what it says."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from reviews import GARDEN, SOURCE, copy_of, linked

from generator.check.explanations import Explanation, as_text, explanations
from generator.check.verify import verify
from generator.cli import main
from generator.diagnostics import CODES, Diagnostic
from generator.edit.release import refusals
from generator.site.inspection import inspect

TOLD = explanations()


def apply(told: Explanation, root: Path) -> None:
    """Put the wrong example into a review."""
    file = root / told.file
    file.parent.mkdir(exist_ok=True)
    if told.how == "deleted":
        file.unlink()
    elif told.how == "linked":
        file.symlink_to(root / "seeds/review.yml")
    elif told.how in ("whole", "added"):
        assert file.exists() == (told.how == "whole")
        file.write_text(told.wrong, encoding="utf-8")
    elif told.how == "repeated":
        file.write_text((told.wrong + "\n") * 60_000, encoding="utf-8")
    else:
        text = file.read_text(encoding="utf-8")
        assert told.right in text, f"{told.file} does not hold the right example"
        encoding = "latin-1" if told.how == "latin-1" else "utf-8"
        changed = text.replace(told.right, told.wrong, 1)
        file.write_bytes(changed.encode(encoding, errors="replace"))


def found(told: Explanation, root: Path) -> list[Diagnostic]:
    if told.by == "verify-source":
        return verify(linked(root), SOURCE.read_text(encoding="utf-8"))
    if told.by == "release":
        return list(refusals(root, linked(root), "0.2.0"))
    return list(inspect(root).diagnostics)


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(code: str):
    told = TOLD[code]
    assert told.meaning.endswith(".")
    assert told.why.endswith(".")
    assert told.wrong
    assert bool(told.right) == (told.how in ("replaced", "latin-1"))


def test_nothing_else_is_explained():
    assert set(TOLD) == set(CODES)


@pytest.mark.slow
@pytest.mark.parametrize("code", CODES)
def test_the_wrong_example_brings_up_its_code_and_the_right_one_does_not(code: str, tmp_path: Path):
    told = TOLD[code]
    root = copy_of(GARDEN, tmp_path / "garden")
    before = found(told, root)
    assert (told.file, code) not in {(d.location.path, d.code) for d in before}
    apply(told, root)
    new = {d.code for d in found(told, root) if d not in before}
    assert code in new
    assert new <= {code, *told.also}, "list what else appears under `also`"


@pytest.mark.parametrize("code", CODES)
def test_an_explanation_can_be_read_in_a_terminal(code: str):
    result = CliRunner().invoke(main, ["check", "--explain", code])
    assert result.exit_code == 0
    assert result.output == as_text(TOLD[code]) + "\n"
    assert result.output.startswith(f"{code}: {CODES[code].severity}")
    for title in ("What is wrong:", "Why it matters:", "Wrong, for example in"):
        assert title in result.output


def test_the_brackets_of_a_report_may_stay_around_the_code():
    result = CliRunner().invoke(main, ["check", "--explain", "[syntax]"])
    assert result.output.startswith("syntax: error")


@pytest.mark.parametrize(
    ("code", "words"),
    [("unknown-refrence", "Did you mean “unknown-reference”"), ("nonsense", "no code “nonsense”")],
)
def test_an_unknown_code_is_a_wrong_use(code: str, words: str):
    result = CliRunner().invoke(main, ["check", "--explain", code])
    assert result.exit_code == 2
    assert words in result.output


def test_the_page_lists_every_code_with_an_anchor(garden_pages):
    page = garden_pages["contributing/errors/"]
    for code, told in TOLD.items():
        assert f"{{ #{code} }}" in page.markdown
        assert told.meaning.split("“", maxsplit=1)[0][:40] in page.markdown
