import pytest
from reviews import edit, linked

from generator.edit.importing.marks import marked_statement
from generator.edit.importing.opening.tables import Line, Run
from generator.edit.importing.vocabulary import vocabulary

KNOWN = frozenset(("UK", "USA", "NHS", "PND", "EPDS", "CMO", "RAMESES", "RCT"))


def look(*parts: str | tuple[str, str]) -> tuple[str, str] | None:
    """The text and change of a line; of a part in a tuple, the first word is its look."""
    runs = [
        Run(part) if isinstance(part, str) else Run(part[1], **{part[0]: True}) for part in parts
    ]
    found = marked_statement(Line(tuple(runs)), KNOWN)
    return found and (found.text, found.change)


def s(text: str) -> tuple[str, str]:
    return "struck", text


def c(text: str) -> tuple[str, str]:
    return "capitals", text


@pytest.mark.parametrize(
    "text",
    [
        "Mothers in the UK feel safe.",
        "She has PND, and the NHS gave her the EPDS.",
        "I am in the USA",
        "A C-M-O and a CMO",
        "NHS",
        "UK and USA",
        "She has NOT been there",
        "CMOs of the RAMESES standards",
        "It is 2020 [87]",
        "A friend and I",
    ],
)
def test_normal_letters_are_retained_with_their_abbreviations(text: str):
    assert look(text) == (text, "retained")


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (["MOTHERS IN THE UK FEEL SAFE."], "Mothers in the UK feel safe."),
        (["SHE IS SAD"], "She is sad"),
        (["WHEN I SAW IT. IT WAS MINE"], "When I saw it. It was mine"),
        (["SELF-ESTEEM GROWS; SHE'S WELL"], "Self-esteem grows; she's well"),
        (["MOTHERS’ GROUPS (NHS)"], "Mothers’ groups (NHS)"),
        (["RCTS AND CMOS’ NUMBERS"], "RCTs and CMOs’ numbers"),
        ([c("Mothers in Canada feel safe")], "Mothers in Canada feel safe"),
        ([c("she is"), c(" safe")], "She is safe"),
        ([c("SHE IS SAFE")], "She is safe"),
        (["MOTH", "ERS", " FEEL ", "SAFE"], "Mothers feel safe"),
        (["• SHE FEELS SAFE"], "She feels safe"),
    ],
)
def test_capitals_are_added_and_read_in_normal_letters(parts, text: str):
    assert look(*parts) == (text, "added")


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ([s("She leaves.")], "She leaves."),
        ([s("She lea"), s("ves"), "."], "She leaves."),
        ([s("She"), " ", s("leaves")], "She leaves"),
        (["- ", s("She leaves")], "She leaves"),
        ([s("Friends"), " (", s("and family"), ")."], "Friends (and family)."),
    ],
)
def test_struck_letters_are_removed_whatever_people_left_unselected(parts, text: str):
    assert look(*parts) == (text, "removed")


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (["She is ", s("put up with"), " WELCOME."], "She is {--put up with--}{++welcome++}."),
        (
            ["She is ", s("put up with "), "WELCOME", " here"],
            "She is {--put up with--}{++welcome++} here",
        ),
        (["She is ", s("sad"), " GLAD"], "She is {--sad--}{++glad++}"),
        (["She ", s("often "), "goes"], "She {--often--} goes"),
        ([s("She"), " THE MOTHER is well"], "{--She--}{++The mother++} is well"),
        (["She sees PEOPLE SHE KNOWS there"], "She sees {++people she knows++} there"),
        (["She is un", s("help"), "ful"], "She is un{--help--}ful"),
        (["It is ", c("very"), " good"], "It is {++very++} good"),
        (["{--old--}{++young++} people"], "{--old--}{++Young++} people"),
    ],
)
def test_mixed_letters_are_one_text_with_both_wordings(parts, text: str):
    assert look(*parts) == (text, "reworded")


@pytest.mark.parametrize("text", ["", " ", "—", "•", "-", "..."])
def test_what_holds_no_word_is_nothing(text: str):
    assert look(text) is None


def test_struck_capitals_are_removed_and_told_of():
    found = marked_statement(Line((Run("SHE LEAVES", True, True),)), KNOWN)
    assert found
    assert found.change == "removed"
    assert found.remarks


def test_brackets_that_would_be_a_reference_are_taken_apart():
    assert look("See [[87]]") == ("See [87]", "retained")


def test_abbreviations_are_those_that_a_review_lists_and_uses(garden_copy):
    edit(
        garden_copy,
        ("seeds/review.yml", "words:\n", "words:\n  abbreviations: [UK, PhD]\n"),
        ("theories/j01.yml", "She joins.", "She joins the RHS."),
    )
    assert vocabulary(linked(garden_copy)).abbreviations == {"UK", "PHD", "RHS", "CMO", "CMOC"}
