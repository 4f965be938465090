"""What the measure of reading age finds hard, and what it reads."""

from reading_age import AIM, reading_age

EASY = "The sun is up. We go to the sea. It is a good day."
HARD = (
    "Notwithstanding considerable methodological heterogeneity, the aforementioned configurations "
    "substantiate hypothesised relationships between contextual characteristics and outcomes."
)


def test_short_words_and_sentences_are_read_at_a_younger_age() -> None:
    assert reading_age(EASY) < AIM < reading_age(HARD)
    assert reading_age(f"{HARD} {EASY}") < reading_age(HARD)


def test_the_end_of_a_sentence_is_no_point_within_a_figure() -> None:
    assert reading_age("We saw a fall of 5.5 in it.") == reading_age("We saw a fall of 55 in it.")
