import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.entities.inline import Piece, has_change_markup, pieces, plain

MARKS = {
    "text": "{}",
    "reference": "[[{}]]",
    "deleted": "{{--{}--}}",
    "inserted": "{{++{}++}}",
    "emphasis": "*{}*",
    "strong": "**{}**",
}
TEXTS = st.text() | st.text(alphabet="ab [](){}+-*\n")
TOKENS = st.lists(
    st.sampled_from(
        ["[[", "]]", "{--", "--}", "{++", "++}", "*", "**", "a", " ", "\n", "j01", "findings 2.2"]
    )
).map("".join)


@given(text=TEXTS | TOKENS)
def test_pieces_put_together_again_are_the_text(text: str):
    assert "".join(MARKS[p.kind].format(p.content) for p in pieces(text)) == text


@given(text=st.text(alphabet="abc ,.\n"))
def test_a_text_without_markup_is_one_piece_and_plain_already(text: str):
    assert list(pieces(text)) == ([Piece("text", text)] if text else [])
    assert plain(text, names={}) == text
    assert not has_change_markup(text)


@given(words=st.lists(st.tuples(st.sampled_from(sorted(MARKS)), st.text("abc", min_size=1))))
def test_marked_words_come_out_in_their_order_and_kind(words: list[tuple[str, str]]):
    found = [(p.kind, p.content) for p in pieces("·".join(MARKS[k].format(c) for k, c in words))]
    joined = re.sub(r"·", "", "".join(content for _, content in found))
    assert joined == "".join(content for _, content in words)
    marked = [(kind, content) for kind, content in found if kind != "text"]
    assert marked == [(kind, content) for kind, content in words if kind != "text"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [("{--old--}", True), ("{++new++}", True), ("[[j01]] and {--open", False), ("{++ ++}", True)],
)
def test_change_markup_is_seen_only_where_it_is_closed(text: str, marked: bool):
    assert has_change_markup(text) is marked


def test_plain_text_has_the_newer_wording_and_the_names_of_references():
    text = "See [[j01]] and [[x]]: {--old--}{++new++} words."
    assert plain(text, names={"j01": "Theory 1"}) == "See Theory 1 and x: new words."
