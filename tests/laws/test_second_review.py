"""A review as unlike the others as can be: no page says anything that holds for them alone."""

import re
from collections import Counter

import pytest
from hollow import hollow
from reviews import EXAMPLES, MENDING, text_of
from test_absent import bodies
from test_words import said_by_the_generator

from generator.check.verify import verify
from generator.diagnostics import Severity
from generator.site.build import build

NOT_ITS_WORDS = [
    *("theory", "theories", "programme theor", "intervention", "format", "study", "studies"),
    *("article", "report’s", "the report", "thesis", "initial", "rough", "final model"),
    *("peer", "mother", "birth", "garden", "scheme", "neighbour", "no evidence found"),
    *("github", "forge", "help now", "version 0", "1970", "this site’s sorting"),
]
KNOWN = re.compile("middle-range theor|@article|benefit, a limit or a risk is", re.I)
"""A term of the field, a word of BibTeX, and what is sorted by the site in any review."""


@pytest.fixture(scope="module")
def site():
    made = build(MENDING)
    assert [d for d in made.diagnostics if d.severity is Severity.ERROR] == []
    assert made.site is not None
    return made.site


@pytest.fixture(scope="module")
def said(site):
    return dict(said_by_the_generator(site, site.library))


def test_no_two_pages_have_the_same_title_or_description(site):
    for said in (lambda page: page.title, lambda page: page.description):
        times = Counter(map(said, site.pages))
        assert [text for text, number in times.items() if number > 1] == []


@pytest.mark.parametrize("word", NOT_ITS_WORDS)
def test_no_page_uses_a_word_of_another_review(said, word):
    found = [
        (path, text[max(0, match.start() - 40) : match.end() + 20])
        for path, text in said.items()
        for match in re.finditer(rf"(?<!case )\b{re.escape(word)}\b", text, re.I)
        if not KNOWN.search(text[max(0, match.start() - 30) : match.end() + 30])
    ]
    assert found == []


def test_no_page_tells_of_nothing(site):
    assert {path: found for path, body in bodies(site).items() if (found := hollow(body))} == {}


def test_what_it_does_not_have_has_no_page(site):
    paths = set(bodies(site))
    gone = ("interventions/", "guidance/", "glossary/", "related-evidence/", "help/", "changes/")
    assert [path for path in paths if path.startswith((*gone, "model/initial"))] == []
    assert {"theories/m01/", "studies/cedar/", "model/"} < paths


def test_its_pages_say_what_it_says(site):
    theory = bodies(site)["theories/m02/"]
    assert "is the chapter’s sorting" in theory
    assert "What we found, Table 2, row 2" in theory
    assert "All 3 case studies that the review includes" in bodies(site)["studies/"]
    assert "volume 7, pages 31-44" in bodies(site)[""]


def test_it_uses_what_the_first_review_does_not(site):
    made = {path: text_of(body) for path, body in bodies(site).items()}
    assert "How confident the authors are: Confident." in made["theories/m01/"]
    assert "Resource What is offered A mender explains each step." in made["theories/m01/"]
    assert "Follows from: CMOC A: Example: being shown each step, o1." in made["theories/m02/"]
    assert "It contradicts CMOC B2: Example: many people wait." in made["studies/cedar/"]
    assert "nothing is tied to 2 of 4 CMOCs" in made["evidence/borne-out/"]
    assert "4 of 4 CMOCs shown, in their usual order." in made["theories/"]
    assert "Demi-regularity: a pattern that recurs" in made["findings/"]


def test_its_labels_are_those_that_it_prints(site):
    titles = [p.title for p in site.pages if p.address.path.startswith("theories/m")]
    assert [title.split(":")[0] for title in titles] == ["CMOC A", "CMOC B1", "CMOC B2", "CMOC C"]


def test_every_place_of_it_stands_in_its_text(site):
    text = (EXAMPLES / "mending-source.txt").read_text(encoding="utf-8")
    assert verify(site.library, text) == []
