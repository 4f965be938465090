"""From every page to the file that it is made from."""

import pytest
from builds import ROOT
from lxml.html import HtmlElement
from pages import Pages, main, words

from generator.library.library import Library

SOURCES = {
    "": "seeds/review.yml",
    "help/": "seeds/review.yml",
    "guidance/": "seeds/guidance.yml",
    "guidance/formats/": "seeds/guidance.yml",
    "theories/t04/": "theories/t04.yml",
    "theories/px1/": "theories/px1.yml",
    "interventions/i06/": "interventions/i06.yml",
    "evidence/formats/": "seeds/evidence.yml",
    "middle-range-theories/attachment/": "theories/middle-range/attachment.yml",
    "source-check/": "seeds/claims.yml",
    "findings/": "seeds/findings.yml",
    "glossary/": "seeds/glossary.yml",
    "related-evidence/": "seeds/studies.yml",
    "changes/": "seeds/changes.yml",
    "limitations/": "docs/limitations.md",
    "methods/": "docs/methods.md",
    "contributing/": "docs/contributing/index.md",
    "contributing/architecture/": "docs/contributing/architecture.md",
}


def sources(tree: HtmlElement) -> set[str]:
    """The links of a page to its source: the pencil’s, and the one in words at its end."""
    (pencil,) = tree.xpath('//a[contains(@class, "md-content__button")]/@href')
    (made_from,) = main(tree).find_class("rl-made-from")
    return {pencil, *made_from.xpath(".//a/@href")}


@pytest.mark.parametrize(("address", "source"), SOURCES.items())
def test_a_page_links_to_the_file_it_is_made_from(
    site: Pages, library: Library, address: str, source: str
) -> None:
    assert sources(site[address]) == {f"{library.review.repository}edit/main/{source}"}


def test_every_page_names_a_file_that_there_is(site: Pages, library: Library) -> None:
    start = f"{library.review.repository}edit/main/"
    for address, tree in site.proper.items():
        (link,) = sources(tree)
        assert (ROOT / link.removeprefix(start)).is_file(), address
        (made_from,) = main(tree).find_class("rl-made-from")
        assert words(made_from).endswith(f"it is made from {link.removeprefix(start)}.")


def test_theories_and_interventions_are_made_from_a_file_each(
    site: Pages, library: Library
) -> None:
    for folder, ids in (("theories", library.theories), ("interventions", library.interventions)):
        for id in ids:
            (link,) = sources(site[f"{folder}/{id}/"])
            assert link.endswith(f"/edit/main/{folder}/{id}.yml")
