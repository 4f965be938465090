"""From every page to the file that it is made from."""

import pytest
from builds import GARDEN, ROOT
from lxml.html import HtmlElement
from pages import Pages, main, words

from generator.library.library import Library

REPOSITORY = "https://gardens.test/repository/"
OF_THE_TOOL = "contributing/errors/"
"""What a check can find is made from no file of a review."""
SOURCES = {
    "": "seeds/review.yml",
    "help/": "seeds/review.yml",
    "guidance/": "seeds/guidance.yml",
    "theories/j01/": "theories/j01.yml",
    "theories/gx1/": "theories/gx1.yml",
    "interventions/s01/": "interventions/s01.yml",
    "studies/bean-2018/": "studies/bean-2018.yml",
    "evidence/plots/": "seeds/evidence.yml",
    "source-check/": "seeds/claims.yml",
    "findings/": "seeds/findings.yml",
    "glossary/": "seeds/glossary.yml",
    "related-evidence/": "seeds/studies.yml",
    "changes/": "seeds/changes.yml",
}


def sources(tree: HtmlElement) -> set[str]:
    """The links of a page to its source: the one in words at its end, and the theme’s pencil."""
    pencils = tree.xpath('//a[contains(@class, "md-content__button")]/@href')
    in_words = [
        link for part in main(tree).find_class("rl-made-from") for link in part.xpath(".//a/@href")
    ]
    return {*pencils, *in_words}


@pytest.mark.parametrize(("address", "source"), SOURCES.items())
def test_a_page_links_to_the_file_it_is_made_from(garden: Pages, address: str, source: str) -> None:
    assert sources(garden[address]) == {f"{REPOSITORY}edit/main/{source}"}


def test_every_page_names_a_file_that_there_is(garden: Pages) -> None:
    start = f"{REPOSITORY}edit/main/"
    for address, tree in garden.proper.items():
        if address == OF_THE_TOOL:
            assert not main(tree).find_class("rl-made-from")
            continue
        (link,) = sources(tree)
        assert (GARDEN / link.removeprefix(start)).is_file(), address
        (made_from,) = main(tree).find_class("rl-made-from")
        assert words(made_from).endswith(f"it is made from {link.removeprefix(start)}.")


def test_no_link_leads_to_a_repository_that_is_not_there_yet(site: Pages, library: Library) -> None:
    assert not library.review.has_repository
    for address, tree in site.proper.items():
        links = main(tree).xpath(".//a/@href")
        assert not any(link.startswith(library.review.repository) for link in links), address
        assert tree.xpath('//a[contains(@class, "md-content__button")]') == []
        for made_from in main(tree).find_class("rl-made-from"):
            assert made_from.xpath(".//a") == []
            file = words(made_from).removeprefix("This page is made from ").rstrip(".")
            assert (ROOT / file).is_file(), address
        assert main(tree).find_class("rl-suggest") == []
