from urllib.parse import unquote, urlsplit

import pytest
from reviews import GARDEN, ROOT, edit, linked

from generator.pages.paragraphs import paragraph_address

SOURCE = linked(ROOT).review.source
URL = "https://publisher.example/article"


def test_every_paragraph_of_the_article_has_an_address_made_of_its_first_words():
    for section in SOURCE.sections:
        for number, paragraph in enumerate(section.paragraphs, 1):
            made = urlsplit(paragraph_address(SOURCE, f"{section.id}-{number}"))
            assert made.geturl().partition("#")[0] == f"https://doi.org/{SOURCE.doi}"
            directive = made.fragment.removeprefix(":~:text=")
            assert unquote(directive) == paragraph.opens
            # Each of these would be read as a part of the directive.
            assert not set(directive) & set("-,& “”’")


@pytest.mark.parametrize("anchor", ["methods-table-1", "results-fig-1", "nowhere-1", "discussion"])
def test_what_is_no_paragraph_has_none(anchor: str):
    assert paragraph_address(SOURCE, anchor) == ""


def test_without_an_address_or_a_doi_there_is_none():
    assert paragraph_address(linked(GARDEN).review.source, "intro-1") == ""


def test_a_fragment_of_the_address_itself_is_left_out(garden_copy):
    edit(garden_copy, ("seeds/review.yml", "doi: null", f"doi: null\n  url: {URL}#top"))
    made = paragraph_address(linked(garden_copy).review.source, "intro-1")
    assert made == f"{URL}#:~:text=Community%20gardens%20bring%20neighbours"
