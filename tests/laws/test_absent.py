"""What a review does not have is optional, and leaves no trace on the pages of one without it."""

import copy
import re
from typing import Any

import pytest
from hollow import hollow
from reviews import GARDEN
from yaml_edits import read, without, write

from generator.diagnostics import Severity
from generator.pages import render
from generator.site.build import build

pytestmark = pytest.mark.slow

PARTS = {
    "services": ["seeds/review.yml: help.services"],
    "help": ["seeds/review.yml: help"],
    "convention": ["seeds/review.yml: convention"],
    "last search": [
        "seeds/review.yml: source.last-search",
        "seeds/review.yml: source.last-search-at",
    ],
    "missing parts": ["seeds/review.yml: source.missing"],
    "changes": ["seeds/changes.yml"],
    "remarks": ["seeds/review.yml: remarks"],
    "confidence": [
        "seeds/review.yml: confidence",
        "theories/*.yml: confidence",
        "theories/*.yml: mechanisms.confidence",
    ],
    "chains": ["theories/*.yml: outcomes.leads-to"],
    "revisions": ["theories/*.yml: revisions"],
    "what was not at hand": ["theories/*.yml: not-at-hand"],
    "newer publications": ["seeds/studies.yml: related"],
    "identified publications": ["seeds/studies.yml: identified"],
    "parts of mechanisms": ["theories/*.yml: mechanisms.part"],
    "numbers of interventions": ["interventions/*.yml: number"],
}


@pytest.fixture(scope="module")
def files():
    return read(GARDEN)


@pytest.fixture(scope="module", autouse=True)
def shown_is_text():
    """What stands between double braces is a text or a number, and never what is not there."""

    def held(value: Any) -> Any:
        assert isinstance(value, str | int | float)
        assert not isinstance(value, bool)
        return value

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(render._environment(), "finalize", held)
        patch.setattr(render._environment(), "bytecode_cache", None)  # compiled without it
        yield


def built(files, root):
    """The site of a review that lacks something, no page of which tells of nothing."""
    made = build(write(files, root, GARDEN))
    assert [d for d in made.diagnostics if d.severity is Severity.ERROR] == []
    assert made.site is not None
    assert {
        path: found for path, body in bodies(made.site).items() if (found := hollow(body))
    } == {}
    return made.site


def bodies(site):
    return {page.address.path: page.body for page in site.pages}


@pytest.mark.parametrize("part", PARTS)
def test_a_part_can_be_left_out(part, files, tmp_path):
    built(without(files, *PARTS[part]), tmp_path)


def test_without_help_there_is_neither_page_nor_note_of_it(files, tmp_path):
    site = built(without(files, *PARTS["help"]), tmp_path)
    assert "help/" not in bodies(site)
    assert all("rl-notice" not in body and "help/" not in body for body in bodies(site).values())
    assert "help.md" not in str(site.nav)


def test_without_changes_nothing_has_a_version_or_a_date(files, tmp_path):
    site = built(without(files, *PARTS["changes"]), tmp_path)
    assert site.epoch is None
    assert "changes/" not in bodies(site)
    pages = "".join(body for path, body in bodies(site).items() if "contributing" not in path)
    assert re.findall(r"1970|[Vv]ersion 0", pages) == []


ABOUT_THE_TOOL = ("contributing/", "data-dictionary/", "data/")
"""Pages about the generator and its files, which are the same in every review."""


def test_without_a_scale_of_confidence_no_page_has_a_trace_of_one(files, tmp_path):
    site = built(without(files, *PARTS["confidence"]), tmp_path)
    traces = re.compile(r"rl-confidence|rl-scale|confidence-scale|no level|[Bb]orne out(?! in)")
    found = {
        path: traces.findall(body)
        for path, body in bodies(site).items()
        if not path.startswith((*ABOUT_THE_TOOL, "glossary/", "findings/", "article/"))
    }
    assert {path: marks for path, marks in found.items() if marks} == {}


@pytest.mark.parametrize(
    ("part", "traces"),
    [
        ("chains", "rl-chain|Leads to: |Follows from: |follows-from"),
        ("revisions", "#revisions|>Was: |refined, with|[Rr]efined, with the"),
        ("what was not at hand", "not-at-hand|was at hand"),
        ("parts of mechanisms", "rl-subpart|data-part|Resource|Response"),
        ("numbers of interventions", r">#\d|, #\d|#None"),
    ],
)
def test_what_no_theory_has_leaves_no_trace(part, traces, files, tmp_path):
    site = built(without(files, *PARTS[part]), tmp_path)
    found = {path: re.findall(traces, b) for path, b in bodies(site).items()}
    assert {
        path: marks
        for path, marks in found.items()
        if marks and not path.startswith(ABOUT_THE_TOOL)
    } == {}


def without_counts_of_theories(files):
    """The review whose claims are held against each other, and not against its theories."""
    for claim in files["seeds/claims.yml"]:
        if claim.get("check", {}).get("kind") != "sum":
            claim.pop("check", None)
    return files


def one_model(files):
    left = without(files, "theories/*.yml: model", "seeds/review.yml: convention")
    left = without(
        left, "theories/[gj]*.yml: contexts.change", "theories/[gj]*.yml: mechanisms.change"
    )
    left = without(left, "theories/[gj]*.yml: outcomes.change")
    for content in left.values():
        for part in ("contexts", "mechanisms", "outcomes"):
            for item in content.get(part, ()) if isinstance(content, dict) else ():
                item["text"] = re.sub(r"\{--.*?--\}|\{\+\+|\+\+\}", "", item["text"])
    left["seeds/glossary.yml"] = [e for e in left["seeds/glossary.yml"] if "model" not in e["term"]]
    return without_counts_of_theories(left)


def test_with_one_model_no_page_speaks_of_two(files, tmp_path):
    site = built(one_model(files), tmp_path)
    assert [path for path in bodies(site) if path.startswith("model/")] == ["model/"]
    for path in ("model/", "theories/", "theories/j01/", "theories/j02/", ""):
        assert "rl-change" not in bodies(site)[path], path
    said = [
        path for path, b in bodies(site).items() if re.search("[Ii]nitial( to the final)? model", b)
    ]
    assert [path for path in said if not path.startswith(("contributing/", "data-dic"))] == []


def test_without_groups_theories_stand_together(files, tmp_path):
    left = without(files, "seeds/review.yml: groups", "theories/*.yml: group")
    for number, name in enumerate(sorted(n for n in left if re.match(r"theories/\w+\.yml", n)), 1):
        left[name]["number"] = number
    site = built(without_counts_of_theories(left), tmp_path)
    assert "theory 4: " in bodies(site)["theories/"].lower()
    assert "<dt>Group</dt>" not in bodies(site)["theories/j01/"]


def unlinked(value):
    """The same with no reference in any text."""
    if isinstance(value, str):
        return value.replace("[[", "").replace("]]", "")
    if isinstance(value, dict):
        return {key: unlinked(inner) for key, inner in value.items()}
    return [unlinked(inner) for inner in value] if isinstance(value, list) else value


def with_doors_to(page, files):
    for door in files["seeds/review.yml"]["home"]["doors"]:
        door["links"] = [{"text": "Example", "to": page}]
    return files


def speaking_of(word, site):
    """The pages that say a word, but for those about the files, which are alike in every review."""
    about_files = ("contributing/", "data-dictionary/")
    return [
        path
        for path, body in bodies(site).items()
        if not path.startswith(about_files) and re.search(word, re.sub("<[^>]+>", "", body))
    ]


def without_ties(files, kind=None):
    """The review in which no theory is tied to anything, or to nothing of a kind."""
    left = copy.deepcopy(files)
    for content in left.values():
        if isinstance(content, dict) and "support" in content:
            content["support"] = [tie for tie in content["support"] if kind and kind not in tie]
    if kind is None:
        tables = left["seeds/evidence.yml"]
        left["seeds/evidence.yml"] = [page for page in tables if page["id"] != "support"]
    return left


def test_without_ties_to_evidence_no_page_speaks_of_them(files, tmp_path):
    site = built(without_ties(files), tmp_path)
    assert speaking_of("refines|is tied to this (theory|study)", site) == []
    assert "data/support.csv" not in site.files
    assert 'id="s1"' not in "".join(bodies(site).values())


def test_without_studies_no_page_file_or_heading_is_there_for_them(files, tmp_path):
    left = without(
        without_ties(files, "study"),
        *("studies/*.yml", "interventions/*.yml: studies", "seeds/ids.yml: included-studies"),
        "seeds/review.yml: source.includes.studies",
    )
    for claim in left["seeds/claims.yml"]:  # what the source itself counts is the review's own word
        for part in claim.get("check", {}).get("parts", []):
            part["label"] = part["label"].replace("studies", "papers")
    site = built(left, tmp_path)
    assert "No intervention is tied to this theory" in bodies(site)["theories/j01/"]
    assert [path for path in bodies(site) if path.startswith("studies/")] == []
    assert speaking_of("[Ss]tudies of |Studies", site) == []
    assert "data/studies.csv" not in site.files
    assert "tudies" not in str([list(item) for item in site.nav])


def test_without_interventions_studies_stand_alone(files, tmp_path):
    left = without(
        without_ties(files, "intervention"),
        *("interventions/*.yml", "seeds/ids.yml: interventions", "seeds/evidence.yml"),
        *("seeds/claims.yml", "seeds/studies.yml", "theories/*.yml: reading-of"),
        "seeds/review.yml: source.includes.interventions",
    )
    site = built(with_doors_to("studies/", unlinked(left)), tmp_path)
    assert "studies/bean-2018/" in bodies(site)
    assert "No study is tied to this theory" in bodies(site)["theories/j03/"]
    assert [path for path in bodies(site) if path.startswith("interventions/")] == []
    assert speaking_of("[Ii]ntervention", site) == []
    assert "data/interventions.csv" not in site.files


def test_a_review_of_findings_alone_has_no_page_of_theories_or_interventions(files, tmp_path):
    left = without(
        files,
        *("theories/*.yml", "theories/middle-range/*.yml", "interventions/*.yml", "studies/*.yml"),
        *("seeds/claims.yml", "seeds/guidance.yml", "seeds/evidence.yml", "seeds/studies.yml"),
        *("seeds/ids.yml", "seeds/moved.yml", "seeds/glossary.yml", "seeds/findings.yml: tie"),
        *("seeds/review.yml: source.includes", "seeds/findings.yml: note"),
        *("seeds/attributes.yml", "seeds/findings.yml: formats"),
    )
    site = built(with_doors_to("findings/", unlinked(left)), tmp_path)
    assert {"", "findings/", "article/"} < set(bodies(site))
    gone = ("theories/", "model/", "interventions/", "studies/", "evidence/", "source-check/")
    assert [path for path in bodies(site) if path.startswith(gone)] == []
    linked = {
        m for body in bodies(site).values() for m in re.findall(r'href="[./]*([a-z-]+/)"', body)
    }
    assert linked & set(gone) == set()
