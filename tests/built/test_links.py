"""Links, ids and metadata of every built page."""

import itertools
import re
from collections import Counter

from lxml.html import HtmlElement
from pages import NOT_FOUND, Pages, leads_to, main, targets, words

LOADED = (
    '//script/@src | //link[@rel="stylesheet" or @rel="icon" or @rel="preload"]/@href | //img/@src'
)
IN_CSS = re.compile(r"url\(\s*['\"]?(https?:)?//|@import")


def as_file(address: str) -> str:
    """The file that a server gives for an address."""
    return f"{address}index.html" if address.endswith("/") or not address else address


def missing(site: Pages, address: str, tree: HtmlElement) -> list[str]:
    """The internal links of a page that lead to no file, or to no place on its page."""
    lost = []
    for target in targets(address, tree):
        if not target.is_internal:
            continue
        linked = site.trees.get(target.address)
        if not (site.folder / as_file(target.address)).is_file() or (
            target.fragment and linked is not None and target.fragment not in ids(linked)
        ):
            lost.append(f"{address} -> {target.link}")
    return lost


def ids(tree: HtmlElement) -> set[str]:
    """Every id of a page, in a set kept on the tree."""
    known = getattr(tree, "known_ids", None)
    if known is None:
        known = tree.known_ids = set(tree.xpath("//@id"))
    return known


def test_every_internal_link_leads_to_a_file_and_a_place(site: Pages) -> None:
    assert [
        link for address, tree in site.trees.items() for link in missing(site, address, tree)
    ] == []


def test_every_internal_link_of_the_example_leads_somewhere(garden: Pages) -> None:
    proper = garden.proper.items()
    assert [link for address, tree in proper for link in missing(garden, address, tree)] == []


def test_a_link_that_leads_nowhere_would_be_found(site: Pages) -> None:
    tree = site["help/"]
    tree.body.append(tree.makeelement("a", {"href": "../theories/t04/#no-such-place"}))
    tree.body.append(tree.makeelement("a", {"href": "../no-such-page/"}))
    lost = missing(site, "help/", tree)
    del tree.body[-2:]
    assert lost == ["help/ -> ../theories/t04/#no-such-place", "help/ -> ../no-such-page/"]


def test_no_id_stands_twice_on_a_page(site: Pages) -> None:
    for address, tree in site.trees.items():
        twice = [id for id, times in Counter(tree.xpath("//@id")).items() if times > 1]
        assert twice == [], address


def test_titles_are_unique(site: Pages) -> None:
    titles = Counter(tree.findtext(".//title").strip() for tree in site.trees.values())
    assert [title for title, times in titles.items() if times > 1] == []


def test_descriptions_are_unique(site: Pages, garden: Pages) -> None:
    """Lists of what a search engine found are read by them."""
    for pages in (site, garden):
        said = '//meta[@name="description"]/@content'
        descriptions = Counter(text for tree in pages.proper.values() for text in tree.xpath(said))
        assert [text for text, times in descriptions.items() if times > 1] == []


def test_every_page_has_one_heading_a_description_and_a_language(site: Pages) -> None:
    for address, tree in site.trees.items():
        assert len(tree.xpath("//h1")) == 1, address
        assert tree.xpath('string(//meta[@name="description"]/@content)').strip(), address
        assert tree.get("lang") == "en", address


def test_headings_skip_no_level(site: Pages) -> None:
    for address, tree in site.trees.items():
        levels = [int(h.tag[1]) for h in main(tree).iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1, address
        skips = [(a, b) for a, b in itertools.pairwise(levels) if b > a + 1]
        assert skips == [], address


def test_nothing_is_loaded_from_elsewhere(site: Pages) -> None:
    for address, tree in site.trees.items():
        for link in tree.xpath(LOADED):
            assert not re.match(r"(https?:)?//", link), f"{address}: {link}"
        assert tree.xpath('//iframe | //link[@rel="preconnect" or @rel="dns-prefetch"]') == []
    for sheet in site.folder.rglob("*.css"):
        assert not IN_CSS.search(sheet.read_text(encoding="utf-8")), sheet


def test_every_page_links_to_the_help_page(site: Pages) -> None:
    for address, tree in site.trees.items():
        found = {target.address for target in targets(address, tree)}
        assert "help/" in found, address


def test_every_page_names_the_source_and_leads_to_it(site: Pages) -> None:
    for address, tree in site.trees.items():
        (footer,) = tree.find_class("md-copyright__highlight")
        said = words(footer)
        assert said.startswith("Findings are those of McLeish, Ayers and McCourt (2023), doi"), said
        doi = "https://doi.org/10.1186/s12884-023-05843-8"
        assert doi in footer.xpath(".//a/@href"), address


def test_every_page_but_the_help_page_says_what_this_site_is_not(site: Pages) -> None:
    for address, tree in site.proper.items():
        notices = main(tree).find_class("rl-notice")
        assert len(notices) == (address != "help/"), address
        for notice in notices:
            assert "not medical advice" in words(notice), address
            assert notice.xpath(".//a/@href"), address
            assert ("help/", "") in leads_to(address, tree), address


def test_help_is_a_link_away_from_an_address_that_does_not_exist(site: Pages) -> None:
    assert "help/" in {t.address for t in targets(NOT_FOUND, site[NOT_FOUND])}


def test_an_address_that_does_not_exist_leads_on(site: Pages) -> None:
    page = main(site[NOT_FOUND])
    assert "no page at this address" in words(page)
    led = {link.get("href") for link in page.xpath(".//ul//a")}
    assert {"/find/", "/.", "/help/"} <= led
