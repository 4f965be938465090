"""Headings are those that Markdown makes of the whole page."""

import pytest
from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.structure.toc import get_toc
from reviews import ROOT

from generator.site.engine.headings import Headings

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def config():
    return load_config(str(ROOT / "mkdocs.yml"), plugins=[], docs_dir=str(ROOT / "docs"))


def entries(contents):
    return [(e.title, e.id, e.level, entries(e.children)) for e in contents]


def own(headings, lines):
    return entries(get_toc(headings.contents(lines)))


def test_headings_of_every_page_are_those_of_a_markdown_of_its_own(config, garden_pages):
    headings = Headings(config.markdown_extensions, config.mdx_configs)
    assert len(garden_pages) > 20
    for page in garden_pages.values():
        lines = page.pieces[1::2]
        extensions, settings = config.markdown_extensions, config.mdx_configs
        markdown = Markdown(extensions=extensions, extension_configs=settings)
        assert "\n".join(map(headings.html, lines)) == markdown.convert("\n\n".join(lines))
        assert own(headings, lines) == entries(get_toc(markdown.toc_tokens))


def test_a_page_does_not_change_the_contents_of_another(config):
    headings = Headings(config.markdown_extensions, config.mdx_configs)
    both = ["# One { #one }", "## Two { #two }"]
    assert own(headings, both) == [("One", "one", 1, [("Two", "two", 2, [])])]
    assert own(headings, both[:1]) == [("One", "one", 1, [])]
    assert own(headings, both) == [("One", "one", 1, [("Two", "two", 2, [])])]
