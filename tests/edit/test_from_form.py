"""A correction that somebody sent through the form, to the edit that a maintainer judges."""

import html
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import parse_qs

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from reviews import GARDEN, ROOT, copy_of, edit, linked

from generator.check.check import check
from generator.cli import main
from generator.edit.from_form import CannotMapError, Correction, correct
from generator.edit.from_form.form import LABELS, LIMITS, REQUIRED
from generator.edit.from_form.places import locators_in
from generator.library.library import Library
from generator.pages.views.names import Names

FORM = ROOT / ".github" / "ISSUE_TEMPLATE" / "correction.yml"
TICKED = "- [X] My own words\n- [x] Not medical advice"
GOOD = {
    "page": "theories/j01/",
    "statement": "c1",
    "now": "She often passes the garden.",
    "new": "She passes the garden now and then.",
    "place": "Findings, paragraph 2, sentence 2",
    "reason": "",
    "confirm": TICKED,
}


def body(**fields: str) -> str:
    """The body of an issue as GitHub makes it from the form."""
    filled = {**GOOD, **fields}
    parts = (f"### {LABELS[name]}\n\n{filled[name] or '_No response_'}" for name in LABELS)
    return "\n\n".join(parts) + "\n"


def corrected(library: Library, root: Path = GARDEN, **fields: str) -> Correction:
    return correct(body(**fields), library, root)


def changed(correction: Correction) -> list[str]:
    lines = correction.patch.splitlines()[3:]
    return [re.sub(r"^(.) *", r"\1", line) for line in lines if line[0] in "+-"]


def refused(library: Library, **fields: str) -> str:
    with pytest.raises(CannotMapError) as error:
        corrected(library, **fields)
    return " ".join(error.value.problems)


def applied(correction: Correction, review: Path, target: Path) -> Path:
    """A copy of a review with the patch in it, by the hand of git."""
    copy_of(review, target)
    command = ["git", "apply", "--verbose", "-"]
    subprocess.run(command, cwd=target, input=correction.patch.encode(), check=True)
    return target


def errors(root: Path) -> list[str]:
    return [d.code for d in check(root).diagnostics if d.severity == "error"]


def test_the_labels_are_those_of_the_form():
    fields = [f for f in yaml.safe_load(FORM.read_text(encoding="utf-8"))["body"] if "id" in f]
    assert {f["id"]: f["attributes"]["label"] for f in fields} == LABELS
    required = [f["id"] for f in fields if f.get("validations", {}).get("required")]
    assert tuple(required) == REQUIRED


def test_every_page_leads_to_the_form_with_itself_filled_in(garden_pages, library: Library):
    start = f"{library.review.repository}issues/new?"
    for address, page in garden_pages.items():
        (link,) = re.findall(r'<p class="rl-suggest".*?<a href="(.*?)">Suggest a', page.markdown)
        query = parse_qs(html.unescape(link).removeprefix(start), strict_parsing=True)
        assert query["template"] == [FORM.name]
        assert query["page"] == [address or "/"]
        assert query["title"] == [f"Correction: {address}"]


def test_a_statement_is_reworded(library: Library):
    correction = corrected(library)
    assert correction.path == "theories/j01.yml"
    assert changed(correction) == [
        "-text: She often passes the garden.",
        "+text: She passes the garden now and then.",
    ]


EDITS = {
    "statement": {},
    "part of a statement": {"now": "often passes", "new": "may pass"},
    "place": {"new": GOOD["now"], "place": "findings 2.1"},
    "note": {"reason": "the sentence says: now and then"},
    "longer than a line": {"new": "She passes the garden " + "again and " * 30 + "again."},
    "needs quotation marks": {"new": "Garden: she passes it # often."},
    "looks like a boolean": {"new": "Yes"},
    "title": {"statement": "title", "now": "Example theory", "new": "Theory"},
    "summary": {"statement": "summary", "now": "Invented", "new": "Made up"},
    "inferred": {"statement": "o2", "now": "comes to know", "new": "may know", "reason": "Hedged"},
    "evidence": {"statement": "e1", "now": "three schemes", "new": "3 schemes"},
    "row of a study": {
        "page": "studies/bean-2018/",
        "statement": "Design",
        "now": "counted through one summer",
        "new": "counted in one summer",
    },
    "choice": {
        "page": "interventions/s01/",
        "statement": "Tools",
        "now": "Lent by the scheme",
        "new": "Members’ own",
    },
    "text of an attribute": {
        "page": "interventions/s01/",
        "statement": "shed",
        "now": "A shed by the gate",
        "new": "A hut by the gate",
    },
    "what a study reports": {
        "page": "studies/mint-2019/",
        "statement": "r1",
        "now": "Quarrels over water ended in talk",
        "new": "Quarrels over water led to talk",
        "place": "The studies, paragraph 2, sentence 4",
    },
    "remark": {
        "page": "interventions/s01/",
        "statement": "r1",
        "now": "It was still open",
        "new": "It was open",
    },
    "what was not stated": {
        "page": "interventions/s01/",
        "statement": "based-on",
        "now": "Not stated",
        "new": "#3",
        "reason": "Nobody had looked there",
    },
    "middle-range theory": {
        "page": "middle-range-theories/fence-theory/",
        "statement": "title",
        "now": "theory",
        "new": "idea",
    },
}


@pytest.mark.slow
@pytest.mark.parametrize("fields", EDITS.values(), ids=EDITS)
def test_the_patch_applies_and_the_data_still_fit(library: Library, tmp_path: Path, fields):
    if fields.get("page", "").startswith("middle"):
        text = library.middle_range["fence-theory"].title
        fields = {**fields, "now": text, "new": f"{text} (corrected)"}
    correction = corrected(library, **fields)
    root = applied(correction, GARDEN, tmp_path / "review")
    assert (root / correction.path).read_text(encoding="utf-8") == correction.after
    assert errors(root) == []
    before, after = correction.before.splitlines(), correction.after.splitlines()
    touched = [line for line in after if line not in before]
    assert len(touched) <= 6
    comments = [line for line in before if line.lstrip().startswith("#")]
    assert [line for line in after if line.lstrip().startswith("#")] == comments


@pytest.mark.slow
def test_the_patch_of_a_real_page_applies(real_library: Library, tmp_path: Path):
    fields = {
        "page": "https://realist.example/theories/t04/#m1",
        "statement": "",
        "now": "To her, support from peers is the more acceptable choice.",
        "new": "To her, support from peers may be the more acceptable choice.",
        "place": "Discussion, paragraph 2, sentences 1 to 2",
    }
    correction = corrected(real_library, ROOT, **fields)
    root = applied(correction, ROOT, tmp_path / "review")
    (statement,) = linked(root).theories["t04"].mechanisms
    assert "peers may be" in statement.text
    assert statement.at == ("discussion 2.1", "discussion 2.2", "discussion 2.1-2")
    assert errors(root) == []


def test_what_was_not_stated_moves(library: Library):
    assert set(changed(corrected(library, **EDITS["what was not stated"]))) == {
        "+based-on:",
        "+value: s03",
        "+basis: reported",
        "+at: [findings 2.2]",
        "+note: Nobody had looked there.",
        "-not-stated:",
        "-- based-on",
    }


def test_what_is_retired_is_corrected_as_everything_else(garden_copy: Path):
    retired = "retired: {why: Invented., date: 2022-04-01}\nstudies:"
    for id in ("s01", "s02"):
        edit(garden_copy, (f"interventions/{id}.yml", "studies:", retired))
    library = linked(garden_copy)
    fields = {"page": "interventions/s02/", "statement": "shed", "now": "Not stated", "new": "A"}
    assert "+value: A" in changed(corrected(library, garden_copy, **fields))
    named = Names(library).full("s01").text
    assert named.endswith("(retired)")
    fields = {"page": "s02", "statement": "based-on", "now": named, "new": "s03"}
    assert "+value: s03" in changed(corrected(library, garden_copy, **fields))


def test_one_of_several_leaves_the_list(real_library: Library):
    fields = {"page": "i18", "statement": "host", "now": "Not stated", "new": "A charity"}
    found = changed(corrected(real_library, ROOT, **fields, place="discussion 8.4"))
    assert [line for line in found if line[0] == "-"] == ["-- host"]
    assert "+value: A charity" in found


def test_a_reason_is_added_and_overwrites_nothing(library: Library, tmp_path: Path):
    fields = {"statement": "m1", "now": "sees that", "new": "can see that", "reason": "a word"}
    found = applied(corrected(library, **fields), GARDEN, tmp_path / "a")
    note = linked(found).theories["j01"].mechanisms[0].note
    assert note == "Both wordings are those of the invented report. A word."
    inferred = corrected(library, **EDITS["inferred"])
    assert "theory. Hedged." in inferred.after
    assert any("inferred" in remark for remark in inferred.remarks)


def test_what_has_no_note_tells_the_reviewer(library: Library):
    remarks = corrected(library, **EDITS["title"], reason="Plainer").remarks
    assert any("Plainer" in remark for remark in remarks)
    assert any("findings 2.2" in remark for remark in remarks)


def test_a_reason_for_a_statement_that_can_have_no_note_is_for_the_reviewer(garden_copy: Path):
    file = "theories/middle-range/fence-theory.yml"
    why = "The invented report ties fence theory to no theory of its own; the subject fits."
    inferred = f"    basis: inferred\n    why: {why}\n"
    edit(garden_copy, (file, inferred, "    basis: reported\n"))
    fields = {"page": "fence-theory", "statement": "u1", "now": "may make", "new": "might make"}
    found = corrected(linked(garden_copy), garden_copy, **fields, reason="Hedged")
    assert found.remarks == ("There is no note here. The reason given: Hedged",)
    assert "might make it easier" in found.after
    assert "Hedged" not in found.after


def test_the_wording_finds_its_statement(library: Library):
    assert corrected(library, statement="").patch == corrected(library).patch


def test_a_wording_that_two_sentences_have_finds_neither(garden_copy: Path):
    edit(garden_copy, ("theories/j01.yml", GOOD["now"], "She joins."))
    fields = {"statement": "", "now": "She joins."}
    with pytest.raises(CannotMapError, match="Which sentence or row is meant is missing"):
        corrected(linked(garden_copy), garden_copy, **fields)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"page": "theories/j09/"}, "Did you mean “theories/j0"),
        ({"page": "../../etc/passwd"}, "is the page of no theory, intervention, study or"),
        ({"page": "theories/../seeds/review"}, "is the page of no theory, intervention, study or"),
        ({"page": "findings/"}, "Edit this page"),
        ({"statement": "c9"}, "has no statement or row “c9”"),
        ({"statement": "__class__"}, "has no statement or row"),
        ({"statement": "", "now": "She"}, "Which sentence or row is meant is missing"),
        ({"now": "She never does."}, "stands nowhere in this text"),
        ({"new": GOOD["now"]}, "says so already"),
        ({"place": "Findings, page 7"}, "is not understood"),
        ({"place": "findings 2.9"}, "Paragraph 2 has 4 sentences"),
        ({"place": "Findnigs 2.2"}, "Did you mean “findings”"),
        ({"new": "See <b>this</b>"}, "holds HTML"),
        ({"new": "x <!-- y -->"}, "holds HTML"),
        ({"new": "a\u202eb"}, "cannot be seen"),
        ({"new": "a\u001b[31m"}, "cannot be seen"),
        ({"new": "x" * (LIMITS["new"] + 1)}, "2000 is the most"),
        ({"new": "“a b c d e f g h i”"}, "quotes 9 words"),
        ({"reason": "it says “a b c d e f g h i”"}, "quotes 9 words"),
        ({"new": "[[nothing]] is here."}, "unknown-reference"),
        ({"new": "{--a--}{++b++}"}, "markup-without-reworded"),
        ({"new": ""}, "“What it should say” is empty"),
        ({"place": ""}, "“Where the source says so” is empty"),
        ({"confirm": "- [x] a\n- [ ] b"}, "is not ticked"),
        ({"confirm": ""}, "is not ticked"),
        ({"page": "interventions/s01/", "statement": "season", "now": "x"}, "contradicts itself"),
        ({"page": "s01", "statement": "tools", "now": "own"}, "is not “own”"),
        ({"page": "s01", "statement": "tools", "now": "lent", "new": "stolen"}, "It is one of"),
        ({"page": "s01", "statement": "tools", "now": "lent", "new": "Not stated"}, "by hand"),
        ({"page": "s01", "statement": "members-nearby", "now": "80%", "new": "180%"}, "0 to 100"),
        ({"page": "s01", "statement": "based-on", "new": "#17"}, "no intervention “#17”"),
    ],
)
def test_what_cannot_be_mapped_says_what_is_wrong(library: Library, fields, said: str):
    assert said in refused(library, **fields)


def test_all_that_is_wrong_is_told_at_once(library: Library):
    found = refused(library, page="theories/j09/", place="nowhere 1.1")
    assert "theories/j09/" in found
    assert "nowhere 1.1" in found


@pytest.mark.parametrize(
    "text", ["", "Hello", "### Page\n\na", "### Page\n\na\n\n" + body(), body() * 2]
)
def test_what_is_no_form_is_refused(library: Library, text: str):
    with pytest.raises(CannotMapError, match=r"not the body|stands twice"):
        correct(text, library, GARDEN)


def test_other_headings_are_part_of_a_content(library: Library):
    correction = corrected(library, new="She passes.\n\n### Not a label\n\nOften.")
    assert "+text: 'She passes. ### Not a label Often.'" in changed(correction)


def test_line_ends_of_github_are_read(library: Library):
    text = body().replace("\n", "\r\n")
    assert correct(text, library, GARDEN).patch == corrected(library).patch


@given(text=st.text(), field=st.sampled_from(["page", "statement", "now", "new", "place"]))
def test_no_input_breaks_it(library: Library, text: str, field: str):
    try:
        path = corrected(library, **{field: text}).path
    except CannotMapError:
        return
    assert path in ("theories/j01.yml", "interventions/s01.yml")


PLACES = {
    "discussion 2.1": ("discussion 2.1",),
    "Discussion, paragraph 1, sentence 2": ("discussion 1.2",),
    "In the Discussion, 2.1": ("discussion 2.1",),
    "the second sentence of the first paragraph of the Discussion": ("discussion 1.2",),
    "2nd paragraph of Findings": ("findings 2",),
    "Findings, paragraph 1, sentences 2 to 3 and 5": ("findings 1.2-3", "findings 1.5"),
    "findings 1.2–3": ("findings 1.2-3",),
    "findings 1.2, 1.4": ("findings 1.2", "findings 1.4"),
    "findings 1.2, discussion 1.2": ("findings 1.2", "discussion 1.2"),
    "Findings 1.2; Discussion, paragraph 1": ("findings 1.2", "discussion 1"),
    "Findings, Table 1": ("findings table-1",),
    "How sure we are, Table 2, row 4": ("sureness table-2.4",),
    "How sure we are, Table 2, rows 1 and 3 to 5": ("sureness table-2.1", "sureness table-2.3-5"),
    "findings table-1": ("findings table-1",),
    "Whole text": ("whole text",),
}


@pytest.mark.parametrize(("words", "expected"), PLACES.items())
def test_places_as_people_write_them(library: Library, words: str, expected):
    assert locators_in(words, library.review.source) == expected


@pytest.mark.parametrize(
    "words",
    [
        "page 7",
        "Findings",
        "Findings, paragraph 2, sentence two",
        "Findings, paragraph 2, page 3",
        "findings 1.2.3",
        "7 Findings 1.2",
        "paragraph 2",
        "Findings Discussion 1.2",
    ],
)
def test_a_place_is_never_guessed(library: Library, words: str):
    with pytest.raises(CannotMapError, match="not understood"):
        locators_in(words, library.review.source)


def run(*arguments: str, text: str = ""):
    return CliRunner().invoke(main, ["from-form", *arguments], input=text)


def test_the_command_prints_the_patch_and_edits_nothing(garden_copy: Path, library: Library):
    result = run("-", "--root", str(garden_copy), text=body())
    assert result.exit_code == 0
    assert result.stdout == corrected(library).patch
    assert errors(garden_copy) == []
    assert "often passes" in (garden_copy / "theories/j01.yml").read_text(encoding="utf-8")


def test_the_command_writes_when_told(garden_copy: Path, tmp_path: Path):
    file = tmp_path / "issue.md"
    file.write_text(body(), encoding="utf-8")
    result = run(str(file), "--root", str(garden_copy), "--write")
    assert result.exit_code == 0, result.output
    assert "theories/j01.yml" in result.stdout
    assert "now and then" in (garden_copy / "theories/j01.yml").read_text(encoding="utf-8")


def test_who_may_read_a_file_may_read_it_still(garden_copy: Path):
    file = garden_copy / "theories/j01.yml"
    file.chmod(0o600)
    assert run("-", "--root", str(garden_copy), "--write", text=body()).exit_code == 0
    assert "now and then" in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_command_says_what_is_missing(garden_copy: Path):
    result = run("-", "--root", str(garden_copy), text=body(page="j09", new=""))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "No edit was made" in result.stderr
    assert "“What it should say” is empty." in result.stderr


def test_a_file_that_nobody_formatted_changes_in_one_place_only(garden_copy: Path):
    edit(garden_copy, ("theories/j01.yml", "title: 'Example", "title:    'Example"))
    correction = corrected(linked(garden_copy), garden_copy)
    assert len(changed(correction)) == 2


def test_a_file_without_a_last_line_end_is_patched(garden_copy: Path, tmp_path: Path):
    file = garden_copy / "theories/j01.yml"
    file.write_text(file.read_text(encoding="utf-8").rstrip("\n"), encoding="utf-8")
    library = linked(garden_copy)
    correction = corrected(library, garden_copy)
    target = tmp_path / "other"
    shutil.copytree(garden_copy, target)
    command = ["git", "apply", "-"]
    subprocess.run(command, cwd=target, input=correction.patch.encode(), check=True)
    assert (target / correction.path).read_bytes() == correction.after.encode()
