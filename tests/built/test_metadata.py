"""The heads of built pages, read as Zotero and as search engines read them."""

import json
import shutil

import pytest
from builds import GARDEN, Build, mkdocs
from lxml.html import HtmlElement
from pages import Pages, read
from reviews import edit

from generator.library.library import Library

ADDRESS = "https://gardens.test/review/"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The garden with an address of its own."""
    root = tmp_path_factory.mktemp("published") / "garden"
    shutil.copytree(GARDEN, root)
    edit(root, ("seeds/review.yml", "https://garden-review.example/\n", ADDRESS + "\n"))
    built = mkdocs(root, root.parent / "site")
    assert built.code == 0, built.output
    return read(built.folder)


def zotero(page: HtmlElement) -> dict[str, object]:
    """The item that Zotero’s translators “Embedded Metadata” and “RDF” make of a page.

    As they stand in https://github.com/zotero/translators: a property of Open Graph decides the
    type before one of Dublin Core does; the first property that is there fills a field.
    """
    told: dict[str, list[str]] = {}
    for meta in page.xpath("//head/meta[@content]"):
        name = meta.get("name") or meta.get("property") or ""
        told.setdefault(name.replace(".", ":", 1), []).append(meta.get("content"))

    def first(*names: str) -> str:
        return next((told[name][0] for name in names if name in told), "")

    article = any(name.startswith("citation_") for name in told)
    types = {"website": "webpage", "article": "journalArticle", "book": "book"}
    people = told.get("DC:creator", [])
    return {
        "itemType": "journalArticle" if article else types[first("og:type")],
        "title": first("DC:title", "og:title"),
        "creators": [tuple(name.split(", ", 1)) for name in people],
        "websiteTitle": first("prism:publicationName", "DC:source", "og:site_name"),
        "date": first("og:published_time", "DC:date:issued", "DCTERMS:issued", "DC:date"),
        "url": first("eprints:official_url", "og:url"),
        "language": first("DC:language"),
        "rights": first("DC:rights"),
    }


def test_zotero_saves_a_page_as_a_web_page(published: Pages) -> None:
    saved = zotero(published["theories/g02/"])
    assert saved["itemType"] == "webpage"
    assert str(saved["title"]).startswith("Growing theory 2: ")
    assert saved["creators"] == [("Gardener", "Example"), ("Example Sol", "Another")]
    site = "Example review: community gardens (invented), version 0.2.0"
    assert saved["websiteTitle"] == site
    assert saved["date"] == "2022-03-02"
    assert saved["url"] == f"{ADDRESS}theories/g02/"


def test_every_page_says_where_it_is_to_be_cited(published: Pages) -> None:
    for path, page in published.proper.items():
        address = ADDRESS + path
        for rel in ("canonical", "cite-as"):
            assert page.xpath(f"//head/link[@rel='{rel}']/@href") == [address], path
        told = json.loads(page.xpath("string(//script[@type='application/ld+json'])"))
        assert told["@id"] == address
        assert zotero(page)["url"] == address


def test_every_page_tells_programs_what_it_is_and_is_shared_with_a_picture(
    published: Pages,
) -> None:
    for path, page in published.proper.items():
        links = {(link.get("rel"), link.get("href")) for link in page.xpath("//head/link[@rel]")}
        assert ("type", "https://schema.org/WebPage") in links, path
        assert {rel for rel, _ in links} >= {"describedby", "alternate feed"}, path
        told = {meta.get("name"): meta.get("content") for meta in page.xpath("//head/meta[@name]")}
        for name in ("title", "creator", "publisher", "identifier", "language", "rights"):
            assert told[f"DC.{name}"], path
        (picture,) = page.xpath("//head/meta[@property='og:image']/@content")
        assert (published.folder / picture.removeprefix(ADDRESS)).is_file(), path
        assert page.xpath("//head/meta[@property='og:image:alt']/@content"), path


def test_no_page_says_an_address_that_nobody_can_open(site: Pages, library: Library) -> None:
    assert not library.review.has_address
    for path, page in site.proper.items():
        assert page.xpath("//head/link[@rel='canonical' or @rel='cite-as']") == [], path
        assert page.xpath("//head/meta[@property='og:url']") == [], path
        assert ".example" not in page.xpath("string(//script[@type='application/ld+json'])")


def test_titles_tell_pages_apart(site: Pages) -> None:
    titles = [page.findtext(".//title") for page in site.proper.values()]
    assert sorted(titles) == sorted(set(titles))


def test_files_that_the_head_names_are_there(build: Build, site: Pages) -> None:
    for path, page in site.proper.items():
        for link in page.xpath("//head/link[@rel='describedby' or @rel='item']/@href"):
            assert (build.folder / path / link).resolve().is_file(), path
