"""What changed between two versions, as a page of the later one tells it."""

from pathlib import Path

import pytest
from reviews import GARDEN, context_of, copy_of, edit, linked, text_of

from generator.diff.compare import compare
from generator.diff.read import read
from generator.pages.page import Page
from generator.site.catalogue import pages
from generator.site.versions import since


@pytest.fixture
def told(tmp_path: Path):
    """Gives the page of what changed where some of the garden was edited."""

    def page(*edits: tuple[str, str, str], hand: str = "", gone: str = "") -> Page:
        old, new = (copy_of(GARDEN, tmp_path / name) for name in ("old", "new"))
        edit(new, *edits)
        if hand:
            (new / "docs" / hand).parent.mkdir(parents=True)
            (new / "docs" / hand).write_text("# By hand\n")
        if gone:
            (new / gone).unlink()
        report = compare(*read(("version 1.0.0", old), ("today", new)))
        ctx = context_of(linked(new))
        (made,) = since.pages(ctx, {"1.0.0": report}, pages(ctx))
        return made

    return page


def test_a_statement_is_told_with_both_wordings_and_its_place(told):
    page = told(("theories/j01.yml", "text: She joins.", "text: She asks."))
    assert page.title == "What changed from version 1.0.0 to today"
    assert "1 change on 1 page." in page.body
    assert "{ #theories-j01 }" in page.body
    assert "outcome o1: wording changed." in text_of(page.body)
    for label, words in (("Before", "She joins."), ("Now", "She asks.")):
        assert f"<dt>{label}</dt><dd>{words}</dd>" in page.body
    assert 'href="../../theories/j01/#o1"' in page.body


def test_what_changed_on_a_list_stands_below_the_title_of_its_page(told):
    page = told(("seeds/findings.yml", "text: Gardens may help", "text: Gardens might help"))
    assert "## All findings { #findings }" in page.body or "## Findings { #findings }" in page.body


def test_what_is_gone_or_renamed_is_told_to_readers_and_not_to_editors(told):
    page = told(("theories/gx1.yml", "- id: o1", "- id: o2"), gone="theories/g02.yml")
    text = text_of(page.body)
    assert "What was called o1 is called o2 now." in text
    assert "is not there any more" in text
    assert "restore" not in text
    assert "give it back" not in text


def test_pages_for_contributors_and_the_list_of_versions_are_left_out(told):
    page = told(("seeds/changes.yml", "version: 0.2.0", "version: 0.3.0"), hand="contributing/x.md")
    assert "Nothing a reader would notice." in page.body


def test_nothing_of_the_data_means_anything_as_markup(told):
    page = told(("theories/j01.yml", "text: She joins.", "text: '*She* [asks](x) & `joins`.'"))
    assert "[asks](x) &amp;" in page.body
