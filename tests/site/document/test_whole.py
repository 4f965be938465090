"""The chapters of the document that holds the whole review."""

from pathlib import Path

import pytest
from markupsafe import Markup
from reviews import GARDEN

from generator.pages.page import Page
from generator.site import in_sections
from generator.site.build import build
from generator.site.document import whole

pytestmark = pytest.mark.slow


def chapters(root: Path = GARDEN) -> list[tuple[str, list[str]]]:
    site = build(root).site
    assert site is not None
    return [
        (chapter.title, [page.title for page in chapter.pages])
        for chapter in whole._chapters(site, Path())
    ]


@pytest.fixture(autouse=True)
def unrendered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the chapters are asked for, so that no page need be there."""

    def page(page: Page, title: str, *_: object) -> whole.DocumentPage:
        return whole.DocumentPage(title, page.address.mark, Markup())

    monkeypatch.setattr(whole, "_page", page)


def test_the_contents_say_what_is_retired(garden_copy: Path):
    with (garden_copy / "theories/j03.yml").open("a", encoding="utf-8") as out:
        out.write("\nretired: {why: It is no more., date: 2022-04-01}\n")
    told = [title for _, titles in chapters(garden_copy) for title in titles]
    assert [title for title in told if "(retired)" in title] == [
        "Joining theory 3: Example theory: having no garden of one’s own (retired)"
    ]


def test_a_section_with_a_page_of_its_own_follows_its_page_in_the_same_chapter(monkeypatch):
    before = chapters()
    monkeypatch.setattr(in_sections, "WHOLE", 0)
    after = chapters()
    assert [title for title, _ in after] == [title for title, _ in before]
    reference = dict(after)["For reference"]
    start = reference.index("Source check")
    assert reference[start + 1].startswith("Source check: ")
