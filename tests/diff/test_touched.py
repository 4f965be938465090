"""The pages on which a change shows, as the references between things say."""

import shutil
from pathlib import Path

import pytest
from reviews import GARDEN, edit

from generator.diff.compare import compare
from generator.diff.read import read
from generator.diff.touched import ties

S02, J01, G02 = "interventions/s02.yml", "theories/j01.yml", "theories/g02.yml"

CASES = {
    "a title, wherever it is linked": (
        (S02, "single plots'", "plots'"),
        {
            "interventions/s02/",
            "interventions/s01/",  # which s02 is based on
            "evidence/members-and-tools/",
            "source-check/",
            "studies/sorrel-2020/",
            "theories/j03/",
        },
        {"theories/g01/"},
    ),
    "a tie, at its other end alone": (
        (J01, "related:\n  - theory: j02", "related:\n  - theory: j03"),
        {"theories/j01/", "theories/j02/", "theories/j03/"},
        {"interventions/s01/", "studies/bean-2018/"},
    ),
    "what a theory rests on, where that has its page": (
        (G02, "study: sorrel-2020", "study: mint-2019"),
        {"theories/g02/", "studies/sorrel-2020/", "studies/mint-2019/"},
        {"theories/gx1/"},
    ),
    "a sentence that names another thing, whose page does not show it": (
        ("studies/bean-2018.yml", "were made welcome at", "felt welcome at"),
        {"studies/bean-2018/"},
        {"interventions/s01/"},
    ),
    "a finding, which has no page of its own": (
        ("seeds/findings.yml", "[beans, leeks, mint]", "[beans, peas, mint]"),
        {"findings/", "source-check/"},
        {"theories/j01/"},
    ),
    "what a page says that links to others, there alone": (
        ("seeds/guidance.yml", "What a garden costs.", "The costs."),
        {"guidance/starting-a-garden/"},
        {"theories/j01/"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_change_touches_the_pages_that_show_it(case: str, tmp_path: Path):
    change, touched, untouched = CASES[case]
    new = edit(Path(shutil.copytree(GARDEN, tmp_path / "new")), change)
    pages = set(compare(*read(("OLD", GARDEN), ("NEW", new))).pages)
    assert touched <= pages
    assert not untouched & pages


def test_ties_are_found_in_every_kind_that_names_another(library):
    found = {(tie.source[0], tie.target[0]) for tie in ties(library)}
    assert {
        ("theory", "theory"),
        ("theory", "study"),
        ("theory", "format"),
        ("intervention", "study"),
        ("intervention", "intervention"),
        ("middle-range theory", "theory"),
        ("decision", "finding"),
        ("finding", "theory"),
        ("claim", "intervention"),
        ("evidence page", "claim"),
    } <= found


@pytest.mark.parametrize(
    ("change", "fragment"),
    [
        ((J01, "garden.\n    change: retained", "garden.\n    change: removed"), "c1"),
        ((S02, "value: single-plots", "value: shared-beds"), "plot-type"),
        (
            ("seeds/guidance.yml", "title: Limits and risks", "title: Risks"),
            "section-limits-and-risks",
        ),
    ],
)
def test_a_change_leads_to_its_place_on_the_page(change, fragment: str, tmp_path: Path):
    new = edit(Path(shutil.copytree(GARDEN, tmp_path / "new")), change)
    report = compare(*read(("OLD", GARDEN), ("NEW", new)))
    assert fragment in {one.fragment for one in report.changes}
