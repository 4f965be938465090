"""Whatever stands in a title is text everywhere on the site, in the theme's own templates too."""

import json
import shutil

import pytest
from builds import GARDEN, mkdocs
from pages import Pages, read
from playwright.sync_api import Browser
from reviews import edit
from serving import serve

NASTY = """Sow <b early, R&D, "quoted" 'x' [a] (b)"""
"""What a title may hold and what would mean something to HTML, were it not escaped."""

TITLES = [
    ("theories/j01.yml", "title: 'Example theory: seeing that newcomers are welcome'"),
    ("seeds/review.yml", "title: 'Example review: community gardens (invented)'"),
    ("seeds/review.yml", "title: 'Example: I plan a garden'"),
    ("seeds/review.yml", "link: Example of where to ask"),
    ("seeds/attributes.yml", "label: Season"),
    ("mkdocs.yml", "site_name: Community gardens (invented example)"),
]


@pytest.fixture(scope="module")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The invented review with a title of that kind at every place that the theme prints."""
    review = tmp_path_factory.mktemp("nasty") / "review"
    shutil.copytree(GARDEN, review)
    value = json.dumps(NASTY)
    edit(review, *((file, old, f"{old.split(':')[0]}: {value}") for file, old in TITLES))
    build = mkdocs(review, review / "site")
    assert build.code == 0, build.output
    return read(build.folder)


def names(pages: Pages) -> dict[str, set[tuple[str, str]]]:
    """The elements of every page, each with the name of every attribute."""
    return {
        address: {
            (str(element.tag), name) for element in tree.iter() for name in ("", *element.attrib)
        }
        for address, tree in pages.trees.items()
    }


def test_a_title_makes_no_element_and_no_attribute(nasty: Pages, garden: Pages) -> None:
    assert names(nasty) == names(garden)


def test_a_title_is_read_as_it_was_written(nasty: Pages) -> None:
    title = NASTY
    page = nasty["theories/j01/"]
    assert page.xpath("//title")[0].text_content().startswith(f"Joining theory 1: {title} - ")
    assert title in page.xpath("//h1")[0].text_content()
    assert any(title in link.text_content() for link in page.xpath("//nav//a"))


def test_a_title_is_text_among_what_is_found(nasty: Pages, browser: Browser) -> None:
    with serve(nasty.folder) as address:
        page = browser.new_page()
        page.goto(address)
        page.keyboard.press("/")
        page.locator("pagefind-input input").fill("early")
        found = page.locator(".rl-found")
        found.first.wait_for()
        assert any(NASTY in text for text in found.all_inner_texts())
        assert found.locator("b, img, script").count() == 0
        page.close()
