"""What rests on this site's reasoning is labelled so wherever it is shown, at a glance as well."""

import re

import pytest
from reviews import GARDEN, ROOT, context_of, linked

from generator.site.catalogue import pages

REVIEWS = {"garden": linked(GARDEN), "real": linked(ROOT)}
PAGES = {
    name: {page.address.path: page.markdown for page in pages(context_of(library))}
    for name, library in REVIEWS.items()
}
THEORIES = [(name, id) for name, library in REVIEWS.items() for id in library.theories]
INFERRED = "rl-basis rl-basis-inferred"


def glance(review: str, id: str, term: str) -> str:
    facts = re.search(rf"<dt>{term}</dt><dd>(.*?)</dd>", PAGES[review][f"theories/{id}/"], re.S)
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


@pytest.mark.parametrize("review", REVIEWS)
def test_a_tie_of_ours_is_labelled_wherever_its_finding_is_shown(review: str):
    findings = REVIEWS[review].findings
    shown = 0
    for text in PAGES[review].values():
        for item in re.findall(r'<li class="rl-finding".*?</li>', text, re.S):
            tie = findings[re.search(r'id="([^"]+)"', item)[1]].tie
            if tie and tie.basis == "inferred":
                shown += 1
                assert "(tied by this site: " in item
            else:
                assert "tied by this site" not in item
    assert shown


@pytest.mark.parametrize("review", REVIEWS)
def test_every_page_of_findings_says_what_their_labels_mean(review: str):
    note = "beside the theories that it is tied to stands who ties them"
    with_findings = [p for p in PAGES[review] if p == "findings/" or p.startswith("guidance/")]
    without = [p for p in with_findings if p != "guidance/" and note not in PAGES[review][p]]
    assert without == []
    assert len(with_findings) > 2


@pytest.mark.parametrize(("review", "id"), THEORIES)
def test_a_page_of_a_theory_says_who_ties_each_finding_to_it(review: str, id: str):
    text = PAGES[review][f"theories/{id}/"]
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
