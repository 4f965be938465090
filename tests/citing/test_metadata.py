"""What the head of a page tells programs, as values; how Zotero reads it is in tests/built/."""

import json
from dataclasses import replace
from datetime import date

import pytest

from generator.citing.edition import Edition
from generator.citing.metadata import DescribedPage, HeadLink, Metadata, metadata
from generator.citing.record import page_record, source_record
from generator.entities import Release
from generator.entities.names import Name
from generator.pages import addresses
from generator.pages.page import Made, Page

RELEASE = Release(version="1.2.0", date=date(2026, 3, 2), changes=("All.",))
EDITION = Edition(RELEASE)
DOI = "https://doi.org/10.1/x"


@pytest.fixture
def subject(library) -> DescribedPage:
    source = library.review.source.model_copy(update={"doi": "10.1/x"})
    review = library.review.model_copy(
        update={"address": "https://gardens.test/r/", "source": source}
    )
    said = Made("What it says.", ("", "# x", ""))
    page = Page(addresses.theory("g02"), "theories/g02.yml", "Theory 2", lambda: said)
    record = page_record(review, EDITION, page.title, page.address)
    references = (("application/x-bibtex", "theories/g02/cite.bib"),)
    return DescribedPage(page, record, source_record(review), review, references)


def without_address(it: DescribedPage) -> Metadata:
    review = it.review.model_copy(update={"address": "https://a.example/", "licence_url": None})
    return metadata(replace(it, review=review, record=replace(it.record, address="")))


def test_the_page_is_described_with_its_people_day_and_address(subject):
    told = metadata(subject)
    assert told.names == (
        ("DC.title", "Theory 2"),
        ("DC.creator", "Gardener, Example"),
        ("DC.creator", "Example Sol, Another"),
        ("DC.publisher", "Example Garden Trust"),
        ("DCTERMS.issued", "2026-03-02"),
        ("DC.identifier", "https://gardens.test/r/theories/g02/"),
        ("DC.language", "en"),
        ("DC.rights", subject.review.licence),
    )
    assert dict(told.properties) == {
        "og:type": "website",
        "og:title": "Theory 2",
        "og:description": "What it says.",
        "og:site_name": f"{subject.review.title}, version 1.2.0",
        "og:url": "https://gardens.test/r/theories/g02/",
    }


def test_links_lead_to_address_licence_and_files(subject):
    assert metadata(subject).links == (
        HeadLink("cite-as", "https://gardens.test/r/theories/g02/"),
        HeadLink("type", "https://schema.org/WebPage"),
        HeadLink("license", "https://creativecommons.org/licenses/by/4.0/"),
        HeadLink("describedby", "cite.bib", "application/x-bibtex"),
    )


def test_json_ld_tells_what_the_page_is_part_of_and_based_on(subject):
    told = metadata(subject).json_ld
    assert told["@type"] == "WebPage"
    assert told["identifier"] == "g02"
    assert told["version"] == "1.2.0"
    assert "dateModified" not in told
    changed = metadata(replace(subject, changed=date(2026, 2, 1)))
    assert changed.json_ld["dateModified"] == "2026-02-01"
    # A day before that of the version would stand beside its `DCTERMS.issued`.
    assert "2026-02-01" not in dict(changed.names).values()
    assert told["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert told["isPartOf"] == {
        "@type": "WebSite", "name": subject.review.title, "url": "https://gardens.test/r/",
        "dateModified": "2026-03-02",
    }  # fmt: skip
    assert told["isBasedOn"]["@id"] == DOI
    assert told["author"][0] == {
        "@type": "Person", "familyName": "Gardener", "givenName": "Example",
    }  # fmt: skip
    assert "mainEntity" not in told


def test_an_organisation_among_the_authors_is_no_person(subject):
    body = Name("Example Trust", is_organisation=True)
    told = metadata(replace(subject, record=replace(subject.record, authors=(body,)))).json_ld
    assert told["author"] == [{"@type": "Organization", "name": "Example Trust"}]


@pytest.mark.parametrize(
    "address", [addresses.HELP, addresses.RELATED, addresses.CONTRIBUTING.below("importing")]
)
def test_a_page_that_does_not_rest_on_the_source_does_not_say_that_it_does(subject, address):
    told = metadata(replace(subject, page=replace(subject.page, address=address)))
    assert "isBasedOn" not in told.json_ld


def test_the_page_of_the_data_is_a_data_set_with_its_files(subject):
    page = replace(subject.page, address=addresses.DATA)
    told = metadata(replace(subject, page=page, data=(("text/csv", "data/a.csv"),)))
    data = told.json_ld["mainEntity"]
    assert (data["@type"], data["isBasedOn"]) == ("Dataset", DOI)
    assert data["distribution"] == [
        {
            "@type": "DataDownload",
            "encodingFormat": "text/csv",
            "contentUrl": "https://gardens.test/r/data/a.csv",
        }
    ]
    assert HeadLink("item", "a.csv", "text/csv") in told.links


def test_no_address_of_the_site_is_told_before_it_has_one(subject):
    told = without_address(subject)
    text = json.dumps([told.names, told.properties, told.json_ld]) + str(told.links)
    assert "gardens.test" not in text
    assert ".example" not in text
    assert '""' not in text
    assert told.json_ld["license"] == subject.review.licence


def test_what_a_journal_article_would_say_stands_on_no_page(subject):
    names = {name for name, _ in metadata(subject).names}
    assert not any(name.startswith("citation_") for name in names)
    assert "DC.source" not in names
