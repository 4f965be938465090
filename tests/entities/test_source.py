"""Where the source was published, in words."""

import pytest
from reviews import edit, found, linked


def test_the_journal_is_named_with_all_that_is_known_of_the_place_in_it(library):
    assert library.review.source.published_in == (
        "Journal of Invented Examples, volume 4, issue S1, pages 31-38, article number e7"
    )


@pytest.mark.parametrize(
    ("update", "words"),
    [
        ({"volume": None, "issue": None, "pages": None, "article_number": None}, ""),
        ({"pages": 31}, ", volume 4, issue S1, page 31, article number e7"),
        ({"pages": None, "issue": None, "article_number": 7}, ", volume 4, article number 7"),
    ],
)
def test_what_is_not_known_is_not_spoken_of(library, update, words):
    source = library.review.source.model_copy(update=update)
    assert source.published_in == f"Journal of Invented Examples{words}"


def test_a_number_may_be_written_with_or_without_quotation_marks(garden_copy):
    edit(garden_copy, ("seeds/review.yml", "volume: 4", "volume: '4'"))
    assert found(garden_copy) == []
    assert linked(garden_copy).review.source.volume == "4"


@pytest.mark.parametrize("value", ["''", "1.5", "[4]", "yes", '"4\\n5"'])
def test_what_is_neither_a_number_nor_a_line_is_one_mistake(garden_copy, value):
    edit(garden_copy, ("seeds/review.yml", "volume: 4", f"volume: {value}"))
    [only] = found(garden_copy)
    assert only.split()[1] in ("wrong-type", "wrong-value")


@pytest.mark.parametrize("path", ["", "article/", "cite/"])
def test_the_place_in_the_journal_stands_wherever_the_source_is_cited(garden_pages, path):
    assert "volume 4, issue S1, pages 31-38, article number e7" in garden_pages[path].body
