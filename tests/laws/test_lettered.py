"""Theories that are numbered with letters or labels, as many reviews print them."""

import pytest
from reviews import bodies, context_of, edit, found, linked, text_of

from generator.check.check import check

J01, J02, J03, G01, G02 = (f"theories/{id}.yml" for id in ("j01", "j02", "j03", "g01", "g02"))


def labelled(root, *labels, name="Joining theory {number}"):
    """The garden with other labels for its theories on joining, whose claim is taken out."""
    claims = (root / "seeds/claims.yml").read_text(encoding="utf-8")
    start, end = claims.index("- id: c13"), claims.index("- id: c14")
    (root / "seeds/claims.yml").write_text(claims[:start] + claims[end:], encoding="utf-8")
    ids = (root / "seeds/ids.yml").read_text(encoding="utf-8")
    (root / "seeds/ids.yml").write_text(ids.replace("  - c13\n", ""), encoding="utf-8")
    for file, number, label in zip((J01, J02, J03), "123", labels, strict=True):
        edit(root, (file, f"number: {number}\n", f"number: {label}\n"))
    edit(root, ("seeds/review.yml", "Joining theory {number}", name))
    return root


@pytest.mark.slow
def test_labels_stand_as_they_are_printed(garden_copy):
    made = bodies(labelled(garden_copy, "B", "10a", "'2'"))
    assert made["theories/j01/"].startswith("# Joining theory B: Example theory: seeing")
    assert "Joining theory 10a" in text_of(made["theories/"])
    assert "joining theory B c1" in text_of(made["article/"])


def test_theories_stand_in_the_order_of_their_labels(garden_copy):
    labelled(garden_copy, "B", "10a", "2")
    assert list(linked(garden_copy).theories) == ["j03", "j02", "j01", "g01", "g02", "gx1"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "labels", "shown"),
    [
        ("CMOC {number}", ("1", "2", "3"), "CMOC 1 c1"),
        ("C-M-O {number}", ("1", "2", "3"), "C-M-O 1 c1"),
        ("'{number}'", ("CMOC 1", "CMOC 2", "CMOC 3"), "CMOC 1 c1"),
        ("'{number}'", ("Alpha", "Beta", "Gamma"), "Alpha c1"),
        ("Theory {number}", ("A", "B", "C"), "theory A c1"),
    ],
)
def test_within_a_sentence_a_name_keeps_its_capitals(garden_copy, name, labels, shown):
    made = bodies(labelled(garden_copy, *labels, name=name))
    assert f"[{shown}]" in text_of(made["article/"])
    assert "cMOC" not in "".join(made.values())


def test_a_label_of_several_words_is_the_whole_name_where_there_are_no_groups(garden_copy):
    library = linked(labelled(garden_copy, "CMOC 1", "1a", "3"))
    alone = {
        id: theory.model_copy(update={"group": None}) for id, theory in library.theories.items()
    }
    names = context_of(library).names
    assert [names.theory(alone[id]) for id in ("j01", "j02", "j03")] == [
        "CMOC 1",
        "Theory 1a",
        "Theory 3",
    ]


def test_a_label_is_used_once_in_its_group(garden_copy):
    labelled(garden_copy, "1a", "2", "1a")
    [wrong] = [d for d in check(garden_copy).diagnostics if d.code == "number-twice"]
    assert wrong.location.path == J03
    assert wrong.message == ("“j01” is already number 1a of this group: theories/j01.yml, line 3.")


def test_a_number_and_the_same_number_as_a_text_are_one(garden_copy):
    labelled(garden_copy, "1", "2", "'2'")
    assert [one.split()[1] for one in found(garden_copy)] == ["number-twice"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("''", "wrong-value"),
        ("A, B", "wrong-value"),
        ("'1\n\n    2'", "wrong-value"),
        ("x" * 41, "wrong-value"),
        ("1.5", "wrong-type"),
        ("yes", "wrong-type"),
        ("[A]", "wrong-type"),
    ],
)
def test_what_is_no_label_is_one_mistake_that_says_how_to_mend_it(garden_copy, number, code):
    edit(garden_copy, (J01, "number: 1\n", f"number: {number}\n"))
    [wrong] = [d for d in check(garden_copy).diagnostics if d.location.path == J01]
    assert wrong.code == code
    assert wrong.remedy


CLAIM = """\
- id: c15
  text: The theories on joining have labels.
  at: [findings 2.1]
  check: {kind: theories, group: joining, final: present, numbers: "%s"}
  verdict: %s
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("1a, CMOC 3", None),
        ("CMOC 3,1a", None),
        ("1a-CMOC 3", {"absent": ("1a-CMOC 3",), "outside": ("1a", "CMOC 3")}),
        ("1a, 1b", {"absent": ("1b",), "outside": ("CMOC 3",)}),
        ("1-3, 1a", {"absent": (1, 2, 3), "outside": ("CMOC 3",)}),
    ],
)
def test_a_claim_on_labels_is_held_against_those_of_the_theories(garden_copy, printed, shown):
    labelled(garden_copy, "1a", "2", "CMOC 3")
    claims = garden_copy / "seeds/claims.yml"
    verdict = "inconsistent" if shown else "consistent"
    written = claims.read_text(encoding="utf-8") + CLAIM % (printed, verdict)
    claims.write_text(written, encoding="utf-8")
    checked = check(garden_copy)
    assert not checked.has_errors
    recount = checked.recounts["c15"]
    assert recount.holds == (shown is None)
    for name, labels in (shown or {}).items():
        assert getattr(recount.shown, name) == labels
        assert ", ".join(map(str, labels)) in text_of(bodies(garden_copy)["source-check/"])


def test_no_list_of_labels_is_longer_than_it_is_written(garden_copy):
    claims = garden_copy / "seeds/claims.yml"
    written = claims.read_text(encoding="utf-8") + CLAIM % ("1-999999999", "inconsistent")
    claims.write_text(written, encoding="utf-8")
    assert check(garden_copy).recounts["c15"].shown.absent == ("1-999999999",)
