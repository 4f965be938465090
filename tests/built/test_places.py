"""Whatever has an address of its own within a page says so with a link."""

from urllib.parse import urljoin

from lxml.html import HtmlElement
from pages import Pages, main, words

PLACES = (
    "rl-statement", "rl-finding", "rl-claim", "rl-remark",
)  # fmt: skip


def places(tree: HtmlElement) -> list[HtmlElement]:
    """The elements that people cite: statements, findings, claims, remarks and rows."""
    named = [e for e in main(tree).iter() if e.get("id") and isinstance(e.tag, str)]
    return [e for e in named if set(e.get("class", "").split()) & set(PLACES) or e.tag == "tr"]


def test_every_place_has_a_link_to_itself(site: Pages, garden: Pages) -> None:
    seen = 0
    for pages in (site, garden):
        for address, tree in pages.proper.items():
            for place in places(tree):
                links = place.xpath(".//a[@class='rl-anchor']")
                # A finding has one address, on whichever pages it is shown.
                home = "findings/" if "rl-finding" in place.get("class", "") else address
                to = [urljoin(f"/{address}", link.get("href")) for link in links]
                to = [one for one in to if one.endswith(f"#{place.get('id')}")]
                assert to == [f"/{home}#{place.get('id')}"], (address, place.get("id"))
                assert "address of this" in words(links[0])
                seen += 1
    assert seen > 500


def test_no_two_places_of_a_page_have_one_address(site: Pages, garden: Pages) -> None:
    for pages in (site, garden):
        for address, tree in pages.trees.items():
            ids = tree.xpath("//@id")
            assert sorted(ids) == sorted(set(ids)), address
