"""Every word that depends on the review comes from its data."""

import re

import pytest
from reviews import GARDEN, edit, linked

from generator.library.kinds import MOVED
from generator.site.build import build

RENAMED = """words:
  programme-theory: {one: configuration, many: configurations}
  theory: {one: CMOC, many: CMOCs}
  intervention: {one: scheme, many: schemes}
  study: {one: paper, many: papers}
  format: {one: setting, many: settings}
  initial: rough
  final: refined
  removed: left out at the end
sorted-by: source
"""
ELSEWHERE = ("contributing/", "data/", "data-dictionary/", "about/")
"""Pages about the tool and its files, whose keys have the same names in every review."""
KNOWN = re.compile(
    "middle-range theor|broader theories|@article|article number|Article e7|The data have", re.I
)
"""Terms of the field, words of bibliographies, counts, whose words `check/recount.py` makes."""


@pytest.fixture
def renamed(garden_copy):
    edit(
        garden_copy,
        ("seeds/review.yml", "words:\n  removed: no evidence found\n", RENAMED),
        ("seeds/review.yml", "  noun: report\n", "  noun: thesis\n  read: thesis’s abstract\n"),
        ("seeds/review.yml", "Joining theory {number}", "Joining CMOC {number}"),
        ("seeds/review.yml", "Growing theory {number}", "Growing CMOC {number}"),
        ("seeds/review.yml", "account: Example Forge\n", ""),
        ("seeds/claims.yml", "{label: studies,", "{label: essays,"),
        ("theories/j02.yml", "scope: theory", "scope: this CMOC"),
        ("theories/gx1.yml", "scope: theory", "scope: this CMOC"),
        ("seeds/review.yml", "interventions: 3\n", "interventions: 5\n"),
    )
    site = build(garden_copy).site
    assert site is not None
    return site


def said_by_the_generator(site, library):
    """Each page without what its data say: the words of the generator itself."""
    texts = sorted(texts_of(library), key=len, reverse=True)
    for page in site.pages:
        if page.address.path.startswith(ELSEWHERE):
            continue
        # Addresses, classes and the names of keys are no words that a reader reads.
        text = re.sub(r"<[^>]+>|\{ #[^}]+\}|[\w-]+/[\w./-]*", " ", page.title + page.body)
        text = re.sub(r"# +[\w-]+(?=: address)", "#", text)
        for known in texts:
            text = text.replace(known, " ")
        yield page.address.path, text


def texts_of(library):
    """Every text of the data, as it is and as it stands on pages."""
    stack = [
        library.entity(kind, id).model_dump() for kind, id in library.origins if kind != "review"
    ]
    stack += [library.review.model_dump(exclude={"words"}), library.attributes.model_dump()]
    stack += [entry.model_dump() for entry in library.glossary]
    stack += [one.model_dump() for one in (*library.changes, *library.all(MOVED))]
    while stack:
        value = stack.pop()
        if isinstance(value, str) and " " in value:  # a word alone is an id or one of a few kinds
            yield value
        elif isinstance(value, dict):
            stack += value.values()
        elif isinstance(value, list | tuple):
            stack += value


@pytest.mark.slow
@pytest.mark.parametrize(
    "word",
    [
        *("programme theor", "theory", "theories", "intervention", "initial", "final", "stud"),
        *("article", "report’s", "no evidence found", "forge", "github"),
    ],
)
def test_no_page_uses_a_word_that_the_review_does_not(renamed, word):
    found = [
        (path, text[match.start() - 40 : match.end() + 20])
        for path, text in said_by_the_generator(renamed, renamed.library)
        for match in re.finditer(rf"(?<![\w-]){word}", text, re.I)
        if not KNOWN.search(text[max(0, match.start() - 16) : match.end() + 30])
    ]
    assert found == []


def page(site, path):
    return next(page for page in site.pages if page.address.path == path)


@pytest.mark.slow
def test_pages_say_what_the_review_says_of_itself(renamed):
    assert page(renamed, "interventions/").title == "Schemes"
    assert "3 of the 5 schemes that the review includes" in page(renamed, "interventions/").body
    theory = page(renamed, "theories/j02/").body
    assert "is the thesis’s sorting" in theory
    assert "Rough model only: left out at the end" in theory
    assert "Not stated in the thesis’s abstract" in theory


def test_without_a_count_of_the_source_no_page_says_that_all_are_there(garden_copy):
    edit(
        garden_copy,
        ("seeds/review.yml", "    interventions: 3\n", ""),
    )
    site = build(garden_copy).site
    assert site is not None
    assert "3 interventions of the review, with" in page(site, "interventions/").description


def test_the_words_that_are_not_said_are_the_usual_ones():
    labels = linked(GARDEN).review.words.change_labels
    assert labels["removed"] == "Initial model only: no evidence found"
    assert labels["added"] == "Final model only: new"
