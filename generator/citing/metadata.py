"""What the head of a page tells programs of it: search engines, reference managers, archives.

Dublin Core, Open Graph, links by signposting, and JSON-LD of schema.org. Zotero takes a page for a
web page by `og:type`, its site from `og:site_name` and its people from `DC.creator`; it would take
`citation_title` for a journal article, and `DC.source` for the name of the site. So neither stands
here, and JSON-LD alone tells of the source.
Sources: https://www.dublincore.org/specifications/dublin-core/dcq-html/, https://ogp.me,
https://schema.org/WebPage, https://signposting.org/conventions/,
https://github.com/zotero/translators (“Embedded Metadata.js”, “RDF.js”).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.citing.record import Record
from generator.entities import Review
from generator.pages import addresses
from generator.pages.page import Page


@dataclass(frozen=True)
class HeadLink:
    """A link in the head of a page."""

    rel: str
    href: str
    type: str = ""
    title: str = ""
    """What tells it from others of its type."""


@dataclass(frozen=True)
class Picture:
    """What a link to a page is shown with."""

    address: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class Metadata:
    """All that stands in the head of one page."""

    names: tuple[tuple[str, str], ...]
    """Dublin Core."""
    properties: tuple[tuple[str, str], ...]
    """Open Graph."""
    links: tuple[HeadLink, ...]
    json_ld: dict[str, Any]
    changed: date | None = None
    """The day of the version in which the page last changed, if that is known."""


@dataclass(frozen=True)
class DescribedPage:
    """A page and all that its metadata are made from."""

    page: Page
    record: Record
    source: Record
    review: Review
    references: tuple[tuple[str, str], ...]
    """The types of its files for reference managers, and where they lie in the site."""
    data: tuple[tuple[str, str], ...] = ()
    """The types of the data that it offers, and where they lie in the site."""
    as_json: str = ""
    """Where the same lies for programs, if it does."""
    feeds: tuple[tuple[str, str, str], ...] = ()
    """The types of the feeds of page and site, where they lie, and their titles."""
    changed: date | None = None
    """The day of the version in which the page last changed, if that is known."""
    picture: Picture | None = None

    @property
    def licence(self) -> str:
        """Where the licence stands, or what it says."""
        return self.review.licence_url or self.review.licence


def metadata(it: DescribedPage) -> Metadata:
    """What the head of a page tells."""
    return Metadata(
        tuple(_dublin_core(it)),
        tuple(_open_graph(it)),
        tuple(_links(it)),
        _web_page(it),
        it.changed,
    )


def _dublin_core(it: DescribedPage) -> Iterator[tuple[str, str]]:
    yield "DC.title", it.page.title
    for name in it.record.authors:
        yield "DC.creator", name.turned
    if it.record.organisation:
        yield "DC.publisher", it.record.organisation
    if it.record.issued:
        yield "DCTERMS.issued", str(it.record.issued)
    if it.record.address:
        yield "DC.identifier", it.record.address
    yield "DC.language", "en"
    yield "DC.rights", it.review.licence


def _open_graph(it: DescribedPage) -> Iterator[tuple[str, str]]:
    yield "og:type", "website"
    yield "og:title", it.page.title
    yield "og:description", it.page.description
    yield "og:site_name", it.record.container or it.record.title
    if it.record.address:
        yield "og:url", it.record.address
    if it.picture:
        yield "og:image", it.picture.address
        yield "og:image:type", "image/png"
        yield "og:image:width", str(it.picture.width)
        yield "og:image:height", str(it.picture.height)
        yield "og:image:alt", it.picture.alt


def _links(it: DescribedPage) -> Iterator[HeadLink]:
    if it.record.address:
        yield HeadLink("cite-as", it.record.address)
    yield HeadLink("type", "https://schema.org/WebPage")
    if it.review.licence_url:
        yield HeadLink("license", it.review.licence_url)
    for kind, path in it.references:
        yield HeadLink("describedby", it.page.address.to(path), kind)
    # With `alternate` alone, the theme would take it for a page in another language, and ask for a
    # map of them.
    if it.as_json:
        yield HeadLink("alternate describedby", it.page.address.to(it.as_json), "application/json")
    for kind, path, title in it.feeds:
        yield HeadLink("alternate feed", it.page.address.to(path), kind, title)
    for kind, path in it.data:
        yield HeadLink("item", it.page.address.to(path), kind)


def _web_page(it: DescribedPage) -> dict[str, Any]:
    review, record = it.review, it.record
    site = {
        "@type": "WebSite",
        "name": review.title,
        "url": review.address if review.has_address else "",
        "dateModified": str(record.issued or ""),
    }
    page = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": record.address,
        "url": record.address,
        "name": it.page.title,
        "description": it.page.description,
        "identifier": addresses.id_of(it.page.address),
        "inLanguage": "en",
        **_made(it),
        "dateModified": str(it.changed or ""),
        "isPartOf": site,
        "isBasedOn": _article(it.source) if addresses.rests_on_source(it.page.address) else None,
        "mainEntity": _dataset(it) if it.data else None,
    }
    known: dict[str, Any] = _known(page)
    return known


def _made(it: DescribedPage) -> dict[str, Any]:
    """Who made it, when, in which version, and how it may be used."""
    record = it.record
    body = {"@type": "Organization", "name": record.organisation}
    return {
        "author": _people(record) or (body if record.organisation else None),
        "publisher": body if record.organisation else None,
        "version": record.version,
        "license": it.licence,
    }


def _people(record: Record) -> list[dict[str, str]]:
    return [
        {"@type": "Organization", "name": name.whole}
        if name.is_organisation
        else {"@type": "Person", "familyName": name.family, "givenName": name.given}
        for name in record.authors
    ]


def _article(source: Record) -> dict[str, Any]:
    return {
        "@type": "ScholarlyArticle",
        "@id": source.address,
        "name": source.title,
        "author": _people(source),
        "inLanguage": source.language,
        "datePublished": str(source.issued),
        "isPartOf": {"@type": "Periodical", "name": source.container},
    }


def _dataset(it: DescribedPage) -> dict[str, Any]:
    start = it.review.address if it.review.has_address else ""
    return {
        "@type": "Dataset",
        "name": f"{it.review.title}: data",
        "description": it.page.description,
        **_made(it),
        "dateModified": str(it.record.issued or ""),
        "isBasedOn": it.source.address,
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": kind,
                "contentUrl": start + path if start else it.page.address.to(path),
            }
            for kind, path in it.data
        ],
    }


def _known(value: Any) -> Any:
    """The value without what is empty, at every depth."""
    if isinstance(value, dict):
        return {k: v for k, v in ((k, _known(v)) for k, v in value.items()) if v}
    return [_known(one) for one in value] if isinstance(value, list) else value
