"""The exported folder, built by Zensical, gives the same pages as MkDocs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from builds import ROOT, run
from lxml.html import HtmlElement
from pages import NOT_FOUND, Pages, main, read, words

from generator.library.library import Library

JUSTIFIED = {
    "ids": {"__skip": "Zensical’s own target for its link that skips to the content"},
    "links": {
        "md-content__button": "the pencil: Zensical has none, since its own would lead to the "
        "exported Markdown; every page names its YAML file in words as well"
    },
    "hooks": {
        "data-search-exclude": "a word to the search of the engine, which Zensical takes out of "
        "the page once it has followed it"
    },
}
"""All that may differ: ids, classes of links and attributes of elements, with the reasons."""


def headings(tree: HtmlElement) -> list[tuple[str, str, str]]:
    """The headings of the content, with their ids."""
    found = main(tree).iter("h1", "h2", "h3", "h4", "h5", "h6")
    return [(h.tag, h.get("id", ""), words(h)) for h in found]


def ids(tree: HtmlElement) -> list[str]:
    """The ids of the content, in their order."""
    return [id for id in main(tree).xpath(".//@id") if id not in JUSTIFIED["ids"]]


def links(tree: HtmlElement) -> list[tuple[str, str]]:
    """The links of the content with their words, resolved against the page’s own address."""
    return [
        (urljoin(tree.base_url, link.get("href")), words(link))
        for link in main(tree).xpath(".//a[@href]")
        if not set(link.get("class", "").split()) & set(JUSTIFIED["links"])
    ]


def hooks(tree: HtmlElement) -> list[tuple[str, dict[str, str]]]:
    """The elements of the content that carry data for scripts."""
    found = []
    for element in main(tree).xpath(".//*[@*[starts-with(name(), 'data-')]]"):
        data = {name: value for name, value in element.items() if name.startswith("data-")}
        kept = {name: value for name, value in data.items() if name not in JUSTIFIED["hooks"]}
        if kept:
            found.append((element.tag, kept))
    return found


FACTS: dict[str, Callable[[HtmlElement], Any]] = {
    "title": lambda tree: tree.findtext(".//title").strip(),
    "description": lambda tree: tree.xpath('string(//meta[@name="description"]/@content)'),
    "canonical address": lambda tree: tree.xpath('string(//link[@rel="canonical"]/@href)'),
    "language": lambda tree: tree.get("lang"),
    "headings": headings,
    "ids": ids,
    "text": lambda tree: words(main(tree)),
    "links": links,
    "hooks": hooks,
    "whose findings": lambda tree: words(tree.find_class("md-copyright__highlight")[0])[:90],
    "navigation": lambda tree: [words(a) for a in tree.xpath('//nav[@aria-label="Tabs"]//a')],
}


@pytest.fixture(scope="module")
def zensical(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The pages of the real review, exported and built by Zensical."""
    folder = tmp_path_factory.mktemp("zensical") / "export"
    exported = run("realist", "export", folder, "--root", ROOT)
    assert exported.returncode == 0, exported.stderr
    built = run("zensical", "build", cwd=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    return read(folder / "site")


def test_both_engines_have_the_same_addresses(site: Pages, zensical: Pages) -> None:
    assert set(site.trees) == set(zensical.trees)
    assert NOT_FOUND in zensical.trees


@pytest.mark.parametrize("fact", FACTS)
def test_every_page_is_the_same_in_both_engines(site: Pages, zensical: Pages, fact: str) -> None:
    of = FACTS[fact]
    different = [a for a, tree in site.proper.items() if of(tree) != of(zensical[a])]
    assert different == []


@pytest.mark.parametrize("fact", FACTS)
def test_the_comparison_reads_something_of_every_page(site: Pages, fact: str) -> None:
    may_lack = {"hooks", "canonical address"}  # which this site will have once it has an address
    for address, tree in site.proper.items():
        assert FACTS[fact](tree) or fact in may_lack, address


def test_both_engines_publish_the_same_files(site: Pages, zensical: Pages) -> None:
    for name in ("review.json", "theories.csv", "interventions.csv"):
        there = (zensical.folder / "data" / name).read_bytes()
        assert (site.folder / "data" / name).read_bytes() == there, name
    ours = Path("assets/realist.css")
    assert (site.folder / ours).read_bytes() == (zensical.folder / ours).read_bytes()


def test_every_justified_difference_still_occurs(
    site: Pages, zensical: Pages, library: Library
) -> None:
    """An exception that is needed no longer is to go."""
    assert all(tree.xpath('//*[@id="__skip"]') for tree in zensical.proper.values())
    pencil = '//a[contains(@class, "md-content__button")]'
    has_pencil = library.review.has_repository  # without one, there is nothing to edit
    assert all(bool(tree.xpath(pencil)) == has_pencil for tree in site.proper.values())
    assert not any(tree.xpath(pencil) for tree in zensical.proper.values())
