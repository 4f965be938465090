"""What `realist diff` says of edits, in the words that a maintainer reads.

After a change that is meant, run `REALIST_REGOLD=1 pytest tests/diff/test_diff.py`, and read the
difference in git as that maintainer.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from reviews import GARDEN, ROOT, Edit, edit

from generator.check.check import check
from generator.cli import main
from generator.diff.compare import compare
from generator.diff.formats import NOTHING, as_text, excerpt, visible
from generator.diff.markdown import as_markdown, code, fenced, inline
from generator.diff.read import NothingToCompareError, read
from generator.diff.report import Report
from generator.diff.words import FONTS
from generator.entities.theory import Change
from generator.library.kinds import TOP_FOLDERS
from generator.pages.render import change_markup
from generator.site.schema import schemas

EXPECTED = Path(__file__).parent
S01, S02, J01, G01 = (
    "interventions/s01.yml", "interventions/s02.yml", "theories/j01.yml", "theories/g01.yml",
)  # fmt: skip
CLAIMS = "seeds/claims.yml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GARDEN, tmp_path / "new"))


def diff(old: Path, new: Path) -> Report:
    return compare(*read(("OLD", old), ("NEW", new)))


def after(copy: Path, *edits: Edit) -> Report:
    return diff(GARDEN, edit(copy, *edits))


def words(report: Report) -> list[str]:
    return [change.words for change in (*report.errors, *report.changes)]


RICH: tuple[Edit, ...] = tuple(
    (entry["file"], entry["old"], entry["new"])
    for entry in yaml.safe_load((EXPECTED / "rich.yml").read_text(encoding="utf-8"))
)


@pytest.fixture
def rich(copy: Path) -> Report:
    new = edit(copy, *RICH)
    fourth = (new / "interventions/s03.yml").read_text(encoding="utf-8")
    fourth = fourth.replace("id: s03", "id: s04").replace("number: 3", "number: 4")
    (new / "interventions/s04.yml").write_text(fourth, encoding="utf-8")
    (new / "docs/more.md").write_text("# More\n", encoding="utf-8")
    edit(new, (J01, "- id: m2", "- id: m3"))
    (new / "theories/g02.yml").unlink()
    for file, what in (("theories/g01.yml", "[[g02]]"), ("seeds/guidance.yml", ", g02")):
        edit(new, (file, what, ""))
    # Whoever deletes a page may do so in the register, too.
    edit(
        new,
        ("seeds/ids.yml", "  - g02\n", ""),
        (CLAIMS, "2\n    members: [g01, g02]", "1\n    members: [g01]\n    absent: [2]"),
    )
    edit(new, (G01, "  shared-with: [g02]\n", ""), ("seeds/findings.yml", "[g01, g02]", "[g01]"))
    return diff(GARDEN, new)


@pytest.mark.parametrize(("name", "printed"), [("rich.txt", as_text), ("rich.md", as_markdown)])
def test_maintainer_reads(name: str, printed, rich: Report):
    if os.environ.get("REALIST_REGOLD") == "1":
        (EXPECTED / name).write_text(printed(rich), encoding="utf-8")
    assert printed(rich) == (EXPECTED / name).read_text(encoding="utf-8")


NOTICED = {
    "value": (
        (S01, "value: A shed by the gate", "value: A hut"),
        "Intervention #1, Shed: A shed by the gate (reported), now A hut (reported)",
    ),
    "wording": (
        (G01, "text: It is easier to talk.", "text: Talk is easier."),
        "Growing theory 1, mechanism m1: wording changed",
    ),
    "basis": (
        ("theories/j03.yml", "not-stated\n    basis: inferred", "not-stated\n    basis: reported"),
        "Joining theory 3, outcome o2: now reported, was inferred",
    ),
    "basis of a value": (
        (S02, "value: all-year\n    basis: inferred", "value: all-year\n    basis: reported"),
        "Intervention #2, Season: now reported, was inferred",
    ),
    "locator": (
        (G01, "easier to talk.\n    quotes: [may make it easier]\n    at: [findings 3.2]",
         "easier to talk.\n    quotes: [may make it easier]\n    at: [findings 3.3]"),
        "Growing theory 1, mechanism m1: place in the report: Findings, paragraph 3, "
        "sentence 3, was Findings, paragraph 3, sentence 2",
    ),
    "theory leaves the model": (
        (J01, "  final: present", "  final: absent"),
        "Joining theory 1 changes from normal to strikethrough: now “Initial model only: "
        "no evidence found”, was “In the initial and the final model”",
    ),
    "statement leaves the model": (
        (J01, "garden.\n    change: retained", "garden.\n    change: removed"),
        "Joining theory 1, context c1 changes from normal to strikethrough: now “Initial model "
        "only: no evidence found”, was “In the initial and the final model”",
    ),
    "new statement": (
        (J01, "  - id: c2", "  - id: c3\n    text: New.\n    at: [findings 2.2]\n  - id: c2"),
        "Joining theory 1: context c3 added",
    ),
    "removed statement": (
        (J01, "  - id: m2\n    text: She is handed a spade.\n    change: added\n"
         "    at: [findings 2.2]\n", ""),
        "Joining theory 1: mechanism m2 removed",
    ),
    "what became of an address": (
        ("seeds/moved.yml", "said the same as another one", "was one too many"),
        "What became of findings/gar-90: reasoning changed",
    ),
    "an address that is gone": (
        ("seeds/moved.yml", "- was: evidence/tools",
         "- was: findings/gar-91\n  why: So it is.\n  date: 2022-03-02\n- was: evidence/tools"),
        "What became of findings/gar-91 is told now",
    ),
    "conflict": (
        (S01, "    value: lent\n    basis: reported\n",
         "    basis: conflict\n    readings:\n      - {value: lent, at: [findings 1.2]}\n"
         "      - {value: own, at: [discussion 1.2], note: Why}\n"),
        "Intervention #1, Tools: Lent by the scheme (reported), now a contradiction: "
        "Lent by the scheme (Findings, paragraph 1, sentence 2) or Members’ own (Discussion, "
        "paragraph 1, sentence 2; Why)",
    ),
    "state": (
        (S02, "  based-on:\n    value: s01\n    basis: reported\n    at: [findings 1.3]\n"
         "not-stated:\n", "not-stated:\n  - based-on\n"),
        "Intervention #2, Based on: #1 Example scheme: shared beds in a park (reported), now not "
        "stated in the report’s text",
    ),
    "title": (
        (S02, "single plots'", "plots'"),
        "Intervention #2: title changed",
    ),
    "studies of an intervention": (
        (S01, "[bean-2018, sorrel-2020]", "[bean-2018]"),
        "Intervention #1: studies changed",
    ),
    "what is known of a study": (
        ("studies/mint-2019.yml", "text: Exampleland", "text: Elsewhere"),
        "Study “Example study: Mint and others 2019”, country: wording changed",
    ),
    "what a study reports": (
        ("studies/mint-2019.yml", "water ended in talk", "water led to talk"),
        "Study “Example study: Mint and others 2019”, statement r1: wording changed",
    ),
    "support": (
        ("theories/g02.yml", "how: refines", "how: contradicts"),
        "Growing theory 2, support s2: how it bears on the theory: contradicts, was refines",
    ),
    "support by another study": (
        ("theories/g02.yml", "study: sorrel-2020", "study: mint-2019"),
        "Growing theory 2, support s2: study: Example study: Mint and others 2019, was Example "
        "study: Sorrel 2020",
    ),
    "relation": (
        (J01, "related:\n  - theory: j02", "related:\n  - theory: j03"),
        "Joining theory 1: relation to joining theory 3 added",
    ),
    "retired": (
        (S02, "number: 2\n", "number: 2\nretired: {why: Twice., date: 2022-01-01}\n"),
        "Intervention #2 is retired: its page stays and says so, and only claims of "
        "the report still count it",
    ),
    "help": (
        ("seeds/review.yml", "01632 960000", "01632 960999"),
        "Help, service “Example garden line”: phone: 01632 960999, was 01632 960000",
    ),
    "home": (
        ("seeds/review.yml", "    - It is not advice on gardens.\n", ""),
        "Home page: “what it is not”, entry 2 removed",
    ),
    "silent": (
        ("seeds/guidance.yml", "What a garden costs.", "The costs."),
        "Guidance “Example guidance: starting a garden”: “silent”, entry 1 changed",
    ),
    "check": (
        (CLAIMS, "where: {plot-type: shared-beds}", "where: {name: Corner Beds}"),
        "Claim “One scheme had shared beds.”: how it is recomputed changed",
    ),
    "list": (
        ("seeds/findings.yml", "[beans, leeks, mint]", "[beans, peas, mint]"),
        "Finding “What members grew, and with what, is listed.”, list crops: entry 2 changed",
    ),
    "order that readers see": (
        ("seeds/guidance.yml", "    - What a garden costs.\n    - Which type of plot is better.",
         "    - Which type of plot is better.\n    - What a garden costs."),
        "Guidance “Example guidance: starting a garden”: order of the “silent” entries changed",
    ),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("case", NOTICED)
def test_says_what_a_reader_notices(case: str, copy: Path):
    change, sentence = NOTICED[case]
    assert sentence in words(after(copy, change))


def test_a_name_that_nothing_has_is_a_problem_of_its_state(copy: Path):
    report = after(copy, ("seeds/moved.yml", "was: evidence/tools", "was: forks/tools"))
    # What was called so is published, and nothing tells any more what became of it.
    assert [problem.code for problem in report.problems] == ["id-gone", "unknown-reference"]
    assert words(report) == ["What became of evidence/tools is told no more"]


def test_wordings_stand_below_the_sentence(copy: Path):
    report = after(copy, (G01, "text: It is easier to talk.", "text: Talk is easier."))
    assert "- It is easier to talk.\n        + Talk is easier.\n" in as_text(report)
    (change,) = report.changes
    assert (change.page, change.fragment) == ("theories/g01/", "m1")
    assert (change.field, change.before, change.after) == (
        "mechanisms.m1.text", "It is easier to talk.", "Talk is easier.",
    )  # fmt: skip


def test_a_claim_that_does_not_hold_any_more(copy: Path):
    report = after(copy, (S02, "value: single-plots", "value: shared-beds"))
    changed = "was consistent with the data and is not any more"
    assert f"Claim “One scheme had shared beds.” {changed}" in words(report)
    counts = {count.name: (count.before, count.after) for count in report.counts}
    assert counts["claims that are consistent"] == (11, 10)
    assert [problem.code for problem in report.problems] == ["claim-verdict"]


def test_pages_that_show_a_changed_thing_by_its_format(copy: Path):
    report = after(copy, (S02, "value: single-plots", "value: shared-beds"))
    assert {"interventions/s02/", "theories/j03/", "theories/g02/"} <= set(report.pages)


def test_pages_that_show_a_middle_range_theory(copy: Path):
    file = "theories/middle-range/fence-theory.yml"
    report = after(copy, (file, "side by side may", "in a row may"))
    assert report.pages == ("middle-range-theories/fence-theory/", "theories/g01/")


UNNOTICED = {
    "comment": (G01, "id: g01", "# a remark\nid: g01 # another"),
    "key order": (G01, "id: g01\nnumber: 1\n", "number: 1\nid: g01\n"),
    "style": (G01, "summary: >-\n  Invented:", "summary: |-\n  Invented:"),
    "default": (G01, "side by side.\n    at:", "side by side.\n    basis: reported\n    at:"),
    "ends of lines": ("docs/about.md", "schemes.\n", "schemes.\r\n"),
    "spaces": (G01, "summary: >-\n  Invented:", "summary: >-\n  Invented:  "),
    "attributes": (S02, "  - shed\n  - name\n", "  - name\n  - shed\n"),
}  # fmt: skip


@pytest.mark.parametrize("case", UNNOTICED)
def test_what_nobody_notices(case: str, copy: Path):
    report = after(copy, UNNOTICED[case])
    assert as_text(report) == f"From OLD to NEW: {NOTHING}\n"
    assert as_markdown(report) == f"**From OLD to NEW:** {NOTHING}\n"


REORDERED = {
    "seeds/findings.yml": "Findings: order of the entries changed",
    "seeds/claims.yml": "Source check: order of the entries changed",
    "seeds/evidence.yml": "Evidence tables: order of the entries changed",
    "theories/j01.yml": "Joining theory 1: order of the mechanisms changed",
}


@pytest.mark.parametrize("file", REORDERED)
def test_the_order_in_which_readers_see_entries_is_told(file: str, copy: Path):
    data = yaml.safe_load((copy / file).read_text(encoding="utf-8"))
    (data["mechanisms"] if isinstance(data, dict) else data).reverse()
    (copy / file).write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    assert [change.words for change in diff(GARDEN, copy).changes] == [REORDERED[file]]


IDENTITY = {
    "renamed": (
        [(G01, "  - id: m1", "  - id: m3")],
        "Growing theory 1, mechanism: identity is permanent: m1 became m3; give it back its id",
    ),
    "pushed along": (
        [(J01, "- id: m2", "- id: m3"), (J01, "- id: m1", "- id: m2"),
         (J01, "mechanisms:", "mechanisms:\n  - id: m1\n    text: New.\n    at: [findings 2.2]")],
        "Joining theory 1, mechanism: identity is permanent: m1 became m2; give it back its id",
    ),
    "finding": (
        [("seeds/findings.yml", "id: str-01", "id: str-09")],
        "Finding “Gardeners read the drafts of the invented report.”: identity is permanent: "
        "str-01 became str-09; give it back its id",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", IDENTITY)
def test_ids_are_permanent(case: str, copy: Path):
    edits, sentence = IDENTITY[case]
    report = after(copy, *edits)
    assert sentence in [error.words for error in report.errors]
    assert not [c for c in report.changes if c.kind == "removed"]
    assert ran("diff", GARDEN, copy).exit_code == 1


TOLD = {
    "renamed": (
        [(G01, "  - id: m1", "  - id: m3")],
        ("theories/g01#m1", "theories/g01#m3"),
        "Growing theory 1, mechanism: what was called m1 is called m3 now; its old address says so",
    ),
    "finding": (
        [("seeds/findings.yml", "id: str-01", "id: str-09")],
        ("findings/str-01", "findings/str-09"),
        "Finding “Gardeners read the drafts of the invented report.”: what was called str-01 "
        "is called str-09 now; its old address says so",
    ),
    "attribute": (
        [("seeds/attributes.yml", "- id: members-nearby\n", "- id: people\n")],
        ("interventions#members-nearby", "interventions#people"),
        "What is recorded of interventions, attribute: what was called members-nearby is called "
        "people now; its old address says so",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TOLD)
def test_an_id_of_which_is_told_what_became_of_it_is_no_error(case: str, copy: Path):
    edits, (was, now), sentence = TOLD[case]
    with (copy / "seeds/moved.yml").open("a", encoding="utf-8") as out:
        out.write(f"- {{was: {was}, now: {now}, why: Invented., date: 2022-03-09}}\n")
    report = after(copy, *edits)
    assert not report.errors
    assert sentence in words(report)
    assert ran("diff", GARDEN, copy).exit_code == 0


RENAMED = {
    "statement": (
        (G01, "  - id: m1\n    text: It is easier", "  - id: m3\n    text: It was easier"),
        ("theories/g01#m1", "theories/g01#m3"),
        "Growing theory 1, mechanism m3: wording changed",
    ),
    "finding": (
        ("seeds/findings.yml", "- id: str-01\n  topic: strengths\n  text: Gardeners read",
         "- id: str-09\n  topic: strengths\n  text: Gardeners saw"),
        ("findings/str-01", "findings/str-09"),
        "Finding “Gardeners saw the drafts of the invented report.”: wording changed",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", RENAMED)
def test_what_has_another_id_and_another_wording_is_told_as_the_same(case: str, copy: Path):
    change, (was, now), sentence = RENAMED[case]
    with (copy / "seeds/moved.yml").open("a", encoding="utf-8") as out:
        out.write(f"- {{was: {was}, now: {now}, why: Invented., date: 2022-03-09}}\n")
    report = after(copy, change)
    assert not report.errors
    assert sentence in words(report)
    assert any("is called" in told for told in words(report))
    assert not [c for c in report.changes if c.kind in ("added", "removed") and c.thing != "moved"]


def test_what_begins_with_a_reference_is_called_by_its_words(copy: Path):
    risk = "text: Quarrels over water were a risk, as in [[gx1]]."
    report = after(
        copy,
        ("seeds/findings.yml", risk, "text: In [[s01]] water was a risk."),
        ("seeds/guidance.yml", "findings: [gar-01, gar-04]", "findings: [gar-01, gar-03]"),
    )
    assert not [told for told in words(report) if "s01" in told]
    told = " ".join(f"{c.before} {c.after} {c.title}" for c in report.changes)
    assert "“In #1 water was a risk.”" in told
    assert "s01" not in told


def test_what_is_deleted_and_told_of_is_no_error(copy: Path):
    (copy / "interventions/s03.yml").unlink()
    with (copy / "seeds/moved.yml").open("a", encoding="utf-8") as out:
        out.write("- {was: interventions/s03, why: Invented., date: 2022-03-09}\n")
    report = diff(GARDEN, copy)
    assert not report.errors
    assert "Intervention #3 is removed" in words(report)


def test_a_statement_that_is_deleted_and_another_that_is_new_are_no_error(copy: Path):
    old = "  - id: m1\n    text: It is easier to talk."
    report = after(copy, (G01, old, "  - id: m2\n    text: It is quiet."))
    assert not report.errors
    assert {"mechanism m1 removed", "mechanism m2 added"} == {
        found.split(": ")[1] for found in words(report)
    }


@pytest.mark.parametrize("file", ["theories/g02.yml", "interventions/s03.yml"])
def test_files_are_never_deleted(file: str, copy: Path):
    (copy / file).unlink()
    (error,) = diff(GARDEN, copy).errors
    assert "never deleted, retire it" in error.words
    assert file in error.words
    assert ran("diff", GARDEN, copy).exit_code == 1


@pytest.mark.parametrize(
    ("file", "entry"),
    [
        ("seeds/claims.yml", "c14"),
        ("seeds/findings.yml", "str-02"),
        ("seeds/evidence.yml", "plots"),
    ],
)
def test_entries_that_are_cited_are_never_deleted(file: str, entry: str, copy: Path):
    data = yaml.safe_load((copy / file).read_text(encoding="utf-8"))
    left = [item for item in data if item["id"] != entry]
    (copy / file).write_text(yaml.safe_dump(left, allow_unicode=True), encoding="utf-8")
    (error,) = diff(GARDEN, copy).errors
    assert error.subject == entry
    assert "Its address is cited: restore it" in error.words


def test_a_file_under_another_name_is_no_deletion(copy: Path):
    (copy / "theories/g02.yml").rename(copy / "theories/g77.yml")
    assert diff(GARDEN, copy).is_empty


def test_a_broken_file_is_told_of_first_and_hides_nothing(copy: Path):
    edit(copy, (J01, "id: j01", "id: ["), (S01, "value: 80", "value: 70"))
    report = diff(GARDEN, copy)
    assert report.not_compared == (J01,)
    assert words(report) == [
        "Intervention #1, Members who lived nearby: 80% (reported), now 70% (reported)"
    ]
    text = as_text(report)
    assert text.index("In NEW 1 error must be mended") < text.index("Interventions: 1 change")
    assert text.count(f"{J01}:") == 1
    assert ran("diff", GARDEN, copy).exit_code == 0


@pytest.mark.parametrize("name", ["review", "attributes"])
@pytest.mark.parametrize("backwards", [False, True])
def test_without_its_review_a_state_can_still_be_compared(name: str, backwards: bool, copy: Path):
    (copy / f"seeds/{name}.yml").write_text("[", encoding="utf-8")
    edit(copy, (G01, "text: It is easier to talk.", "text: Talk is easier."))
    report = diff(copy, GARDEN) if backwards else diff(GARDEN, copy)
    assert words(report) == ["Growing theory 1, mechanism m1: wording changed"]
    assert report.not_compared == (f"seeds/{name}.yml",)


def test_nothing_is_promised_of_what_cannot_be_read(copy: Path):
    report = after(copy, (G01, "id: g01", "id: ["))
    assert f"{NOTHING[:-1]} in what can be compared." in as_text(report)


def test_mistakes_in_references_do_not_stop_it(copy: Path):
    report = after(
        copy,
        (G01, "group: growing", "group: nowhere"),
        (G01, "at: [findings 3.1-2]", "at: [nonsense]"),
        (CLAIMS, "attribute: plot-type", "attribute: none"),
        ("seeds/attributes.yml", "format: plot-type", "format: none"),
    )
    assert any("group: nowhere, was " in sentence for sentence in words(report))
    assert as_text(report)
    assert as_markdown(report)


def test_nothing_to_compare(tmp_path: Path):
    for name in ("a", "b"):
        (tmp_path / name / "seeds").mkdir(parents=True)
    with pytest.raises(NothingToCompareError):
        diff(tmp_path / "a", tmp_path / "b")
    assert ran("diff", tmp_path / "a", tmp_path / "b").exit_code == 2


def test_optional_seeds_come_and_go(copy: Path):
    for name in ("studies", "glossary", "changes", "guidance", "evidence"):
        (copy / f"seeds/{name}.yml").unlink()
    assert "Related evidence: studies removed" in words(diff(GARDEN, copy))
    assert "Related evidence: studies added" in [
        sentence.split(":")[0] + ": studies added" for sentence in words(diff(copy, GARDEN))
    ]


# --- formats


def test_every_change_of_the_model_has_the_font_that_the_site_shows():
    for change in Change.__args__:
        shown = str(change_markup("a", change))
        plain = {"removed": "strikethrough", "added": "capitals"}.get(change)
        assert ("<" in shown) == (plain is not None)
        assert plain is None or FONTS[change] == plain


HOSTILE = "@someone <img src=x> #12 [a](http://b.c) `x` **b** ![i](u) GH-7 www.x.org $1 </details>"


def test_markdown_lets_nothing_of_the_data_through(copy: Path):
    report = after(
        copy,
        (G01, "text: It is easier to talk.", f"text: '``` {HOSTILE}'"),
        ("seeds/glossary.yml", "term: Scheme", f"term: '{HOSTILE}'"),
        (S01, "value: A shed by the gate", f"value: '{HOSTILE}'"),
    )
    outside = re.sub(r"^ *(`{3,})diff\n.*?^ *\1$", "", as_markdown(report), flags=re.S | re.M)
    assert "<" not in outside
    assert not re.search(r"@\w|#\d|://|GH-\d|www\.|(?<!\\)[*_`\[](?!\*)\w*\[", outside)
    assert not re.search(r"(?<!\\)\]\(", outside)
    assert "`````" not in as_markdown(report)
    assert "````diff" in as_markdown(report)


@given(st.text())
def test_inline_text_is_one_line_without_markup(text: str):
    safe = inline(text)
    assert "\n" not in safe
    assert not re.search(r"[<>]|@\w|(?<!\\)(\\\\)*[*_`\[\]](?<!\\.)", safe)


@given(st.text(alphabet="`a @<"))
def test_code_is_closed_by_its_own_fence(text: str):
    assert fenced([f"+ {text}"]).splitlines()[-1].strip("`") == ""
    run = re.match("`+", code(text))
    assert run is not None
    assert code(text).endswith(run[0])


def test_nothing_hides():
    assert (
        visible("a\x1b[2J\u202eb\nc")
        == "a\N{REPLACEMENT CHARACTER}[2J\N{REPLACEMENT CHARACTER}b\nc"
    )
    assert inline("- a") != "- a"


def test_large_groups_are_folded(copy: Path):
    for file in sorted(copy.glob("theories/*.yml")):
        text = file.read_text(encoding="utf-8")
        file.write_text(
            text.replace("text: ", "text: Now ").replace("Now >-", ">-"), encoding="utf-8"
        )
    printed = as_markdown(diff(GARDEN, copy))
    assert printed.count("<details>") == printed.count("</details>") >= 1
    assert re.search(r"<summary>Theories \(\d\d\)</summary>\n\n", printed)


def test_long_texts_are_cut_where_they_agree():
    text = " ".join(f"w{i}" for i in range(60))
    before, now = excerpt(text, text.replace("w30", "other"))
    assert before == "… w22 w23 w24 w25 w26 w27 w28 w29 w30 w31 w32 w33 w34 w35 w36 w37 w38 …"
    assert " other " in now
    assert excerpt("a b", "a b c") == ("a b", "a b c")


@given(st.lists(st.sampled_from("abc"), max_size=40), st.lists(st.sampled_from("abc"), max_size=40))
def test_what_is_cut_off_is_the_same(old: list[str], new: list[str]):
    cut = excerpt(" ".join(old), " ".join(new))
    gone = [sorted(whole) for whole in (old, new)]
    for words_left, whole in zip(cut, gone, strict=True):
        for word in words_left.replace("…", "").split():
            whole.remove(word)
    assert gone[0] == gone[1]


def test_json_is_as_its_schema_says(copy: Path):
    library = check(GARDEN).library
    assert library is not None
    schema = json.loads(schemas(library)["schema/diff.schema.json"])
    Draft202012Validator.check_schema(schema)
    edit(
        copy,
        *RICH[:20],
        (G01, "  - id: m1", "  - id: m3"),
        ("seeds/studies.yml", "about:", "abut:"),
    )
    printed = json.loads(ran("diff", GARDEN, copy, "--format", "json").stdout)
    Draft202012Validator(schema).validate(printed)
    assert printed["problems"]
    assert printed["errors"]
    assert {"kind", "page", "subject", "field", "before", "after", "words"} <= set(
        printed["changes"][0]
    )
    assert list(schema["required"]) == list(Report.model_fields)


def test_the_published_schema_is_that_of_the_code(real_library):
    path = "schema/diff.schema.json"
    assert schemas(real_library)[path] == (ROOT / path).read_text(encoding="utf-8")


# --- the command


def ran(*arguments: object):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    program = shutil.which("git")
    assert program
    done = subprocess.run(
        [program, "-C", folder, *who, *arguments], check=True, capture_output=True, text=True
    )
    return done.stdout


@pytest.fixture(params=["", "deep/in it"])
def repository(request, tmp_path: Path) -> Path:
    """A repository whose first revision holds the garden, and whose second a changed one."""
    top = tmp_path / "repository"
    review = top / request.param
    shutil.copytree(GARDEN, review)
    (top / "other.txt").write_text("no part of a review", encoding="utf-8")
    git(top, "init", "-q", "-b", "main")
    git(top, "add", ".")
    git(top, "commit", "-qm", "first")
    edit(review, (S01, "value: 80", "value: 70"))
    git(top, "commit", "-qam", "second")
    return review


@pytest.mark.slow
def test_revisions_of_git(repository: Path):
    edit(repository, (S01, "value: 70", "value: 60"))
    before = git(repository, "status", "--porcelain")
    both = ran("diff", "HEAD~1", "main", "--root", repository)
    assert "80% (reported), now 70% (reported)" in both.stdout
    assert both.exit_code == 0
    for new in ((), (".",)):
        tree = ran("diff", "HEAD~1", *new, "--root", repository)
        assert "80% (reported), now 60% (reported)" in tree.stdout
    assert NOTHING in ran("diff", "HEAD~1", GARDEN, "--root", repository).stdout
    assert git(repository, "status", "--porcelain") == before


@pytest.mark.slow
@pytest.mark.parametrize("name", ["nowhere", "HEAD~9", "--output=x", "-x", "a b", "HEAD:seeds"])
def test_unknown_revision(name: str, repository: Path):
    result = ran("diff", "--root", repository, "--", name)
    assert result.exit_code == 2
    assert f"“{name}” is no folder and no revision of git." in result.output


def test_revision_without_the_review(tmp_path: Path):
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "before there was a review")
    shutil.copytree(GARDEN, tmp_path / "garden")
    result = ran("diff", "HEAD", "--root", tmp_path / "garden")
    assert result.exit_code == 2
    assert "At “HEAD” there is no review in garden/." in result.output


def test_without_a_repository(copy: Path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(copy.parent.parent))
    result = ran("diff", "HEAD", "--root", copy)
    assert result.exit_code == 2
    assert "lies in no repository of git" in result.output


@pytest.mark.parametrize(
    ("program", "says"),
    [
        ("", "git is not installed"),
        ("#!/bin/sh\nexec sleep 60\n", "git gave no answer within 0.2 seconds."),
        ("#!/nowhere/sh\n", "git cannot be run: No such file or directory."),
    ],
)
def test_a_git_that_does_not_answer_is_told_of(
    copy: Path, tmp_path: Path, monkeypatch, program: str, says: str
):
    if program:
        (tmp_path / "git").write_text(program)
        (tmp_path / "git").chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin" if program else str(tmp_path))
    monkeypatch.setattr("generator.diff.revisions._PATIENCE", 0.2)
    result = ran("diff", "HEAD", "--root", copy)
    assert result.exit_code == 2
    assert says in result.output


def test_folder_that_is_no_review(tmp_path: Path, copy: Path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for arguments in ((tmp_path, copy), (copy, ".", "--root", tmp_path)):
        result = ran("diff", *arguments)
        assert result.exit_code == 2
        assert "seeds/" in result.output


# --- laws


FILES = sorted(
    file.relative_to(GARDEN).as_posix()
    for folder in TOP_FOLDERS
    for file in (GARDEN / folder).rglob("*.yml")
    # The register and what became of its ids are for the check; pages tell of the latter.
    if file.name not in ("ids.yml", "moved.yml")
)


def places(value, path=()):
    """The way to every value within a document."""
    yield path
    if isinstance(value, list):
        value = dict(enumerate(value))
    for key, item in value.items() if isinstance(value, dict) else ():
        yield from places(item, (*path, key))


@st.composite
def edited(draw):
    """A file of the garden after one small edit, which may leave it as it was."""
    file = draw(st.sampled_from(FILES))
    data = yaml.safe_load((GARDEN / file).read_text(encoding="utf-8"))
    path = draw(st.sampled_from(sorted(places(data), key=repr)))
    *way, last = ("top", *path)
    holder = whole = {"top": data}
    for step in way:
        holder = holder[step]
    value = holder[last]
    if isinstance(value, list):
        holder[last] = draw(st.permutations(value)) if draw(st.booleans()) else value[:-1]
    elif isinstance(value, str):
        others = ["inferred", "reported", "removed", "Some words.", f" {value}  ", value + " more"]
        holder[last] = draw(st.sampled_from(others))
    elif isinstance(value, bool) or value is None:
        holder[last] = not value
    elif isinstance(value, int):
        holder[last] = draw(st.sampled_from([value, value + 1, float(value)]))
    elif draw(st.booleans()) and isinstance(holder, dict) and last != "top":
        del holder[last]
    return file, whole["top"]


def shape_of(root: Path):
    """What the files hold, up to the order of mere mentions."""
    found = {}
    for file in FILES:
        data = yaml.safe_load((root / file).read_text(encoding="utf-8"))
        if file.startswith("interventions/"):
            data["not-stated"] = sorted(data.get("not-stated", []))
            data["not-applicable"] = sorted(
                repr((id, settled(g["why"]), g["at"]))
                for g in data.get("not-applicable", ())
                for id in g["attributes"]
            )
        found[file] = settled(data)
    return found


DEFAULTS = {"basis": "reported", "change": "not-stated", "kind": "fact"}


def settled(value):
    if isinstance(value, dict):
        return {
            key: settled(item)
            for key, item in value.items()
            if item not in (None, [], {}, False) and item != DEFAULTS.get(key)
        }
    if isinstance(value, list):
        return [settled(item) for item in value]
    return " ".join(value.split()) if isinstance(value, str) else (type(value).__name__, value)


@pytest.mark.slow
@settings(
    max_examples=settings().max_examples // 2,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(edited())
def test_there_are_changes_where_the_data_differ_and_only_there(tmp_path_factory, change):
    file, data = change
    new = Path(shutil.copytree(GARDEN, tmp_path_factory.mktemp("law") / "new"))
    (new / file).write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    report = diff(GARDEN, new)
    if not report.not_compared:
        assert diff(new, new).is_empty
        assert report.is_empty == (shape_of(GARDEN) == shape_of(new))
        assert diff(new, GARDEN).is_empty == report.is_empty
    shutil.rmtree(new)


def test_the_review_on_this_site_does_not_differ_from_itself():
    assert diff(ROOT, ROOT).is_empty
