"""What rests on this site's reasoning is labelled so wherever it is shown, at a glance as well."""

import re
from functools import cache

import pytest
from reviews import GARDEN, ROOT, context_of, linked

from generator.pages.backlinks import theories_bearing_on
from generator.site.catalogue import pages

pytestmark = pytest.mark.slow

REVIEWS = {"garden": linked(GARDEN), "real": linked(ROOT)}
THEORIES = [(name, id) for name, library in REVIEWS.items() for id in library.theories]
INFERRED = "rl-basis rl-basis-inferred"


@cache
def texts(review: str) -> dict[str, str]:
    return {page.address.path: page.markdown for page in pages(context_of(REVIEWS[review]))}


def glance(review: str, id: str, term: str) -> str:
    facts = re.search(rf"<dt>{term}</dt><dd>(.*?)</dd>", texts(review)[f"theories/{id}/"], re.S)
    assert facts
    return facts[1]


@pytest.mark.parametrize(("review", "id"), THEORIES)
def test_a_label_at_a_glance_is_the_label_of_its_statement(review: str, id: str):
    library = REVIEWS[review]
    theory = library.theories[id]
    evidence = theory.evidence or library.group(theory.group).evidence[:1]
    for term, items in (("Evidence", evidence), ("Formats", theory.formats)):
        inferred = sum(item.basis == "inferred" for item in items)
        assert glance(review, id, term).count(INFERRED) == inferred
    if theory.model:
        assert (INFERRED in glance(review, id, "Model")) == (theory.model.basis == "inferred")


@pytest.mark.parametrize("review", REVIEWS)
def test_a_tie_of_ours_is_labelled_wherever_its_finding_is_shown(review: str):
    findings = REVIEWS[review].findings
    shown = 0
    for text in texts(review).values():
        for item in re.findall(r'<li class="rl-finding".*?</li>', text, re.S):
            tie = findings[re.search(r'id="([^"]+)"', item)[1]].tie
            if tie and tie.basis == "inferred":
                shown += 1
                assert "Related by this site: " in item
                assert "Why this site ties it to the theories named: " in item
            else:
                assert "by this site: " not in item
    assert shown


@pytest.mark.parametrize("review", REVIEWS)
def test_every_page_of_findings_says_what_their_labels_mean(review: str):
    note = "What is not marked is reported"
    with_findings = [p for p in texts(review) if p == "findings/" or p.startswith("guidance/")]
    without = [p for p in with_findings if p != "guidance/" and note not in texts(review)[p]]
    assert without == []
    assert len(with_findings) > 2


@pytest.mark.parametrize(("review", "id"), THEORIES)
def test_a_page_of_a_theory_says_who_ties_each_finding_to_it(review: str, id: str):
    text = texts(review)[f"theories/{id}/"]
    ties = {f.id: f.tie for f in REVIEWS[review].findings.values() if f.tie}
    for whose, is_reported in (("Findings that the ", True), ("Findings that this site ", False)):
        found = re.search(rf"<p>{whose}.*?</p>\s*(<ul.*?</ul>)", text, re.S)
        shown = set(re.findall(r'#([\w-]+)"', found[1])) if found else set()
        tied = {
            finding
            for finding, tie in ties.items()
            if id in tie.theories and (tie.basis == "reported") is is_reported
        }
        assert shown == tied


@pytest.mark.parametrize(("review", "id"), THEORIES)
def test_what_else_the_review_says_is_counted_without_the_pages_of_guidance(review: str, id: str):
    """Which theories a page of guidance names is the choice of this site."""
    library, text = REVIEWS[review], texts(review)[f"theories/{id}/"]
    theory = library.theories[id]
    tied = sum(id in f.tie.theories for f in library.findings.values() if f.tie)
    said = len(theory.implications) + len(theory.nearby) + tied
    naming = sum(id in theories_bearing_on(one, library) for one in library.guidance.values())
    for heading, expected in (
        ("What else the review says that bears on it", said),
        ("Guidance pages that name it", naming),
    ):
        told = re.search(rf"## {heading} \((\d+)\)", text)
        assert (int(told[1]) if told else 0) == expected


def test_a_finding_that_names_several_theories_is_not_said_to_be_tied_to_each_as_a_whole():
    """The source may tie one half of a sentence to one theory and the other half to another."""
    text = texts("real")["theories/t05/"]
    assert "others could not get that, or were referred" in text
    assert "Findings that the article ties to it, in whole or in part, in short:" in text


@pytest.mark.parametrize("review", REVIEWS)
def test_what_is_reported_bears_no_label_and_the_page_says_so_once(review: str):
    for path, text in texts(review).items():
        assert "rl-basis-reported" not in text, path
        assert text.count("What is not marked is reported") <= 1, path


@pytest.mark.parametrize("review", REVIEWS)
def test_an_unknown_initial_model_is_named_once_on_a_page(review: str):
    label = '<span class="rl-change rl-change-not-stated">'
    for id, theory in REVIEWS[review].theories.items():
        if theory.change == "not-stated":
            assert texts(review)[f"theories/{id}/"].count(label) == 1, id


@pytest.mark.parametrize("review", REVIEWS)
def test_no_quotation_repeats_its_sentence(review: str):
    for text in texts(review).values():
        for said, quoted in re.findall(
            r"<p[^>]*>([^\n]*) <span class=\"rl-quotes\">(.*?)</span>", text
        ):
            for quote in re.findall("“([^”]+)”", quoted):
                assert quote.lower() not in re.sub("<[^>]+>", "", said).lower()
