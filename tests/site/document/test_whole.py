"""The chapters of the document that holds the whole review."""

from pathlib import Path

import pytest
from markupsafe import Markup
from reviews import GARDEN

from generator.site import in_sections
from generator.site.build import build
from generator.site.document import whole

pytestmark = pytest.mark.slow


def chapters() -> list[tuple[str, list[str]]]:
    site = build(GARDEN).site
    assert site is not None
    return [
        (chapter.title, [page.title for page in chapter.pages])
        for chapter in whole._chapters(site, Path())
    ]


def test_a_section_with_a_page_of_its_own_follows_its_page_in_the_same_chapter(monkeypatch):
    monkeypatch.setattr(
        whole,
        "_page",
        lambda page, *_: whole.DocumentPage(page.title, page.address.mark, Markup()),
    )
    before = chapters()
    monkeypatch.setattr(in_sections, "WHOLE", 0)
    after = chapters()
    assert [title for title, _ in after] == [title for title, _ in before]
    reference = dict(after)["For reference"]
    start = reference.index("Source check")
    assert reference[start + 1].startswith("Source check: ")
