from html.parser import HTMLParser

import markdown
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from reviews import GARDEN, context_of, edit, linked

from generator.pages.address import Address
from generator.pages.page import Page
from generator.pages.render import _tidy, change_markup
from generator.pages.views.theory import theory_view
from generator.site.catalogue import pages

LIBRARY = linked(GARDEN)
CONTEXT = context_of(LIBRARY)
EXTENSIONS = ["attr_list", "admonition", "tables", "toc"]
PAGE = Address("theories/j01/")
NASTY = (
    "<script>alert('x')</script> & \"quotes\" `code`\n\n# no heading\n\n    no code ** b ** </p>"
)
PRINTED = st.characters(exclude_categories=["C", "Zl", "Zp"], include_characters="\n")
TEXTS = (st.text(PRINTED, min_size=1) | st.text("<>&'\"`\n #*_-[]{}|ab ", min_size=1)).filter(
    lambda text: text.strip()
)


class Reader(HTMLParser):
    """What a browser would show of each element with an id, and which tags there are."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.shown = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.shown += data


def inline(text: str) -> str:
    template = CONTEXT.renderer._environment.from_string("{{ it | inline }}")
    return template.render(page=PAGE, it=text)


def words(text: str) -> list[str]:
    return text.split()


def page_with(text: str) -> Page:
    """A page with this text as title, summary, statement, note, reason, quotation and scope."""
    theory = LIBRARY.theories["j01"]
    statement = theory.contexts[0].model_copy(update={"text": text, "note": text, "why": text})
    # A quotation that its sentence repeats is left out, so the sentence has no letter of it.
    evidence = theory.evidence[0].model_copy(
        update={"scope": text, "quotes": (text,), "text": "Zoo."}
    )
    changed = theory.model_copy(
        update={"contexts": (statement,), "evidence": (evidence,), "summary": text, "title": text}
    )
    view = theory_view(changed, LIBRARY, CONTEXT.recounts, CONTEXT.names, CONTEXT.back)
    shown = {"view": view, "forms": ()}
    return CONTEXT.page("theory.html", PAGE, "theories/j01.yml", view.title, lambda: shown)


@given(text=TEXTS)
@example(text=NASTY)
def test_no_text_becomes_markup(text: str):
    plain = text.replace("[[", "").replace("{-", "").replace("{+", "").replace("*", "")
    read = Reader(inline(plain))
    assert read.tags == []
    assert words(read.shown) == words(plain)


def test_the_title_of_a_theory_says_in_words_what_its_font_says(garden_pages):
    heads = {id: garden_pages[f"theories/{id}/"].body.splitlines()[0] for id in ("j02", "j03")}
    assert '</del><span class="rl-hidden"> (initial model only)</span>' in heads["j02"]
    assert '</ins><span class="rl-hidden"> (final model only)</span>' in heads["j03"]
    assert "rl-hidden" not in garden_pages["theories/j01/"].body.splitlines()[0]


def tags_of(text: str) -> list[str]:
    return Reader(markdown.markdown(page_with(text).body, extensions=EXTENSIONS)).tags


HARMLESS = tags_of("harmless")


@pytest.mark.slow
@given(text=st.text("<>&'\"`\n #_-!()|:\\ab", min_size=1).filter(str.strip))
@example(text=NASTY)
@example(text="\\")
def test_a_page_has_the_same_elements_whatever_its_texts_say(text: str):
    assert tags_of(text) == HARMLESS


@pytest.mark.parametrize("text", [NASTY, "a: b # c", "'x' \"y\" \\z", "- a\n- b", "two\nlines"])
def test_front_matter_gives_back_title_and_description(text: str):
    page = page_with(text)
    front = page.markdown.split("\n---\n")[0].removeprefix("---\n")
    said = yaml.safe_load(front)
    assert words(said["description"])[-len(words(text)) :] == words(text)
    assert words(said["title"])[-1] == words(text)[-1]


def test_no_line_of_a_page_is_indented_so_that_it_would_be_code(garden_pages):
    for page in garden_pages.values():
        assert [line for line in page.body.splitlines() if line.startswith((" ", "\t"))] == []


@pytest.mark.parametrize(
    ("lines", "tidied"),
    [
        ("a\n \n\n\t\n  b", "a\n\nb"),
        ("\n\n\na", "\n\na"),
        ("\na", "\na"),
        ("a\n\n\n\n", "a\n\n"),
    ],
)
def test_of_a_heap_of_empty_lines_one_is_left(lines: str, tidied: str):
    assert _tidy(lines) == tidied


def test_a_reference_becomes_a_link_with_the_name_of_what_it_leads_to():
    assert inline("See [[s01]].") == 'See <a href="../../interventions/s01/">#1</a>.'
    assert 'href="../../source-check/#c04"' in inline("[[c04]]")
    assert "Findings, paragraph 2, sentence 3" in inline("[[findings 2.3]]")


def test_the_name_of_a_theory_that_left_the_model_is_struck_through():
    assert "<del" in inline("[[j02]]")
    assert "<ins" in inline("[[j03]]")
    assert "<del" not in inline("[[j01]]")
    assert change_markup("<b>", "removed").count("<b>") == 0


def test_changes_are_marked_in_words_too():
    read = Reader(inline("{--old--}{++new++}"))
    assert words(read.shown) == ["removed:", "old", "added:", "new"]
    assert {"del", "ins"} < set(read.tags)


@pytest.mark.parametrize("text", ["{--<i>--}", "{++<i>++}"])
def test_marked_changes_are_escaped_too(text: str):
    assert "i" not in Reader(inline(text)).tags


@pytest.mark.slow
def test_a_statement_that_left_the_model_shows_its_references_by_name(garden_copy):
    edit(garden_copy, ("theories/j01.yml", "She has an hour to spare.", "She has, as in [[s02]]."))
    made = {page.address.path: page.body for page in pages(context_of(linked(garden_copy)))}
    assert "[[s02]]" not in made["model/changes/"]
    assert "[[s02]]" not in made["theories/j01/"]


def test_two_reviews_do_not_take_each_others_names(real_library):
    context_of(real_library)
    assert "#1" in inline("[[s01]]")
    assert "s01" not in Reader(inline("[[s01]]")).shown
