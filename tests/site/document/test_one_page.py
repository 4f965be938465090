"""A page as a part of a document: ids and links that fit, and nothing that screens alone need."""

import pytest

from generator.pages.address import Address
from generator.site.document.one_page import DocumentLinks, article

HERE = Address("theories/j01/")
MARKS = {"theories/j01/": "theories-j01", "theories/j02/": "theories-j02", "model/": "model"}


def made(markup: str, address: str = "", level: int = 3) -> str:
    built = f'<main><article class="md-content__inner md-typeset">{markup}</article></main>'
    return article(built, HERE, DocumentLinks(MARKS, address), level)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<h1 id="x">A</h1>', '<h3 id="theories-j01--x">A</h3>'),
        ("<h5>A</h5>", "<h6>A</h6>"),
        ('<a href="#c1">c</a>', '<a href="#theories-j01--c1">c</a>'),
        ('<a href="../j02/#o1">o</a>', '<a href="#theories-j02--o1">o</a>'),
        ('<a href="../../model/">m</a>', '<a href="#model">m</a>'),
        (
            '<a href="https://doi.org/1?a=1&amp;b=2">d</a>',
            '<a href="https://doi.org/1?a=1&amp;b=2">d</a>',
        ),
        ('<img src="../../figures/a.svg" alt="">', '<img src="figures/a.svg" alt="">'),
        (
            '<p aria-labelledby="a b">x</p>',
            '<p aria-labelledby="theories-j01--a theories-j01--b">x</p>',
        ),
        ('<label for="a">x</label>', '<label for="theories-j01--a">x</label>'),
        ("<p>a &lt;b&gt; &#35;</p>", "<p>a &lt;b&gt; &#35;</p>"),
        (
            '<svg viewBox="0 0 1 1"><path d="M0"/></svg>',
            '<svg viewBox="0 0 1 1"><path d="M0"/></svg>',
        ),
        ('a<div class="x rl-citing"><div>b</div><br>c</div>d', "ad"),
        ("a<button>b</button><script>if (a < b) {}</script>c", "ac"),
        ('a<a class="headerlink" href="#x">b</a>', "a"),
    ],
)
def test_what_becomes_of_markup(markup: str, expected: str):
    assert made(markup) == expected


def test_what_lies_out_of_the_document_is_a_link_where_the_site_has_an_address():
    markup = '<a href="../../data/#api">x</a><a href="../../data/a.csv" download>y</a>'
    assert made(markup) == "<a>x</a><a download>y</a>"
    assert made(markup, "https://a.test/b/") == (
        '<a href="https://a.test/b/data/#api">x</a>'
        '<a href="https://a.test/b/data/a.csv" download>y</a>'
    )


def test_a_page_without_an_article_of_the_theme_is_refused():
    with pytest.raises(OSError, match="theories/j01/ has no article"):
        article("<main></main>", HERE, DocumentLinks(MARKS, ""), 2)
