"""The markup of texts: what they can hold, what they cannot, and that nothing else gets out."""

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from reviews import GARDEN, copy_of, edit, linked

from generator.check.check import check
from generator.entities.inline import Piece, pieces, plain
from generator.entities.walk import parts_within
from generator.files.load import Document
from generator.library.library import Library
from generator.library.text_markup import refused
from generator.pages.addresses import THEORIES
from generator.pages.render import Renderer, sanitised
from generator.pages.views.names import Names

J01 = "theories/j01.yml"


@pytest.fixture(scope="module")
def rendered(library: Library):
    """A function that renders a text as the pages do."""
    renderer = Renderer(Names(library))
    template = renderer._environment.from_string("{{ text | inline }}")
    return lambda text: template.render(page=THEORIES, text=text)


class Elements(HTMLParser):
    """Every element and attribute of a piece of HTML, and the text within."""

    def __init__(self, html: str):
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.text += data


MARKED = {
    "She *may* join.": [("text", "She "), ("emphasis", "may"), ("text", " join.")],
    "**No** study": [("strong", "No"), ("text", " study")],
    "(*may help*)": [("text", "("), ("emphasis", "may help"), ("text", ")")],
    "*may* and **may**": [("emphasis", "may"), ("text", " and "), ("strong", "may")],
    "*help [4]*": [("emphasis", "help [4]")],
    "“*may*”": [("text", "“"), ("emphasis", "may"), ("text", "”")],
}
UNMARKED = (
    "Pregnan*", "Parent* or mother*", "2*3*4", "5 * 3 * 2", "* a list", "a * b", "**", "****",
    "* *", "*open", "ends* here*", "***three***", "*a**b*", "_a_", "5 < 6",
    "`code`", "# heading", "~~a~~", "{==mark==}", "[4, 5]", "[text]", "<", "a<b", "&",
)  # fmt: skip
HALF = ("**open*", "*open**", "{--open", "open++}", "[[open]", "[open]]")
"""What is no markup either, and cannot be meant."""


@pytest.mark.parametrize(("text", "found"), MARKED.items())
def test_asterisks_mark_words(text: str, found: list[tuple[str, str]]):
    assert [(piece.kind, piece.content) for piece in pieces(text)] == found


@pytest.mark.parametrize("text", [*UNMARKED, *HALF])
def test_what_is_no_markup_is_text_and_comes_out_as_it_is(text: str, rendered):
    assert list(pieces(text)) == [Piece("text", text)]
    assert unescape(rendered(text)) == text
    assert plain(text, names={}) == text


@pytest.mark.parametrize(
    "text", ["*see [[j01]]*", "**{--old--}{++new++}**", "{--*old*--}{++new++}"]
)
def test_marks_do_not_stand_within_one_another(text: str):
    assert not {"emphasis", "strong"} & {piece.kind for piece in pieces(text)}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("She *may* join.", "She <em>may</em> join."),
        ("**No** study", "<strong>No</strong> study"),
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("*a < b*", "<em>a &lt; b</em>"),
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        (
            "{++<i>++}",
            '<ins class="rl-added"><span class="rl-hidden">added: </span>&lt;i&gt;</ins>',
        ),
    ],
)
def test_markup_is_rendered_and_all_else_escaped(text: str, html: str, rendered):
    assert rendered(text) == html


def test_a_reference_is_a_link_within_the_site(rendered):
    assert rendered("See [[j01]].").startswith('See <a href="j01/">')
    assert 'href="../article/#findings-2"' in rendered("See [[findings 2.2]].")


def test_plain_text_has_no_asterisks_and_verification_reads_the_words():
    assert plain("She *may* **join**.", names={}) == "She may join."


SNIPPETS = """
    < > & " ' * ** [[j01]] [[findings_2.2]] {-- --} {++ ++} <script>alert(1)</script>
    &lt; &#60;
    <img_src=x_onerror=alert(1)> <a_href="javascript:alert(1)">x</a> ](javascript:alert(1)) <!-- -->
    <svg/onload=alert(1)> word _ \\n <style> </em> <em> {% {{ }} &amp; é"""
WORDS = st.sampled_from(SNIPPETS.split())


@given(text=st.text() | st.lists(WORDS, max_size=12).map("".join))
def test_nothing_comes_out_but_the_markup_of_texts(text: str, rendered):
    text = text.replace("_", " ")
    html = rendered(text)
    seen = Elements(html)
    assert set(seen.tags) <= {"a", "del", "em", "ins", "span", "strong"}
    assert {name for name, _ in seen.attributes} <= {"href", "class"}
    for name, value in seen.attributes:
        assert ":" not in value or name == "class"


@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_sanitising_takes_nothing_away_from_what_is_escaped(text: str):
    made = Markup("<em>{}</em>").format(text)
    assert Elements(sanitised(made)).text == Elements(made).text
    assert sanitised(Markup.escape(text)) == Markup.escape(text)


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("a <script>alert(1)</script>b", "a b"),
        ('<a href="javascript:alert(1)">x</a>', "<a>x</a>"),
        ('<a href="https://x.example/">x</a>', "<a>x</a>"),
        ('<a href="../t04/#c1" onclick="x">x</a>', '<a href="../t04/#c1">x</a>'),
        ("<em style='x'>a</em><b>b</b>", "<em>a</em>b"),
    ],
)
def test_were_a_tag_to_slip_through_it_would_be_taken_out(html: str, clean: str):
    assert sanitised(Markup(html)) == clean


def told(text: str) -> list[str]:
    return [one.code for one in refused(Document("a.yml", "a", {"text": text}))]


@pytest.mark.parametrize(
    "text",
    [
        "<b>x</b>", "</b>", "<br>", "<br/>", "<BR />", '<a href="x">', "<img src=x", "<!-- x -->",
        "a&nbsp;b", "&#60;", "&lt;b&gt;", "<svg/onload=x>"[:5] + ">", "<!doctype html>", "<?xml",
    ],
)  # fmt: skip
def test_html_is_refused(text: str):
    assert told(text) == ["html-in-text"]


@pytest.mark.parametrize(
    "text",
    [
        "[x](y)", "see https://x.example", "HTTP://X", "[[t04]](x)", "javascript:x",
        "mailto:a@b.example",
    ],
)  # fmt: skip
def test_links_are_refused(text: str):
    assert told(text) == ["link-in-text"]


@pytest.mark.parametrize(
    "text",
    [
        *UNMARKED, "a<b and c>d", "n<5", "R&D", "A&E; B", "<3", "www.gov.uk", "data: few",
        "http: no", "[[t04]] (x)", "[1] (x)", "She said: no",
    ],
)  # fmt: skip
def test_what_is_neither_is_fine(text: str):
    assert told(text) == []


@pytest.mark.parametrize("text", HALF)
def test_half_a_mark_is_refused(text: str):
    assert told(text) == ["markup-half"]


@pytest.mark.parametrize("key", ["url", "address", "repository"])
def test_an_address_stands_where_one_belongs(key: str):
    assert not list(refused(Document("a.yml", "a", {key: "https://x.example/"})))


def test_the_remedy_stands_with_the_place(garden_copy: Path):
    edit(
        garden_copy,
        (J01, "text: She joins.", "text: She <i>joins</i>."),
        ("seeds/glossary.yml", "Nobody has looked yet.", "See [this](https://x.example)."),
    )
    wrong = [d for d in check(garden_copy).diagnostics if d.code.endswith("-in-text")]
    assert [(d.location.path, d.code) for d in wrong] == [
        ("seeds/glossary.yml", "link-in-text"),
        (J01, "html-in-text"),
    ]
    assert "“<i>”" in wrong[1].message
    assert "*emphasis*" in wrong[1].expected
    assert "[[an id]]" in wrong[0].expected


@pytest.mark.parametrize("which", ["real_library", "library"])
def test_no_text_of_a_review_is_emphasised_by_accident(which: str, request):
    library = request.getfixturevalue(which)
    for kind, id in library.origins:
        for _, model in parts_within(library.entity(kind, id)):
            for text in re.findall(r"[^\n]+", model.model_dump_json()):
                kinds = {piece.kind for piece in pieces(text)}
                assert not {"emphasis", "strong"} & kinds, text[:200]


def test_emphasis_reaches_the_page(tmp_path: Path):
    from generator.site.build import build

    root = copy_of(GARDEN, tmp_path / "garden")
    edit(root, (J01, "text: She joins.", "text: She *may* **join**."))
    page = next(p for p in build(root).site.pages if p.address.path == "theories/j01/")
    assert "She <em>may</em> <strong>join</strong>." in page.markdown
    assert linked(root).theories["j01"].outcomes[0].text == "She *may* **join**."


HALVES = (
    "She may {--join--}{++be asked to join.",
    "She {--joins-}{++is asked++}.",
    "She {-- joins --}{ ++is asked++}.",
    "She {++joins++ soon.",
    "She joins [[g01] soon.",
    "She joins [g01]] soon.",
    "She is **very* glad.",
    "She is *very** glad.",
)


@pytest.mark.parametrize("text", HALVES)
def test_half_of_a_mark_is_an_error_and_named(garden_copy: Path, text: str):
    edit(garden_copy, (J01, "text: She joins.", f"text: '{text}'"))
    [one] = [d for d in check(garden_copy).diagnostics if d.code == "markup-half"]
    assert one.location.path == J01
    named = one.message.split("“")[1].split("”")[0]
    assert named in text
    assert any(sign in named for sign in ("{", "}", "[[", "]]", "**"))


@pytest.mark.parametrize(
    "text",
    [
        "Some **strong** and *soft* words, and [[g01]].",
        "Significant (*p < 0.05, **p < 0.01), or 3.2** and 4.1*.",
        "The search was for parent* or 2*3*4, in [a [list]] or [[a] list].",
        "A -- dash, {a brace} and C++.",
    ],
)
def test_signs_that_may_be_meant_are_left_alone(garden_copy: Path, text: str):
    edit(garden_copy, (J01, "text: She joins.", f"text: '{text}'"))
    assert not [d for d in check(garden_copy).diagnostics if d.code == "markup-half"]
