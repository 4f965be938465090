"""The footer says whose findings a site tells, whatever the review."""

import pytest
from reviews import GARDEN, linked

from generator.entities.names import Organisation
from generator.site.footer import footer


def with_source(**values):
    review = linked(GARDEN).review
    return review.model_copy(update={"source": review.source.model_copy(update=values)})


@pytest.mark.parametrize(
    ("authors", "whose"),
    [
        (("Ann One",), "One"),
        (("Ann One", "Example Two, Bo"), "One and Example Two"),
        (("Ann One", Organisation(organisation="Trust of Two")), "One and Trust of Two"),
        (("Ann One", "Bo Two", "Cy Three"), "One, Two and Three"),
        (("Ann One", "Bo Two", "Cy Three", "Di Four"), "One et al."),
        (("<b>", "Bo & Two"), "&lt;b&gt; and Two"),
    ],
)
def test_the_authors_are_named(authors, whose):
    said = footer(with_source(authors=authors, year=2020))
    assert said.startswith(f"Findings are those of {whose} (2020)")


def test_a_doi_is_a_link_and_what_is_not_there_is_left_out():
    link = '(2020), <a href="https://doi.org/10.1234/a">doi.org/10.1234/a</a>; the'
    assert link in footer(with_source(doi="10.1234/a", year=2020))
    assert "(2020); the arrangement" in footer(with_source(doi=None, year=2020))
