"""A comma between brackets cuts a name or a quotation in two, which the check tells of."""

import pytest
from reviews import edit, found

AUTHORS = "  authors: [Example Author, Another Example Author]"


@pytest.mark.parametrize(
    ("authors", "halves"),
    [
        ("[Author, Example]", 2),
        ("[Author, E.]", 2),
        ("[Two Words, E.-A. B.]", 1),
        ("[Two Words, EA]", 0),
        ("[UNICEF, Ann Example]", 0),
        ("[Oven]", 0),
        ("['Sol, Ann; Reed, Bo']", 1),
        ("[Ann Sol and Bo Reed]", 1),
        ("[Ann Sol & Bo Reed]", 1),
        ("[Ann Sol, et al.]", 1),
        ("[Ann Sol (0000-0001-0002-0003)]", 1),
        ("['Example Trust,']", 1),
        ("[organisation: Health & Care Trust, Ann Example]", 0),
        ("[Ann Example, 'Example Sol, A.']", 0),
        ("\n  - Núñez Íñiguez, Ana María\n  - Ann Example", 0),
    ],
)
def test_an_author_that_is_half_of_a_name_is_told_of(garden_copy, authors, halves):
    edit(garden_copy, ("seeds/review.yml", AUTHORS, f"  authors: {authors}"))
    assert [line.split()[1] for line in found(garden_copy)] == ["name-half"] * halves


@pytest.mark.parametrize(
    ("quotes", "halves"),
    [
        ("[“might, have trusted”]", 2),
        ("[might “have, trusted”]", 2),
        ("['might, “have trusted”']", 0),
        ('["might, have trusted"]', 0),
        ("['a 5\" pot']", 0),
        ("[« may help »]", 0),
        ("[„may help“]", 0),
    ],
)
def test_half_a_quotation_is_refused(garden_copy, quotes, halves):
    edit(garden_copy, ("theories/j01.yml", "quotes: [may help]", f"quotes: {quotes}"))
    assert [line.split()[1] for line in found(garden_copy)] == ["quote-half"] * halves


@pytest.mark.parametrize(
    ("name", "number", "is_told"),
    [
        ("CMOC {number}", "CMOC 1", True),
        ("Growing CMOC {number}", "cmoc 1", True),
        ("CMOC {number}", "1", False),
        ("CMOC {number}", "CMOCs 1", False),
        ("Theory {number}", "CMOC 1", False),
    ],
)
def test_words_that_pages_put_before_a_number_are_not_part_of_it(
    garden_copy, name, number, is_told
):
    edit(
        garden_copy,
        ("seeds/review.yml", "numbered: Growing theory {number}", f"numbered: '{name}'"),
        ("theories/g01.yml", "number: 1", f"number: {number}"),
    )
    codes = {line.split()[1] for line in found(garden_copy)} - {"claim-verdict"}
    assert codes == ({"number-repeats"} if is_told else set())
