import pytest
from reviews import SOURCE, edit, linked, short

from generator.check.verify import sentences, verify

TEXT = SOURCE.read_text(encoding="utf-8")


def verified(root, *edits, text=TEXT):
    return short(verify(linked(edit(root, *edits)), text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two? Three.", 3),
        ("See e.g. This one, i.e. That one.", 1),
        ("Smith et al. Found it. So did we.", 2),
        ("In Fig. 1 it is 3.5 of 4. “Yes.” No.", 3),
        ("No capital follows. so it goes on.", 1),
        ("  One.\n ", 1),
        ("Une seule. École deux. Ærlig tre. Ẃyn.", 4),
        ("« Oui. » Après, « non. » « Peut-être. »", 3),
        ("They met in 2019. 14 left.", 2),
        ("See no. 3, pp. 4 and Vol. 2 for it. They said no. Then they left.", 3),
    ],
)
def test_sentences_are_counted_as_locators_count_them(text: str, count: int):
    assert len(sentences(text)) == count


def test_the_garden_stands_in_its_source(garden_copy):
    assert verified(garden_copy) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("theories/j01.yml", "[may help]", "[may hinder]", "theories/j01.yml:42 source-quote"),
        ("theories/j01.yml", "She joins.", "She “joins up”.", "theories/j01.yml:38 source-quote"),
        ("theories/j01.yml", "She joins.", "The 7 join.", "theories/j01.yml:38 source-number"),
        ("seeds/review.yml", "{sentences: 3, opens: All", "{sentences: 2, opens: All", None),
        ("seeds/review.yml", "opens: There were three", "opens: There were four", None),
    ],
)
def test_what_the_source_does_not_say_is_told_of(garden_copy, file, old, new, expected):
    lines = verified(garden_copy, (file, old, new))
    if expected:
        assert lines == [expected]
    else:
        assert {line.split()[1] for line in lines} == {"source-paragraph"}


@pytest.mark.parametrize(
    ("number", "is_printed"),
    [("4", False), ("CMOC 4", False), ("1a", False), ("1", True), ("2", True), ("3", True),
     ("'CMOC 3'", True)],
)  # fmt: skip
def test_the_number_of_a_theory_stands_where_it_is_said_to_be_printed(
    garden_copy, number, is_printed
):
    edit(
        garden_copy,
        ("theories/j02.yml", "number: 2", "number: null"),
        ("theories/j02.yml", "number-at: [findings 2.3]\n", ""),
        ("theories/j03.yml", "number: 3", "number: null"),
        ("theories/j01.yml", "number: 1", f"number: {number}"),
    )
    text = TEXT.replace("Theory 1: neighbours", "Theories 1–3: neighbours")
    found = [line for line in verified(garden_copy, text=text) if "j01.yml:4 " in line]
    assert found == ([] if is_printed else ["theories/j01.yml:4 source-number"])


@pytest.mark.parametrize(
    "new",
    ["She joins 1 to 3 times.", "She “joins”.", "She “JOINS”."],
    ids=["word", "quote", "case"],
)
def test_words_stand_for_numbers_and_case_does_not_matter(garden_copy, new):
    edit(garden_copy, ("theories/j01.yml", "She joins.", new))
    text = TEXT.replace("and join.", "and joins one, two and three times.")
    assert [line for line in verified(garden_copy, text=text) if ":38 " in line] == []


def test_what_is_inferred_may_say_what_the_source_does_not(garden_copy):
    assert verified(garden_copy, ("theories/j01.yml", "She comes to know", "All 9 know")) == []


def test_a_text_without_any_of_the_paragraphs_is_told_of_once_a_paragraph(garden_copy):
    lines = verified(garden_copy, text="Something else.")
    assert len(lines) == 13
    assert {line.split()[1] for line in lines} == {"source-paragraph"}


@pytest.mark.parametrize(
    ("new", "codes"),
    [
        ("Members of shared beds share the harvest, and rarely visit.", []),
        ("Members of shared beds share the harvest, and often visit.", ["source-copied"]),
        ("MEMBERS of shared beds share the harvest [4] and often visit.", ["source-copied"]),
        ("{--Those--}{++Members++} of shared beds share the harvest.", []),
        ("Members of *shared* beds share the harvest, and often visit.", ["source-copied"]),
    ],
    ids=["eight", "nine", "typesetting", "other-words", "markup"],
)
def test_nine_words_of_the_source_in_a_row_are_a_copy(garden_copy, new, codes):
    edit(garden_copy, ("theories/gx1.yml", "text: They avoid one another.", f"text: '{new}'"))
    lines = verified(garden_copy)
    assert [line.split()[1] for line in lines] == codes
    assert all(line.startswith("theories/gx1.yml:30 ") for line in lines)


def test_an_intervention_that_a_text_names_counts_as_its_number(garden_copy):
    text = TEXT + "\nTake-up was high in schemes near a park (#1) and low (#2).\n"
    new = "Take-up was high in schemes near a park ([[s01]])."
    edit(garden_copy, ("theories/gx1.yml", "text: They avoid one another.", f"text: '{new}'"))
    assert [line.split()[1] for line in verified(garden_copy, text=text)] == ["source-copied"]
    assert verified(garden_copy) == []
