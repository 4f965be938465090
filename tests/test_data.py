"""The real review: what must hold of its data."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from reviews import ROOT, copy_of, edit, text_of

from generator.check.check import check
from generator.check.reconcile import verdict
from generator.check.recount import recount
from generator.library.kinds import CLAIM, REVIEW, TOP_FOLDERS
from generator.site.build import build

pytestmark = pytest.mark.slow


def test_nothing_is_wrong_with_the_review(real_root):
    assert check(real_root).diagnostics == ()


@pytest.fixture(scope="module")
def built(real_root):
    return build(real_root)


def test_nothing_is_wrong_with_its_pages(built):
    assert built.diagnostics == ()
    assert built.site is not None


def test_a_label_that_a_page_by_hand_quotes_is_one_that_pages_have(built):
    texts = {page.address.path: text_of(page.body) for page in built.site.pages}
    by_hand = " ".join(texts.pop("limitations/").split())
    quoted = re.findall(r"labelled “([^”]+)”|finding “([^”]+)”", by_hand)
    assert len(quoted) == 2
    shown = " ".join(texts.values())
    assert [q for pair in quoted for q in pair if q[:1].upper() + q[1:] not in shown] == []


def test_there_are_as_many_interventions_and_theories_as_the_source_reports(real_library):
    assert [i.number for i in real_library.interventions.values()] == list(range(1, 23))
    final = [t.id for t in real_library.theories.values() if t.model.final == "present"]
    removed = [t.id for t in real_library.theories.values() if t.model.change == "removed"]
    assert len(final) == 34
    assert removed == ["h01", "h02"]


def test_what_is_published_within_pages_is_registered_by_names_and_not_by_positions(real_library):
    places = [id for ids in real_library.register.within.values() for id in ids]
    assert len(places) > 300
    assert [id for id in places if re.fullmatch(r"(part|section|row)-\d+|\d+", id)] == []


@pytest.mark.parametrize(
    ("group", "final"), [("take-up", 13), ("positive-impact", 13), ("negative-impact", 8)]
)
def test_every_group_has_as_many_theories_as_the_source_counts(real_library, group, final):
    theories = real_library.theories_of(group)
    assert sum(t.model.final == "present" for t in theories) == final


def test_every_verdict_follows_from_the_data(real_library):
    recounts = recount(real_library)
    claims = real_library.claims
    assert {id: verdict(claim, recounts.get(id)) for id, claim in claims.items()} == {
        id: claim.verdict for id, claim in claims.items()
    }
    assert {claims[id].verdict for id in recounts} == {
        "consistent", "inconsistent", "cannot-be-checked",
    }  # fmt: skip


def test_every_contradiction_says_how_grave_it_is_and_what_the_data_show(real_library):
    contradictions = [c for c in real_library.claims.values() if c.verdict == "inconsistent"]
    assert contradictions
    for claim in contradictions:
        assert claim.severity, claim.id
        assert claim.shows if claim.check else claim.found, claim.id
        assert claim.problem or claim.same_problem_as, claim.id


def test_no_check_of_a_claim_holds_whatever_is_compared(real_library):
    """Each check fails once what it compares is emptied: a verdict that could not, says nothing."""
    review = real_library.review.model_copy(update={"groups": ()})
    bare = replace(
        real_library,
        held={
            **dict.fromkeys(real_library.held, ()),
            CLAIM: real_library.all(CLAIM),
            REVIEW: (review,),
        },
    )
    of_data = {id for id, c in real_library.claims.items() if c.check and c.check.counts_data}
    held = {id for id, found in recount(bare).items() if found.holds and id in of_data}
    kinds = {real_library.claims[id].check.kind for id in held}
    assert kinds <= {"partition"}, "nothing is left, so that nothing is left out"


def quotes(value):
    if isinstance(value, dict):
        yield from value.get("quotes") or ()
        value = list(value.values())
    for item in value if isinstance(value, list) else ():
        yield from quotes(item)


def test_every_quotation_is_short(real_root):
    found = [
        quote
        for folder in TOP_FOLDERS
        for file in (real_root / folder).rglob("*.yml")
        for quote in quotes(yaml.safe_load(file.read_text(encoding="utf-8")))
    ]
    assert len(found) > 50
    assert [quote for quote in found if len(quote.split()) > 8] == []


@pytest.fixture
def real_copy(tmp_path: Path) -> Path:
    return copy_of(ROOT, tmp_path / "review")


def test_an_edit_that_changes_a_count_names_the_claim_that_no_longer_holds(real_copy: Path):
    edit(real_copy, ("interventions/i04.yml", "value: taiwan", "value: usa"))
    found = check(real_copy).diagnostics
    assert found
    lines = (real_copy / "seeds/claims.yml").read_text(encoding="utf-8").splitlines()
    for diagnostic in found:
        assert (diagnostic.code, diagnostic.location.path) == ("claim-verdict", "seeds/claims.yml")
        assert lines[diagnostic.location.line - 1].strip().startswith("verdict:")
        assert re.search(r"Claim c\d+ ", diagnostic.message)


def test_an_intervention_that_is_taken_away_is_missed_wherever_it_is_named(real_copy: Path):
    (real_copy / "interventions/i03.yml").unlink()
    codes = Counter(d.code for d in check(real_copy).diagnostics)
    assert codes["unknown-reference"] > 1


STRENGTHS = {
    "very strong evidence": "very strong",
    "strongly evidenced": "strong for",
    "some evidence": "some evidence",
    "unexpectedly little": "unexpectedly little",
    "much less evidence": "much less evidence",
    "limited": "limited",
    "no evidence": "no evidence",
    "not usually explicit": "not usually explicit",
    "not enough detail": "too little detail",
    "unresolved": "unresolved",
    "majority": "",
}
"""What a finding quotes of the strength of its evidence, and what a summary of it has to say."""
CAUTIOUS = re.compile(r"\b(may|might|could|potential|possib\w+)\b")


def test_a_summary_of_guidance_names_the_hedges_of_its_findings(real_library):
    for decision in real_library.guidance.values():
        shown = [real_library.findings[id] for s in decision.sections for id in s.findings]
        quotes = " ".join(quote for finding in shown for quote in finding.quotes).lower()
        summary = " ".join(decision.summary.split()).lower()
        hedges = [said for quoted, said in STRENGTHS.items() if quoted in quotes]
        assert [said for said in hedges if said not in summary] == [], decision.id
        assert not CAUTIOUS.search(quotes) or CAUTIOUS.search(summary), decision.id


WEAKER = ("unexpectedly little", "some evidence", "some mothers")
"""What the evidence of a theory says to weaken it, and what its summary then has to say."""


def test_a_summary_of_a_theory_is_no_surer_than_its_evidence(real_library):
    found = []
    for theory in real_library.theories.values():
        said = " ".join(text for e in theory.evidence for text in (e.text, *e.quotes)).lower()
        found += [(theory, hedge) for hedge in WEAKER if hedge in said]
    assert len(found) > 5
    assert [(t.id, hedge) for t, hedge in found if hedge not in t.summary.lower()] == []


ABSENT = re.compile(
    r"(article|text)\b[^.]{0,80}\b(not|none|nothing|nowhere|never|no tie|only adds)\b"
    r"|missing from every|^All that"
)


def test_what_the_article_does_not_say_is_never_labelled_reported(real_library):
    texts = [
        (kind, id, " ".join(item.text.split()))
        for kind, id, _, item in real_library.sourced
        if item.basis == "reported" and getattr(item, "text", None)
    ]
    assert len(texts) > 200
    assert [text for text in texts if ABSENT.search(text[2])] == []


def test_what_is_reported_of_a_numbered_theory_stands_where_its_number_is_printed(real_library):
    """Whatever else the article says on its subject is tied to it by this site: inferred."""
    numbered = [t for t in real_library.theories.values() if t.number is not None]
    reported = [
        (theory, remark)
        for theory in numbered
        for remark in (
            *(s for _, s in theory.statements),
            *theory.evidence,
            *theory.implications,
            *theory.nearby,
        )
        if remark.basis == "reported"
    ]
    assert len(reported) > 40
    assert [
        (t.id, r.id) for t, r in reported if not set(r.at) & set(t.number_at)
    ] == []  # fmt: skip


def test_a_page_that_tells_of_no_difference_says_that_this_is_no_proof_of_none(real_library):
    lacking = re.compile("^The review found no evidence (of|that) ")
    telling = 0
    for decision in real_library.guidance.values():
        shown = [real_library.findings[id] for s in decision.sections for id in s.findings]
        if any(lacking.match(finding.text) for finding in shown):
            telling += 1
            assert "nod-07" in {finding.id for finding in shown}, decision.id
    assert telling > 2


def test_what_is_said_of_evidence_can_be_read_without_its_page(real_library):
    texts = [e.text for t in real_library.theories.values() for e in t.evidence]
    assert len(texts) > 20
    assert [text for text in texts if re.search(r"\bthis\b", text)] == []


@pytest.mark.parametrize(("one", "other"), [("t06", "t08"), ("t11", "t12"), ("p23", "p24")])
def test_theories_that_share_one_phrase_and_nothing_else_say_the_same(real_library, one, other):
    first, second = real_library.theories[one], real_library.theories[other]
    assert first.title.removesuffix("(first of two)") == second.title.removesuffix(
        "(second of two)"
    )
    assert first.title != second.title
    same = ("summary", "contexts", "mechanisms", "outcomes", "formats", "evidence", "not_stated")
    assert [name for name in same if getattr(first, name) != getattr(second, name)] == []
    assert re.findall(r"\[\[(\w+)\]\]", first.summary)[-2:] == [one, other]


def test_a_risk_is_tied_to_every_negative_theory_that_rests_on_its_sentence(real_library):
    negative = real_library.theories_of("negative-impact")
    risks = [f for f in real_library.findings.values() if f.kind == "risk" and f.tie]
    for risk in risks:
        resting = {t.id for t in negative for _, s in t.statements if set(s.at) & set(risk.at)}
        assert resting <= set(risk.tie.theories), risk.id
    assert risks


def test_a_passage_that_ties_a_format_to_one_theory_ties_it_to_every_one_that_rests_on_it(
    real_library,
):
    """In one group; a theory that names no format by its passages is about all of them."""
    tied = 0
    for group in real_library.review.groups:
        theories = real_library.theories_of(group.id)
        named = {t.id: [f for f in t.formats if f.covers == "named"] for t in theories}
        for theory in (t for t in theories if named[t.id]):
            own = {format for entry in named[theory.id] for format in entry.formats}
            rests = {place for _, statement in theory.statements for place in statement.at}
            rests -= set(theory.number_at)  # there one sentence names all of them
            passages = [e for entries in named.values() for e in entries if rests & set(e.at)]
            tied += len(passages)
            assert {format for entry in passages for format in entry.formats} <= own, theory.id
    assert tied > 10


def test_every_theory_has_a_statement_of_what_the_source_names_it_by(real_library):
    theories = real_library.theories.values()
    assert [t.id for t in theories if not t.statements] == []
    for theory in (t for t in theories if t.number is not None):
        named = {place for place in theory.number_at if place.startswith("theories ")}
        assert named & {at for _, s in theory.statements for at in s.at}, theory.id


def test_what_is_said_to_be_missing_of_every_theory_is_not_said_again_of_one(real_library):
    own = {t.id: " ".join(t.not_stated) for t in real_library.theories.values()}
    assert any("implication" in item for item in real_library.review.theories_lack)
    assert [id for id, said in own.items() if "mplication" in said] == []


def test_the_limitations_name_every_theory_of_which_the_text_gives_hardly_more_than_a_topic(
    real_library, real_root
):
    """Beside such a number, what is reported rests on the paragraphs that list the topics."""
    bare = {
        theory.id
        for theory in real_library.theories.values()
        if theory.number is not None
        and all(
            place.startswith("theories ")
            for _, statement in theory.statements
            if statement.basis == "reported"
            for place in statement.at
        )
    }
    page = (real_root / "docs/limitations.md").read_text(encoding="utf-8")
    named = re.findall(r'"(\w+)"', re.search(r"set bare = \[(.*?)\]", page, re.S)[1])
    groups = [real_library.theories_of(group) for group in ("positive-impact", "negative-impact")]
    assert bare == {*named, *(t.id for g in groups for t in g if t.number is not None)}


def test_what_the_limitations_say_is_not_given_of_any_intervention_is_not(real_library):
    silent = ("name", "documents", "participants", "training-content", "supervision")
    for intervention in real_library.interventions.values():
        assert not {*silent, "outcome-results"} & set(intervention.attributes)
