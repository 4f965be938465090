import json
from datetime import date

from reviews import bodies, downloaded, edit, linked

from generator.citing.deposit import deposits
from generator.citing.edition import Edition
from generator.citing.files import bibtex
from generator.citing.record import page_record, source_record
from generator.entities import Release
from generator.entities.names import Name
from generator.pages.addresses import HOME, theory
from generator.site.data import api
from generator.site.footer import footer

RELEASE = Release(version="1.2.0", date=date(2026, 3, 2), changes=("All.",))
EDITION = Edition(RELEASE)


def review(library, **update):
    return library.review.model_copy(update={"address": "https://gardens.test/r/", **update})


def test_a_page_stands_in_the_site_with_its_version(library):
    record = page_record(review(library), EDITION, "Theory 2", theory("g02"))
    assert record.key == "theories-g02"
    assert record.container == f"{library.review.title}, version 1.2.0"
    assert record.address == "https://gardens.test/r/theories/g02/"
    assert record.issued == date(2026, 3, 2)


def test_a_page_that_changed_since_a_version_is_not_called_that_version(library):
    changed = RELEASE.model_copy(update={"doi": "10.1000/182"})
    record = page_record(review(library), Edition(changed, is_changed=True), "", HOME)
    assert record.title == f"{library.review.title}, changed since version 1.2.0"
    assert (record.version, record.issued, record.doi) == ("", None, "")


def test_the_first_page_is_the_whole_site(library):
    record = page_record(review(library), Edition(), "Home", HOME)
    assert (record.key, record.title, record.container) == ("site", library.review.title, "")
    assert record.issued is None


def test_an_address_that_is_not_there_yet_is_none(library):
    for address, known in (
        ("https://a.example/", ""),
        ("https://a.example.org/r/", ""),
        ("http://a.invalid/", ""),
        ("https://example.com/", ""),
        ("https://a-example.org/", "https://a-example.org/"),
        ("https://example.a.org/", "https://example.a.org/"),
    ):
        assert page_record(review(library, address=address), Edition(), "", HOME).address == known


def test_the_source_has_its_people_its_year_and_its_doi(library):
    source = library.review.source.model_copy(update={"doi": "10.1/x"})
    record = source_record(review(library, source=source))
    assert record.key == "author2021"
    assert record.authors == (Name("Author", "Example"), Name("Author", "Another Example"))
    assert record.address == "https://doi.org/10.1/x"


def test_no_text_is_a_command_of_tex(library):
    source = library.review.source.model_copy(update={"title": r"A & {B} \input{x} 5%"})
    made = bibtex([source_record(review(library, source=source))])
    assert r"title = {{A \& \{B\} \textbackslash{}input\{x\} 5\%}}" in made


def test_the_place_in_the_journal_is_known_where_the_review_gives_it(library):
    record = source_record(review(library))
    place = (record.volume, record.issue, record.pages, record.article_number)
    assert place == ("4", "S1", "31-38", "e7")
    entry = bibtex([record])
    for line in ("volume = {4}", "number = {S1}", "pages = {31--38}", "eid = {e7}"):
        assert f"  {line},\n" in entry
    nowhere = dict.fromkeys(("volume", "issue", "pages", "article_number"))
    source = library.review.source.model_copy(update=nowhere)
    entry = bibtex([source_record(review(library, source=source))])
    assert [word for word in ("volume", "number", "pages", "eid") if word in entry] == []


def test_a_key_has_letters_that_every_program_takes(library):
    for family, key in (("Côté-Desrosiers", "cotedesrosiers2021"), ("東京", "source2021")):
        source = library.review.source.model_copy(update={"authors": (f"{family}, Ann",)})
        assert source_record(review(library, source=source)).key == key


def test_a_version_stands_in_brackets_behind_a_question(library):
    record = page_record(review(library, title="What grows, and why?"), EDITION, "", HOME)
    assert record.title == "What grows, and why? (version 1.2.0)"


def test_without_a_doi_everything_that_cites_the_source_leads_to_its_address(garden_copy):
    url = "https://library.test/handle/10630/1"
    edit(garden_copy, ("seeds/review.yml", "  doi: null\n", f"  url: {url}\n"))
    library = linked(garden_copy)
    review = library.review
    assert source_record(review).address == url
    written = bodies(garden_copy)
    for page in ("", "article/", "cite/"):
        assert f'<a href="{url}">' in written[page], page
    assert f'<a href="{url}">' in footer(review)
    for text in deposits(review, RELEASE).values():
        assert url in text
    made = downloaded(library)
    assert json.loads(made["data/datapackage.json"])["sources"][0]["path"] == url
    assert f'"source": "{url}"' in "".join(make() for make in api.files(library, EDITION).values())
