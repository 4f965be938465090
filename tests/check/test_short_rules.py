import pytest
from reviews import edit, found

from generator.check.short_rules import HEDGES, _lost_hedge
from generator.entities import Finding

FINDINGS, GUIDANCE, REVIEW = "seeds/findings.yml", "seeds/guidance.yml", "seeds/review.yml"
POTS = "short: Little reason to meet."


def words(number: int) -> str:
    return " ".join(["reason"] * (number - 3))


@pytest.mark.parametrize(("number", "fits"), [(12, True), (13, False)])
def test_a_short_form_in_a_cell_has_twelve_words(garden_copy, number, fits):
    new = f"short: Little reason to meet {words(number - 1)}."
    edit(garden_copy, (FINDINGS, POTS, new))
    assert (found(garden_copy) == []) is fits


@pytest.mark.parametrize(("number", "fits"), [(20, True), (21, False)])
def test_any_other_short_form_has_twenty(garden_copy, number, fits):
    edit(garden_copy, (FINDINGS, "is listed.", f"is listed.\n  short: {'word ' * number}"))
    assert (found(garden_copy) == []) is fits


@pytest.mark.parametrize(("number", "fits"), [(90, True), (91, False)])
def test_an_answer_has_ninety(garden_copy, number, fits):
    summary = "Invented: what the invented report says that bears on the start of a garden."
    edit(garden_copy, (GUIDANCE, f"{summary} It is no advice.", "may " * number))
    assert (found(garden_copy) == []) is fits


def test_a_reference_is_one_word_as_readers_see_it(garden_copy):
    ten = "[[s01]] and [[s02]]: little reason to meet, though far too long"
    edit(garden_copy, (FINDINGS, POTS, f"short: '{ten}'"))
    assert found(garden_copy) == []


def finding(text: str, short: str, *quotes: str) -> Finding:
    made = {"id": "f", "topic": "t", "text": text, "short": short, "quotes": quotes, "at": ["a 1"]}
    return Finding.model_validate(made)


@pytest.mark.parametrize(
    ("text", "quotes", "short"),
    [
        ("It may help.", ["may have helped"], "Help, which may be."),
        ("It may help.", ["may have helped"], "MAY help"),
        ("Little was found.", ["unexpectedly little evidence"], "Unexpectedly little evidence"),
        ("None was found.", ["no evidence"], "No evidence that it helps"),
        ("It could or might help.", [], "It might help"),
        ("It costs time.", [], "Costs time"),
        ("It may help. It may harm.", ["may help", "some"], "May help some"),
    ],
)
def test_a_kept_hedge_is_kept(text, quotes, short):
    assert _lost_hedge(finding(text, short, *quotes)) == ""


@pytest.mark.parametrize(
    ("text", "quotes", "short", "lost"),
    [
        ("It may help.", ["may have helped"], "Helps", "“may have helped”"),
        ("It may help.", ["may have helped"], "Could help", "“may have helped”"),
        ("None was found.", ["no evidence"], "No difference in the evidence", "“no evidence”"),
        ("Little was found.", ["much less evidence"], "Less evidence", "“much less evidence”"),
        ("It may help some.", ["may help", "some"], "May help", "“some”"),
        ("It could or might help.", [], "Helps", "“could” or “might”"),
        ("It may help.", [], "A mayor helps", "“may”"),
    ],
)
def test_a_lost_hedge_is_told_of(text, quotes, short, lost):
    assert _lost_hedge(finding(text, short, *quotes)) == lost


def test_hedges_are_single_words_in_small_letters():
    assert {"may", "might", "could"} < HEDGES
    assert all(word.isalpha() and word.islower() for word in HEDGES)


def test_a_finding_may_have_no_short_form_where_none_is_shown(garden_copy):
    edit(garden_copy, (FINDINGS, "  short: There were only three schemes.\n", ""))
    assert found(garden_copy) == [f"{GUIDANCE}:22 short-missing"]
    edit(garden_copy, (GUIDANCE, "    notes: [str-02]\n", ""))
    assert found(garden_copy) == []


def test_a_finding_about_another_format_is_in_no_column(garden_copy):
    edit(garden_copy, (GUIDANCE, "formats: [balcony-pots]", "formats: [single-plots]"))
    assert found(garden_copy) == [f"{GUIDANCE}:19 matrix-cell"]


def test_a_headline_has_a_short_form(garden_copy):
    edit(garden_copy, (REVIEW, "[gar-01, gar-03]", "[gar-01, gar-04]"))
    lines = (garden_copy / REVIEW).read_text(encoding="utf-8").splitlines()
    line = next(n for n, text in enumerate(lines, 1) if "headlines:" in text)
    assert found(garden_copy) == [f"{REVIEW}:{line} short-missing"]
